"""Cuts a message into sentences and clauses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from understanding.customers.mentions import Named
from understanding.dates.finding import DatePhrase
from understanding.lexicon.shelf import table
from understanding.message.cues import Cue
from understanding.message.money import Sum

_SENTENCE = re.compile(r"[!?;\n;。!?]+|\.+(?=\s|$|[^\x00-\x7f])")
_ABBREVIATION = re.compile(
    r"\b(?:mrs?|ms|dr|st|mt|no|rs|co|vs|mdm|ltd|inc|est|eng|ctr|gen|rep|approx|prof|bros|hosp|p\.m|a\.m|[a-z])$"
)
_JOINS, _STARTS, _HAN_JOINS = (
    "|".join(words)
    for words in (table("en", "clauses")["joins"], table("en", "clauses")["starts"], table("zh", "clauses")["joins"])
)
_CLAUSE = re.compile(
    r",(?!\d{3}\b)|:(?!\d)| -{1,2} |--|—|[()()]|/(?= )|"
    rf"\s(?=(?:{_JOINS}|and (?:{_STARTS})) )|(?={_HAN_JOINS})"
)


@dataclass(slots=True)
class Clause:
    """A piece of a message, with what was found in it."""

    start: int
    end: int
    sentence: int
    cues: list[Cue] = field(default_factory=list)
    signs: frozenset[str] = frozenset()
    """The classes of its cues, but for those within a customer's name."""
    dates: list[DatePhrase] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)

    def has(self, *names: str) -> bool:
        return any(cue.name in names for cue in self.cues)


def clause_at(some: Iterable[Clause], start: int) -> Clause | None:
    return next((clause for clause in some if clause.start <= start < clause.end), None)


def clauses(text: str, breaks: Iterable[tuple[int, int]] = (), kept: Iterable[tuple[int, int]] = ()) -> list[Clause]:
    """Cut at marks and joining words; where there is none from a start to an end, at that end; nothing kept is cut."""
    within = set(chain.from_iterable(range(start + 1, end) for start, end in kept))
    ends = {found.end(): False for found in _CLAUSE.finditer(text)}
    ends |= {found.end(): True for found in _SENTENCE.finditer(text) if not _abbreviates(text, found)}
    ends |= {end: False for start, end in breaks if not any(start <= place <= end for place in ends)}
    return list(_pieces(text, sorted(ends.keys() - within), ends))


def _abbreviates(text: str, found: re.Match[str]) -> bool:
    return found[0] == "." and bool(_ABBREVIATION.search(text, max(0, found.start() - 8), found.start()))


def _pieces(text: str, places: list[int], ends: dict[int, bool]) -> Iterator[Clause]:
    start = sentence = 0
    for place in [*places, len(text)]:
        if text[start:place].strip(" ,.;:!?()-"):
            yield Clause(start, place, sentence)
            start = place
        sentence += ends.get(place, False)
