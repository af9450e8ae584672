"""Tells which sums are the rep's own spending: a lunch, parking, a gift of money; they are nobody's payment."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

from understanding.lexicon.shelf import LANGUAGES, table

_AHEAD, _AHEAD_OF_OUTING, _BEHIND = 28, 60, 14
_STAR = r"[^\\d,.;!?。]{1,20}?"
_END = re.compile(r"[!?;\n。]|(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)\.(?=\s|$)")


class Placed(Protocol):
    """Something that stands at a place of the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@cache
def _words(name: str) -> re.Pattern[str]:
    some = [word for language in LANGUAGES for word in table(language, "spendings")[name]]
    return re.compile("|".join(sorted((_edged(word) for word in some), key=len, reverse=True)))


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('others').pattern})\s?$")


def _edged(word: str) -> str:
    pattern = re.sub(r"\\\*", _STAR, re.escape(word))
    return rf"(?<![a-z]){pattern}(?![a-z])" if word[0].isascii() else pattern


def spendings(text: str, sums: Sequence[Placed]) -> set[int]:
    """The places, in the row of sums, of those that the rep spent."""
    if not sums:
        return set()
    own = {_beside(text, cue, sums) for cue in _cues(text, "own")}
    outings = {_price_of(text, cue, sums) for cue in _cues(text, "outing")}
    return {place for place in own | outings if place is not None}


def _cues(text: str, name: str) -> Iterator[re.Match[str]]:
    """What others did is left out: 他们花了20万."""
    for cue in _words(name).finditer(text):
        if not _others().search(text, max(0, cue.start() - 10), cue.start()):
            yield cue


def _beside(text: str, cue: re.Match[str], sums: Sequence[Placed]) -> int | None:
    """The nearest sum, after the cue or close before it."""
    after = _first_after(cue, sums)
    near = [
        (gap, place)
        for place, reach in ((after, _AHEAD), (after - 1, _BEHIND))
        if 0 <= place < len(sums) and (gap := _gap(cue, sums[place])) <= reach
        if not _is_parted(text, cue, sums[place])
    ]
    return min(near)[1] if near else None


def _price_of(text: str, cue: re.Match[str], sums: Sequence[Placed]) -> int | None:
    """The next sum of the sentence, if nothing of a deal stands before it."""
    place = _first_after(cue, sums)
    if place == len(sums) or _gap(cue, sums[place]) > _AHEAD_OF_OUTING or _is_parted(text, cue, sums[place]):
        return None
    return None if _words("deal").search(text, cue.end(), sums[place].start) else place


def _first_after(cue: re.Match[str], sums: Sequence[Placed]) -> int:
    return bisect_left(sums, cue.end(), key=lambda one: one.start)


def _gap(cue: re.Match[str], one: Placed) -> int:
    return one.start - cue.end() if one.start >= cue.end() else max(0, cue.start() - one.end)


def _is_parted(text: str, cue: re.Match[str], one: Placed) -> bool:
    start, end = min(cue.end(), one.end), max(cue.start(), one.start)
    return bool(_END.search(text, start, end)) if start < end else False
