"""Finds the customers of the directory in a message, and says how sure each is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from understanding.customers.aligning import Fit, fits
from understanding.customers.doubt import trust
from understanding.customers.heard import Heard, Script, glued, reshaped
from understanding.customers.index import Index
from understanding.customers.names import Form
from understanding.customers.shouting import Shout, by_initials, continued, shouts
from understanding.customers.tokens import Token, tokens
from understanding.customers.translating import Near, into_characters, into_words
from understanding.customers.weights import (
    CLEAR,
    EXACT_MERIT,
    LEGAL_MERIT,
    NOTHING,
    RIVAL,
    SHARE_MERIT,
    SURE_ALONE,
    SURE_CLEARLY,
    SURE_LEAST,
    TRUSTED,
    WHOLE,
    WHOLE_MERIT,
)
from understanding.spelling import plain

_BEST = 3


@dataclass(frozen=True, slots=True)
class Named:
    """The words at `start` up to `end` name one of the customers in `scores`, best first."""

    start: int
    end: int
    scores: tuple[tuple[int, float], ...]
    trust: float = TRUSTED
    """How far these words may be trusted to name a customer at all."""

    @property
    def key(self) -> int:
        return self.scores[0][0]

    @property
    def sure(self) -> float:
        return self.trust * self._clearly()

    def _clearly(self) -> float:
        if len(self.scores) == 1:
            return SURE_ALONE
        margin = self.scores[0][1] - self.scores[1][1]
        return SURE_CLEARLY if margin >= CLEAR else SURE_LEAST * (1 + margin / CLEAR)


def named(text: str, index: Index) -> list[Named]:
    """Find all that is named in a text, in order; mentions do not overlap."""
    spelled = plain(text)
    shouted = shouts(text)
    found = _fits(tokens(spelled, text), shouted, index)
    trusted = [(fit, far) for fit in found if (far := trust(fit, spelled))]
    return _choose(trusted)


def _fits(said: list[Token], shouted: list[Shout], index: Index) -> list[Fit]:
    ways = list(readings(said, index))
    forms = candidates(ways, index, (one.letters for one in shouted))
    found = [continued(fit, shouted) for form in forms for heard in ways for fit in fits(form, heard)]
    return found + by_initials(forms, shouted)


def candidates(ways: Sequence[Heard], index: Index, shouted: Iterable[str] = ()) -> list[Form]:
    """The names that share most with what is said, in whichever way it is read."""
    near = {word: words for heard in ways for word, words in heard.near.items()}
    return index.lookup([heard.said for heard in ways], near, shouted)


def readings(said: list[Token], index: Index) -> Iterator[Heard]:
    """The message as it stands, then with words cut, put together or translated, where that makes a difference."""
    near = index.words.near({token.text for token in said if not token.han})
    yield Heard(said, near)
    for other, script in ((reshaped(said, index.words), Script.ANY), (glued(said, index.words), Script.LATIN)):
        if len(other) != len(said):
            yield Heard(other, _near(other, near, index), script)
    if characters := into_characters(said):
        yield Heard(characters, {}, Script.HAN)
    if translated := into_words(said, index.words):
        yield Heard(translated.said, near | translated.near, Script.LATIN)


def _near(said: list[Token], near: Near, index: Index) -> Near:
    words = {token.text for token in said if not token.han}
    return {text: near.get(text) or index.words.surely(text) for text in words}


def _choose(found: list[tuple[Fit, float]]) -> list[Named]:
    """The fit that explains most words wins its place; the others there become its rivals."""
    chosen: list[Named] = []
    for fit, far in sorted(found, key=lambda one: (-_merit(one[0]), one[0].start, one[0].form.key)):
        if not any(one.start < fit.end and fit.start < one.end for one in chosen):
            chosen.append(Named(fit.start, fit.end, _scores(fit, [other for other, _ in found]), far))
    return sorted(chosen, key=lambda one: one.start)


def _merit(fit: Fit) -> float:
    whole = fit.exact and fit.share > WHOLE
    legal = fit.full and NOTHING in fit.form.weights
    part = SHARE_MERIT * fit.share + EXACT_MERIT * fit.exact
    return fit.weight + part + WHOLE_MERIT * (whole + fit.full) + LEGAL_MERIT * legal


def _scores(best: Fit, found: list[Fit]) -> tuple[tuple[int, float], ...]:
    merits: dict[int, float] = {}
    for fit in found:
        if fit.start < best.end and best.start < fit.end:
            merits[fit.form.key] = max(merits.get(fit.form.key, 0), _merit(fit))
    top = _merit(best)
    scores = [(key, round(merit / top, 4)) for key, merit in merits.items() if merit >= RIVAL * top]
    return tuple(sorted(scores, key=lambda one: (-one[1], one[0] != best.form.key, one[0])))[:_BEST]
