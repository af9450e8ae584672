"""What people say of customers who are quiet: why, until when, that they are lost, or that they are not."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, delete, select

from sales.customers import Stage
from sales.hands import Hand
from sales.scores.quiet import QuietReason
from sales.scores.stage_reasons import LossCause, ReturnCause
from storage.care import reminders
from storage.company.audit import Subject, note
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerScoreRow, QuietKnownRow, StageChangeRow

LOST, SEASONAL, KNOWN, BECAUSE = "lost", "seasonal", "known", "because"
"""How the reminders of these kinds are answered."""


@dataclass(frozen=True, slots=True)
class Word:
    """Of a customer, by somebody on the local day `on`."""

    customer: int
    on: date
    by: Hand


def know(session: Session, *, reminder: int, word: Word, reason: QuietReason, until: date | None = None) -> bool:
    """They are quiet for a reason, until a day or until they order; False: it is settled already."""
    answer = SEASONAL if reason is QuietReason.SEASONAL else KNOWN
    if not reminders.answer(session, reminder, answer=answer, by=word.by):
        return False
    session.exec(delete(QuietKnownRow).where(col(QuietKnownRow.customer_id) == word.customer))
    session.add(
        QuietKnownRow(
            customer_id=word.customer, reason=reason, until=until, member_id=word.by.member or 0, at=word.by.now
        )
    )
    session.flush()
    note(session, "customer.quiet", Subject("customer", word.customer), word.by, words=reason.value)
    return True


def remark(session: Session, *, customer: int, words: str) -> None:
    """What the reason is, in words."""
    row = session.get(QuietKnownRow, customer)
    if row is not None:
        row.remark = words
        session.flush()


def lose(session: Session, *, reminder: int, word: Word, cause: LossCause) -> bool:
    """They are lost; False: it is settled already."""
    if not reminders.answer(session, reminder, answer=LOST, by=word.by):
        return False
    lose_told(session, word=word, cause=cause)
    return True


def lose_told(session: Session, *, word: Word, cause: LossCause) -> None:
    """They are lost, as somebody told who was not asked."""
    _stand(session, word, Stage.LOST, cause)
    note(session, "customer.lost", Subject("customer", word.customer), word.by, words=cause.value)


def keep(session: Session, *, word: Word) -> None:
    """They are not lost after all: back to where the last night saw them."""
    score = session.get(CustomerScoreRow, word.customer)
    stage = Stage(score.stage) if score and score.stage else Stage.ACTIVE
    _stand(session, word, Stage.SLIPPING if stage is Stage.LOST else stage, None)
    note(session, "customer.kept", Subject("customer", word.customer), word.by)


def _stand(session: Session, word: Word, stage: Stage, cause: LossCause | None) -> None:
    session.get_one(CustomerRow, word.customer).stage = stage
    session.add(
        StageChangeRow(
            customer_id=word.customer,
            on_day=word.on,
            stage=stage,
            cause=cause,
            member_id=word.by.member,
            at=word.by.now,
        )
    )
    session.flush()


def came_back(session: Session, *, reminder: int, cause: ReturnCause, by: Hand) -> bool:
    """What brought them back; False: it is settled already."""
    row = session.get_one(ReminderRow, reminder)
    if not reminders.answer(session, reminder, answer=BECAUSE, by=by):
        return False
    session.get_one(StageChangeRow, row.subject_id).cause = cause
    session.flush()
    return True


def forget(session: Session, *, reminder: int, word: Word) -> None:
    """An answer was a slip: what was noted with it goes, too."""
    row = session.get_one(ReminderRow, reminder)
    if row.answer in (SEASONAL, KNOWN):
        session.exec(delete(QuietKnownRow).where(col(QuietKnownRow.customer_id) == word.customer))
    elif row.answer == LOST:
        keep(session, word=word)
    elif row.answer == BECAUSE:
        session.get_one(StageChangeRow, row.subject_id).cause = ReturnCause.BY_THEMSELVES
    session.flush()


def is_said_lost(session: Session, customer: int) -> bool:
    """Whether it was somebody who called them lost, and nobody took it back."""
    said = select(StageChangeRow.stage).where(
        col(StageChangeRow.customer_id) == customer, col(StageChangeRow.member_id).is_not(None)
    )
    return session.exec(said.order_by(col(StageChangeRow.id).desc())).first() == Stage.LOST
