"""Finds the customers of the directory in a message, and says how sure each is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from understanding.customers.aligning import Fit, fits
from understanding.customers.heard import Heard, glued, reshaped
from understanding.customers.index import Index
from understanding.customers.names import Form, initials
from understanding.customers.tokens import Token, tokens
from understanding.spelling import plain

_CAPITALS = re.compile(r"\b[A-Z](?:[A-Z]|\s?&\s?(?=[A-Z])){1,5}\b")
_WHOLE = 0.98
CLEAR = 0.12
"""By so much the best must beat the next to be taken without asking."""
_BEST = 3


@dataclass(frozen=True, slots=True)
class Named:
    """The words at `start` up to `end` name one of the customers in `scores`, best first."""

    start: int
    end: int
    scores: tuple[tuple[int, float], ...]

    @property
    def key(self) -> int:
        return self.scores[0][0]

    @property
    def sure(self) -> float:
        if len(self.scores) == 1:
            return 0.95
        margin = self.scores[0][1] - self.scores[1][1]
        return min(0.95, 0.3 + margin / CLEAR * 0.3) if margin < CLEAR else 0.9


def named(text: str, index: Index) -> list[Named]:
    """Find all that is named in a text, in order; mentions do not overlap."""
    readings = list(_readings(tokens(plain(text), text), index))
    shouted = list(_shouted(text))
    near = {word: words for heard in readings for word, words in heard.near.items()}
    forms = index.lookup([heard.said for heard in readings], near, (letters for letters, *_ in shouted))
    found = [fit for form in forms for heard in readings for fit in fits(form, heard)]
    found += [fit for form in forms for fit in _by_initials(form, shouted)]
    return _choose(found)


def _readings(said: list[Token], index: Index) -> Iterator[Heard]:
    """The message as it stands, and with pinyin and words of names cut or put together, if that makes a difference."""
    near = index.words.near({token.text for token in said if not token.han})
    yield Heard(said, near)
    for other in (reshaped(said, index.words), glued(said, index.words)):
        if len(other) != len(said):
            words = {token.text for token in other if not token.han}
            yield Heard(other, {text: near.get(text) or index.words.surely(text) for text in words})


def _shouted(text: str) -> Iterable[tuple[str, int, int]]:
    for found in _CAPITALS.finditer(text):
        yield re.sub(r"[^A-Z]", "", found[0]).lower(), found.start(), found.end()


def _by_initials(form: Form, shouted: Iterable[tuple[str, int, int]]) -> Iterable[Fit]:
    letters_of = initials(form.units) if shouted else frozenset()
    for letters, start, end in shouted:
        if letters in letters_of:
            yield Fit(form, start, end, 0.9 * min(form.total, 1.5), 0.9, exact=True)


def _choose(found: list[Fit]) -> list[Named]:
    """The fit that explains most words wins its place; the others there become its rivals."""
    chosen: list[Named] = []
    for fit in sorted(found, key=lambda one: (-_merit(one), one.start, one.form.key)):
        if not any(one.start < fit.end and fit.start < one.end for one in chosen):
            chosen.append(Named(fit.start, fit.end, _scores(fit, found)))
    return sorted(chosen, key=lambda one: one.start)


def _merit(fit: Fit) -> float:
    whole = fit.exact and fit.share > _WHOLE
    return fit.weight + 0.3 * fit.share + (0.1 if fit.exact else 0) + (0.3 if whole else 0)


def _scores(best: Fit, found: Iterable[Fit]) -> tuple[tuple[int, float], ...]:
    merits: dict[int, float] = {}
    for fit in found:
        if fit.start < best.end and best.start < fit.end:
            merits[fit.form.key] = max(merits.get(fit.form.key, 0), _merit(fit))
    top = _merit(best)
    scores = [(key, round(merit / top, 4)) for key, merit in merits.items() if merit >= 0.7 * top]
    return tuple(sorted(scores, key=lambda one: (-one[1], one[0] != best.form.key, one[0])))[:_BEST]
