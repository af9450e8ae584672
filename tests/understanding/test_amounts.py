"""Each sum of a message goes with the entry that it belongs to."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import FoundEntry, Moment
from understanding.reading import understand

MONDAY = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
DIRECTORY = Directory([Known(1, "Acme Tools"), Known(2, "华信机械")])
SAID = tomllib.loads((Path(__file__).parent / "said" / "amounts.toml").read_text(encoding="utf-8"))["said"]


@pytest.mark.parametrize("row", SAID, ids=lambda row: row[0])
def test_a_sum_goes_with_its_entry(row: list[str]) -> None:
    said, *wanted = row
    assert sorted(map(_told, understand(said, MONDAY, DIRECTORY).entries)) == sorted(wanted)


def _told(one: FoundEntry) -> str:
    return one.kind.value + (f" {one.amount.value.normalize():f}" if one.amount else "")
