"""Finds what was ordered, wanted or broken: a number, a measure where one is told, and the thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sales.kinds import Kind
from understanding.findings import FoundFollowUp, Item
from understanding.message import items_chinese, items_english
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.message.scenes import Scene

if TYPE_CHECKING:
    from understanding.message.corrections import Placed

CARRIERS = (Kind.ORDER, Kind.OPPORTUNITY, Kind.COMPLAINT)
MOST = 8
"""More things than anybody lists in one message."""


@dataclass(frozen=True, slots=True)
class _Told:
    clause: Clause
    item: Item


def items(
    noticed: Noticed, scene: Scene, own: dict[Kind, Clause], ahead: Iterable[tuple[Clause, FoundFollowUp]]
) -> dict[Kind, tuple[Item, ...]]:
    """Give each thing to the nearest kind that carries things."""
    carriers = [kind for kind in CARRIERS if kind in own]
    planned = [clause for clause, _ in ahead if not any(clause is own[kind] for kind in carriers)]
    given: dict[Kind, list[Item]] = {kind: [] for kind in carriers}
    for one in _told(noticed, scene, planned) if carriers else ():
        nearest = min(carriers, key=lambda kind: abs(own[kind].start - one.clause.start))
        if one.item not in given[nearest] and len(given[nearest]) < MOST:
            given[nearest].append(one.item)
    return {kind: tuple(some) for kind, some in given.items()}


def _told(noticed: Noticed, scene: Scene, planned: list[Clause]) -> Iterator[_Told]:
    """What is only to be done was neither ordered nor broken."""
    for clause in scene.clauses:
        if not any(clause is one for one in planned):
            yield from (_Told(clause, item) for item in in_clause(noticed, clause))


def in_clause(noticed: Noticed, clause: Clause) -> Iterator[Item]:
    """Sums, dates, phone numbers, customers and people are no things."""
    bare = _blanked(noticed, clause)
    said = noticed.text[clause.start : clause.end]
    english = list(items_english.things(bare))
    # 20 kg is the same in both languages.
    counted = {one.quantity for one in english}
    for found in (*english, *(one for one in items_chinese.things(bare) if one.quantity not in counted)):
        name, quantity, unit = (said[start:end].strip() for start, end in found.parts())
        yield Item(name, quantity, unit or None)


def _blanked(noticed: Noticed, clause: Clause) -> str:
    bare = noticed.spelled
    marked: list[Placed] = [*clause.sums, *clause.dates, *clause.named, *noticed.people, *noticed.facts]
    for one in marked:
        bare = f"{bare[: one.start]}{'|' * (one.end - one.start)}{bare[one.end :]}"
    return bare[clause.start : clause.end]
