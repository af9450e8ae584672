"""The pool of customers without owner: when an untouched one goes back, and what its lists show."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from sales.company_settings import Days
from sales.fields import GRADES

WARNED_BEFORE = timedelta(days=7)
PLANNED = timedelta(days=14)
"""A follow-up within so many days counts as being in touch."""


class Verdict(Enum):
    """What becomes of a customer today."""

    KEEP = auto()
    WARN = auto()
    CALM = auto()
    """It was touched after the warning."""
    RETURN = auto()


@dataclass(frozen=True, slots=True)
class Untouched:
    """A customer as the rule sees it: `since` is the last contact, or when it came to its owner.

    `warned` is the day on which its owner was told; `kept`: something is planned or under way.
    """

    grade: str | None
    since: date
    warned: date | None = None
    kept: bool = False


def judge(customer: Untouched, *, today: date, pool_after: Days) -> Verdict:
    """Warn a week before; return it when the week is over, too, however late the warning came."""
    leaves = goes_on(customer, pool_after)
    if leaves is None or customer.kept:
        return Verdict.CALM if customer.warned else Verdict.KEEP
    if customer.warned is None:
        return Verdict.WARN if today >= leaves - WARNED_BEFORE else Verdict.KEEP
    if customer.since >= customer.warned:
        return Verdict.CALM
    return Verdict.RETURN if today >= max(leaves, customer.warned + WARNED_BEFORE) else Verdict.KEEP


def goes_on(customer: Untouched, pool_after: Days) -> date | None:
    """The day on which it goes back; who has no class is treated like the last one."""
    days = pool_after.get(customer.grade or GRADES[-1])
    return customer.since + timedelta(days=days) if days else None


@dataclass(frozen=True, slots=True)
class PoolLine:
    """A customer of the pool."""

    id: int
    name: str
    grade: str | None = None
    region: str = ""
    touched: date | None = None
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class PoolPage:
    """A page of the pool, as far as it is open to the reader."""

    page: int
    pages: int
    total: int
    lines: tuple[PoolLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PoolNews:
    """What an owner or a manager is told: customers that go back soon (with the day), and those that have."""

    warned: tuple[tuple[PoolLine, date], ...] = ()
    returned: tuple[PoolLine, ...] = ()
