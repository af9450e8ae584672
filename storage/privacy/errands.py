"""The jobs of handing out and erasing what is on record about a person, as they stand in the queue."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage.privacy.persons import Who
from storage.queues.jobs import Errand, put

ERASE, EXPORT = "person.erase", "person.export"
# Of two at a time the one might bring back what the other has just cleaned.
_ONE_AT_A_TIME = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """About whom, by which member, from which chat; `card` is the outbox key of the message that was tapped."""

    who: Who
    id: int
    member: int
    chat: int
    card: str = ""


def send(session: Session, *, kind: str, wish: Wish, arrival: int, now: datetime) -> None:
    """No name is among the facts: what lies in the queue would have to be erased, too."""
    facts = {"who": wish.who.value, "id": wish.id, "member": wish.member, "chat": wish.chat, "card": wish.card}
    put(session, Errand(f"{kind}:{arrival}", kind, now, {**facts}, _ONE_AT_A_TIME))
