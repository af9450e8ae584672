"""Prospects of no class whom nobody has visited or called, and who never ordered: a few a day for each owner."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from sales.customers import NOT_SOLD_TO, Stage
from sales.moments import local_day, local_moment
from storage.bulk import table_of
from storage.care.planning.cadence import Stretch
from storage.care.planning.look import Look
from storage.care.planning.never import never_again
from storage.care.planning.planned_soon import planned_soon
from storage.care.reminders import Planned
from storage.company.company_settings import company_settings
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow

KIND = "silent_prospect"
_UNCLASSED = "B"
"""Who has no class is looked after like a customer of this one; who has one is reminded of by `cadence`."""
_MORNING = time(8)
_customer, _figures = table_of(CustomerRow), table_of(CustomerFiguresRow)


class _Silent(NamedTuple):
    id: int
    owner: int
    owned: date | None
    created: datetime


def silent_prospects(session: Session, look: Look) -> Iterator[Planned]:
    """Once when the days are over and again each time that they go by once more; who waits for longest comes first."""
    settings = company_settings(session)
    days, most = settings.cadence.get(_UNCLASSED), settings.alerts_a_day
    if not days:
        return
    left_out = planned_soon(session, look.today) | never_again(session, KIND)
    there, today = _there(session, look)
    for row, since in _longest_first(session, look):
        stretch = Stretch(since, (look.today - since).days // days)
        known = row.id in left_out or (row.id, stretch.occasion) in there
        if not stretch.number or known or today[row.owner] >= most:
            continue
        today[row.owner] += 1
        yield Planned(
            kind=KIND,
            subject_id=row.id,
            occasion=stretch.occasion,
            day=since + timedelta(days=stretch.number * days),
            due_at=local_moment(look.today, _MORNING, look.zone),
            customer_id=row.id,
        )


def _longest_first(session: Session, look: Look) -> list[tuple[_Silent, date]]:
    """With the day on which their owner got them, or they came on record."""
    silent = ((row, _since(row, look)) for row in _silent(session, look))
    return sorted(silent, key=lambda each: (each[1], each[0].id))


def _silent(session: Session, look: Look) -> Iterator[_Silent]:
    its = _customer.c
    wanted = (
        select(its.id, its.owner_id, its.owned_on, its.created_at)
        .join(_figures, _figures.c.customer_id == its.id, isouter=True)
        .where(its.withdrawn.is_(False), its.owner_id.is_not(None), its.grade.is_(None), its.touched_on.is_(None))
        .where(its.stage == Stage.PROSPECT, its.relation.not_in(NOT_SOLD_TO))
        .where(_figures.c.orders.is_(None) | (_figures.c.orders == 0))
    )
    if look.customers is not None:
        wanted = wanted.where(its.id.in_(look.customers))
    yield from map(_Silent._make, session.connection().execute(wanted.order_by(its.id)))


def _since(row: _Silent, look: Look) -> date:
    return max(filter(None, (row.owned, local_day(row.created, look.zone))))


def _there(session: Session, look: Look) -> tuple[set[tuple[int, str]], Counter[int]]:
    """What was told before, and how many each owner has of today."""
    wanted = (
        select(col(ReminderRow.subject_id), col(ReminderRow.occasion), col(ReminderRow.due_at), _customer.c.owner_id)
        .join(_customer, _customer.c.id == col(ReminderRow.customer_id))
        .where(col(ReminderRow.kind) == KIND)
    )
    rows = session.connection().execute(wanted).all()
    morning = local_moment(look.today, _MORNING, look.zone)
    today = Counter(owner for _, _, due_at, owner in rows if owner and due_at == morning)
    return {(subject, occasion) for subject, occasion, _, _ in rows}, today
