"""Unfinished entries: a conversation survives any restart, because it is a row."""

from datetime import datetime

from sqlmodel import Session, col, select

from sales.drafts import Draft
from sales.people import Member
from sales.views import Asking
from storage.bodies import DRAFTS
from storage.tables.followups import DraftRow


def keep(session: Session, *, draft: Draft, member: Member, now: datetime) -> None:
    """Keep what is known of a message until its question is answered; the message's older draft is replaced."""
    row = _row(session, draft.chat, draft.message)
    if row is None:
        row = DraftRow(
            member_id=member.id, chat_id=draft.chat, message_id=draft.message, body="", created_at=now, open=True
        )
    row.body, row.open = DRAFTS.write(draft), True
    session.add(row)
    session.flush()


def close(session: Session, *, draft: Draft) -> None:
    """The draft is answered or cancelled: its row goes, the message itself is on record elsewhere."""
    row = _row(session, draft.chat, draft.message)
    if row is not None:
        session.delete(row)
        session.flush()


def put_aside(session: Session, *, draft: Draft) -> None:
    """Ask later: the draft waits without being the open question."""
    row = _row(session, draft.chat, draft.message)
    if row is not None:
        row.open = False


def open_one(session: Session, *, member: Member) -> Asking | None:
    """The question that the member was asked last and has not answered."""
    waiting = select(DraftRow).where(col(DraftRow.member_id) == member.id, col(DraftRow.open))
    return _asking(session.exec(waiting.order_by(col(DraftRow.id).desc())).first())


def aside(session: Session, *, member: Member) -> list[Asking]:
    """Every question that still waits for the member, oldest first."""
    waiting = select(DraftRow).where(col(DraftRow.member_id) == member.id).order_by(col(DraftRow.id))
    return [asking for row in session.exec(waiting) if (asking := _asking(row))]


def by_id(session: Session, *, draft: int, member: Member) -> Asking | None:
    """The member's own draft of that id, None once it is answered."""
    row = session.get(DraftRow, draft)
    return _asking(row) if row and row.member_id == member.id else None


def by_message(session: Session, *, chat: int, message: int) -> Asking | None:
    """The draft that a message made."""
    return _asking(_row(session, chat, message))


def _row(session: Session, chat: int, message: int) -> DraftRow | None:
    made = select(DraftRow).where(col(DraftRow.chat_id) == chat, col(DraftRow.message_id) == message)
    return session.exec(made).first()


def _asking(row: DraftRow | None) -> Asking | None:
    return Asking(row.id or 0, DRAFTS.read(row.body)) if row else None
