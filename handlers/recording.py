"""Carries out what was decided, in the savepoint of its message: changes first, then what is to be said."""

from datetime import datetime

from handlers.outcome import Outcome
from storage.queues import outbox
from storage.store import Session


def carry_out(session: Session, outcome: Outcome, now: datetime) -> None:
    """Store the changes and put the messages; a key that was put before is left alone."""
    for change in outcome.changes:
        change(session)
    for message in outcome.messages:
        outbox.put(
            session,
            outbox.Sending(
                key=message.key,
                chat=message.chat,
                kind=message.kind,
                due_at=message.due_at or now,
                facts=dict(message.facts),
                member=message.member,
                reply_to=message.reply_to,
                edits=message.edits,
            ),
        )
