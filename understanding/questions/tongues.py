"""Tells words of a third language, as far as their script or its marks show it."""

from understanding.spelling import is_han

_MARKS = "¿¡ñãõßøåœ"
_SHARE = 3
_LAST_LATIN = "\u024f"


def is_third_language(text: str) -> bool:
    """English and Chinese are read; a third of letters of another script is another language."""
    letters = [sign for sign in text if sign.isalpha()]
    others = sum(sign > _LAST_LATIN and not is_han(sign) for sign in letters)
    return others * _SHARE >= len(letters) > 0 or any(mark in text.lower() for mark in _MARKS)
