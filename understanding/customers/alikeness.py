"""How far one word of a message stands for one word of a name: 0 (not at all) to 1 (the same)."""

from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from understanding.customers.tokens import short_forms, sounds
from understanding.spelling import is_han

_SHORT = 2
_VERY_CLOSE = 0.9

_HOMOPHONE = 0.8
_SHORTEST_TYPO = 4
_CLOSE = 0.77


@lru_cache(maxsize=1 << 18)
def alike(said: str, unit: str) -> float:
    """Compare a word as said with a word of a name."""
    if said == unit:
        return 1.0
    han = is_han(unit[0])
    if is_han(said[0]):
        return _alike_characters(said, unit) if han else 0.0
    return _alike_sound(said, unit) if han else alike_words(said, unit)


def _alike_characters(said: str, unit: str) -> float:
    return _HOMOPHONE if sounds(said) & sounds(unit) else 0.0


def _alike_sound(said: str, unit: str) -> float:
    return 0.95 if said in sounds(unit) else 0.0


@lru_cache(maxsize=65536)
def alike_words(said: str, unit: str) -> float:
    if _shortened(said, unit) or _shortened(unit, said):
        return 0.95
    if min(len(said), len(unit)) < _SHORTEST_TYPO or said.isdigit() or unit.isdigit():
        return 0.0
    return max(_cut(said, unit), _typo(said, unit))


def _shortened(short: str, full: str) -> bool:
    if full in (short + "s", short + "es"):
        return len(short) > _SHORT
    return short_forms().get(short, short) == short_forms().get(full, full)


def _cut(said: str, unit: str) -> float:
    """The beginning of a word stands for the word: "pharma", "fabs"."""
    short, full = sorted((said.removesuffix("s"), unit), key=len)
    return 0.85 if len(short) >= _SHORTEST_TYPO and full.startswith(short) else 0.0


def _typo(said: str, unit: str) -> float:
    close = DamerauLevenshtein.normalized_similarity(said, unit)
    if close < (_CLOSE if len(said) > _SHORTEST_TYPO else 0.75):
        return 0.0
    return 0.9 * close if said[0] == unit[0] or JaroWinkler.similarity(said, unit) > _VERY_CLOSE else 0.0
