"""Numbers and ordinals told in English words, among time words."""

import re

from understanding.dates.words import Lexeme, readings
from understanding.numbers import ORDINALS, SCALES, SMALL, english

_LARGEST_SPOKEN = 99
_TENS = 10


def number_words(text: str, place: int) -> Lexeme | None:
    """Number words such as "twenty two", and ordinals such as "thirty-first"."""
    spots = list(re.finditer(r"[a-z]+", text[place : place + 80]))
    spoken = _run(spots)
    if not spoken:
        return None
    ordinal = _ordinal(spoken)
    if ordinal:
        value, used = ordinal
        found = Lexeme(place, place + spots[used - 1].end(), {"ord": value})
        if text[max(0, place - 4) : place].endswith("the "):
            found.classes["theord"] = value
        return found
    number = english(spoken)
    if not number:
        return None
    value, used = int(number[0]), number[1]
    return Lexeme(place, place + spots[used - 1].end(), readings(value, str(value) if value > _LARGEST_SPOKEN else "0"))


def _run(spots: list[re.Match[str]]) -> list[str]:
    """The words that stand side by side, joined by one blank or hyphen."""
    run: list[str] = []
    end = 0
    for spot in spots:
        if spot.start() - end > 1 or not (
            spot[0] in SMALL or spot[0] in SCALES or spot[0] in ORDINALS or spot[0] == "and"
        ):
            break
        run.append(spot[0])
        end = spot.end()
    return run


def _ordinal(spoken: list[str]) -> tuple[int, int] | None:
    if spoken[0] in ORDINALS:
        return ORDINALS[spoken[0]], 1
    if len(spoken) > 1 and spoken[0] in ("twenty", "thirty") and ORDINALS.get(spoken[1], 10) < _TENS:
        return SMALL[spoken[0]] + ORDINALS[spoken[1]], 2
    return None
