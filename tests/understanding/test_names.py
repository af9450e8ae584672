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


@pytest.mark.parametrize(
    ("text", "said", "known"),
    [
        ("visited Acme Tooling", "Acme Tooling", "Acme Tools Ltd."),
        ("Acme Toolworks ordered 5k", "Acme Toolworks", "Acme Tools Ltd."),
        ("visited acme tooling, they want a quote", "acme tooling", "Acme Tools Ltd."),
        ("called Pacific Rim Logistix", "", "Pacific Rim Logistics Pte Ltd"),
        ("saw Summit Dentistry", "Summit Dentistry", "Summit Dental Group"),
        ("visited Acme Tool yesterday", "", "Acme Tools Ltd."),
        ("Acme Tools Toolbox demo tomorrow", "", "Acme Tools Ltd."),
    ],
)
def test_a_name_that_only_resembles_a_known_one_is_asked_about(text: str, said: str, known: str) -> None:
    """`said`: what is asked about, with the known one to choose; empty: it is the known one."""
    [mention] = mentions(text)
    assert mention.span is not None
    if not said:
        assert (mention.name, mention.sure >= SURE) == (known, True)
        return
    assert text[mention.span.start : mention.span.end] == said
    assert mention.sure < SURE
    assert [one.name for one in mention.candidates] == [known]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("恒大钢构下单12万", "恒大钢构"),
        ("去了恒大钢贸", "恒大钢贸"),
        ("恒大钢铁下单5万", "恒大钢铁"),
        ("恒大钢的王总下单5万", "恒大钢铁"),
    ],
)
def test_another_trade_after_the_same_characters_is_another_company(text: str, name: str) -> None:
    known = Directory([Known(1, "恒大钢铁"), Known(2, "云帆精密")])
    [mention] = notice(text, MOMENT, known).mentions.values()
    assert mention.name == name
