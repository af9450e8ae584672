"""Tells what stands to the left and to the right of a name."""

import re

from understanding.message.people.words import beside
from understanding.spelling import is_han

_ENDS = frozenset(".!?;\n。!?;…")
_LONGEST_HAN = 4
_WORD_BEFORE = re.compile(r"([a-z][a-z'/]*|@|&)\.?$")
_WORD_AFTER = re.compile(r"[a-z][a-z']*|@|&")
_REACH = 18
GONE = "|"
"""Stands where customers, dates and the like stood."""
_LINK = re.compile(r"(?:from|of|at|in|@|over at|down at|and [a-z]+ (?:from|of|at))(?: the| our)? ?\|")
_MARKS = {",": "comma", ":": "colon", "(": "bracket", ")": "bracket", GONE: "taken", "、": "comma", "-": "dash"}


def left(small: str, place: int) -> str:
    """`small` is the message in small letters, with simplified characters."""
    end = place
    while end and small[end - 1] in " \"“”'":
        end -= 1
    if not end or small[end - 1] in _ENDS:
        return "start"
    char = small[end - 1]
    if is_han(char):
        return _han_left(small, end)
    if char.isdigit():
        return "number"
    found = _WORD_BEFORE.search(small, max(0, end - _REACH), end)
    if found:
        return beside("en", "left").get(found[1], "word")
    return _MARKS.get(char, "other")


def _han_left(small: str, end: int) -> str:
    known = beside("zh", "left")
    for length in range(min(_LONGEST_HAN, end), 0, -1):
        sense = known.get(small[end - length : end])
        if sense:
            return sense
    return "han"


def right(small: str, place: int) -> str:
    while place < len(small) and small[place] in ' "“”':
        place += 1
    if place >= len(small) or small[place] in _ENDS:
        return "end"
    char = small[place]
    if is_han(char):
        return _han_right(small, place)
    if small.startswith(("'s ", "’s "), place):
        return "possessive"
    found = _WORD_AFTER.match(small, place)
    if found:
        return "link" if _LINK.match(small, place) else beside("en", "right").get(found[0], "word")
    return _MARKS.get(char, "other")


def _han_right(small: str, place: int) -> str:
    known = beside("zh", "right")
    for length in range(_LONGEST_HAN, 0, -1):
        sense = known.get(small[place : place + length])
        if sense:
            return sense
    return "han"
