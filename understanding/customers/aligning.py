"""Lays a name over the words of a message and measures how much of the name is there."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from understanding.customers.enough import Match, enough, hopeless
from understanding.customers.heard import Heard
from understanding.customers.names import Form
from understanding.customers.tokens import Token, connectors
from understanding.customers.weights import EXACT, SPELT_OUT
from understanding.spelling import is_han

_GAP = 1
MOST = 50
"""Places in a message at which one name is tried."""

Row = dict[int, list[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Fit:
    """A name that stands in a message at `start` up to `end`."""

    form: Form
    start: int
    end: int
    weight: float
    """How much of the name was said; the more, the better it explains the words."""
    share: float
    """Which part of the name was said."""
    exact: bool
    words: tuple[Token, ...] = ()
    """The words of the message that it consists of."""
    full: bool = False
    """Every word of the name was said, the legal form too."""
    after: int = 0
    """The unit of the name that would have come next."""


def fits(form: Form, heard: Heard) -> list[Fit]:
    """All places where enough of the name is said, each from its first matching word."""
    row = _row(form, heard) if heard.concerns(form) else {}
    found: list[Fit] = []
    covered = -1
    for place in itertools.islice(sorted(row), MOST):
        # A name that was laid from an earlier word is not laid again from its middle.
        if heard.said[place].start >= covered and (fit := _from(form, heard.said, place, row)):
            found.append(fit)
            covered = fit.end
    return found


def _row(form: Form, heard: Heard) -> Row:
    """For each place in the message the units of the name that stand there, in the name's order."""
    row: Row = {}
    for unit, text in enumerate(form.units):
        for place, close in heard.places[text]:
            row.setdefault(place, []).append((unit, close))
    return row


def _from(form: Form, said: Sequence[Token], place: int, row: Row) -> Fit | None:
    if said[place].han and place + 1 not in row and place + 2 not in row:
        # A single character names nobody.
        return None
    starts = [unit for unit, _ in row[place] if form.weights[unit]]
    some = [fit for unit in starts if (fit := _measure(form, said, _lay(said, place, unit, row)))]
    return max(some, key=lambda fit: fit.weight, default=None)


def _lay(said: Sequence[Token], place: int, unit: int, row: Row) -> list[Match]:
    """Follow the message word by word; the name may leave units out, the message only a connecting word."""
    laid: list[Match] = []
    gaps = 0
    for index in range(place, len(said)):
        if laid and said[index].apart and said[index].han:
            break
        match = _next(row[index], unit) if index in row else None
        if match:
            laid.append((index, *match))
            unit, gaps = match[0] + 1, 0
        else:
            gaps += 1
            if gaps > _GAP or said[index].text not in connectors():
                break
    return laid


def _next(here: Sequence[tuple[int, float]], unit: int) -> tuple[int, float] | None:
    """The next unit of the name that stands here; one that is written so, before one that sounds so."""
    first = None
    for one in here:
        if one[0] >= unit:
            if one[1] == EXACT:
                return one
            first = first or one
    return first


def _measure(form: Form, said: Sequence[Token], laid: list[Match]) -> Fit | None:
    whole = laid
    while laid and not form.weights[laid[-1][1]] and not (said[laid[-1][0]].han and laid[-1][2] == EXACT):
        # Connecting words at the end belong to the sentence; 公司, if it is written so, does not.
        laid = laid[:-1]
    if not laid or hopeless(form, laid):
        return None
    weight = sum([form.weights[unit] * close for _, unit, close in laid])
    share = weight / form.total
    if not enough(form, said, laid, share):
        return None
    full = len(whole) == len(form.units) and all(close == EXACT for *_, close in whole)
    exact = all(close == 1 for *_, close in laid)
    words = tuple(said[index] for index, *_ in laid)
    if not words[0].han and is_han(form.units[laid[0][1]][0]):
        # One word of pinyin is cut into two or three syllables, but it is one word that fits.
        weight *= SPELT_OUT
    return Fit(form, words[0].start, words[-1].end, weight, share, exact, words, full, laid[-1][1] + 1)
