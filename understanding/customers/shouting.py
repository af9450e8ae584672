"""Names by their first letters: HFS, Lakeshore DSB, HDWY for 恒大物业."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from understanding.customers.aligning import Fit
from understanding.customers.initials import first_letter, initials
from understanding.customers.names import Form
from understanding.customers.tokens import connectors, legal_words
from understanding.customers.weights import INITIALS, MOST_OF_INITIALS, NOTHING
from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import table

_CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z](?:[A-Z]|\s?&\s?(?=[A-Z])){1,5}(?![A-Za-z0-9$])")
_NO_VOWEL = re.compile(r"(?<![A-Za-z])[b-df-hj-np-tv-z]{4,6}(?![A-Za-z])")
_HEAVY = 1.5
MOST = 24
"""Rows of capitals in a message that are looked up."""


@dataclass(frozen=True, slots=True)
class Shout:
    """Letters that may be the first ones of a name's words."""

    letters: str
    start: int
    end: int


def shouts(text: str) -> list[Shout]:
    """Capitals, and small letters that are no word because no vowel is among them."""
    return list(itertools.islice(_shouts(text), MOST))


def _shouts(text: str) -> Iterator[Shout]:
    for pattern in (_CAPITALS, _NO_VOWEL):
        for found in pattern.finditer(text):
            letters = re.sub(r"[^a-z]", "", found[0].lower())
            if letters not in everyday_words() and letters not in table("en", "naming")["codes"]:
                yield Shout(letters, found.start(), found.end())


def by_initials(forms: Iterable[Form], shouted: Iterable[Shout]) -> list[Fit]:
    """A name's fit where its first letters stand; those of many names are nobody's."""
    letters_of = [(form, initials(form)) for form in forms] if shouted else []
    found: list[Fit] = []
    for one in shouted:
        bearers = [form for form, letters in letters_of if one.letters in letters]
        if len({form.key for form in bearers}) <= MOST_OF_INITIALS:
            found += [Fit(form, one.start, one.end, _weight(form), INITIALS, exact=True) for form in bearers]
    return found


def _weight(form: Form) -> float:
    return INITIALS * min(form.total, _HEAVY)


def continued(fit: Fit, shouted: Iterable[Shout]) -> Fit:
    """Lakeshore DSB: the words after those that were said, by their first letters."""
    for one in shouted:
        if 0 <= one.start - fit.end <= 1 and (weight := _spelt(fit, one.letters)):
            told = fit.weight + INITIALS * weight
            return replace(fit, end=one.end, weight=told, share=told / fit.form.total)
    return fit


def _spelt(fit: Fit, letters: str) -> float:
    units, weights = fit.form.units[fit.after :], fit.form.weights[fit.after :]
    kept = [place for place, unit in enumerate(units) if unit not in connectors() and unit not in legal_words()]
    row = kept[: len(letters)]
    if len(row) < len(letters) or any(
        first_letter(units[place]) != char for place, char in zip(row, letters, strict=True)
    ):
        return NOTHING
    return sum(weights[place] for place in row)
