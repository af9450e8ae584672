"""Cuts a clause that was dictated without marks into pieces that tell one thing each, to word each shortly."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sales.kinds import Kind
from understanding.dates.finding import DatePhrase
from understanding.lexicon.shelf import table
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.spelling import is_han

if TYPE_CHECKING:
    from understanding.message.corrections import Placed

_SAID = ("positive", "negative", "wish", "price", "grievance", "delivery", "quality", "service", "billing")
_TELLS: dict[str, str] = {
    **dict.fromkeys(("visit", "call", "missed"), "met"),
    **dict.fromkeys(_SAID, "said"),
    "order": "order",
    "payment": "payment",
}
"""What a class of cues tells; where another thing begins to be told, a piece may begin."""
_OF_KIND: dict[Kind, tuple[str, ...]] = {
    Kind.FEEDBACK: ("said",),
    Kind.COMPLAINT: ("said",),
    Kind.ORDER: ("order",),
    Kind.PAYMENT: ("payment",),
}
_LONG, _LONG_HAN = 50, 13
"""A clause of so many letters, or characters, may hold several pieces."""
_SHORTEST, _SHORTEST_PLAN = 12, 2
_MARKS = re.compile(r"[,;:，；：。]")


def of_kind(noticed: Noticed, clause: Clause, kind: Kind) -> Clause:
    """The piece that tells the kind most plainly; the clause itself where it is no row of several."""
    some = pieces(noticed, clause)
    told = [sum(_TELLS.get(cue.name) in _OF_KIND.get(kind, ()) for cue in one.cues) for one in some]
    return some[told.index(max(told))] if max(told) else clause


def with_date(noticed: Noticed, clause: Clause, place: int) -> Clause:
    """The piece in which the date at this place stands."""
    return next((one for one in pieces(noticed, clause) if one.start <= place < one.end), clause)


def pieces(noticed: Noticed, clause: Clause) -> list[Clause]:
    """A meeting, what came of it and what is to be done, told in one breath; other clauses are what they are."""
    said = noticed.spelled[clause.start : clause.end]
    han = sum(map(is_han, said)) * 2 > len(said.replace(" ", ""))
    if len(said.strip()) < (_LONG_HAN if han else _LONG) or _MARKS.search(said.strip(" ,;:，；：。")):
        return [clause]
    places = _han_places(noticed, clause) if han else _latin_places(noticed, clause)
    return [_cut(clause, start, end) for start, end in itertools.pairwise([clause.start, *places, clause.end])]


def _met(clause: Clause) -> int | None:
    return next((cue.end for cue in clause.cues if _TELLS.get(cue.name) == "met"), None)


def _cut(clause: Clause, start: int, end: int) -> Clause:
    return replace(
        clause,
        start=start,
        end=end,
        cues=[one for one in clause.cues if start <= one.start < end],
        dates=[one for one in clause.dates if start <= one.start < end],
        sums=[one for one in clause.sums if start <= one.start < end],
        named=[one for one in clause.named if start <= one.start < end],
    )


def _han_places(noticed: Noticed, clause: Clause) -> Iterator[int]:
    """Where what came of it begins, who asks for more, and the first day that is due, up to the end."""
    due = _first_due(noticed, clause)
    begun = min((cue.end for cue in clause.cues if cue.name in _TELLS and cue.name != "wish"), default=clause.end)
    if due is None or due.start < begun:
        told = _first_told(noticed, clause, clause.end)
        yield from (told,) if told is not None else ()
        return
    asked = _asked().search(noticed.spelled, begun, due.start)
    ends = asked.start() if asked else due.start
    told = _first_told(noticed, clause, ends)
    yield from sorted({place for place in (told, ends, due.start) if place is not None})


def _first_due(noticed: Noticed, clause: Clause) -> DatePhrase | None:
    return next((one for one in clause.dates if one.start > clause.start and _is_due(noticed, clause, one)), None)


def _is_due(noticed: Noticed, clause: Clause, one: DatePhrase) -> bool:
    seen, rest = noticed.sides.get(one.start), noticed.spelled[one.end : clause.end].rstrip()
    return seen is not None and seen.way in ("ahead", "either") and len(rest) >= _SHORTEST_PLAN and rest[-1] != "了"


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(rf"(?:{table('zh', 'clauses')['asked']})$")


def _first_told(noticed: Noticed, clause: Clause, ends: int) -> int | None:
    """After the meeting, and whom it was with: 见了王总|说上次那批筒灯不亮."""
    met = _met(clause)
    known: list[Placed] = [*clause.named, *noticed.people]
    marked = [one.end for one in known if clause.start <= one.start < ends]
    if met is None:
        return None
    for cue in sorted(clause.cues, key=lambda one: one.start):
        if met <= cue.start < ends and _TELLS.get(cue.name, "met") != "met":
            said = noticed.spelled.rfind("说", met, cue.start)
            return max([met, said, *(end for end in marked if end <= cue.start)])
    return None


def _latin_places(noticed: Noticed, clause: Clause) -> Iterator[int]:
    """Where a new subject or a wish begins: "... they find it pricey want a quote"."""
    last, met = clause.start, _met(clause)
    for found in _openers().finditer(noticed.spelled, met + 1, clause.end) if met else ():
        if found.start() - last >= _SHORTEST and clause.end - found.start() >= _SHORTEST:
            last = found.start()
            yield last


@cache
def _openers() -> re.Pattern[str]:
    words = table("en", "clauses")
    never = "".join(rf"(?<!\b{word} )" for word in words["no_opener_after"])
    return re.compile(rf"(?<= ){never}(?:{'|'.join(words['openers'])})(?= )")
