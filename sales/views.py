"""What a card shows, ready to be put into words: values that storage reads and wording lays out."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sales.comments import EntryPlace
from sales.complaints import Cause, State
from sales.credit import CreditNote
from sales.customers import Customer
from sales.dealings import Deal, DealQuestion
from sales.drafts import Draft
from sales.kinds import Kind, Severity
from sales.people import Role
from sales.tellings import Entry, FollowUp, Telling

OFTEN = 3
"""Put off so often, a thing may not be worth keeping."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message's share of an echo. `new` are names of customers that it put on record.

    `said` is the message as it was written, `by` who wrote it and `at` when: what "more" shows.
    """

    telling: int
    told: Telling
    undone: bool = False
    new: frozenset[str] = frozenset()
    said: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RefusedSum:
    """A sum that was `said` of a line (as in Fixing) of a telling, and is none."""

    telling: int
    line: str
    said: str


@dataclass(frozen=True, slots=True)
class Echo:
    """What was understood. `head` is the telling that the echo belongs to; `parts` in the order they were said.

    `promise` is the complaint (id) of which we ask by when an answer was promised; `promised` the day once told.
    """

    head: int
    parts: tuple[Part, ...]
    promise: int | None = None
    promised: date | None = None
    joined: date | None = None
    """The day of the open complaint of which this message brought news."""
    answered: date | None = None
    """The day of the complaint whose customer heard from us by it."""
    closed: tuple[str, ...] = ()
    """Actions of follow-ups that this message closed."""
    whole: bool = False
    """Whether everything is shown, after "more"."""
    deal: DealQuestion | None = None
    won: tuple[Deal, ...] = ()
    """Opportunities that an order of this message ended."""
    credit: tuple[CreditNote, ...] = ()
    """What is to be known before goods go out."""
    refused: RefusedSum | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """The open question of a draft. `known` says in short what is kept already."""

    id: int
    draft: Draft


@dataclass(frozen=True, slots=True)
class Fixing:
    """An echo with its editing buttons. `line` is None while the line is being chosen, `field` while the field is.

    `line` is a name of sales/fixes.py, such as "e0" for the first entry; `choices` are (value, label) pairs that are no
    words of ours (customers); other fields' choices are laid out by wording. `parts` are all the messages of the echo,
    where it shows several: then lines of each of them can be chosen.
    """

    telling: int
    told: Telling
    line: str | None = None
    field: str | None = None
    choices: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Last:
    """The latest entry of a customer, for the line "Last: visit Tue 24 Nov, a bit pricey"."""

    kind: Kind
    on: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A follow-up whose moment has come. `late` is the planned moment when it could not be sent in time.

    `stage` is "due" with its buttons, "picking" while a day is being picked, "handing" while a colleague is, or how it
    ended: "done", "snoozed", "dropped", "logged", "withdrawn". `owner` is whose it is, where that is not the reader;
    `listed`: it was opened from a list, to which "back" leads.
    """

    id: int
    what: FollowUp
    last: Last | None = None
    phone: str | None = None
    late: datetime | None = None
    stage: str = "due"
    owner: str | None = None
    listed: bool = False
    ended: str = ""
    """How the occurrence before ended, where the thing comes again."""
    of: date | None = None
    """The day of the present occurrence, where it comes again: a button for another one is out of date."""
    moves: int = 0
    """How often its day was moved."""
    why: "Told | None" = None
    handed_to: str = ""
    """The colleague who is asked to do it, or took it on."""
    given: bool = False
    """It is a colleague's, and the reader took it on."""
    colleagues: tuple[tuple[int, str], ...] = ()
    """To whom it can be handed on (ids and names), where that is asked."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who told of it, when, and in which words."""

    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Given:
    """A follow-up that a colleague (`by`) gives to the reader; `stage` is asked, accepted, refused or over."""

    id: int
    what: FollowUp
    by: str
    stage: str


@dataclass(frozen=True, slots=True)
class ComplaintAlert:
    """A complaint as an owner, a manager or customer care sees it.

    `quote` is the rep's own wording, or (`passed_on`) the customer's. `answer_by` is when its clock runs out, None
    where nobody waits; `severity` that of the gravest thing told of it; `news` what was told later. `step` is the last
    thing done about it, where the viewer did it and can take it back. `asks` is what the card asks for now: "day",
    "cause" or "remedy", with the `cause` that was chosen. `listed` is the list from which it was opened, to which
    "back" leads. `taken_from` is who has it, where the viewer may take it over from them. `given` is the entry whose
    teller the viewer may give something to do.
    """

    complaint: int
    entry: Entry
    by: str
    told_at: datetime
    quote: str
    passed_on: bool = False
    promised: date | None = None
    promised_at: datetime | None = None
    taken_by: str | None = None
    undone: bool = False
    severity: Severity | None = None
    state: State = State.OPEN
    answer_by: datetime | None = None
    closed_at: datetime | None = None
    cause: Cause | None = None
    remedy: str | None = None
    remark: str | None = None
    news: tuple[Entry, ...] = ()
    step: int | None = None
    asks: str = ""
    listed: str = ""
    now: datetime | None = None
    taken_from: int | None = None
    given: EntryPlace | None = None

    @property
    def grave(self) -> bool:
        return (self.severity or self.entry.severity) is Severity.HIGH

    @property
    def late(self) -> bool:
        """Whoever waits for an answer should have had it."""
        return self.answer_by is not None and self.now is not None and self.answer_by <= self.now


@dataclass(frozen=True, slots=True)
class ComplaintNews:
    """Further news of a complaint, for those who have heard of it."""

    complaint: int
    entry: Entry
    by: str
    quote: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A follow-up on a list."""

    id: int
    customer: str | None
    action: str
    day: date | None
    at: time | None = None
    repeats: str | None = None
    dragging: bool = False
    """It was put off so often that it may not be worth keeping."""


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """A page of the customers that a member may see."""

    page: int
    pages: int
    total: int
    lines: tuple[tuple[Customer, Last | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with its code in the clear: shown once, never stored. With its `id` it can be renewed."""

    name: str
    role: Role
    team: str
    code: str
    link: str
    expires: datetime
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ManyLooks:
    """Somebody opened as many customers' cards as a day allows, and wanted more."""

    name: str
    count: int
    day: date


@dataclass(frozen=True, slots=True)
class BirthdayLine:
    """Somebody whose birthday comes."""

    day: date
    name: str
    customer: str
