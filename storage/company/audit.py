"""The audit trail: who saw, changed, exported, merged or erased what, and when."""

import hashlib
import secrets
from dataclasses import dataclass

from sqlmodel import Session

from sales.hands import Hand
from storage.tables.events import EventDetailRow, EventRow

_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about: a kind of row ("customer", "member", "export", ...) and its id."""

    kind: str
    id: int | None = None


def note(session: Session, action: str, subject: Subject, by: Hand, *, words: str = "") -> int:
    """Put an event on the trail and return its id; `words` are kept apart, so that they can be erased.

    `action` is "what.done": "customer.seen", "customer.merged", "export.made".
    """
    salt = secrets.token_hex(_SALT_BYTES) if words else ""
    event = EventRow(
        at=by.now,
        member_id=by.member,
        action=action,
        subject=subject.kind,
        subject_id=subject.id,
        words_digest=digest_of(words, salt) if words else None,
    )
    session.add(event)
    session.flush()
    if words:
        session.add(EventDetailRow(event_id=event.id or 0, words=words, salt=salt))
        session.flush()
    return event.id or 0


def digest_of(words: str, salt: str) -> str:
    """Salted: once words and salt are erased, nobody finds the words by trying names."""
    return hashlib.sha256(f"{salt}\n{words}".encode()).hexdigest()
