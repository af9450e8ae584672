"""What the pages in a browser show that no message does: the list that one searches and leafs through."""

from dataclasses import dataclass, field
from datetime import date

from sales.customers import Customer, Stage
from sales.people import Member
from sales.segments import Segment


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the list by name one stands: after the customer of this name and number."""

    name: str
    customer: int


@dataclass(frozen=True, slots=True)
class Search:
    """`words` stand in one of the names, or are the code; `segment` holds; from `after` on."""

    words: str = ""
    segment: Segment = field(default_factory=Segment)
    after: Place | None = None


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer of the list; what the reader may not see of it is None."""

    customer: Customer
    owner: str = ""
    grade: str | None = None
    stage: Stage | None = None
    touched: date | None = None
    ordered: date | None = None


@dataclass(frozen=True, slots=True)
class CustomersFound:
    """`total` of the whole search; `more`: where the next page begins."""

    total: int
    lines: tuple[CustomerLine, ...] = ()
    more: Place | None = None


@dataclass(frozen=True, slots=True)
class Seller:
    """Somebody who sells, in these teams; `customers` as far as the reader sees them."""

    member: Member
    teams: tuple[str, ...]
    customers: int = 0
    away: bool = False
