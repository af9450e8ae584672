"""Each class of cues and of questions has a message in said/classes.toml that holds one of its phrases."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Findings, FoundEntry, Moment
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.cues import cues
from understanding.reading import understand
from understanding.spelling import plain

MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore"))
TABLE = tomllib.loads((Path(__file__).parent / "said" / "classes.toml").read_text(encoding="utf-8"))
ROWS = [
    pytest.param(file, name, text, means, id=f"{language} {file} {name}")
    for language, files in TABLE.items()
    for file, rows in files.items()
    for name, (text, *means) in rows.items()
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", ["cues", "asks"])
def test_every_class_has_an_example(language: str, file: str) -> None:
    assert set(TABLE[language][file]) == set(table(language, file))


@pytest.mark.parametrize(("file", "name", "text", "means"), ROWS)
def test_a_message_with_a_phrase_of_the_class_is_read_so(file: str, name: str, text: str, means: list[str]) -> None:
    directory = Directory([Known(1, "Acme Tools"), Known(2, "华信机械")])
    assert name in {cue.name for cue in cues(plain(text), file)}
    assert sorted(_told(understand(text, Moment(MONDAY, "SGD"), directory))) == means


def _told(found: Findings) -> Iterator[str]:
    yield from map(_entry, found.entries)
    yield from ("to do" for _ in found.follow_ups)
    if found.ask:
        yield found.ask.value


def _entry(one: FoundEntry) -> str:
    told = (value.value for value in (one.category, one.severity, one.sentiment) if value)
    return " ".join([one.kind.value, *told]) + (", nobody met" if one.attempt else "")
