"""What is said in passing, and what is not."""

import pytest

from understanding.small_talk import is_small_talk


@pytest.mark.parametrize(
    "text", ["thanks!", "Ok, thank you very much", "👍👍", "好的，谢谢", "收到", "早上好！", "😀" * 20, "..."]
)
def test_small_talk_is_nothing_to_keep(text: str) -> None:
    assert is_small_talk(text)


@pytest.mark.parametrize(
    "text", ["Tom is on leave", "new boss at Acme", "王总出差", "12", "好的，新厂房", "ok they moved house"]
)
def test_everything_else_is(text: str) -> None:
    assert not is_small_talk(text)
