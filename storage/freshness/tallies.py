"""Figures on their way to whoever asked: numbers alone wait in the outbox, names are read when they are shown."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session, col, select

from sales.card_figures import CardFigures, Figures, RepFigures
from sales.freshness import ALL, Weights
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow

_REPS, _NEEDIEST = "reps", "neediest"


def tally(figures: Figures) -> dict[str, str]:
    """As facts of a message."""
    reps = ((rep.member, rep.cards, rep.weights.there, rep.weights.fresh, rep.stale) for rep in figures.reps)
    cards = ((card.customer, card.weights.there, card.weights.fresh) for card in figures.neediest)
    return {_REPS: _written(reps), _NEEDIEST: _written(cards)}


def figures_of(session: Session, member: Member, facts: Mapping[str, str]) -> Figures:
    """What was counted, with the names as they are now; a card that is not the reader's to see any more is left out."""
    counted = {line[0]: line for line in _read(facts.get(_NEEDIEST) or "")}
    theirs = select(CustomerRow).where(visible(member, Part.FACTS), col(CustomerRow.id).in_(counted))
    rows = {row.id: row for row in session.exec(theirs)}
    needy = (_card(rows[key], line) for key, line in counted.items() if key in rows)
    reps = _read(facts.get(_REPS) or "")
    names = select(MemberRow.id, MemberRow.name).where(col(MemberRow.id).in_([line[0] for line in reps]))
    called = dict(session.exec(names).all())
    return Figures(tuple(_rep(called.get(line[0], "?"), line) for line in reps), tuple(needy))


def _rep(name: str, line: list[int]) -> RepFigures:
    member, cards, there, fresh, stale = line
    return RepFigures(member, name, cards, Weights(cards * ALL, there, fresh), stale)


def _card(row: CustomerRow, line: list[int]) -> CardFigures:
    customer, there, fresh = line
    return CardFigures(customer, row.name, row.owner_id or 0, row.grade, Weights(ALL, there, fresh))


def _written(lines: Iterable[tuple[int, ...]]) -> str:
    return " ".join(",".join(map(str, line)) for line in lines)


def _read(written: str) -> list[list[int]]:
    return [[int(number) for number in line.split(",")] for line in written.split()]
