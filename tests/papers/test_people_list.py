"""Lists of people to invite, as they are pasted or kept in a spreadsheet."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from papers.people_list import BadLine, Fault, PeopleList, Wanted, read_lines, read_sheet, role_of
from sales.people import Role

ANNA = Wanted(1, "Anna", Role.REP, "East")


def sheet(*rows: tuple[str | int, ...]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Anna, rep, East", ANNA, id="commas"),
        pytest.param("Anna，Rep，East", ANNA, id="Chinese commas"),
        pytest.param("Anna\trep\tEast", ANNA, id="copied from a spreadsheet"),
        pytest.param("Anna; sales ;East", ANNA, id="semicolons and another word for it"),
        pytest.param("小李，销售，华东", Wanted(1, "小李", Role.REP, "华东"), id="Chinese"),
        pytest.param("王经理、主管", Wanted(1, "王经理", Role.MANAGER), id="no team"),
        pytest.param("Mary Ann Lee", Wanted(1, "Mary Ann Lee", Role.REP), id="a name alone is a rep"),
        pytest.param("manager Mary Ann Lee", Wanted(1, "Mary Ann Lee", Role.MANAGER), id="the role first, no commas"),
        pytest.param("业务员 小李", Wanted(1, "小李", Role.REP), id="the same in Chinese"),
        pytest.param("Rep", Wanted(1, "Rep", Role.REP), id="somebody called Rep"),
        pytest.param("Anna, new phone", Wanted(1, "Anna", Role.REP, new_phone=True), id="a new phone"),
        pytest.param("小李，换手机", Wanted(1, "小李", Role.REP, new_phone=True), id="a new phone in Chinese"),
        pytest.param("\n\n  Anna, rep, East", Wanted(3, "Anna", Role.REP, "East"), id="empty lines count"),
    ],
)
def test_a_line(text: str, wanted: Wanted) -> None:
    assert read_lines(text) == PeopleList((wanted,))


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        pytest.param(", rep, East", BadLine(1, "rep East", Fault.NO_NAME), id="no name"),
        pytest.param("Anna, pilot", BadLine(1, "pilot", Fault.NO_SUCH_ROLE), id="no such role"),
        pytest.param("A" * 101, BadLine(1, "A" * 20 + "…", Fault.LONG_NAME), id="a name of 101 signs"),
    ],
)
def test_a_line_that_cannot_be_used(text: str, bad: BadLine) -> None:
    assert read_lines(text) == PeopleList((), (bad,))


def test_good_lines_are_read_beside_bad_ones() -> None:
    read = read_lines("Anna, rep\nBoris, pilot\n小李, 客服")
    assert [one.name for one in read.wanted] == ["Anna", "小李"]
    assert [one.line for one in read.bad] == [2]


@pytest.mark.parametrize(
    "headings",
    [("Name", "Role", "Team"), ("姓名", "职位", "部门"), (" NAME ", "角色", "team")],
)
def test_a_sheet_with_headings(headings: tuple[str, ...]) -> None:
    assert read_sheet(sheet(headings, ("Anna", "rep", "East"))) == PeopleList((Wanted(2, "Anna", Role.REP, "East"),))


def test_columns_may_stand_in_any_order_among_others() -> None:
    content = sheet(("团队", "电话", "姓名"), ("华东", 13800000000, "小李"))
    assert read_sheet(content).wanted == (Wanted(2, "小李", Role.REP, "华东"),)


def test_a_sheet_without_headings_is_name_role_team() -> None:
    assert read_sheet(sheet(("Anna", "rep", "East"))).wanted == (ANNA,)


def test_an_empty_sheet_holds_nobody() -> None:
    assert read_sheet(sheet()) == PeopleList()


@pytest.mark.parametrize(
    ("word", "role"), [("REP", Role.REP), ("经理", Role.MANAGER), ("客服", Role.CARE), ("x", None)]
)
def test_words_for_roles(word: str, role: Role | None) -> None:
    assert role_of(word) is role
