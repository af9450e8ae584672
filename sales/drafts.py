"""An entry that waits for one answer: what is known so far and what is asked."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from sales.kinds import Kind
from sales.tellings import NOTHING_TOLD, Party, Source, Telling


@dataclass(frozen=True, slots=True)
class Choice:
    """A customer that may be meant, with what tells it from the others ("seen 9 Nov")."""

    customer: int
    name: str
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class WhichCustomer:
    """Which customer is meant by `said`; empty when the message named nobody at all."""

    said: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class SameCustomer:
    """Whether the customer that a message calls `name`, and that would be a new one, is one of these.

    `free` are customers of the pool, which the member may take over.
    """

    name: str
    known: tuple[Choice, ...]
    free: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class WhichDay:
    """On which of `days` the follow-up in `slot` is due; `passed` is a day that was told but lies behind.

    `far`: the day that was told is further ahead than anybody plans. `over` is a clock time of today that has gone by,
    `hour` one that no day has, as it was told.
    """

    slot: int
    days: tuple[date, ...]
    passed: date | None = None
    far: bool = False
    over: time | None = None
    hour: str = ""


@dataclass(frozen=True, slots=True)
class KeepNote:
    """Whether words that told nothing we know of are to be kept as a note."""


@dataclass(frozen=True, slots=True)
class IsItRight:
    """Whether the lines were read right; `doubts` are what may be otherwise, by understanding.findings.Doubt."""

    doubts: tuple[str, ...]


class StepField(StrEnum):
    """What a step asks for."""

    CUSTOMER = "customer"
    CONTACTS = "contacts"
    WORDS = "words"
    DAY = "day"
    CATEGORY = "category"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of /visit, /feedback, /complaint or /followup. `kind` None is a follow-up; `rest` are steps to come."""

    kind: Kind | None
    asks: StepField
    rest: tuple[StepField, ...] = ()


@dataclass(frozen=True, slots=True)
class NewName:
    """What the new customer is called that `said` stands for."""

    said: str


@dataclass(frozen=True, slots=True)
class NewValue:
    """What a field of a stored line is to be; the rep writes it. `line` and `field` as in sales.views.Fixing."""

    telling: int
    line: str
    field: str


Question = WhichCustomer | SameCustomer | WhichDay | KeepNote | IsItRight | Step | NewName | NewValue


@dataclass(frozen=True, slots=True)
class Draft:
    """What a message told so far. `questions` are asked one at a time; the first is the open one.

    `closes` is the follow-up that the message answers, shown in the card `closes_card`; `head` the telling whose echo
    it amends, `complaint` that under whose card it was written; `card` is the outbox key of the message that shows the
    draft and, later, the echo. `really_new` are names of which the member said that they are no customer on record.
    """

    chat: int
    message: int
    moment: datetime
    text: str
    card: str = ""
    telling: Telling = NOTHING_TOLD
    questions: tuple[Question, ...] = ()
    source: Source = Source.TEXT
    closes: int | None = None
    closes_card: str = ""
    head: int | None = None
    complaint: int | None = None
    really_new: tuple[str, ...] = ()
    lost: Party | None = None
    """The customer who is said to have gone to a competitor."""

    @property
    def question(self) -> Question | None:
        return self.questions[0] if self.questions else None
