"""Names that no customer of the directory bears, said in a way that may make them customers, each with a strength."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from understanding.message import company_shapes, company_shapes_chinese
from understanding.message.announced import announced
from understanding.message.naming_words import Span
from understanding.message.odd_hours import missing_hour

ANNOUNCED, BESIDE, COMPANY, LIKELY, MAYBE = 0.9, 0.8, 0.7, 0.6, 0.3
"""Called new; wanting something beside others; a trade or a legal form in it; where a company or a person stands."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A stretch of the message that may name a customer nobody knows yet."""

    start: int
    end: int
    strength: float


def newcomers(text: str, spelled: str, taken: Collection[Span], least: float) -> Iterator[Newcomer]:
    """All that may be meant, the strongest first, down to the `least`; none overlaps what is taken, nor one another."""
    found: list[Span] = []
    for strength, find in _SIGNS:
        for bare in find(text, spelled) if strength >= least else ():
            span = company_shapes_chinese.widened(text, bare)
            if _may_be(text[slice(*span)]) and not _overlaps(span, taken) and not _overlaps(span, found):
                found.append(span)
                yield Newcomer(*span, strength)


def _may_be(name: str) -> bool:
    """25点给银行 begins with an hour, if one that no day has."""
    return bool(name.strip()) and not missing_hour(name)


def _overlaps(one: Span, taken: Collection[Span]) -> bool:
    return any(start < one[1] and one[0] < end for start, end in taken)


Find = Callable[[str, str], Iterator[Span]]

_SIGNS: tuple[tuple[float, Find], ...] = (
    (ANNOUNCED, announced),
    (BESIDE, company_shapes.beside),
    (BESIDE, company_shapes_chinese.beside),
    (COMPANY, company_shapes.companies),
    (LIKELY, company_shapes_chinese.companies),
    (LIKELY, company_shapes_chinese.latin),
    (LIKELY, company_shapes.addressed),
    (LIKELY, company_shapes.small_companies),
    (LIKELY, company_shapes.articled),
    (MAYBE, company_shapes.heads),
    (MAYBE, company_shapes.subjects),
    (MAYBE, company_shapes.met),
    (MAYBE, company_shapes.single_heads),
    (MAYBE, company_shapes_chinese.spoken_of),
    (MAYBE, company_shapes_chinese.gone_to),
    (MAYBE, company_shapes_chinese.anybody),
)
