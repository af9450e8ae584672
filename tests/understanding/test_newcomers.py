"""Customers that are in no list are found by their names, and nothing else is taken for one."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

SAID = tomllib.loads((Path(__file__).parent / "said" / "newcomers.toml").read_text("utf-8"))
WEDNESDAY = Moment(datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
KNOWN = frozenset(SAID["known"])
PLACES = Directory(Known(key, name) for key, name in enumerate(SAID["known"], 1))


def customers(text: str) -> set[str]:
    found = understand(text, WEDNESDAY, PLACES)
    return {one.customer.name for some in (found.entries, found.follow_ups) for one in some if one.customer}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        *(pytest.param(*row, id=row[0]) for row in SAID["new"]),
        *(
            pytest.param(*row, marks=pytest.mark.xfail(reason="missed", strict=True), id=row[0])
            for row in SAID["missed"]
        ),
    ],
)
def test_who_is_in_no_list_is_found_by_name(text: str, names: list[str]) -> None:
    found = customers(text)
    assert found - KNOWN == set(names) - KNOWN
    assert found >= set(names)


@pytest.mark.parametrize(("text", "names"), SAID["nobody"])
def test_nothing_else_is_taken_for_a_customer(text: str, names: list[str]) -> None:
    found = customers(text)
    assert found - KNOWN == set()
    assert found >= set(names)
