"""Whole files: what they are, which column is what, what their rows say, and what is wrong with them."""

import json
import zipfile
from pathlib import Path

import pytest

from papers.lists.reading import ListRead, Question, Seen, Wish, look, read_list
from papers.lists.rows import MOST_UNPACKED
from sales.field_values import Customs
from sales.fields import FieldKind
from sales.lists import Column, FileFault, ListKind
from tests.papers.lists.files import archive, text, workbook

HABITS = Customs("CN", "CNY")
HEADINGS = ["客户名称", "业务员", "电话", "等级", "信用额度", "账期", "生日"]
ACME = ["Acme Tools", "Anna", "138 0013 8000", "A类", "12万", "月结30天", "1980-03-12"]
Lines = list[tuple[int, dict[str, str] | None, list[list[object]]]]


def read(path: Path, wish: Wish | None = None) -> tuple[ListRead, Lines]:
    out = path.with_suffix(".lines")
    found = read_list(path, wish or Wish(HABITS), out)
    assert isinstance(found, ListRead), found
    if found.question:
        return found, []
    return found, [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def values(path: Path, wish: Wish | None = None) -> list[dict[str, str] | None]:
    return [line[1] for line in read(path, wish)[1]]


def problems(path: Path, wish: Wish | None = None) -> list[tuple[object, ...]]:
    return [(line[0], *one) for line in read(path, wish)[1] for one in line[2]]


ACME_READ = {
    "name": "Acme Tools",
    "owner": "Anna",
    "phone": "+8613800138000",
    "grade": "A",
    "credit_limit": "12000000 CNY",
    "payment_terms": "30",
    "birthday": "1980-03-12",
}


def test_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [HEADINGS, ACME])
    assert read(path)[0].kind is ListKind.CUSTOMERS
    assert values(path) == [ACME_READ]


def test_a_chinese_list_where_nobody_knows_the_country(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [HEADINGS, ACME, ["恒大钢铁", "", "021-65550000", "", "八万", "", ""]])
    acme, hengda = values(path, Wish(Customs("ZZ", "CNY")))
    assert acme == ACME_READ
    assert hengda == {"name": "恒大钢铁", "phone": "+862165550000", "credit_limit": "8000000 CNY"}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
