"""What is to be known of a customer's credit when an order comes in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sales.money import Money


@dataclass(frozen=True, slots=True)
class Owed:
    """An invoice that is not paid yet."""

    sum: Money
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """What is overdue, in one currency."""

    sum: Money
    invoices: int


@dataclass(frozen=True, slots=True)
class CreditNote:
    """What speaks against an order on credit: by how much it is over the limit, and what is overdue.

    `advice` is what to do (sales.scores.credit_advice.Advice), where goods had better not go out on credit.
    """

    customer: str
    over: Money | None = None
    late: tuple[Late, ...] = ()
    advice: str = ""

    def __bool__(self) -> bool:
        return self.over is not None or bool(self.late)


def over_limit(limit: Money | None, owed: Iterable[Owed], orders: Iterable[Money]) -> Money | None:
    """By how much what is owed and ordered is over the limit; sums in other currencies say nothing about it."""
    if limit is None:
        return None
    sums = [*(one.sum for one in owed), *orders]
    over = sum(one.minor for one in sums if one.currency == limit.currency) - limit.minor
    return Money(over, limit.currency) if over > 0 else None


def late(owed: Iterable[Owed], today: date) -> tuple[Late, ...]:
    """What should have been paid before today, by currency."""
    some = [one.sum for one in owed if one.due is not None and one.due < today]
    currencies = sorted({one.currency for one in some})
    return tuple(
        Late(
            Money(sum(one.minor for one in some if one.currency == currency), currency),
            sum(one.currency == currency for one in some),
        )
        for currency in currencies
    )
