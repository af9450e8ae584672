"""The reminder of which somebody was just asked what happened, so that plain words answer it."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from storage.tables.queues import OutboxRow

PATIENCE = timedelta(minutes=30)


def asked_to_log(session: Session, *, chat: int, moment: datetime) -> tuple[int, str] | None:
    """The follow-up and the outbox key of its card, if asking for it was the last thing that we said in this chat."""
    in_chat = select(OutboxRow).where(col(OutboxRow.lane) == chat, col(OutboxRow.message_id).is_not(None))
    last = session.exec(in_chat.order_by(col(OutboxRow.message_id).desc(), col(OutboxRow.id).desc()).limit(1)).first()
    if last is None or last.due_at < moment - PATIENCE:
        return None
    match last.kind, last.facts:
        case "said", {"follow_up": int(follow_up), "card": card}:
            return follow_up, str(card or "")
        case _:
            return None
