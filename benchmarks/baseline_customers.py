"""A baseline for finding customers: every name is compared with the whole message, by rapidfuzz."""

from collections.abc import Callable

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

KNOWN, OFFERED = 2, 6
"""Of a message that names two customers so many are taken for meant, and so many would be shown."""
SCORERS: dict[str, Callable[..., float]] = {
    "rapidfuzz token_set_ratio": fuzz.token_set_ratio,
    "rapidfuzz partial_ratio": fuzz.partial_ratio,
}


class Names:
    """Names as rapidfuzz wants them, made ready beforehand; a customer's key is its place."""

    def __init__(self, names: list[str], scorer: Callable[..., float]) -> None:
        self._names = [default_process(name) for name in names]
        self._scorer = scorer

    def found(self, text: str) -> tuple[set[int], set[int]]:
        """The customers that are taken for meant, and all that would be shown."""
        best = process.extract(default_process(text), self._names, scorer=self._scorer, limit=OFFERED)
        keys = [key for _, _, key in best]
        return set(keys[:KNOWN]), set(keys)
