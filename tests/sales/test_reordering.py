"""Which items a customer no longer reorders: by the item's own rhythm."""

from datetime import date, timedelta

import pytest

from sales.scores.quiet import QuietKnown, QuietReason
from sales.scores.reordering import OverdueItem, overdue_items

TODAY = date(2026, 3, 2)


def bought(item: str, *days_ago: int) -> list[tuple[str, date]]:
    return [(item, day_before(days)) for days in days_ago]


def day_before(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("orders", "overdue"),
    [
        pytest.param([], [], id="nothing bought"),
        pytest.param(bought("bolts", 66, 41), [], id="twice is no rhythm"),
        pytest.param(bought("bolts", 91, 66, 41), [("bolts", 25)], id="41 days of 25"),
        pytest.param(bought("bolts", 87, 62, 37), [], id="37 days of 25 may still come"),
        pytest.param(bought("bolts", 91, 91, 66, 66), [], id="the same day counts once"),
        pytest.param(bought("Bolts", 91) + bought(" bolts ", 66, 41), [("Bolts", 25)], id="however it is spelled"),
        pytest.param(
            bought("pump, hose", 91) + bought("Hose; seal", 66) + bought("hose、泵", 41),
            [("hose", 25)],
            id="joined items",
        ),
        pytest.param(bought("pipe 1,5 m", 91, 66, 41), [("pipe 1,5 m", 25)], id="a comma within a size"),
        pytest.param(bought("", 91, 66, 41), [], id="no item named"),
        pytest.param(bought("bolts", 91, 66, 41, -3), [("bolts", 25)], id="an order of days to come"),
        pytest.param(
            bought("nuts", 160, 130, 100) + bought("bolts", 91, 66, 41),
            [("nuts", 30), ("bolts", 25)],
            id="the one that is late by most of its own gaps first",
        ),
    ],
)
def test_items_that_are_overdue(orders: list[tuple[str, date]], overdue: list[tuple[str, int]]) -> None:
    assert [(one.item, one.gap) for one in overdue_items(orders, TODAY)] == overdue


def test_the_last_day_is_told() -> None:
    assert overdue_items(bought("bolts", 91, 66, 41), TODAY) == [OverdueItem("bolts", 25, day_before(41))]


@pytest.mark.parametrize(
    ("until", "last_order", "holds"),
    [
        pytest.param(None, day_before(50), True, id="until they order"),
        pytest.param(None, day_before(11), True, id="they had ordered the day before"),
        pytest.param(None, day_before(10), False, id="they ordered that very day, after it was said"),
        pytest.param(None, day_before(9), False, id="they ordered since"),
        pytest.param(TODAY, day_before(50), True, id="the last day still counts"),
        pytest.param(day_before(1), day_before(50), False, id="the season is over"),
    ],
)
def test_how_long_a_reason_holds(until: date | None, last_order: date, *, holds: bool) -> None:
    known = QuietKnown(QuietReason.SEASONAL, day_before(10), until)
    assert known.holds(last_order, TODAY) is holds
