"""How reps write customers' names: names.toml, by classes."""

import tomllib
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Mention, Moment
from understanding.message.notice import notice

MOMENT = Moment(datetime.fromisoformat("2026-05-06T15:00:00+08:00"), "CNY")
TABLE = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
SURE = 0.5
ROWS = [(kind, text, meant) for kind, rows in TABLE["rows"].items() for text, meant in rows]


@cache
def directory() -> Directory:
    return Directory(Known(key, name) for key, name in enumerate(TABLE["directory"]))


def mentions(text: str) -> list[Mention]:
    return [one for one in notice(text, MOMENT, directory()).mentions.values() if one.key is not None]


def judged(text: str, meant: str) -> str:
    """Right; asked, with the right one to choose; or wrong."""
    found = mentions(text)
    if " | " in meant:
        return "right" if _is_asked(found, set(meant.split(" | "))) else "wrong"
    wanted = set(filter(None, meant.split(" + ")))
    sure = {one.name for one in found if one.sure >= SURE}
    asked = [one for one in found if one.sure < SURE]
    if sure == wanted:
        return "asked" if asked else "right"
    offered = sure | {other.name for one in asked for other in one.candidates} | {one.name for one in asked}
    return "asked" if sure <= wanted <= offered else "wrong"


def _is_asked(found: list[Mention], wanted: set[str]) -> bool:
    return len(found) == 1 and found[0].sure < SURE and wanted <= {one.name for one in found[0].candidates}


@pytest.mark.parametrize(("kind", "text", "meant"), ROWS)
def test_a_customer_is_known_or_asked_about(kind: str, text: str, meant: str) -> None:
    assert judged(text, meant) != "wrong", (kind, mentions(text))


def test_hardly_anything_has_to_be_asked() -> None:
    counts = Counter(judged(text, meant) for _, text, meant in ROWS)
    assert counts["right"] >= 0.96 * len(ROWS), counts
