"""The reminder or the card of which somebody was just asked to tell, so that plain words answer it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from storage.tables.queues import OutboxRow

PATIENCE = timedelta(minutes=30)


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


def asked_to_tell(session: Session, *, chat: int, moment: datetime) -> AskedToLog | AskedOn | None:
    """What we asked about, if asking was the last thing that we said in this chat."""
    in_chat = select(OutboxRow).where(col(OutboxRow.lane) == chat, col(OutboxRow.message_id).is_not(None))
    last = session.exec(in_chat.order_by(col(OutboxRow.message_id).desc(), col(OutboxRow.id).desc()).limit(1)).first()
    if last is None or last.due_at < moment - PATIENCE:
        return None
    match last.kind, last.facts:
        case "said", {"follow_up": int(follow_up), "card": card}:
            return AskedToLog(follow_up, str(card or ""))
        case "said", {"customer": int(customer), **more}:
            return AskedOn(customer, bool(more.get("plan")))
        case _:
            return None
