"""Customers of whom a message says plainly that they have gone to a competitor."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from sales.kinds import Kind
from understanding.findings import FoundEntry, Mention, Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.actions import MARKS
from understanding.message.notice import Noticed
from understanding.message.rival_names import latin_rows
from understanding.message.templates import stamped

_SENTENCE = re.compile(r"[^.!?。！？;；\n]*(?:[.!?。！？;；\n]|$)")


def lost(noticed: Noticed) -> tuple[Mention, ...]:
    """Each once; where it is not sure, or not yet so, nobody."""
    if not _tried().search(noticed.spelled):
        return ()
    seen = stamped(noticed.spelled, "N", latin_rows(noticed.text, noticed.spelled, frozenset()))
    seen = stamped(seen, "C", ((one.start, one.end) for one in noticed.named))
    keys = dict.fromkeys(_keys(noticed, seen))
    return tuple(mention for key in keys if (mention := noticed.mentions.get(key)))


def _keys(noticed: Noticed, seen: str) -> Iterator[int]:
    for sentence in _SENTENCE.finditer(seen):
        if _unsure().search(sentence[0]):
            continue
        for found in _gone().finditer(seen, sentence.start(), sentence.end()):
            yield from [one.key for one in noticed.named if found.start() <= one.start < found.end()][:1]


def notes_of_lost(noticed: Noticed, gone: Sequence[Mention], told: Sequence[FoundEntry], on: date) -> list[FoundEntry]:
    """That they are gone is worth a note, where nothing else is told of them."""
    named = {entry.customer.key for entry in told if entry.customer}
    return [_note(noticed, one, on) for one in gone if one.key not in named]


def _note(noticed: Noticed, mention: Mention, on: date) -> FoundEntry:
    words = " ".join(noticed.text.split()).strip(MARKS)
    return FoundEntry(Kind.NOTE, mention, on, words, spans=(Span(0, len(noticed.text)),))


@cache
def _gone() -> re.Pattern[str]:
    rows = (row for one in LANGUAGES for row in table(one, "lost")["gone"])
    return re.compile("|".join(_named(row) for row in rows))


def _named(row: str) -> str:
    """A person from there who moved is none of them."""
    alone = r"(?<!from )(?<!of )(?<!at )(?<!with )(?<!@)(?<!从)" if row.startswith("C") else ""
    return alone + re.sub(r"(?<![A-Za-z\\])[CN](?![A-Za-z])", lambda letter: f"{letter[0]}[{letter[0]} ]*", row)


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile("|".join(table(one, "lost")["unsure"] for one in LANGUAGES))


@cache
def _tried() -> re.Pattern[str]:
    """What no message without can tell it."""
    return re.compile("|".join(table(one, "lost")["tried"] for one in LANGUAGES))