def test_a_text_file(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [HEADINGS, ACME, ["恒大钢铁", "李华", "13900139000", "B", "5,000.50", "60", ""]]
    words = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    found = values(text(tmp_path / "list.csv", words, encoding))
    assert found[0] == ACME_READ
    assert found[1] is not None
    assert found[1]["credit_limit"] == "500050 CNY"


def test_a_semicolon_file_with_commas_in_its_cells(tmp_path: Path) -> None:
    path = text(
        tmp_path / "list.csv",
        "Customer;Credit limit;Address\nAcme;1.234,50;12, High Street\nGlobex;2.000,00;3, Low St\n",
    )
    assert [line and line["credit_limit"] for line in values(path)] == ["123450 CNY", "200000 CNY"]


def test_a_title_above_the_headings_and_headings_on_every_page(tmp_path: Path) -> None:
    rows = [
        ["Our customers, March"],
        [],
        ["Customer", "Phone"],
        ["Acme", "138 0013 8000"],
        ["Customer", "Phone"],
        ["Globex"],
    ]
    assert [line and line["name"] for line in values(workbook(tmp_path / "a.xlsx", rows))] == ["Acme", "Globex"]


def test_a_hundred_columns(tmp_path: Path) -> None:
    headings = [*(f"Column {number}" for number in range(98)), "Customer name", "Tel."]
    rows: list[list[object]] = [[*headings], [*range(98), "Acme", "+65 6555 0123"]]
    assert values(workbook(tmp_path / "a.xlsx", rows)) == [{"name": "Acme", "phone": "+6565550123"}]


def test_merged_cells_count_for_all_their_rows(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Owner", "Customer"], ["Anna", "Acme"], [None, "Globex"], ["Rita", "Hengda"]]
    found = values(workbook(tmp_path / "a.xlsx", rows, "A2:A3"))
    assert [line and line["owner"] for line in found] == ["Anna", "Anna", "Rita"]


def test_a_formula_is_what_it_last_said(tmp_path: Path) -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="str"><v>Customer</v></c><c r="B1" t="str"><v>Credit limit</v></c></row>'
        b'<row r="2"><c r="A2" t="str"><f>"Ac"&amp;"me"</f><v>Acme</v></c><c r="B2"><f>1000*2</f><v>2000</v></c></row>'
        b'<row r="3"><c r="A3" t="e"><f>Z9</f><v>#REF!</v></c><c r="B3"><f>1/0</f></c></row>'
        b"</sheetData></worksheet>"
    )
    path = workbook(tmp_path / "a.xlsx", [["x"]])
    replace_sheet(path, sheet)
    assert values(path) == [{"name": "Acme", "credit_limit": "200000 CNY"}]


def replace_sheet(path: Path, sheet: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = sheet
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def test_dates_as_text_in_five_formats(tmp_path: Path) -> None:
    days = ["2026-03-14", "14/03/2026", "14 Mar 2026", "2026年3月14日", "46095", "2026.3.14"]
    rows = [["Customer", "Order no", "Date", "Amount"], *(["Acme", str(n), day, "5"] for n, day in enumerate(days))]
    assert {line and line["date"] for line in values(workbook(tmp_path / "a.xlsx", rows))} == {"2026-03-14"}


def test_days_that_nobody_can_tell_are_asked(tmp_path: Path) -> None:
    rows = [["Customer", "Order no", "Date", "Amount"], ["Acme", "1", "03/04/2026", "5"]]
    path = workbook(tmp_path / "a.xlsx", rows)
    assert read(path)[0].question == Question("days", "03/04/2026|2026-04-03|2026-03-04")
    assert [line and line["date"] for line in values(path, Wish(HABITS, day_first=False))] == ["2026-03-04"]
    assert [line and line["date"] for line in values(path, Wish(HABITS, day_first=True))] == ["2026-04-03"]


def test_the_same_row_twice_counts_once(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEADINGS, ACME, ACME, [*ACME[:2], "138-0013-8000", *ACME[3:]]])
    found, lines = read(path)
    assert (found.rows, found.twice, len(lines)) == (3, 2, 1)


@pytest.mark.parametrize(
    "written",
    [
        *("13800138000", "138 0013 8000", "138-0013-8000", "+86 138 0013 8000", "0086 13800138000", "(+86)13800138000"),
        *("tel: 138 0013 8000", "１３８００１３８０００", 13800138000, 13800138000.0),
    ],
)
def test_a_phone_in_any_formatting(tmp_path: Path, written: object) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Customer", "Phone"], ["Acme", written]])
    assert values(path) == [{"name": "Acme", "phone": "+8613800138000"}]


def test_several_phones_in_one_cell_and_two_columns(tmp_path: Path) -> None:
    rows = [["客户", "手机", "电话"], ["Acme", "13800138000/13900139000", "010-65529988"]]
    assert values(workbook(tmp_path / "a.xlsx", rows)) == [
        {"name": "Acme", "phone": "+8613800138000\n+8613900139000\n+861065529988"}
    ]


@pytest.mark.parametrize(
    "name",
    ["😀 Happy Foods", "شركة النور", 'O\'Neil "Best" <b>Tools</b> & Co', "=cmd|' /C calc'!A0", "王总的店", "'quoted"],
)
def test_a_name_stays_as_it_is(tmp_path: Path, name: str) -> None:
    path = text(tmp_path / "a.csv", 'Customer,Owner\n"' + name.replace('"', '""') + '",Anna\n')
    assert values(path) == [{"name": name, "owner": "Anna"}]


def test_what_is_wrong_is_told_by_row(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ["", "Anna", "138 0013 8000", "", "", "", ""],
        ["Acme", "", "12", "Z", "many", "soon", "31/31/1980"],
        ["Globex", "", "", "", "", "", ""],
    ]
    assert problems(workbook(tmp_path / "a.xlsx", rows)) == [
        (2, "name", "no_name", "", True),
        (3, "phone", "bad_phone", "12", False),
        (3, "grade", "bad_choice", "Z", False),
        (3, "credit_limit", "bad_amount", "many", False),
        (3, "payment_terms", "bad_number", "soon", False),
        (3, "birthday", "bad_day", "31/31/1980", False),
    ]


@pytest.mark.parametrize("heading", ["坐标", "经纬度", "坐标/经纬度", "Lat/Long"])
def test_where_customers_are(tmp_path: Path, heading: str) -> None:
    """The map and plans of visits live on it; Chinese maps write the longitude first."""
    rows = [["客户名称", heading], ["恒大", "31.3,120.6"], ["金桥", "120.6，31.3"], ["华美", "苏州"]]
    path = workbook(tmp_path / "a.xlsx", rows)
    assert [row and row.get("place") for row in values(path)] == ["31.3,120.6", "31.3,120.6", None]
    assert problems(path) == [(4, "place", "bad_place", "苏州", False)]


def test_orders_and_debts(tmp_path: Path) -> None:
    orders = workbook(
        tmp_path / "o.xlsx", [["客户", "订单号", "日期", "金额", "币种"], ["恒大", "S1", "2026-03-01", 12.5, "USD"]]
    )
    debts = workbook(
        tmp_path / "d.xlsx", [["Customer", "Invoice", "Due date", "Outstanding"], ["Acme", "I1", "2026-03-01", "1,200"]]
    )
    assert (read(orders)[0].kind, read(debts)[0].kind) == (ListKind.ORDERS, ListKind.DEBTS)
    assert values(orders) == [
        {"customer": "恒大", "number": "S1", "date": "2026-03-01", "amount": "1250 USD", "currency": "USD"}
    ]
    assert values(debts) == [{"customer": "Acme", "number": "I1", "due": "2026-03-01", "open": "120000 CNY"}]


def test_headings_that_nobody_knows_are_asked_for(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Wer", "Wo"], ["Acme", "Bonn"]])
    assert read(path)[0].question == Question("kind")
    assert read(path, Wish(HABITS, ListKind.CUSTOMERS))[0].question == Question("column", "name")
    answered = Wish(HABITS, ListKind.CUSTOMERS, {0: "name", 1: "region"})
    assert values(path, answered) == [{"name": "Acme", "region": "Bonn"}]


def test_an_answer_takes_the_place_of_what_was_guessed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Customer", "Alias"], ["Acme Tools Ltd", "Acme"]])
    assert values(path, Wish(HABITS, ListKind.CUSTOMERS, {1: "name", 0: ""})) == [{"name": "Acme"}]
    assert values(path, Wish(HABITS, ListKind.CUSTOMERS, {1: "name"})) == [{"name": "Acme"}]


def test_a_field_that_the_company_added(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Customer", "Forklifts"], ["Acme", "12"]])
    custom = {"forklifts": Column("forklift_count", FieldKind.NUMBER)}
    assert values(path, Wish(HABITS, custom=custom)) == [{"name": "Acme", "forklift_count": "12"}]


def test_people_are_not_customers(tmp_path: Path) -> None:
    people = look(workbook(tmp_path / "p.xlsx", [["姓名", "角色", "团队"], ["小李", "销售", "East"]]))
    customers = look(workbook(tmp_path / "c.xlsx", [HEADINGS, ACME]))
    assert isinstance(people, Seen)
    assert isinstance(customers, Seen)
    assert (people.people, customers.people) == (True, False)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(b"", FileFault.EMPTY, id="empty"),
        pytest.param(b"\n\n ,,\n", FileFault.EMPTY, id="only separators"),
        pytest.param(b"Customer,Phone\n", FileFault.ONLY_HEADINGS, id="only headings"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, FileFault.OLD_EXCEL, id="an old .xls"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            FileFault.LOCKED,
            id="a password",
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 100, FileFault.UNREADABLE, id="a picture"),
        pytest.param(b"PK\x03\x04 and nothing", FileFault.UNREADABLE, id="a broken archive"),
        pytest.param(b"<html><table><tr><td>Customer</td></tr></table>", FileFault.UNREADABLE, id="a page"),
        pytest.param(bytes(range(256)) * 4, FileFault.UNREADABLE, id="anything"),
    ],
)
def test_a_file_that_is_refused(tmp_path: Path, content: bytes, fault: FileFault) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)
    assert read_list(path, Wish(HABITS), tmp_path / "out") is fault


