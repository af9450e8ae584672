"""A list of people to invite, as pasted lines or as a spreadsheet: name, role, team."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from papers.spreadsheets import read_rows
from sales.people import Role

LONGEST_NAME = 100
_SEPARATOR = re.compile(r"\s*[,，;；、\t|]\s*")
_HEADINGS = {
    "name": ("name", "full name", "姓名", "名字", "名称"),
    "role": ("role", "position", "job", "角色", "职位", "职务", "岗位"),
    "team": ("team", "department", "group", "团队", "小组", "组", "部门"),
}
_ROLES = {
    Role.REP: ("rep", "reps", "sales", "sales rep", "seller", "销售", "销售员", "业务员", "业务", "业务代表"),
    Role.MANAGER: ("manager", "boss", "lead", "team lead", "director", "经理", "主管", "总监", "销售经理", "领导"),
    Role.CARE: ("care", "customer care", "service", "support", "客服", "售后"),
    Role.ADMIN: ("admin", "administrator", "管理员"),
}
_NEW_PHONE = frozenset(["new phone", "phone", "新手机", "换手机", "换号"])
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words}
_COLUMN_OF = {word: column for column, words in _HEADINGS.items() for word in words}


class Fault(StrEnum):
    """What is wrong with a line."""

    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    NO_SUCH_ROLE = "no_such_role"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody to invite; `team` as written, empty where nothing was. `new_phone`: a member, by a new phone.

    `plain`: a name alone, which any words may be taken for.
    """

    line: int
    name: str
    role: Role
    team: str = ""
    new_phone: bool = False
    plain: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be used, with the word that is wrong."""

    line: int
    word: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class PeopleList:
    """What was read: the usable lines and the others, both in their order."""

    wanted: tuple[Wanted, ...] = ()
    bad: tuple[BadLine, ...] = ()

    @property
    def unmistakable(self) -> bool:
        """Whether roles are named throughout, so that this can be nothing but a list of people."""
        return bool(self.wanted) and not self.bad and not any(one.plain for one in self.wanted)


def role_of(word: str) -> Role | None:
    """The role that a word names, in English or Chinese."""
    return _ROLE_OF.get(_plain(word))


def read_lines(text: str) -> PeopleList:
    return _read([_SEPARATOR.split(line.strip()) for line in text.splitlines()])


def read_sheet(content: bytes) -> PeopleList:
    return _read(read_rows(content))


def _read(rows: Sequence[Sequence[str]]) -> PeopleList:
    numbered = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    columns = _columns(numbered[0][1]) if numbered else None
    if columns:
        numbered = numbered[1:]
    return _sorted_out(_person(number, row, columns or {"name": 0, "role": 1, "team": 2}) for number, row in numbered)


def _columns(row: Sequence[str]) -> dict[str, int] | None:
    """Where which column stands, if this row is one of headings."""
    found = {_COLUMN_OF[_plain(word)]: place for place, word in enumerate(row) if _plain(word) in _COLUMN_OF}
    return found if "name" in found else None


def _person(number: int, row: Sequence[str], columns: dict[str, int]) -> Wanted | BadLine:
    name, role, team = (_at(row, columns.get(column)) for column in ("name", "role", "team"))
    if not role:
        name, role = _spoken(name)
    if not name:
        return BadLine(number, " ".join(filter(None, row))[:LONGEST_NAME], Fault.NO_NAME)
    if len(name) > LONGEST_NAME:
        return BadLine(number, f"{name[:20]}…", Fault.LONG_NAME)
    if _plain(role) in _NEW_PHONE:
        return Wanted(number, name, Role.REP, team, new_phone=True)
    if not role:
        return Wanted(number, name, Role.REP, team, plain=True)
    known = role_of(role)
    return Wanted(number, name, known, team) if known else BadLine(number, role[:LONGEST_NAME], Fault.NO_SUCH_ROLE)


def _spoken(name: str) -> tuple[str, str]:
    """Name and role of "rep Anna Lee", as it is said without commas."""
    role, _, rest = name.partition(" ")
    return (rest.strip(), role) if rest and role_of(role) else (name, "")


def _at(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


def _sorted_out(people: Iterable[Wanted | BadLine]) -> PeopleList:
    people = list(people)
    return PeopleList(
        tuple(one for one in people if isinstance(one, Wanted)),
        tuple(one for one in people if isinstance(one, BadLine)),
    )


def _plain(word: str) -> str:
    return " ".join(word.split()).casefold()
