"""What the customer card and its other sides show, ready to be put into words."""

from dataclasses import dataclass
from datetime import date, datetime

from sales.comments import EntryPlace
from sales.customers import Contact, Customer
from sales.dealings import NO_DEALINGS, Dealings
from sales.fields import Field
from sales.freshness import Gap
from sales.known import About, Known
from sales.money import Money
from sales.scores.rfm import Segment
from sales.tellings import Entry
from sales.views import AgendaLine, BirthdayLine


@dataclass(frozen=True, slots=True)
class OpenComplaint:
    """The most urgent complaint that is not closed; `promised` is the day by which an answer was promised.

    `late` is since when an answer is due, where that is over; `resolved`: it is put right and waits to be closed.
    """

    entry: Entry
    promised: date | None = None
    late: datetime | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is owed and late, in one currency; `since` is the day on which the oldest was due."""

    sum: Money
    invoices: int
    since: date


@dataclass(frozen=True, slots=True)
class OrdersSoFar:
    """On how many days they ordered (told, or by the books), when last, and every how many days; 0: no rhythm yet."""

    days: int
    last: date
    every: int = 0


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """A customer on one screen. `people`, `plans` and `complaints` count those that are there, shown or not.

    `changes`: the reader may change it. `segment` is what such buyers are called (RFM). `ordered` None: they have no
    orders, or the newest stands among the entries.
    """

    customer: Customer
    owner: str | None
    grade: str | None = None
    segment: Segment | None = None
    contacts: tuple[Contact, ...] = ()
    people: int = 0
    entries: tuple[Entry, ...] = ()
    ordered: OrdersSoFar | None = None
    open: tuple[AgendaLine, ...] = ()
    plans: int = 0
    complaint: OpenComplaint | None = None
    complaints: int = 0
    overdue: tuple[Overdue, ...] = ()
    birthday: BirthdayLine | None = None
    gaps: tuple[Gap, ...] = ()
    changes: bool = True


@dataclass(frozen=True, slots=True)
class WholeCard:
    """Everything that is known of a customer: all fields with their values, and the other names.

    `scores`: the reader may see how the customer is scored.
    """

    customer: Customer
    fields: tuple[tuple[Field, tuple[Known, ...]], ...] = ()
    aliases: tuple[str, ...] = ()
    changes: bool = True
    scores: bool = False
    dealings: Dealings = NO_DEALINGS
    charted: bool = False
    """The reader may see something of what a chart shows."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of the history, and who told it where that is not the reader.

    `place`: where the reader may ask its teller about it.
    """

    entry: Entry
    by: str | None = None
    place: EntryPlace | None = None


@dataclass(frozen=True, slots=True)
class History:
    """A page of what happened at a customer, the newest first; `more`: older ones follow."""

    customer: Customer
    page: int
    entries: tuple[Told, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """A page of the people at a customer."""

    customer: Customer
    page: int
    pages: int
    total: int
    contacts: tuple[Contact, ...] = ()
    changes: bool = True


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person at a customer, with all that is known of them; `next` is when the birthday comes round next."""

    customer: Customer
    contact: Contact
    fields: tuple[tuple[Field, tuple[Known, ...]], ...] = ()
    next: date | None = None
    changes: bool = True
    removed: bool = False


@dataclass(frozen=True, slots=True)
class OtherNames:
    """By what else a customer is known, with the numbers of these names; `dropped` was taken off just now.

    `asks`: what is written next is one more.
    """

    customer: int
    name: str
    names: tuple[tuple[int, str], ...] = ()
    dropped: str = ""
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Editing:
    """A card or a person being changed: which field, or (with `field`) which value. `name` says whose it is."""

    about: About
    name: str
    fields: tuple[Field, ...] = ()
    field: Field | None = None
    known: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A field that was just changed by hand; `value` can be taken back. `next` is when a birthday comes round next."""

    about: About
    name: str
    field: Field
    value: Known
    before: Known | None = None
    undone: bool = False
    next: date | None = None
