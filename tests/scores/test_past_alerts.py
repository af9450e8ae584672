"""Past weeks are lived once more with what was known then, and judged by what came."""

from dataclasses import fields
from datetime import date, timedelta

import numpy as np
import pytest

from benchmarks.order_worlds import BEGIN, World, order_book
from sales.foresight.book import Book
from sales.order_arrays import Occasions
from sales.scores.past_alerts import Alerts, Asked, PastAlerts, enough_on, past_alerts

LEAVERS = order_book(World(customers=120, gap=14, unlike=0.3, regular=20, stay=250, years=2))
ON = BEGIN + timedelta(700)
ASKED = Asked((60, 60, 60, 60))


def occasions(book: Book) -> Occasions:
    return Occasions(book.customer, book.day, np.ones(len(book.day)), np.ones(len(book.day), dtype=bool))


@pytest.fixture(scope="module")
def found() -> PastAlerts:
    found = past_alerts(occasions(LEAVERS), LEAVERS.customers, ON, ASKED)
    assert found
    return found


def test_where_rhythms_are_clear_alerts_are_right_and_come_sooner(found: PastAlerts) -> None:
    assert len(found.ours.day) >= 20
    assert found.ours.right.mean() > 0.8
    assert found.ours.chance.min() >= 0.5
    assert np.nanmean(found.ours.sooner[found.ours.right]) > 30


def test_an_alert_is_right_if_nothing_came_within_the_horizon(found: PastAlerts) -> None:
    for alerts in (found.ours, found.plain):
        for who, day, right in zip(alerts.customer, alerts.day, alerts.right, strict=True):
            days = LEAVERS.day[LEAVERS.customer == who]
            assert right == (not ((days > day) & (days <= day + 60)).any())


def test_each_silence_is_told_of_once_and_only_when_its_horizon_is_over(found: PastAlerts) -> None:
    for alerts in (found.ours, found.plain):
        last = [LEAVERS.day[(LEAVERS.customer == who) & (LEAVERS.day <= day)].max() for who, day in pairs(alerts)]
        assert len(set(zip(alerts.customer.tolist(), last, strict=True))) == len(last)
        assert alerts.day.max() + 60 <= ON.toordinal()


def pairs(alerts: Alerts) -> list[tuple[int, int]]:
    return list(zip(alerts.customer.tolist(), alerts.day.tolist(), strict=True))


def test_what_came_later_changes_no_alert_before(found: PastAlerts) -> None:
    """Only its verdict."""
    early = found.since + timedelta(35)
    known = LEAVERS.until(early)
    again = past_alerts(occasions(known), known.customers, ON, ASKED)
    assert again
    told = {(who, day) for who, day in pairs(found.ours) if day <= early.toordinal()}
    assert told
    assert {(who, day) for who, day in pairs(again.ours) if day <= early.toordinal()} == told


def test_a_short_book_is_told_to_be_short() -> None:
    day = date(2026, 3, 2)
    short = occasions(Book(np.array([0, 0]), np.array([day.toordinal() - 9, day.toordinal()]), 1))
    assert past_alerts(short, 1, day, ASKED) is None
    assert enough_on(short, ASKED) == day + timedelta(120 + 60 + 7 - 9)
    nothing = Occasions(*(getattr(short, each.name)[:0] for each in fields(short)))
    assert (past_alerts(nothing, 3, day, ASKED), enough_on(nothing, ASKED)) == (None, None)
