"""Sees which of several values a rep takes back: "12th, no wait, the 13th", 不是三十八万,是三十五万八."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Protocol, TypeVar

from understanding.lexicon.shelf import LANGUAGES, table

_REACH = 28
_FIRM = re.compile(
    r"(?:no,? wait|wait,? no|no,? sorry|sorry,? no|hang on|scrub that|scrap that|scratch that|strike that|"
    r"make that|nope|"
    r"i mean|correction|read it backwards|\bno,|\.\.+ ?(?:no|sorry)|不对|说错|哦不|啊不|应该是|更正|later改成|不不)"
)


class Placed(Protocol):
    """Something that stands at a place of the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Value = TypeVar("Value", bound=Placed)


@cache
def _before() -> re.Pattern[str]:
    words = [word for language in LANGUAGES for word in table(language, "corrections")["before"]]
    some = "|".join(sorted((rf"\b{word}" if word.isascii() else word for word in words), key=len, reverse=True))
    return re.compile(rf"(?:{some})\s*$")


def standing(spelled: str, values: Sequence[Value]) -> list[Value]:
    """Leave out the values that are denied, if others stay, and those before a correction."""
    stay = [
        one
        for place, one in enumerate(values)
        if not (place + 1 < len(values) and _taken_back(spelled, one, values[place + 1]))
    ]
    kept = [one for one in stay if not _before().search(spelled[max(0, one.start - 12) : one.start])]
    return kept or stay


def _taken_back(spelled: str, one: Placed, later: Placed) -> bool:
    between = spelled[one.end : later.start]
    return len(between) <= _REACH and bool(_FIRM.search(between))
