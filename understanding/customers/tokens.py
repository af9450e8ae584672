"""Cuts names and messages into the units that are compared: words of Latin letters, single Chinese characters."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from understanding.lexicon.shelf import table

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_PIECE = re.compile(rf"[{_HAN}]|[^\W\d_{_HAN}]+(?:'[^\W\d_{_HAN}]+)*'?|\d+(?:st|nd|rd|th)?|&")

_STOP = re.compile(r"[,.;:!?,。;:!?、\n]")


class Token(NamedTuple):
    """One unit, and where it stands. Made by the hundred for each message, so it has to be light."""

    text: str
    start: int
    end: int
    capital: bool = False
    apart: bool = False
    """A comma, a stop or the like stands before it."""
    han: bool = False
    """It is a Chinese character."""


def tokens(spelled: str, text: str = "") -> list[Token]:
    """Cut a text in plain spelling; the original tells which words begin with a capital."""
    original = text or spelled
    found, before = list[Token](), 0
    for piece in _PIECE.finditer(spelled):
        start, end = piece.span()
        apart = start > before and _STOP.search(spelled, before, start) is not None
        unit = word(piece[0])
        found.append(Token(unit, start, end, original[start].isupper(), apart, "\u3400" <= unit[0] <= "\u9fff"))
        before = end
    return found


@lru_cache(maxsize=8192)
def word(said: str) -> str:
    """Without possessive, apostrophes and accents."""
    bare = said.removesuffix("'s").removesuffix("s'").replace("'", "") or said[0] if "'" in said else said
    if bare.isascii():
        return bare
    folded = unicodedata.normalize("NFKD", bare)
    return "".join(char for char in folded if not unicodedata.combining(char)) or bare


@cache
def legal_words() -> frozenset[str]:
    return frozenset(table("en", "companies")["legal"].split())


@cache
def connectors() -> frozenset[str]:
    return frozenset(table("en", "companies")["connectors"].split())


@cache
def generic_words() -> frozenset[str]:
    return frozenset(table("en", "companies")["generic"].split())


@cache
def short_forms() -> dict[str, str]:
    return dict(table("en", "companies")["short"])


@cache
def han_parts(name: str) -> re.Pattern[str]:
    """The legal forms, the trades or the places of Chinese names, longest first."""
    parts = sorted(table("zh", "companies")[name].split(), key=len, reverse=True)
    return re.compile("|".join(parts))
