"""Every kind of message that the bot sends, as data: one table that delivery, wording, reminders and the docs read."""

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum, StrEnum


class Priority(IntEnum):
    """Who goes first when Telegram lets only some through."""

    REPLY = 0
    ALERT = 1
    REMINDER = 2
    BROADCAST = 3


class Late(StrEnum):
    """What becomes of a message whose moment passed while the bot was away."""

    SEND = "send"
    BUNDLE = "bundle"
    SKIP = "skip"


class Uncertain(StrEnum):
    """What becomes of a message that may or may not have arrived."""

    REPEAT = "repeat"
    PARK = "park"


class Audience(StrEnum):
    """For whom a kind is meant."""

    ASKER = "asker"
    OWNER = "owner"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class MessageKind:
    """A kind of message. `expires` counts from the planned moment; `actions` name the buttons that it may carry.

    `secret`: its words are not kept once they are sent.
    """

    name: str
    audience: Audience
    priority: Priority = Priority.REPLY
    late: Late = Late.SEND
    expires: timedelta | None = None
    uncertain: Uncertain = Uncertain.REPEAT
    actions: tuple[str, ...] = ()
    secret: bool = False


_ALL = (
    MessageKind("said", Audience.ASKER),
    MessageKind("answered", Audience.ASKER),
    MessageKind("added", Audience.ASKER),
    MessageKind("help", Audience.ASKER),
    MessageKind("complaints", Audience.ASKER),
    MessageKind("birthdays", Audience.ASKER),
    MessageKind("echo", Audience.ASKER, actions=("fix", "more", "less", "undo", "redo", "promise")),
    MessageKind(
        "question",
        Audience.ASKER,
        actions=("pick", "pick_day", "new_customer", "no_customer", "keep_note", "later", "skip", "step", "cancel"),
    ),
    MessageKind("fixing", Audience.ASKER, actions=("fix", "fix_line", "fix_field", "fix_set", "less")),
    MessageKind("agenda", Audience.ASKER, actions=("open_follow_up",)),
    MessageKind("customer", Audience.ASKER, actions=("customers",)),
    MessageKind("customers", Audience.ASKER, actions=("open_customer", "customers")),
    MessageKind("invitation", Audience.ASKER, actions=("renew",), secret=True),
    MessageKind("invitations", Audience.ASKER, secret=True),
    MessageKind("languages", Audience.ASKER, actions=("set_language",)),
    MessageKind("zones", Audience.ASKER, actions=("set_timezone",)),
    MessageKind("complaint", Audience.MANAGER, Priority.ALERT, actions=("take", "leave_with_rep", "open_customer")),
    MessageKind(
        "follow_up",
        Audience.OWNER,
        Priority.REMINDER,
        Late.BUNDLE,
        actions=(
            "done",
            "snooze_hour",
            "snooze_tomorrow",
            "snooze_monday",
            "snooze_days",
            "snooze_to",
            "log",
            "drop",
            "back",
            "reopen",
        ),
    ),
    MessageKind("late", Audience.OWNER, Priority.REMINDER, actions=("open_follow_up", "all_today")),
)
KINDS = {kind.name: kind for kind in _ALL}
