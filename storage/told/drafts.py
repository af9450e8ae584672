"""Unfinished entries: a conversation survives any restart, because it is a row."""

from datetime import datetime

from sqlmodel import Session, col, select

from sales.drafts import Draft
from sales.people import Member
from sales.views import Asking
from storage.tables.followups import DraftRow
from storage.told.bodies import DRAFTS


def keep(session: Session, *, draft: Draft, member: Member, now: datetime, state: str = "open") -> None:
    """Keep what is known of a message until its question is answered; the message's older draft is replaced."""
    row = _row(session, draft.chat, draft.message)
    if row is None:
        row = DraftRow(member_id=member.id, chat_id=draft.chat, message_id=draft.message, body="", created_at=now)
    row.body, row.state = DRAFTS.write(draft), state
    session.add(row)
    session.flush()


def close(session: Session, *, draft: Draft) -> None:
    """Let go of a draft that is answered or cancelled."""
    row = _row(session, draft.chat, draft.message)
    if row is not None:
        session.delete(row)
        session.flush()


def open_one(session: Session, *, member: Member) -> Asking | None:
    """Find the question that the member was asked and has not answered."""
    return next(iter(_waiting(session, member, "open")), None)


def queued(session: Session, *, member: Member) -> list[Asking]:
    """List the questions that come next, oldest first."""
    return _waiting(session, member, "queued")


def put_off(session: Session, *, member: Member) -> list[Asking]:
    """List the questions that the member wanted to be asked later, oldest first."""
    return _waiting(session, member, "later")


def waiting(session: Session, *, member: Member) -> list[Asking]:
    """List all questions that wait for the member's answer: the one that is asked now first."""
    return [*_waiting(session, member, "open"), *_waiting(session, member, "queued"), *put_off(session, member=member)]


def _waiting(session: Session, member: Member, *states: str) -> list[Asking]:
    waiting = select(DraftRow).where(col(DraftRow.member_id) == member.id, col(DraftRow.state).in_(states))
    return [_asking(row) for row in session.exec(waiting.order_by(col(DraftRow.id)))]


def by_id(session: Session, *, draft: int, member: Member) -> Asking | None:
    """Find the member's own draft of that id, None once it is answered."""
    row = session.get(DraftRow, draft)
    return _asking(row) if row and row.member_id == member.id else None


def by_message(session: Session, *, chat: int, message: int) -> Asking | None:
    """Find the draft that a message made."""
    row = _row(session, chat, message)
    return _asking(row) if row else None


def _row(session: Session, chat: int, message: int) -> DraftRow | None:
    made = select(DraftRow).where(col(DraftRow.chat_id) == chat, col(DraftRow.message_id) == message)
    return session.exec(made).first()


def _asking(row: DraftRow) -> Asking:
    return Asking(row.id or 0, DRAFTS.read(row.body))
