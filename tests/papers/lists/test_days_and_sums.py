"""Days and sums in every form that people write; what is in doubt is decided by the whole column."""

from datetime import date
from decimal import Decimal

import pytest

from papers.lists.days import DayOrder, both_ways, read_day
from papers.lists.rows import Cell
from papers.lists.sums import DecimalSign, Sum, read_sum

THE_DAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "2026-03-14",
            "2026/3/14",
            "2026.3.14",
            "20260314",
            "2026年3月14日",
            "2026-03-14 00:00:00",
            "2026-03-14T08:00",
        ),
        *("14/03/2026", "14-3-26", "14.03.2026", "14. 3. 2026", "14/3/2026 10:30"),
        *("14 Mar 2026", "14-Mar-26", "Mar 14, 2026", "14th March 2026", "March 14 2026", "Sat 14 Mar 2026"),
        *(46095, 46095.5, "46095", "46095.0", 20260314, "２０２６年３月１４日"),
    ],
)
def test_a_day(written: Cell) -> None:
    assert read_day(written, day_first=True) == THE_DAY


@pytest.mark.parametrize(
    "written", ["", "soon", "31/02/2026", "2026-13-01", 12, 1e30, "99999999", "14/3", "x" * 10_000]
)
def test_no_day(written: Cell) -> None:
    assert read_day(written, day_first=True) is None


@pytest.mark.parametrize(
    ("column", "day_first"),
    [
        (["03/04/2026", "14/04/2026"], True),
        (["03/04/2026", "04/14/2026"], False),
        (["03/04/2026", "04/05/2026"], None),
        (["03/03/2026"], True),
        (["2026-03-04", 46095], True),
        (["14/03/2026", "04/15/2026", "16/03/2026"], True),
        ([], True),
    ],
)
def test_the_column_decides_its_order(column: list[Cell], *, day_first: bool | None) -> None:
    order = DayOrder()
    for cell in column:
        order.hear(cell)
    assert order.decided is day_first


def test_both_readings_of_a_doubtful_day() -> None:
    assert both_ways("3/4/2026") == (date(2026, 4, 3), date(2026, 3, 4))


@pytest.mark.parametrize(
    ("column", "value", "currency"),
    [
        (["1,234.50"], "1234.50", ""),
        (["1.234,50"], "1234.50", ""),
        (["1234,5"], "1234.5", ""),
        (["12万"], "120000", ""),
        (["1.5万元"], "15000", "CNY"),
        (["¥1,234"], "1234", "CNY"),
        (["1,234"], "1234", ""),
        (["1.234.567"], "1234567", ""),
        (["1,234,567"], "1234567", ""),
        (["1.234", "2,50"], "1234", ""),
        (["1,234", "2.50"], "1234", ""),
        (["1 234,50"], "1234.50", ""),
        (["1'234.50"], "1234.50", ""),
        (["SGD 1,200.00"], "1200", "SGD"),
        (["1200 usd"], "1200", "USD"),
        (["S$50k"], "50000", "SGD"),
        (["(1,234.50)"], "-1234.50", ""),
        (["-12"], "-12", ""),
        (["12-"], "-12", ""),
        (["１２３４．５"], "1234.5", ""),
        ([1234.5], "1234.5", ""),
        ([0], "0", ""),
        ([".5"], "0.5", ""),
        (["八万"], "80000", ""),
        (["十五万八"], "158000", ""),
        (["三千二"], "3200", ""),
        (["一万零五十"], "10050", ""),
        (["两亿"], "200000000", ""),
        (["人民币捌万伍仟元整"], "85000", "CNY"),
        (["二十万新币"], "200000", "SGD"),
    ],
)
def test_a_sum(column: list[Cell], value: str, currency: str) -> None:
    sign = DecimalSign()
    for cell in column:
        sign.hear(cell)
    assert read_sum(column[0], comma=sign.is_comma) == Sum(Decimal(value), currency)


@pytest.mark.parametrize(
    "written", ["", "abc", "12 apples", "1e5", "9" * 30, float("nan"), float("inf"), "--1", "1" * 5_000]
)
def test_no_sum(written: Cell) -> None:
    assert read_sum(written, comma=False) is None
