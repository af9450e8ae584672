"""Days that come round every year, told in plain words: which, of whom, and what tells none."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.told.resolving import SURE
from understanding.directory import Directory, Known
from understanding.findings import Findings, FoundField, Moment
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "anniversaries.toml").read_text("utf-8"))
PEOPLE = {"Acme Tools": ("Sarah Tan",), "恒大钢铁": ("王总",)}
PLACES = Directory(Known(key, name, contacts=people) for key, (name, people) in enumerate(PEOPLE.items()))
MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
TOLD = [row for rows in SAID.values() for row in rows if len(row) > 1]


def read(said: str) -> Findings:
    return understand(said, MOMENT, PLACES)


def told(one: FoundField) -> str:
    whose = "/".join(name for name in (one.customer.name if one.customer else "?", one.contact) if name)
    return f"{whose} {one.field}={one.value}"


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for rows in SAID.values() for row in rows])
def test_which_day_it_is(row: list[str]) -> None:
    said, *means = row
    assert [told(one) for one in read(said).fields] == means


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in TOLD])
def test_it_is_nothing_to_be_done_and_nothing_that_happened(row: list[str]) -> None:
    found = read(row[0])
    assert (found.follow_ups, found.entries) == ((), ())


@pytest.mark.parametrize(
    ("said", "doubtful"),
    [
        ("Acme was founded on 3/4/2021", True),
        ("Acme was founded on 13/4/2021", False),
        ("恒大成立于2001年4月3日", False),
    ],
)
def test_a_day_that_may_be_two_is_not_sure(said: str, *, doubtful: bool) -> None:
    [found] = read(said).fields
    assert (found.sure < SURE) is doubtful
