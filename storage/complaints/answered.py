"""Complaints that a message answers: their customers heard from us, and it said so; undone with the message."""

from datetime import datetime

from sqlmodel import Session, col, select

from sales.complaints import Step
from sales.hands import Hand
from sales.tellings import Telling
from storage.care import reminders
from storage.complaints.reminding import CLOCK, PROMISE
from storage.tables.care import ReminderRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow, TellingRow


def project_answers(session: Session, row: TellingRow, told: Telling, now: datetime) -> set[int]:
    """Bring what it answers in line with what is told now; says whose standing that touches."""
    there = {} if row.is_new else {step.complaint_id: step for step in _steps(session, row)}
    for step in there.values():
        step.live = False
    wanted = {entry.answers for entry in told.entries if entry and entry.answers}
    for complaint in sorted(wanted):
        if session.get(ComplaintRow, complaint) is not None:
            _answer(session, there.get(complaint) or _step(row, complaint, now), row, now)
    return wanted | there.keys()


def _steps(session: Session, row: TellingRow) -> list[ComplaintStepRow]:
    mine = col(ComplaintStepRow.telling_id) == row.id
    return list(session.exec(select(ComplaintStepRow).where(mine, col(ComplaintStepRow.step) == Step.ANSWER)))


def _step(row: TellingRow, complaint: int, now: datetime) -> ComplaintStepRow:
    return ComplaintStepRow(
        complaint_id=complaint, step=Step.ANSWER, at=now, member_id=row.member_id, telling_id=row.id
    )


def _answer(session: Session, step: ComplaintStepRow, row: TellingRow, now: datetime) -> None:
    """The reminders of it that were told are answered with it, as if by their buttons."""
    step.live = True
    session.add(step)
    for number in told_of(session, step.complaint_id):
        reminders.answer(session, number, answer="answered", by=Hand(row.member_id, now))


def told_of(session: Session, complaint: int) -> list[int]:
    """The reminders of a complaint that stand in a chat, unanswered."""
    return _reminders(session, complaint, (reminders.State.TOLD,))


def shown_of(session: Session, complaint: int) -> list[int]:
    """The reminders of a complaint that stand in a chat, answered or not."""
    return _reminders(session, complaint, (reminders.State.TOLD, reminders.State.ANSWERED))


def _reminders(session: Session, complaint: int, states: tuple[reminders.State, ...]) -> list[int]:
    about = (col(ReminderRow.subject_id) == complaint) & col(ReminderRow.kind).in_([PROMISE, CLOCK])
    found = select(ReminderRow.id).where(about, col(ReminderRow.state).in_(states))
    return [number for number in session.exec(found.order_by(col(ReminderRow.id))) if number]
