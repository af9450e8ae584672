"""Whether two names are two ways to write one company: what differs may be a legal form, the script or a slip."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from understanding.customers.heard import Heard
from understanding.customers.index import Index
from understanding.customers.mentions import candidates, readings
from understanding.customers.names import Form, form
from understanding.customers.sounding import sounds
from understanding.customers.tokens import Token, han_parts, tokens
from understanding.customers.translating import MARK
from understanding.customers.weights import (
    BRIEF,
    DISTINCT,
    EXACT,
    LEFT_OUT,
    NEAR,
    NOTHING,
    SHORT_FORM,
    SLIP,
    TRANSLATED,
)
from understanding.spelling import is_han, plain

_SHORTEST_SLIP = 5
"""Letters of a word that may hold a slip where nothing beside it speaks for the name."""
_SHORTEST_ROW = 4
"""Characters of a name of which one may be another of the same sound."""


@dataclass(frozen=True, slots=True)
class Namesake:
    """A customer that may be the one of a new name; 1 where but the legal form or the script differs."""

    key: int
    alike: float


@dataclass(frozen=True, slots=True)
class _Pair:
    """What two names share, and what is left of each: weights, and how closely each shared unit fits."""

    shared: tuple[tuple[float, float], ...]
    left: tuple[float, ...]
    other_left: tuple[float, ...]
    branch: bool
    """One is a branch, the other is not."""
    han: bool
    """What fits only roughly is a character."""
    shortest: int
    """The letters of the shortest word that fits only roughly."""


def namesakes(name: str, index: Index) -> list[Namesake]:
    """The customers of the index that may be meant by a new name, the likeliest first."""
    return _near(name, index, partial(candidates, index=index))


def among(name: str, few: Sequence[Form]) -> list[Namesake]:
    """The same of a few customers; all of them are compared."""
    index = Index()
    index.know(few)
    return _near(name, index, lambda _: few)


def _near(name: str, index: Index, chosen: Callable[[Sequence[Heard]], Sequence[Form]]) -> list[Namesake]:
    spelled = plain(name)
    said = tokens(spelled, name)
    weighed = _weighed(spelled, said)
    ways = list(readings(said, index))
    best: dict[int, float] = {}
    for one in chosen(ways):
        alike = max((_alike(pair) for heard in ways if (pair := _compared(one, heard, weighed))), default=0.0)
        if alike >= NEAR:
            best[one.key] = max(alike, best.get(one.key, 0.0))
    return [Namesake(key, alike) for key, alike in sorted(best.items(), key=lambda item: (-item[1], item[0]))]


def alike(name: str, others: Iterable[str]) -> float:
    """How far a new name may stand for a customer that goes by these others; 0: not at all."""
    return max((one.alike for one in among(name, [form(0, other) for other in others])), default=0.0)


def _weighed(spelled: str, said: Sequence[Token]) -> list[float]:
    """For each place of the spelled name, the weight of the unit that stands there."""
    weights = [NOTHING] * len(spelled)
    for token, weight in zip(said, form(0, spelled).weights, strict=True):
        weights[token.start : token.end] = [weight] * (token.end - token.start)
    return weights


def _compared(known: Form, heard: Heard, weighed: Sequence[float]) -> _Pair | None:
    """Lay the known name over the new one, unit by unit, in whatever order."""
    if not heard.concerns(known):
        return None
    pairs = dict(_matched(known, heard))
    taken = {place for place, _ in pairs.values()}
    shared = tuple((known.weights[unit], close) for unit, (_, close) in pairs.items())
    rough = [unit for unit, (_, close) in pairs.items() if close < TRANSLATED]
    return _Pair(
        shared,
        tuple(weight for unit, weight in enumerate(known.weights) if unit not in pairs and weight),
        tuple(_left(heard.said, taken, weighed)),
        branch=_is_branch(known.units) != _is_branch([token.text for token in heard.said]),
        han=any(is_han(known.units[unit][0]) for unit in rough),
        shortest=min((len(known.units[unit]) for unit in rough), default=_SHORTEST_SLIP),
    )


def _is_branch(units: Iterable[str]) -> bool:
    return han_parts("branches").search("".join(units)) is not None


def _matched(known: Form, heard: Heard) -> Iterator[tuple[int, tuple[int, float]]]:
    """Each unit of the known name with the free place where it stands most closely; what is exact chooses first."""
    fitting = (
        (-close, abs(place - unit), unit, place)
        for unit, text in enumerate(known.units)
        for place, close in heard.places[text]
        if close >= TRANSLATED or _sounds_like(heard.said[place].text, text)
    )
    units, places = set[int](), set[int]()
    for close, _, unit, place in sorted(fitting):
        if unit not in units and place not in places:
            units.add(unit)
            places.add(place)
            yield unit, (place, -close)


def _sounds_like(said: str, unit: str) -> bool:
    """Two characters that are commonly said alike; a rare reading that they share makes no slip."""
    return not (is_han(said[0]) and is_han(unit[0])) or sounds(said)[:1] == sounds(unit)[:1]


def _left(said: Sequence[Token], taken: set[int], weighed: Sequence[float]) -> Iterator[float]:
    spans = {(said[place].start, said[place].end) for place in taken}
    for place, token in enumerate(said):
        weight = max(weighed[token.start : token.end], default=NOTHING)
        if place not in taken and weight and not (token.text.startswith(MARK) and (token.start, token.end) in spans):
            yield weight


def _alike(pair: _Pair) -> float:
    """What one of them leaves out may be missing, unless it is a heart of its own; two different trades may not be."""
    left = (*pair.left, *pair.other_left)
    rough = [close for _, close in pair.shared if close < TRANSLATED]
    told = sum(weight for weight, _ in pair.shared)
    if (left and pair.branch) or (pair.left and pair.other_left) or max(left, default=NOTHING) >= DISTINCT:
        return 0.0
    if not any(weight >= DISTINCT for weight, _ in pair.shared) or (rough and (left or not _slipped(pair, rough))):
        return 0.0
    exact = sum(close >= SHORT_FORM for _, close in pair.shared) == len(pair.shared)
    return EXACT - SLIP * len(rough) - LEFT_OUT * sum(left) / (told + sum(left)) - BRIEF * (not exact and not rough)


def _slipped(pair: _Pair, rough: Sequence[float]) -> bool:
    """One slip, in a word or a row of characters long enough to tell that it is one."""
    if len(rough) > 1:
        return False
    return len(pair.shared) >= _SHORTEST_ROW if pair.han else len(pair.shared) > 1 or pair.shortest >= _SHORTEST_SLIP
