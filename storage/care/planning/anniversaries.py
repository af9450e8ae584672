"""Days that come round every year, told as facts: of a person, such as a wedding, or of a customer."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from sqlalchemy import func, select
from sqlmodel import Session, col

from sales.birthdays import next_birthday, told_days
from sales.care.kinds import REMINDER_KINDS
from sales.kinds import Calendar
from sales.moments import local_moment
from storage.care.planning.celebrating import AHEAD
from storage.care.planning.company_days import company_days
from storage.care.planning.hours import hours_of
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.care.same_person import COLUMNS, THERE, Person
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow

_MORNING = time(8)


def anniversaries(session: Session, look: Look) -> Iterator[Planned]:
    """From the day before on; the day itself is none. Who stands there twice is thought of once."""
    yield from company_days(session, look)
    found = _coming(session, look)
    hours, seen = hours_of(session, {person.owner for _, _, person in found}), set[tuple[object, ...]]()
    for fact, value, person in found:
        of = hours.get(person.owner)
        twice = (person.called, value) in seen
        seen.add((person.called, value))
        if of is None or twice or (look.customers is not None and person.customer not in look.customers):
            continue
        today = of.today(look.now)
        day = next_birthday(value, Calendar.SOLAR, today)
        if day and day.isoformat() > value and (day - today).days <= REMINDER_KINDS["anniversary"].lead:
            yield _planned(fact, person, day, Look(look.now, today, of.zone))


def _planned(fact: int, person: Person, day: date, look: Look) -> Planned:
    return Planned(
        kind="anniversary",
        subject_id=fact,
        occasion=day.isoformat(),
        day=day,
        due_at=local_moment(look.today, _MORNING, look.zone),
        customer_id=person.customer,
        contact_id=person.contact,
    )


def _coming(session: Session, look: Look) -> list[tuple[int, str, Person]]:
    first = look.today - timedelta(days=1)
    days = sorted(told for calendar, told in told_days(first, AHEAD + 1) if calendar is Calendar.SOLAR)
    wanted = (
        select(col(FactRow.id), col(FactRow.value), *COLUMNS)
        .select_from(FactRow)
        .join(ContactRow, col(ContactRow.id) == col(FactRow.contact_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(*THERE, col(FactRow.field) == "anniversary", col(FactRow.live), col(ContactRow.greetings))
        .where(func.substr(col(FactRow.value), 6).in_(days))
        .order_by(col(FactRow.id))
    )
    return [(fact, value, Person(*row)) for fact, value, *row in session.connection().execute(wanted)]
