"""What is said of money that has not come is no payment, and a lost sale no sale, whatever the models think of it."""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sales.kinds import Kind
from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.message.notice import notice
from understanding.message.scenes import scenes
from understanding.message.undone import is_undone
from understanding.reading import understand

MONDAY = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
DIRECTORY = Directory([Known(1, "Acme Tools"), Known(2, "华信机械")])
SAID = tomllib.loads((Path(__file__).parent / "said" / "undone.toml").read_text(encoding="utf-8"))
UNDONE, DONE = ([(kind, text) for kind, told in SAID.items() for text in told[name]] for name in ("undone", "done"))


def speak_against(text: str, kind: str) -> bool:
    noticed = notice(text, MONDAY, DIRECTORY)
    return all(is_undone(noticed, scene, Kind(kind)) for scene in scenes(noticed))


@pytest.mark.parametrize(("kind", "text"), UNDONE)
def test_words_tell_that_nothing_has_come(kind: str, text: str) -> None:
    assert speak_against(text, kind)


@pytest.mark.parametrize(("kind", "text"), DONE)
def test_words_tell_that_something_has_come(kind: str, text: str) -> None:
    assert not speak_against(text, kind)


@pytest.mark.parametrize(("kind", "text"), UNDONE)
def test_what_has_not_come_makes_no_entry(kind: str, text: str) -> None:
    assert kind not in {entry.kind for entry in understand(text, MONDAY, DIRECTORY).entries}


@pytest.mark.parametrize(
    "text", ["Acme decided against the 40k upgrade", "Acme's order for 18k got cancelled", "华信机械的标没中"]
)
def test_a_lost_sale_is_kept_as_a_note(text: str) -> None:
    assert [entry.kind for entry in understand(text, MONDAY, DIRECTORY).entries] == [Kind.NOTE]
