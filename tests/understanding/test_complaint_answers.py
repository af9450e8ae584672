"""Which words say that a customer who complained has heard from us."""

import pytest

from understanding.complaints import says_answered, says_mended


@pytest.mark.parametrize(
    "text",
    [
        "told them it ships Friday",
        "I have already called them, all explained",
        "they were angry, but I explained it",
        "not easy, but told them the pump ships Friday",
        "replied by mail",
        "we got back to them at noon",
        "已回复客户",
        "打过电话了，周五发货",
        "没有库存，已告诉客户下周到",
        "跟客户说了，还没到货",
    ],
)
def test_they_have_heard_from_us(text: str) -> None:
    assert says_answered(text)


@pytest.mark.parametrize(
    "text",
    [
        "will tell them tomorrow",
        "have not replied yet",
        "haven't told them",
        "they told me the line stands still",
        "the customer called back, furious",
        "called them, no answer",
        "couldn't reach them",
        "it ships Friday",
        "还没回复",
        "明天再联系",
        "他们说了很多",
        "客户回复了，很生气",
        "打过电话，没人接",
        "",
    ],
)
def test_they_still_wait(text: str) -> None:
    assert not says_answered(text)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("已经道歉并补发", True),
        ("apologised and sent a replacement", True),
        ("明天再去道歉，要补发了才行", False),
        ("已经道歉了，可是今天到的货又坏了三台，客户很生气", False),
    ],
)
def test_what_was_done_for_them_is_no_second_complaint(text: str, *, mended: bool) -> None:
    assert says_mended(text) is mended
