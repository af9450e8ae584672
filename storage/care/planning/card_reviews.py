"""Once a week: the cards that a leader looks over, unless they turned that off (sales/card_reviews.py)."""

from collections.abc import Iterator
from datetime import timedelta

from sqlmodel import Session

from storage.card_reviews.waiting import is_needed, waiting
from storage.care.planning.hours import hours_of
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.company import people

KIND = "card_review"
_MONDAY, _WEEK = 0, 7


def reviews(session: Session, look: Look) -> Iterator[Planned]:
    """On Mondays, at the hour of their agenda, where a card is in need; who turned it on hears of turns alone, too.

    Whoever lives ahead of the company's clocks is planned for on Sunday.
    """
    monday = look.today + timedelta(days=(_MONDAY - look.today.weekday()) % _WEEK)
    if look.customers is not None or (monday - look.today).days > 1:
        return
    leaders = [member for member in people.members(session) if member.leads]
    hours = hours_of(session, [member.id for member in leaders])
    for member in leaders:
        of = hours.get(member.id)
        due = of.morning_of(monday, look.now) if of and of.habits.wants(KIND) else None
        told = waiting if of and of.habits.kinds.get(KIND) else is_needed
        if due and told(session, member, monday):
            yield Planned(
                kind=KIND,
                subject_id=member.id,
                occasion=monday.isoformat(),
                day=monday,
                due_at=due,
                member_id=member.id,
            )
