"""Brings a claimed message to the point of being sent: paced, rendered, its buttons minted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

import structlog

from delivery.composing import Letter, compose
from delivery.enclosing import Make
from delivery.pace import History, earliest, push_room
from delivery.posting import Address
from sales.cards import Card
from sales.message_rules import Priority
from storage.queues import buttons, outbox
from storage.queues.outbox import OUTBOX, Message
from storage.queues.queue import Claimed
from storage.store import Session

log = structlog.get_logger(__name__)
NO_WAIT = timedelta(0)

Render = Callable[[Session, Message, datetime], Card | None]
"""How a message reads now; None: what it was about is gone, so it is never sent."""

Unreachable = Callable[[Session, int, datetime], None]
"""What becomes of a person to whom nothing arrives any more."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A message on its way: a letter to an address, or (`letter` None) one to take back."""

    claimed: Claimed[Message]
    address: Address
    letter: Letter | None


class Preparing:
    """Works inside the store's transactions, hence in its threads; the lock guards the history of what was sent."""

    def __init__(self, render: Render, unreachable: Unreachable, make: Make) -> None:
        self._render = render
        self.unreachable = unreachable
        self.make = make
        self._history = History()
        self._lock = Lock()

    def ready(self, session: Session, claimed: Claimed[Message] | None, now: datetime) -> Ready | None:
        """The chat's next message; None when there is none, or none yet: the chat is given back then."""
        while claimed:
            if (wait := self._take_turn(claimed.row, now)) > NO_WAIT:
                OUTBOX.hand_back(session, claimed)
                OUTBOX.release(session, claimed.held, wait)
                return None
            if found := self._made(session, claimed, now):
                return found
            claimed = OUTBOX.advance(session, claimed.held, now, self.lowest(now))
        return None

    def hold(self, chat: int, until: datetime, now: datetime) -> None:
        with self._lock:
            self._history.note_hold(chat, until, now)

    def push_room(self, now: datetime) -> int:
        with self._lock:
            self._history.forget(now)
            return push_room(self._history, now)

    def lowest(self, now: datetime) -> Priority:
        """What may go now: while the token's room for pushes is used up, only replies."""
        with self._lock:
            return Priority.BROADCAST if push_room(self._history, now) else Priority.REPLY

    def _take_turn(self, message: Message, now: datetime) -> timedelta:
        """How long to wait; when not at all, the turn is taken."""
        with self._lock:
            wait = max(NO_WAIT, earliest(self._history, message.chat, message.priority) - now)
            if wait == NO_WAIT:
                self._history.note_sent(message.chat, message.priority, now)
            return wait

    def _made(self, session: Session, claimed: Claimed[Message], now: datetime) -> Ready | None:
        """None: it will not be sent, and that is on record."""
        try:
            with session.begin_nested():
                found = self._make(session, claimed, now)
        except Exception as error:
            log.exception("a message could not be rendered", key=claimed.row.key)
            outbox.dead(session, claimed, f"{type(error).__name__}: {error}", now)
            return None
        if found is None:
            outbox.dropped(session, claimed, now)
        return found

    def _make(self, session: Session, claimed: Claimed[Message], now: datetime) -> Ready | None:
        message = claimed.row
        if message.deletes:
            number = outbox.message_of(session, message.deletes)
            return Ready(claimed, Address(message.chat, replaces=number), None) if number else None
        card = self._render(session, message, now)
        if card is None:
            return None
        # What was never sent, or nobody knows whether, cannot be edited: the change comes as a message of its own.
        replaces = outbox.message_of(session, message.edits) if message.edits else None
        address = Address(message.chat, message.reply_to, replaces)
        return Ready(claimed, address, compose(card, _tokens(session, message, card, now)))


def _tokens(session: Session, message: Message, card: Card, now: datetime) -> list[str]:
    if message.member is None:
        return []
    return buttons.mint(session, message.member, outbox_id=message.id, card=card, now=now)
