"""A stretch of a text that tells a date, and what it names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from understanding.dates.when import Reading
from understanding.dates.words import Lexeme


class Names(Enum):
    """What a phrase names: days (or longer), hours of any day, or both."""

    DAY = 1
    HOUR = 2
    BOTH = 3


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that tell a date, at `start` up to `end` of the text; `read` gives their meaning in a frame."""

    start: int
    end: int
    read: Reading
    names: Names = Names.DAY
    part: bool = False
    """A part of the day is said: morning, 下午."""

    part_only: bool = False
    """And no hour."""


_HOURS = frozenset(
    (
        *("hm", "hm_dot", "hhmm", "n_hour", "n_bare", "n_min", "said_min", "ampm", "dian", "oclock", "noon", "part"),
        *("ke", "zheng", "sharp", "ish", "half", "half_past", "past", "a", "quarter", "about", "about_post", "zone"),
        *(
            "at",
            "by",
            "in",
            "from",
            "until",
            "to",
            "between",
            "and",
            "beforeword",
            "beforepost",
            "afterword",
            "atlatest",
        ),
    )
)
_FRAMES = 8
_FIGURES = frozenset(("n", "n_hour", "hm", "hm_dot", "noon"))
_CLOCKS = frozenset(("hm", "hm_dot", "hhmm", "ampm", "dian", "oclock", "noon", "n_alone"))


def phrase(row: Sequence[Lexeme], name: str, read: Reading) -> DatePhrase:
    """Of the lexemes of a row, by the class of phrase that they make."""
    names, part = _names(row, name), any("part" in lexeme.classes and "ampm" not in lexeme.classes for lexeme in row)
    bare = part and names is Names.HOUR and not any(lexeme.classes.keys() & _FIGURES for lexeme in row)
    return DatePhrase(row[0].start, row[-1].end, read, names, part, bare)


def remembered(one: DatePhrase) -> DatePhrase:
    """Each frame is read once: many ask what a phrase means, looking back and looking ahead."""
    return replace(one, read=lru_cache(maxsize=_FRAMES)(one.read))


def _names(row: Sequence[Lexeme], name: str) -> Names:
    if name in ("day", "range"):
        return Names.DAY
    if all(not _HOURS.isdisjoint(lexeme.classes) for lexeme in row):
        return Names.HOUR
    timed = name == "time" or (name == "bounded" and any(lexeme.classes.keys() & _CLOCKS for lexeme in row))
    return Names.BOTH if timed else Names.DAY
