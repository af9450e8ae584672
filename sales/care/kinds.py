"""Every kind of reminder as a row: for whom, when, how it is shown, and what becomes of it when it comes too late.

A kind has its planner in storage/care/planning/, its words in wording/cards/care/ and its answers in handlers/care/;
all are joined by its name (tests/house/test_reminder_kinds.py).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sales.message_rules import MessageKind, Priority, Uncertain
from sales.people import Role


class Audience(StrEnum):
    """Who is reminded."""

    OWNER = "owner"
    """The customer's owner, or who stands in, when it is due."""
    MEMBER = "member"
    """Whoever it was planned for."""
    CARE = "care"
    """Customer care and the managers of the customer's team."""
    LEADER = "leader"
    """Whoever leads a team, about what is theirs; it is planned for each of them."""


class Shown(StrEnum):
    """How it reaches them."""

    PUSH = "push"
    """A message of its own at its moment."""
    AGENDA = "agenda"
    """A line of the morning's agenda, and of /today."""


class Late(StrEnum):
    """What becomes of one that could not be told in time."""

    SAY = "say"
    """It is told all the same and says that it is late."""
    WAS = "was"
    """The same local day as if nothing had happened; afterwards it says that it was yesterday."""
    SKIP = "skip"
    """It is left out: the next one says it all."""
    DROP = "drop"
    """It is dropped: it has lost its sense."""


class Ignored(StrEnum):
    """What becomes of one that nobody answers."""

    RISES = "rises"
    """It was promised to a customer: it goes up to the manager, announced beforehand."""
    ROLLS = "rolls"
    """It is the member's own plan: it rolls over, and is offered to be dropped at the third move."""
    RESTS = "rests"
    """It is left alone and expires."""


@dataclass(frozen=True, slots=True)
class ReminderKind:
    """`lead`: days before its day on which it is first shown. `expires`: so long after its moment it is of no use.

    `standard`: everybody has it; the others are offered one at a time. `answers` are the buttons under it, `steps`
    those to which an answer leads. `dated`: its day is that of an occasion, and stays when it is put off. `passes`:
    once its day is over it is of no use.
    """

    name: str
    audience: Audience = Audience.OWNER
    shown: Shown = Shown.AGENDA
    lead: int = 0
    late: Late = Late.SAY
    expires: timedelta = timedelta(days=7)
    ignored: Ignored = Ignored.RESTS
    priority: Priority = Priority.REMINDER
    uncertain: Uncertain = Uncertain.REPEAT
    answers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    standard: bool = False
    dated: bool = False
    passes: bool = False

    @property
    def message(self) -> MessageKind:
        """The kind of message as which it is pushed or opened."""
        return MessageKind(
            self.name,
            self.priority,
            self.uncertain,
            ("care_why", "care_back", "care_undo", "care_list", "open_customer", *self.answers, *self.steps),
        )


