"""What somebody answered about greeting a person goes for all reminders of that day, and can be taken back."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.known import About, Statement
from storage.cards import facts
from storage.cards.shown_columns import newest
from storage.care import reminders
from storage.care.reminders import UNANSWERED, State
from storage.tables.care import ReminderRow

ON_THE_DAY = ("birthday_eve", "birthday")
ALL_BIRTHDAY = ("birthday_gift", *ON_THE_DAY)
_ALIKE = {"sent": ALL_BIRTHDAY, "skipped": ALL_BIRTHDAY, "no_greetings": (*ALL_BIRTHDAY, "anniversary")}
"""Of what kinds further reminders of that person are settled by an answer."""


def settle(session: Session, *, reminder: int, answer: str, by: Hand) -> bool:
    """Note the answer; False: it is settled already."""
    row = session.get_one(ReminderRow, reminder)
    if not reminders.answer(session, reminder, answer=answer, by=by):
        return False
    for other in _others(session, row, answer):
        reminders.answer(session, other, answer=answer, by=by)
    if answer == "no_greetings" and (of := _about(row)):
        facts.set_fact(session, Statement("greetings", "no"), of=of, by=by)
    return True


def _others(session: Session, row: ReminderRow, answer: str) -> Sequence[int]:
    """Of the same person and day; where they want no greetings at all, of every day."""
    alike = _ALIKE.get(answer, ())
    if row.contact_id is None or row.kind not in alike:
        return ()
    wanted = select(ReminderRow.id).where(
        col(ReminderRow.contact_id) == row.contact_id,
        col(ReminderRow.kind).in_(alike),
        col(ReminderRow.state).in_([*UNANSWERED, State.WAITING]),
    )
    if answer != "no_greetings":
        wanted = wanted.where(col(ReminderRow.occasion) == row.occasion)
    return [number for number in session.exec(wanted.order_by(col(ReminderRow.id))) if number]


def _about(row: ReminderRow) -> About | None:
    return About(row.customer_id, row.contact_id) if row.customer_id and row.contact_id else None


def take_back(session: Session, *, reminder: int, by: Hand) -> bool:
    """The answer was a slip, and with it everything that it settled; False: there is none."""
    row = session.get_one(ReminderRow, reminder)
    answer, moment = row.answer, row.settled_at
    if not reminders.take_back(session, reminder):
        return False
    for other in _settled_with(session, row, answer, moment):
        if reminders.take_back(session, other.id or 0) and other.due_at > by.now and other.kind in ON_THE_DAY:
            other.state = State.WAITING
    session.flush()
    of = _about(row)
    if answer == "no_greetings" and of and (told := newest(session, of, "greetings")) and told.value == "no":
        facts.turn(session, told.id or 0, live=False, by=by)
    return True


def _settled_with(
    session: Session, row: ReminderRow, answer: str | None, moment: datetime | None
) -> Sequence[ReminderRow]:
    if row.contact_id is None:
        return ()
    wanted = select(ReminderRow).where(
        col(ReminderRow.contact_id) == row.contact_id,
        col(ReminderRow.answer) == answer,
        col(ReminderRow.settled_at) == moment,
    )
    return session.exec(wanted.order_by(col(ReminderRow.id))).all()
