"""Numbers and ordinals told in English words, among time words."""

import re
from functools import cache

from understanding.dates.words import Lexeme, readings
from understanding.lexicon.shelf import table
from understanding.numbers import ORDINALS, SCALES, SMALL, english

NUMBER_WORDS = SMALL.keys() | SCALES.keys() | ORDINALS.keys()
_LETTERS = re.compile(r"[a-z]+")
_LARGEST_SPOKEN = 99
_TENS = 10
_MINUTES, _HOURS = range(1, 60), range(1, 13)
_LATE = re.compile(rf"\b(?:{'|'.join(word for word, value in SMALL.items() if value >= _HOURS.stop)}) $")
"""Eleven five may be an hour, eighteen five is a sum."""
_ALONE_AFTER = re.compile(r"\s*(?:$|[.,;!?)\n]|(?:for|to|with|and|or|if|so|then|please|pls)\b)")
_DAY_AFTER = re.compile(
    r"\s*(?:$|[.,;:!?()\n-]|\d|[^\x00-\x7f]|w/|"
    r"(?:(?:would|will) (?:do|suit|work|be (?:ok|okay|fine|good|great|best|perfect))|works|suits)\b|"
    r"(?:of|at|to|till?|until|for|with|when|if|so|and|or|in|on|by|is|was|then|thru|through|no|re|after|before|latest|please|"
    r"pls|as|because|bec|but|said|says|morning|afternoon|evening|around|from|i|we|he|she|they|instead|not|that|this|next|last|same|day|current|previous|"
    r"following|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)"
)

_DAY_BEFORE = re.compile(r"\b(?:on|by|until|till|before|after|to|from|for|through|due|is|was|-) the $")
_ON_BEFORE = re.compile(r"\b(?:on|by|until|till|before|since) the $")
_NEXT = re.compile(r" ?([a-z]+)")
_FEW = 3
"""Up to the third there may be as many of anything."""


def ordinal_day(text: str, start: int, end: int, number: int) -> bool:
    """The 2nd may be a day; the 2nd machine is none."""
    if _DAY_AFTER.match(text, end):
        return True
    follows = _NEXT.match(text, end)
    if not follows or not _ON_BEFORE.search(text[max(0, start - 12) : start]):
        return False
    return follows[1].endswith("ed") or (number > _FEW and follows[1].removesuffix("s") not in _counted())


@cache
def _counted() -> frozenset[str]:
    return frozenset(table("en", "dates")["counted_by_order"])


def number_words(text: str, place: int) -> Lexeme | None:
    """Number words such as "twenty two", and ordinals such as "thirty-first"."""
    head = _LETTERS.match(text, place)
    if head is None or head[0] not in NUMBER_WORDS:
        return None
    spots = list(_LETTERS.finditer(text[place : place + 80]))
    spoken = _run(spots)
    if not spoken:
        return None
    ordinal = _ordinal(spoken)
    if ordinal:
        value, used = ordinal
        found = Lexeme(place, place + spots[used - 1].end(), {"ord": value})
        if _DAY_BEFORE.search(text[max(0, place - 12) : place]) and ordinal_day(text, place, found.end, value):
            found.classes["theord"] = value
        return found
    return _cardinal(text, place, spots, spoken)


def _cardinal(text: str, place: int, spots: list[re.Match[str]], spoken: list[str]) -> Lexeme | None:
    number = english(spoken)
    if not number:
        return None
    value, used = int(number[0]), number[1]
    classes = readings(value, str(value) if value > _LARGEST_SPOKEN else "0")
    if value in _MINUTES and not (value < _TENS and _LATE.search(text, max(0, place - 12), place)):
        classes["said_min"] = value
    classes["n_hour"] = value
    if value in _HOURS and _ALONE_AFTER.match(spots[used - 1].string[spots[used - 1].end() :]):
        classes["said_hour"] = value
    return Lexeme(place, place + spots[used - 1].end(), classes)


def _run(spots: list[re.Match[str]]) -> list[str]:
    """The words that stand side by side, joined by one blank or hyphen."""
    run: list[str] = []
    end = 0
    for spot in spots:
        if spot.start() - end > 1 or not (spot[0] in NUMBER_WORDS or spot[0] == "and"):
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
