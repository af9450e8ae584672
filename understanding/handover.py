"""Reads a hand-over: whose customers, to whom, and whether they leave the company."""

import re
from dataclasses import dataclass
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import is_han


@dataclass(frozen=True, slots=True)
class HandOverWords:
    """The names as written; empty where none was."""

    giver: str = ""
    to: str = ""
    leaves: bool = False
    pool: bool = False


def read_handover(text: str) -> HandOverWords:
    """Read "Anna", "Anna to Ben", "Anna leaves", "小李离职，给小王"."""
    words = text.strip()
    without = _pattern("leaves").sub(" ", words)
    giver, *to = _pattern("to").split(without, maxsplit=1)
    named = _tidy(to[0]) if to else ""
    pool = named.casefold() in _said("pool")
    return HandOverWords(_tidy(giver), "" if pool else named, without != words, pool)


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" ,，;；:：")


@cache
def _said(name: str) -> tuple[str, ...]:
    return tuple(
        sorted((word for language in LANGUAGES for word in table(language, "handover")[name]), key=len, reverse=True)
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Latin words stand by themselves; Chinese ones need no blanks."""
    each = (re.escape(word) if is_han(word[0]) or not word[0].isalpha() else rf"\b{word}\b" for word in _said(name))
    return re.compile("|".join(each), re.IGNORECASE)
