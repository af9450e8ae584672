"""How far one word of a message stands for one word of a name: 0 (not at all) to 1 (the same)."""

from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from understanding.customers.tokens import short_forms
from understanding.customers.weights import BEGINNING, LIKE, LIKE_SHORT, SHORT_FORM, TYPO

_SHORT = 2
_VERY_CLOSE = 0.9
_SHORTEST_TYPO = 4


@lru_cache(maxsize=1 << 14)
def alike_words(said: str, unit: str) -> float:
    if _shortened(said, unit) or _shortened(unit, said):
        return SHORT_FORM
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
    return BEGINNING if len(short) >= _SHORTEST_TYPO and full.startswith(short) else 0.0


def _typo(said: str, unit: str) -> float:
    cutoff = LIKE if len(said) > _SHORTEST_TYPO else LIKE_SHORT
    close = DamerauLevenshtein.normalized_similarity(said, unit, score_cutoff=cutoff)
    if not close:
        return 0.0
    return TYPO * close if said[0] == unit[0] or JaroWinkler.similarity(said, unit) > _VERY_CLOSE else 0.0
