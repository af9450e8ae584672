"""What is said of a day that went by before it could be told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sales.care.views import CareView
from tests.wording.shown import CHINESE, ENGLISH, TUESDAY, shown
from wording.cards.care.frame import care

GREETED = CareView(1, "birthday", TUESDAY, "due", customer="Acme", was=True, person="S. Lee")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        pytest.param(1, "That was yesterday", id="the next day"),
        pytest.param(4, "That day is over", id="it waited on its way out"),
    ],
)
def test_only_the_day_before_is_yesterday(days: int, said: str) -> None:
    assert said in shown(care(replace(GREETED, day=TUESDAY - timedelta(days=days)), ENGLISH))


def test_in_chinese_too() -> None:
    assert "日子已经过了" in shown(care(replace(GREETED, day=TUESDAY - timedelta(days=4)), CHINESE))
