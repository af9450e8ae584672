"""Festivals that come: one message to each member who wants them, about all customers who keep the day."""

from collections.abc import Iterator
from datetime import timedelta

from sqlmodel import Session, col, select

from sales.care.habits import read_habits
from sales.festivals import coming
from storage.care.festive import keepers
from storage.care.planning.celebrating import AHEAD
from storage.care.planning.hours import hours_of
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.tables.people import MemberRow


def festivals(session: Session, look: Look) -> Iterator[Planned]:
    """The evening before; on most days no festival comes and nobody is looked at."""
    found = tuple(coming(look.today - timedelta(days=1), AHEAD + 1))
    if not found or look.customers is not None:
        return
    wanting = _wanting(session)
    hours = hours_of(session, wanting)
    for member in wanting:
        for festival, day in found:
            of = hours.get(member)
            due = of.evening_before(day, look.now) if of else None
            if due and keepers(session, member, festival):
                yield Planned(
                    kind="festival",
                    subject_id=member,
                    occasion=f"{festival.name}:{day.isoformat()}",
                    day=day,
                    due_at=due,
                    member_id=member,
                )


def _wanting(session: Session) -> list[int]:
    rows = session.exec(select(MemberRow).where(col(MemberRow.active)).order_by(col(MemberRow.id)))
    return [row.id or 0 for row in rows if read_habits(row.habits).wants("festival")]
