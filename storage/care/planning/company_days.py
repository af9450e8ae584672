"""Days of a customer that come round every year: since when they are ours, and when they were founded."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import NamedTuple

from sqlalchemy import exists, func, select
from sqlmodel import Session, col

from sales.birthdays import next_birthday, told_days
from sales.care.kinds import REMINDER_KINDS
from sales.kinds import Calendar
from sales.moments import local_moment
from storage.bulk import table_of
from storage.care.planning.celebrating import AHEAD
from storage.care.planning.hours import Hours, hours_of
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow

KIND = "anniversary"
FIELDS = ("partner_since", "founded")
_MORNING = time(8)
_fact = table_of(FactRow).c


class Day(NamedTuple):
    """A fact with its day, of which customer, and who looks after them."""

    fact: int
    value: str
    customer: int
    owner: int


def company_days(session: Session, look: Look) -> Iterator[Planned]:
    """From the day before on; the first day itself is none."""
    found = _coming(session, look)
    hours = hours_of(session, {one.owner for one in found})
    for one in found:
        asked = look.customers is None or one.customer in look.customers
        if asked and one.owner in hours:
            yield from _planned(one, hours[one.owner], look)


def _planned(one: Day, hours: Hours, look: Look) -> Iterator[Planned]:
    today = hours.today(look.now)
    day = next_birthday(one.value, Calendar.SOLAR, today)
    if day and day > date.fromisoformat(one.value) and (day - today).days <= REMINDER_KINDS[KIND].lead:
        yield Planned(
            kind=KIND,
            subject_id=one.fact,
            occasion=day.isoformat(),
            day=day,
            due_at=local_moment(today, _MORNING, hours.zone),
            customer_id=one.customer,
        )


def _coming(session: Session, look: Look) -> list[Day]:
    """What was told last counts."""
    first = look.today - timedelta(days=1)
    days = sorted(told for calendar, told in told_days(first, AHEAD + 1) if calendar is Calendar.SOLAR)
    later = table_of(FactRow).alias("later")
    replaced = exists().where(
        later.c.customer_id == _fact.customer_id,
        later.c.contact_id.is_(None),
        later.c.field == _fact.field,
        later.c.live,
        (later.c.at > _fact.at) | ((later.c.at == _fact.at) & (later.c.id > _fact.id)),
    )
    wanted = (
        select(_fact.id, _fact.value, _fact.customer_id, col(CustomerRow.owner_id))
        .join(CustomerRow, col(CustomerRow.id) == _fact.customer_id)
        .where(_fact.field.in_(FIELDS), _fact.contact_id.is_(None), _fact.live, ~replaced)
        .where(func.substr(_fact.value, 6).in_(days))
        .where(col(CustomerRow.withdrawn).is_(False), col(CustomerRow.owner_id).is_not(None))
        .order_by(_fact.id)
    )
    return [Day._make(row) for row in session.connection().execute(wanted)]
