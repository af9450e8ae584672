"""What was found in a message: values with the words they came from and how sure we are of them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from sales.dealings import AgreementKind, DealWords
from sales.kinds import Ask, Calendar, Category, Field, Kind, Sentiment, Severity
from sales.money import Money

CONTRACT = 1
"""Version of the contract of `rapport parse` (one line in, one line out)."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the message: character offsets, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer of the directory that may be meant. `score` is between 0 and 1."""

    key: int
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A customer as the message names it.

    `key` is the directory's id; None with a `name` makes it a new customer. `candidates` are the best three, best
    first, whenever more than one is in question; `sure` (0 to 1) says how far the first may be taken without asking.
    """

    name: str
    key: int | None
    span: Span | None
    sure: float = 1.0
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A product told with an entry; quantity and unit as said, where said."""

    text: str
    quantity: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """Something that happened. `text` are the words of its clause or clauses, trimmed, for the summary line."""

    kind: Kind
    customer: Mention | None
    on: date
    text: str
    contacts: tuple[str, ...] = ()
    amount: Money | None = None
    category: Category | None = None
    severity: Severity | None = None
    sentiment: Sentiment | None = None
    items: tuple[Item, ...] = ()
    attempt: bool = False
    """A visit or call at which nobody was met or reached."""
    deal: DealWords | None = None
    """What else is told of an opportunity: how far it is, where it came from, when the order is hoped for."""
    spans: tuple[Span, ...] = ()
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class FoundFollowUp:
    """Something to be done. `day` and `at` are local to the member; `at` only if a clock time was said."""

    customer: Mention | None
    day: date | None
    at: time | None
    action: str
    who: str | None = None
    """The person on our side who is to act, if named."""
    contacts: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    """The readings to offer when the date is ambiguous, best first."""
    repeats: str | None = None
    """The rule (RFC 5545) by which it comes again; `day` is then the first."""
    spans: tuple[Span, ...] = ()
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class FoundFact:
    """Something to remember about a person; a birthday's value is YYYY-MM-DD or --MM-DD."""

    contact: str
    field: Field
    value: str
    calendar: Calendar | None = None
    customer: Mention | None = None
    spans: tuple[Span, ...] = ()
    sure: float = 1.0


class Doubt(StrEnum):
    """What of a message as a whole may be otherwise than it was read."""

    CUSTOMERS = "customers"
    KINDS = "kinds"
    SUMS = "sums"
    PLANS = "plans"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Competitor:
    """A competitor of ours, and what is said of it; without a name if it is only "a competitor"."""

    name: str | None
    price: Money | None
    text: str
    """The words of the clause that speaks of it."""
    customer: Mention | None = None
    """The customer beside whom it was spoken of."""
    spans: tuple[Span, ...] = ()
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Referral:
    """Through whom a customer came to us: a person, another customer, or a person of it."""

    customer: Mention | None
    """Who came; None if the message names nobody."""
    person: str | None
    through: Mention | None
    """The customer that referred, or whose person did."""
    spans: tuple[Span, ...] = ()
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class FoundField:
    """A field of a customer's card, or with `contact` of a person there, and its canonical value.

    `field` is a name of sales/fields.py. A customer that is another's value stands under its name, with `key` where it
    is of the directory.
    """

    field: str
    value: str
    contact: str
    customer: Mention | None
    spans: tuple[Span, ...] = ()
    sure: float = 1.0
    key: int | None = None


@dataclass(frozen=True, slots=True)
class FoundAgreement:
    """A quote or a contract; `until` is the last day on which it holds."""

    kind: AgreementKind
    customer: Mention | None
    amount: Money | None = None
    until: date | None = None
    spans: tuple[Span, ...] = ()
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one message says."""

    entries: tuple[FoundEntry, ...] = ()
    follow_ups: tuple[FoundFollowUp, ...] = ()
    facts: tuple[FoundFact, ...] = ()
    ask: Ask | None = None
    about: Mention | None = None
    """The customer that a question asks about."""
    doubts: frozenset[Doubt] = frozenset()
    """What must not be taken without asking."""
    sure: float = 1.0
    """The calibrated chance that a rep has nothing to correct, 0 to 1."""
    competitors: tuple[Competitor, ...] = ()
    referrals: tuple[Referral, ...] = ()
    fields: tuple[FoundField, ...] = ()
    """What was told for the card, but birthdays, phones and e-mails, which are facts."""
    agreements: tuple[FoundAgreement, ...] = ()
    lost: tuple[Mention, ...] = ()
    """Customers who are plainly said to have gone to a competitor."""
    noted: frozenset[Span] = frozenset()
    """Clauses that say nothing but what is told for the card; an entry of one of them says the same again."""
    cues: tuple[str, ...] = field(default=(), compare=False)
    """The classes of the cue words that made it read so."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When and in what surroundings a message was written.

    `at` is the aware local time of the member; `currency` the ISO code that an amount without one is in; `context` the
    directory id of the customer that a message without a name belongs to.
    """

    at: datetime
    currency: str
    context: int | None = None