PUT_OFF = timedelta(days=3)
"""So long one of the agenda is put off."""
_HANDED_ON = ("care_hand_to", "care_take_back")
_CAN_WAIT = ("care_later", "care_hand")
_OF_AGENDA = ("care_done", *_CAN_WAIT, "care_never")
_NOT_GREETED = ("greet_skip", "greet_never")
_GREETED = ("greet_another", "greet_apart", "greet_sent", *_NOT_GREETED)
_ALL: tuple[ReminderKind, ...] = (
    ReminderKind(
        "visit_brief",
        audience=Audience.MEMBER,
        shown=Shown.PUSH,
        late=Late.DROP,
        expires=timedelta(hours=1),
        answers=("visit_moved", "visit_off"),
        standard=True,
    ),
    ReminderKind(
        "visit_outcome",
        audience=Audience.MEMBER,
        shown=Shown.PUSH,
        expires=timedelta(days=3),
        ignored=Ignored.ROLLS,
        answers=("visit_tell", "visit_same", "visit_nobody", "visit_moved"),
        standard=True,
    ),
    ReminderKind(
        "agreement_ends",
        lead=14,
        dated=True,
        expires=timedelta(days=14),
        answers=_OF_AGENDA,
        steps=_HANDED_ON,
    ),
    ReminderKind("cadence", expires=timedelta(days=90), answers=_OF_AGENDA, steps=_HANDED_ON, standard=True),
    ReminderKind(
        "slipping",
        shown=Shown.PUSH,
        answers=("quiet_visit", "quiet_call", "quiet_why", "quiet_fine"),
        steps=("quiet_season", "quiet_lost", "quiet_other"),
        standard=True,
    ),
    ReminderKind("won_back", shown=Shown.PUSH, expires=timedelta(days=3), steps=("back_because",), standard=True),
    ReminderKind("overdue_payment", answers=_OF_AGENDA, steps=_HANDED_ON, standard=True),
    ReminderKind("after_order", answers=_OF_AGENDA, steps=_HANDED_ON),
    ReminderKind(
        "unanswered",
        expires=timedelta(days=14),
        answers=("give_accept", "give_refuse", *_OF_AGENDA),
        steps=("comment_answer", *_HANDED_ON),
        dated=True,
    ),
    ReminderKind(
        "card_review",
        audience=Audience.LEADER,
        shown=Shown.PUSH,
        expires=timedelta(days=6),
        late=Late.SKIP,
        answers=("care_done",),
        steps=("review",),
        standard=True,
    ),
    ReminderKind(
        "rating_due",
        audience=Audience.LEADER,
        expires=timedelta(days=30),
        answers=("care_later", "care_never"),
        steps=("rate",),
    ),
    ReminderKind(
        "promise",
        shown=Shown.PUSH,
        ignored=Ignored.RISES,
        priority=Priority.ALERT,
        answers=("care_answered", "care_complaint"),
        standard=True,
    ),
    ReminderKind(
        "complaint_clock",
        shown=Shown.PUSH,
        ignored=Ignored.RISES,
        priority=Priority.ALERT,
        answers=("care_answered", "care_complaint"),
        standard=True,
    ),
    ReminderKind(
        "birthday_gift",
        lead=3,
        answers=("care_done", *_CAN_WAIT, *_NOT_GREETED),
        steps=_HANDED_ON,
        standard=True,
        dated=True,
        passes=True,
    ),
    ReminderKind(
        "birthday_eve",
        shown=Shown.PUSH,
        lead=1,
        late=Late.WAS,
        expires=timedelta(hours=4),
        answers=_GREETED,
        standard=True,
    ),
    ReminderKind(
        "birthday", shown=Shown.PUSH, late=Late.WAS, expires=timedelta(hours=36), answers=_GREETED, standard=True
    ),
    ReminderKind(
        "anniversary",
        lead=1,
        late=Late.WAS,
        expires=timedelta(days=1),
        answers=(*_GREETED, "care_hand"),
        steps=_HANDED_ON,
        standard=True,
        dated=True,
    ),
    ReminderKind(
        "festival",
        audience=Audience.MEMBER,
        shown=Shown.PUSH,
        lead=1,
        late=Late.WAS,
        expires=timedelta(hours=4),
        answers=("greet_another", "greet_apart", "greet_sent", "greet_skip"),
    ),
    ReminderKind("silent_prospect", expires=timedelta(days=90), answers=_OF_AGENDA, steps=_HANDED_ON),
)
REMINDER_KINDS = {kind.name: kind for kind in _ALL}
EVE_OF_VISIT = "visit_brief_eve"
"""The wish to have the brief the evening before, kept beside the kinds."""


def is_for(kind: ReminderKind, roles: Collection[Role]) -> bool:
    """Whether somebody with these roles is ever reminded of such."""
    return kind.audience is not Audience.LEADER or Role.MANAGER in roles
