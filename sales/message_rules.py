"""What every message has by its kind: who goes first, and what becomes of one that may not have arrived."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Priority(IntEnum):
    """Who goes first when Telegram lets only some through."""

    REPLY = 0
    ALERT = 1
    REMINDER = 2
    BROADCAST = 3


class Uncertain(StrEnum):
    """What becomes of a message that may or may not have arrived."""

    REPEAT = "repeat"
    PARK = "park"


@dataclass(frozen=True, slots=True)
class MessageKind:
    """A kind of message. `actions` name the buttons that it may carry.

    `secret`: its words are not kept once they are sent.
    """

    name: str
    priority: Priority = Priority.REPLY
    uncertain: Uncertain = Uncertain.REPEAT
    actions: tuple[str, ...] = ()
    secret: bool = False
