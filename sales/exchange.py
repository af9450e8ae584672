"""Dated exchange rates into the currency in which the company reports."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sales.money import Money, exponent


@dataclass(frozen=True, slots=True)
class Rate:
    """From `since` on one unit of `currency` is worth `value` units of the reporting currency."""

    currency: str
    since: date
    value: Decimal


class Exchange:
    """Turns amounts into `into`: by the newest rate of the day or before it; days before the first rate have that."""

    def __init__(self, into: str, rates: Iterable[Rate] = ()) -> None:
        self.into = into
        self._rates: dict[str, list[Rate]] = {}
        for rate in sorted(rates, key=lambda one: one.since):
            self._rates.setdefault(rate.currency, []).append(rate)

    def knows(self, currency: str) -> bool:
        return currency == self.into or currency in self._rates

    def worth(self, amount: Money, day: date) -> int | None:
        """In minor units of the reporting currency; None where nobody has set a rate."""
        if amount.currency == self.into:
            return amount.minor
        rate = self._rate(amount.currency, day)
        return None if rate is None else Money.of(amount.value * rate, self.into).minor

    def factor(self, currency: str, day: date) -> float | None:
        """How many minor units of the reporting currency one of `currency` is worth; for many amounts at once."""
        if currency == self.into:
            return 1.0
        rate = self._rate(currency, day)
        return None if rate is None else float(rate.scaleb(exponent(self.into) - exponent(currency)))

    def _rate(self, currency: str, day: date) -> Decimal | None:
        known = self._rates.get(currency)
        if not known:
            return None
        return known[max(bisect_right(known, day, key=lambda one: one.since) - 1, 0)].value
