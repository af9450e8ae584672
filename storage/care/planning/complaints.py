"""Complaints of which somebody waits for an answer; planned when they are told, and looked at every day again."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.complaints.reminding import CLOCK, PROMISE
from storage.complaints.standing import wanted
from storage.tables.tellings import ComplaintRow


def promises(session: Session, look: Look) -> Iterator[Planned]:
    yield from _of(session, look, PROMISE)


def clocks(session: Session, look: Look) -> Iterator[Planned]:
    yield from _of(session, look, CLOCK)


def _of(session: Session, look: Look, kind: str) -> Iterator[Planned]:
    waiting = select(ComplaintRow).where(col(ComplaintRow.answer_by) > look.now)
    if look.customers is not None:
        waiting = waiting.where(col(ComplaintRow.customer_id).in_(look.customers))
    for row in session.exec(waiting.order_by(col(ComplaintRow.id))):
        yield from (one for one in wanted(session, row) if one.kind == kind)
