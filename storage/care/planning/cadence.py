"""Customers whom nobody has touched for as long as their class allows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from sales.customers import NOT_SOLD_TO
from sales.moments import local_day, local_moment
from storage.care.planning.look import Look
from storage.care.planning.never import never_again
from storage.care.planning.planned_soon import planned_soon
from storage.care.reminders import Planned
from storage.company.company_settings import company_settings
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow

KIND = "cadence"
_MORNING = time(8)
_A_DAY = timedelta(days=1)
_LOST = "lost"


class Seen(NamedTuple):
    """What is to be known of a customer."""

    id: int
    grade: str
    touched: date | None
    owned: date | None
    created: datetime


@dataclass(frozen=True, slots=True)
class Stretch:
    """Since when nobody touched the customer, and which time it is that this is too long: 1, 2, ..."""

    since: date
    number: int

    @property
    def occasion(self) -> str:
        return f"{self.since.isoformat()}:{self.number}"


def stretch_of(occasion: str) -> Stretch:
    since, _, number = occasion.partition(":")
    return Stretch(date.fromisoformat(since), int(number))


def untouched(session: Session, look: Look) -> Iterator[Planned]:
    """Once when the days of the class are over and again each time that they go by once more.

    Who has a follow-up within two weeks is thought of already.
    """
    cadence = {grade: days for grade, days in company_settings(session).cadence.items() if days}
    if not cadence:
        return
    left_out = planned_soon(session, look.today) | never_again(session, KIND)
    there = _there(session, look, max(cadence.values()))
    due_at = local_moment(look.today, _MORNING, look.zone)
    for row in _candidates(session, look, cadence):
        since, days = _since(row, look), cadence[row.grade]
        stretch = Stretch(since, (look.today - since).days // days)
        occasion = stretch.occasion
        if stretch.number > 0 and row.id not in left_out and (row.id, occasion) not in there:
            yield Planned(
                kind=KIND,
                subject_id=row.id,
                occasion=occasion,
                day=since + timedelta(days=stretch.number * days),
                due_at=due_at,
                customer_id=row.id,
            )


def _candidates(session: Session, look: Look, cadence: dict[str, int]) -> Iterator[Seen]:
    """Columns, not rows, of those alone whose days may be over."""
    until = look.today - timedelta(days=min(cadence.values()))
    touched, owned = col(CustomerRow.touched_on), col(CustomerRow.owned_on)
    wanted = select(col(CustomerRow.id), col(CustomerRow.grade), touched, owned, col(CustomerRow.created_at)).where(
        col(CustomerRow.withdrawn).is_(False),
        col(CustomerRow.owner_id).is_not(None),
        col(CustomerRow.grade).in_(sorted(cadence)),
        col(CustomerRow.stage) != _LOST,
        col(CustomerRow.relation).not_in(NOT_SOLD_TO),
        touched.is_(None) | (touched <= until),
        owned.is_(None) | (owned <= until),
    )
    if look.customers is not None:
        wanted = wanted.where(col(CustomerRow.id).in_(look.customers))
    yield from map(Seen._make, session.connection().execute(wanted.order_by(col(CustomerRow.id))))


def _since(row: Seen, look: Look) -> date:
    """The last visit or call, else the day on which the owner got them or they came on record."""
    days = [day for day in (row.touched, row.owned) if day is not None]
    # Its local day costs most, and most customers came on record long before they were last seen.
    if not days or row.created.date() >= max(days) - _A_DAY:
        days.append(local_day(row.created, look.zone))
    return max(days)


def _there(session: Session, look: Look, longest: int) -> set[tuple[int, str]]:
    """What is planned already: most of those who are quiet today were so yesterday."""
    wanted = select(col(ReminderRow.subject_id), col(ReminderRow.occasion)).where(
        col(ReminderRow.kind) == KIND, col(ReminderRow.day) > look.today - timedelta(days=longest)
    )
    return {(subject, occasion) for subject, occasion in session.connection().execute(wanted)}
