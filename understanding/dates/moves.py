"""Parts "moved from Tuesday to Wednesday 4pm", which is no stretch of days, into the old day and the new one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from understanding.dates.phrase import DatePhrase
from understanding.lexicon.shelf import LANGUAGES, table

_FROM, _TO = "from ", " to "
Reader = Callable[[str], list[DatePhrase]]


def parted(text: str, found: Sequence[DatePhrase], read: Reader) -> Iterator[DatePhrase]:
    for one in found:
        yield from _parts(text, one, read) or (one,)


def _parts(text: str, one: DatePhrase, read: Reader) -> list[DatePhrase]:
    said = text[one.start : one.end]
    if not said.startswith(_FROM) or _TO not in said or not _moves().search(text, 0, one.start):
        return []
    old, _, new = said.partition(_TO)
    places = (one.start + len(_FROM), one.end - len(new))
    some = [list(_placed(read(words), place)) for words, place in zip((old[len(_FROM) :], new), places, strict=True)]
    return [days[0] for days in some] if all(len(days) == 1 for days in some) else []


def _placed(found: Sequence[DatePhrase], place: int) -> Iterator[DatePhrase]:
    for one in found:
        yield replace(one, start=one.start + place, end=one.end + place)


@cache
def _moves() -> re.Pattern[str]:
    words = "|".join(word for language in LANGUAGES for word in table(language, "dates").get("moving", ()))
    return re.compile(rf"\b(?:{words})\b[^.,;!?]*$")
