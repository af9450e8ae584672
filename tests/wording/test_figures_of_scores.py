"""What lists beside the scores say: sums no finer than they are of use, and that nobody has looked yet."""

import pytest

from sales.money import Money
from sales.silences import SilencePage
from tests.wording.shown import CHINESE, ENGLISH, shown
from wording.cards.scores.figures import whole
from wording.cards.silence_list import silences


@pytest.mark.parametrize(
    ("sum_", "english", "chinese"),
    [
        (Money(71_327_86, "CNY"), "¥71,328", "¥71,328"),
        (Money(50_000_00, "SGD"), "S$50,000", "S$5万"),
        (Money(1_234, "JPY"), "JP¥1,234", "JP¥1,234"),
        (Money(40, "CNY"), "¥0", "¥0"),
    ],
)
def test_a_year_is_told_without_small_change(sum_: Money, english: str, chinese: str) -> None:
    assert (whole(sum_, ENGLISH), whole(sum_, CHINESE)) == (english, chinese)


def test_before_the_first_night_nobody_is_called_quiet_or_not() -> None:
    page = SilencePage(1, 1, {}, looked=False)
    assert shown(silences(page, ENGLISH)).startswith("No customer is scored yet.\nThat happens every night")
    assert shown(silences(page, CHINESE)).startswith("还没有")
