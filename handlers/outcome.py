"""What a handler decides: what to store, what to say, and the toast for a tap."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from storage.store import Session

Change = Callable[[Session], object]
"""Something to store: a storage function with everything but the session filled in (functools.partial)."""

Facts = Mapping[str, str | int | None]
"""What a message is about: ids and short words, as JSON. The card is laid out when it is sent."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message for the outbox. `key` is sent once, ever; `edits` is the key of the message it replaces in place."""

    key: str
    chat: int
    kind: str
    facts: Facts = field(default_factory=dict)
    member: int | None = None
    reply_to: int | None = None
    edits: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer to an inline query: what the list shows, and the text that goes into the chat when it is tapped."""

    id: str
    title: str
    line: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole answer to one update: carried out in one savepoint, changes first.

    `toast` answers a tap and `offers` an inline query, both past the outbox.
    """

    changes: tuple[Change, ...] = ()
    messages: tuple[Message, ...] = ()
    toast: str | None = None
    offers: tuple[Offer, ...] = ()


SILENCE = Outcome()
