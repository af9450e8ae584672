"""Tells words of a third language, as far as their script, its marks or its commonest words show it."""

import re
import unicodedata
from functools import cache

from understanding.lexicon.shelf import shared
from understanding.questions.words import one_of
from understanding.spelling import is_han

_MARKS = "¿¡ñãõßøåœ"
_SHARE = 3
_LAST_LATIN = "\u024f"
_KANA = re.compile("[\u3041-\u30fa]")


def is_third_language(text: str) -> bool:
    """English and Chinese are read; a third of letters of another script is another language, and so are kana."""
    letters = [sign for sign in text if sign.isalpha()]
    others = sum(sign > _LAST_LATIN and not is_han(sign) for sign in letters)
    if others * _SHARE >= len(letters) > 0 or any(mark in text.lower() for mark in _MARKS):
        return True
    return bool(_KANA.search(text) or _words().search(_bare(text)))


def _bare(text: str) -> str:
    """Without accents."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(one_of(word for words in shared("foreign")["words"].values() for word in words))
