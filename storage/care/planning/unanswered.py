"""Questions that nobody answered: a customer's that a message passed on, and what colleagues ask or are to do."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.care.customer_questions import question_in
from sales.moments import local_day, local_moment
from storage.care.planning.look import Look
from storage.care.planning.never import never_again
from storage.care.planning.unanswered_comments import unanswered_comments
from storage.care.reminders import Planned
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import EntryRow, TellingRow

KIND = "unanswered"
ASKED, GIVEN = "asked", "given"
"""How an occasion begins: a customer asked, or somebody of ours."""
AFTER = timedelta(days=3)
_CAUGHT_UP = timedelta(days=4)
"""A day that nobody looked is made up for so long."""
_MORNING = time(8)


def unanswered(session: Session, look: Look) -> Iterator[Planned]:
    yield from _asked(session, look)
    yield from _given(session, look)
    yield from unanswered_comments(session, look)


def _asked(session: Session, look: Look) -> Iterator[Planned]:
    """Once a message and customer, for whoever looks after them."""
    never = never_again(session, KIND)
    last = look.today - AFTER
    wanted = (
        select(EntryRow.customer_id, func.min(EntryRow.id), func.min(EntryRow.on_day), TellingRow.text)
        .join(TellingRow, col(TellingRow.id) == col(EntryRow.telling_id))
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(col(EntryRow.live), col(EntryRow.on_day).between(last - _CAUGHT_UP, last))
        .where(col(CustomerRow.withdrawn).is_(False), col(CustomerRow.owner_id).is_not(None))
        .group_by(col(EntryRow.telling_id), col(EntryRow.customer_id), col(TellingRow.text))
        .order_by(func.min(EntryRow.id))
    )
    if look.customers is not None:
        wanted = wanted.where(col(EntryRow.customer_id).in_(look.customers))
    for customer, entry, day, words in session.exec(wanted):
        if customer not in never and question_in(words):
            yield Planned(
                kind=KIND,
                subject_id=entry or 0,
                occasion=f"{ASKED}:{day.isoformat()}",
                day=day,
                due_at=_morning(look),
                customer_id=customer,
            )


def _given(session: Session, look: Look) -> Iterator[Planned]:
    """Once a follow-up, for the colleague who neither took it on nor declined it."""
    until = local_moment(look.today - AFTER + timedelta(days=1), time(), look.zone)
    wanted = (
        select(FollowUpRow, TellingRow.said_at)
        .join(TellingRow, col(TellingRow.id) == col(FollowUpRow.telling_id))
        .where(col(FollowUpRow.state) == "open", col(FollowUpRow.given_to).is_not(None))
        .where(col(FollowUpRow.accepted).is_(None), col(TellingRow.said_at) < until)
    )
    if look.customers is not None:
        wanted = wanted.where(col(FollowUpRow.customer_id).in_(look.customers))
    for row, asked_at in session.exec(wanted.order_by(col(FollowUpRow.id))):
        yield _of_colleague(row, asked_at, look)


def _of_colleague(row: FollowUpRow, asked_at: datetime, look: Look) -> Planned:
    return Planned(
        kind=KIND,
        subject_id=row.id or 0,
        occasion=f"{GIVEN}:{row.given_to}",
        day=local_day(asked_at, look.zone),
        due_at=_morning(look),
        customer_id=row.customer_id,
        member_id=row.given_to,
    )


def _morning(look: Look) -> datetime:
    return local_moment(look.today, _MORNING, look.zone)
