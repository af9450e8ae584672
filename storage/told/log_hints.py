"""The reminder or the card of which somebody was just asked to tell, so that plain words answer it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from storage.tables.queues import OutboxRow

PATIENCE = timedelta(minutes=30)
_STILL_READ = timedelta(hours=3)
"""A rep reads what came when the visit is over, and nothing else was said in between."""
_ASKS_FOR_WORDS = {"follow_up", "visit_outcome"}


@dataclass(frozen=True, slots=True)
class AskedToLog:
    """A follow-up of which somebody was just asked what happened; `card` is the outbox key of its card."""

    follow_up: int
    card: str


@dataclass(frozen=True, slots=True)
class AskedOn:
    """A customer of whom somebody was just asked to tell; `plan`: what is to be done there."""

    customer: int
    plan: bool
    who: str = ""
    """The colleague who is to do it."""


def asked_to_tell(session: Session, *, chat: int, moment: datetime) -> AskedToLog | AskedOn | None:
    """What we asked about, if asking was the last thing that we said in this chat."""
    last = _last(session, chat)
    if last is None or last.due_at < moment - PATIENCE:
        return None
    match last.kind, last.facts:
        case "said", {"follow_up": int(follow_up), "card": card}:
            return AskedToLog(follow_up, str(card or ""))
        case "said", {"customer": int(customer), **more}:
            return AskedOn(customer, bool(more.get("plan")), str(more.get("who") or ""))
        case _:
            return None


def came_last(session: Session, *, chat: int, moment: datetime) -> int | None:
    """The message of a reminder that asks for words, if nothing was said or tapped since it came."""
    last = _last(session, chat)
    fresh = last is not None and last.kind in _ASKS_FOR_WORDS and last.edits is None
    return last.message_id if last and fresh and last.due_at >= moment - _STILL_READ else None


def _last(session: Session, chat: int) -> OutboxRow | None:
    in_chat = select(OutboxRow).where(col(OutboxRow.lane) == chat, col(OutboxRow.message_id).is_not(None))
    return session.exec(in_chat.order_by(col(OutboxRow.message_id).desc(), col(OutboxRow.id).desc()).limit(1)).first()
