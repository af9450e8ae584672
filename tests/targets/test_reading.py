"""Targets in words, and how far somebody is as the days go by."""

from datetime import date
from decimal import Decimal

import pytest

from sales.measures import Measure, Period
from sales.targets import Progress, Span, Target, period_of
from understanding.targets import TargetWords, read_target

VISITS, NEW, ORDERS, PAYMENTS = Measure.VISITS, Measure.NEW_CUSTOMERS, Measure.ORDERS, Measure.PAYMENTS


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Anna visits 40 a month", TargetWords(VISITS, Span.MONTH, Decimal(40), None, "anna")),
        ("visits forty for Anna Lee", TargetWords(VISITS, None, Decimal(40), None, "anna lee")),
        ("Anna 5 new customers a quarter", TargetWords(NEW, Span.QUARTER, Decimal(5), None, "anna")),
        ("Anna orders 200k monthly", TargetWords(ORDERS, Span.MONTH, Decimal(200_000), None, "anna")),
        ("Ben payments US$50,000 a quarter", TargetWords(PAYMENTS, Span.QUARTER, Decimal(50_000), "USD", "ben")),
        ("小李每月拜访40次", TargetWords(VISITS, Span.MONTH, Decimal(40), None, "小李")),
        ("小李每季度回款50万", TargetWords(PAYMENTS, Span.QUARTER, Decimal(500_000), None, "小李")),
        ("小李每月新客户三个", TargetWords(NEW, Span.MONTH, Decimal(3), None, "小李")),
        ("Anna visits 0", TargetWords(VISITS, None, Decimal(0), None, "anna")),
        ("小李取消拜访", TargetWords(VISITS, None, Decimal(0), None, "小李")),
        ("Anna visits -5", TargetWords(VISITS, None, Decimal(-5), None, "anna")),
        ("120 a quarter", TargetWords(None, Span.QUARTER, Decimal(120))),
        ("Anna", TargetWords(left="anna")),
        ("", TargetWords()),
    ],
)
def test_a_target_is_read(text: str, means: TargetWords) -> None:
    assert read_target(text) == means


@pytest.mark.parametrize(
    ("span", "day", "first", "last"),
    [
        (Span.MONTH, date(2026, 2, 28), date(2026, 2, 1), date(2026, 2, 28)),
        (Span.MONTH, date(2028, 2, 1), date(2028, 2, 1), date(2028, 2, 29)),
        (Span.MONTH, date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
        (Span.QUARTER, date(2026, 1, 31), date(2026, 1, 1), date(2026, 3, 31)),
        (Span.QUARTER, date(2026, 6, 30), date(2026, 4, 1), date(2026, 6, 30)),
        (Span.QUARTER, date(2026, 12, 1), date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_span_is_of_the_calendar(span: Span, day: date, first: date, last: date) -> None:
    assert period_of(span, day) == Period(first, last)


@pytest.mark.parametrize(
    ("done", "day", "lacks"),
    [
        pytest.param(0, 1, 0, id="the first day lies ahead"),
        pytest.param(0, 2, 1, id="one day is over"),
        pytest.param(14, 16, 1, id="15 of 30 days are over"),
        pytest.param(15, 16, 0, id="on course"),
        pytest.param(99, 30, 0, id="more than was asked for"),
    ],
)
def test_somebody_is_behind_by_the_days_that_are_over(done: int, day: int, lacks: int) -> None:
    today = date(2026, 4, day)
    progress = Progress(Target(VISITS, Span.MONTH, 30), done, period_of(Span.MONTH, today), today)
    assert progress.lacks == lacks