def test_a_file_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "bomb.xlsx", **{"[Content_Types].xml": b"", "xl__workbook.xml": b"\0" * (MOST_UNPACKED + 1)}
    )
    assert path.stat().st_size < MOST_UNPACKED / 100
    assert look(path) is FileFault.TOO_LARGE


def test_an_empty_workbook(tmp_path: Path) -> None:
    assert look(workbook(tmp_path / "a.xlsx", [])) is FileFault.EMPTY


CARDS = """BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E;=E5=8D=8E;;;\r
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E5=8D=8E\r
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=81=92=E5=A4=A7=\r
=E9=92=A2=E9=93=81\r
TEL;CELL:138 0013 8000\r
TEL;WORK;VOICE:010-65529988\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
FN:Anna Lee\r
ORG:Acme Tools;Sales\r
X-STRANGE\r
item1.TEL;type=CELL:+65 6555 0123\r
EMAIL:Anna@Acme.example\r
BDAY:1980-03-12\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:4.0\r
FN:Private Person\r
TEL;VALUE=uri;TYPE="voice,home":tel:+1-202-555-0123;ext=5\r
BDAY:--0312\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
END:VCARD\r
"""


def test_an_address_book(tmp_path: Path) -> None:
    assert values(text(tmp_path / "book.vcf", CARDS)) == [
        {"name": "恒大钢铁", "contact": "李华", "phone": "+8613800138000\n+861065529988"},
        {
            "name": "Acme Tools",
            "contact": "Anna Lee",
            "phone": "+6565550123",
            "email": "anna@acme.example",
            "birthday": "1980-03-12",
        },
        {"name": "Private Person", "contact": "Private Person", "phone": "+12025550123", "birthday": "--03-12"},
        None,
    ]
