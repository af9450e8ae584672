"""All that a digest counts of two periods in one go, by rep and team: going over the book for each takes too long."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, case, func, or_, select
from sqlmodel import Session, col

from sales.digests import Asked, compared
from sales.kinds import Kind
from sales.measures import By, Measure, Period, Tally
from sales.people import Member
from storage.cards.visibility import entry_visible, visible
from storage.measures.counting import numbered
from storage.measures.look import Look
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow

_OF_KIND = {
    Kind.VISIT: Measure.VISITS,
    Kind.CALL: Measure.CALLS,
    Kind.COMPLAINT: Measure.COMPLAINTS,
    Kind.FEEDBACK: Measure.FEEDBACK,
}
_FEW = (Measure.PAID, Measure.NEW_CUSTOMERS, Measure.SOLVED)


class Cell(NamedTuple):
    """What is counted for whom; `is_now` tells the period from the one that it is compared with."""

    measure: Measure
    rep: int | None
    team: int | None
    is_now: bool


@dataclass(frozen=True, slots=True)
class Tallies:
    """`bought` is what each customer ordered for in the period."""

    cells: Counter[Cell] = field(default_factory=Counter)
    bought: Counter[int] = field(default_factory=Counter)


def tallies(session: Session, reader: Member, asked: Asked, today: date) -> Tallies:
    """What it is compared with ends before it begins."""
    now, before = asked.period, compared(asked.pace, asked.period)
    found, span = Tallies(), Period(before.first, now.last)
    for cell, number in _told(session, reader, now, before):
        found.cells[cell] += number
    teams = _teams(session, reader)
    for measure in (*_FEW, Measure.ORDERED):
        look = Look(session, reader, Tally(measure, span, By.REP), today)
        for row, number in numbered(look):
            if row.day not in now and row.day not in before:
                continue
            cell = Cell(measure, row.key, teams.get(row.customer), row.day in now)
            found.cells[cell] += number
            if measure is Measure.ORDERED:
                found.cells[cell._replace(measure=Measure.ORDERS)] += 1
                found.bought[row.customer] += number if cell.is_now else 0
    return found


def _told(session: Session, reader: Member, now: Period, before: Period) -> Iterator[tuple[Cell, int]]:
    """What many entries tell is added up where it lies."""
    its = EntryRow
    in_now = col(its.on_day).between(now.first, now.last)
    keys: tuple[Any, ...] = (
        *(col(its.kind), col(its.member_id), col(CustomerRow.team_id)),
        case((in_now, 1), else_=0).label("is_now"),
    )
    wanted: Select[Any] = (
        select(*keys, func.count())
        .select_from(CustomerRow)
        .join(EntryRow, col(its.customer_id) == col(CustomerRow.id))
        .where(entry_visible(reader), col(its.live), col(its.attempt).is_(False))
        .where(col(its.kind).in_(sorted(_OF_KIND)), col(its.on_day).between(before.first, now.last))
        .where(or_(in_now, col(its.on_day) <= before.last))
        .group_by(*keys)
    )
    for kind, rep, team, is_now, number in session.connection().execute(wanted):
        yield Cell(_OF_KIND[kind], rep, team, bool(is_now)), number


def _teams(session: Session, reader: Member) -> dict[int, int | None]:
    rows = session.connection().execute(select(col(CustomerRow.id), col(CustomerRow.team_id)).where(visible(reader)))
    return {row.id: row.team_id for row in rows}
