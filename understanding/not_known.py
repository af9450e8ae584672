"""Tells that somebody does not know what they were asked."""

from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import plain

_SIGNS = " .,!?…。，！？~"


def is_not_known(text: str) -> bool:
    """Whether the whole text says so: "no idea", 不清楚."""
    return plain(text).replace("’", "'").strip(_SIGNS) in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(plain(said) for language in LANGUAGES for said in table(language, "not_known")["said"])
