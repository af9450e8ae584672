"""Orders are read out of whatever file a spreadsheet or a shop system writes."""

from datetime import date
from math import nan
from pathlib import Path

import pytest

from papers.order_file import Fault, OrderFile, OrderFileError, read_orders


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "orders.csv"


def read(file: Path, text: str, encoding: str = "utf-8") -> OrderFile:
    file.write_bytes(text.encode(encoding))
    return read_orders(file)


def orders(found: OrderFile) -> list[tuple[str, str, float]]:
    rows = zip(found.customer, found.day, found.amount, strict=True)
    return [(found.names[who], date.fromordinal(day).isoformat(), amount) for who, day, amount in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_chinese_headings_in_any_encoding(file: Path, encoding: str) -> None:
    found = read(file, "客户,日期,金额\n恒大钢铁,2026年3月2日,1.2万\n金桥,2026/3/5,“”\n", encoding)
    assert orders(found)[0] == ("恒大钢铁", "2026-03-02", 12_000)
    assert [(row.number, row.fault) for row in found.bad] == [(3, Fault.BAD_AMOUNT)]


@pytest.mark.parametrize(
    ("headings", "encoding"),
    [("客户;日期;金额", "gb18030"), ("客戶;日期;金額", "big5"), ("客户编号;购买日期;成交金额", "gb18030")],
)
def test_headings_that_alone_are_chinese(file: Path, headings: str, encoding: str) -> None:
    assert orders(read(file, f"{headings}\nA1;2026-04-13;1,234.50\n", encoding)) == [("A1", "2026-04-13", 1234.5)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("customer_id,date,amount\nA1,2026-04-13,1234.5", id="as asked for"),
        pytest.param('order_date;Customer Name;Total\n13/04/2026;A1;"1.234,50"', id="semicolons, day first"),
        pytest.param("CustomerID\tInvoice Date\tAmount\nA1\t4/13/2026 10:31\t$1,234.50", id="tabs, month first"),
        pytest.param("Orders of April\n\ndate,customer,amount\n13.4.2026,A1,1234.50", id="a title above"),
        pytest.param("A1,2026-04-13,1234.50", id="no headings"),
        pytest.param("number,customer id,customer,date,amount\n7,A1,Acme,2026-04-13,1234.50", id="a number and a name"),
    ],
)
def test_headings_separators_and_ways_to_write(file: Path, text: str) -> None:
    assert orders(read(file, text)) == [("A1", "2026-04-13", 1234.5)]


def test_accents_of_western_windows(file: Path) -> None:
    assert read(file, "customer;date\nMüller & Söhne;13.4.2026\n", "cp1252").names == ["Müller & Söhne"]


def test_a_row_that_cannot_be_read_is_said_and_the_rest_goes_on(file: Path) -> None:
    found = read(file, "customer_id,date,amount\na,2026-01-02,5\n,2026-01-03,5\nb,soon,5\n\nc,2026-01-04,much\n")
    assert [name for name, *_ in orders(found)] == ["a", "c"]
    assert [(row.number, row.fault, row.word) for row in found.bad] == [
        (3, Fault.NO_CUSTOMER, ""),
        (4, Fault.BAD_DATE, "soon"),
        (6, Fault.BAD_AMOUNT, "much"),
    ]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "13/13/2026", "-5", "", "1e309"])
def test_days_that_cannot_be_are_no_days(file: Path, day: str) -> None:
    found = read(file, f"customer_id,date\na,{day}\nb,2026-01-02\n")
    assert [row.fault for row in found.bad] == [Fault.BAD_DATE]


def test_absurd_amounts_keep_their_sign(file: Path) -> None:
    found = read(file, f"customer_id,date,amount\na,2026-01-02,-{'9' * 30}\nb,2026-01-02,{'9' * 30}\n")
    assert found.amount == [-1.0, pytest.approx(nan, nan_ok=True)]
    assert [(row.number, row.fault) for row in found.bad] == [(3, Fault.BAD_AMOUNT)]


def test_days_that_may_be_read_both_ways_are_named(file: Path) -> None:
    text = "customer_id,date\na,3/4/2026\n"
    assert (orders(read(file, text))[0][1], read(file, text).doubtful) == ("2026-04-03", "3/4/2026")
    assert date.fromordinal(read_orders(file, day_first=False).day[0]) == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.EMPTY),
        ("\n \n", Fault.EMPTY),
        ("date,amount\n2026-01-01,5\n", Fault.NO_CUSTOMER_COLUMN),
        ("customer,amount\nAcme,5\n", Fault.NO_DATE_COLUMN),
        ("\x89PNG\x00\x00", Fault.UNREADABLE),
    ],
)
def test_what_is_no_list_of_orders(file: Path, text: str, fault: Fault) -> None:
    with pytest.raises(OrderFileError) as raised:
        read(file, text, "latin-1")
    assert raised.value.fault is fault
