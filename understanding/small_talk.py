"""Tells small talk from words that are worth a question."""

import re
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import is_han, plain

LONGEST = 60
_WORD = re.compile(r"[a-z']+|[\u4e00-\u9fff]+|\d+")


def is_small_talk(text: str) -> bool:
    """Whether a text is nothing but greetings, thanks and the like, or signs without words."""
    words = _WORD.findall(plain(text))
    return not words or (len(text) <= LONGEST and all(map(_is_said_in_passing, words)))


def _is_said_in_passing(word: str) -> bool:
    if word.replace("'", "") in _words():
        return True
    return is_han(word[0]) and bool(_chinese().fullmatch(word))


@cache
def _words() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in table(language, "small_talk")["words"].split())


@cache
def _chinese() -> re.Pattern[str]:
    some = sorted((word for word in _words() if is_han(word[0])), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(some)})+")
