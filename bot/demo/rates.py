"""What the demo's sums are worth in the currency with which it was started, so that they can be added up."""

from datetime import date, datetime
from decimal import Decimal

from sales.exchange import Rate
from sales.hands import Hand
from storage.figures.rates import reporting_currency, set_rate
from storage.store import Session

_DOLLARS = {
    "USD": Decimal(1),
    "CNY": Decimal("0.14"),
    "SGD": Decimal("0.75"),
    "HKD": Decimal("0.13"),
    "EUR": Decimal("1.1"),
    "GBP": Decimal("1.3"),
    "JPY": Decimal("0.0067"),
}
"""Roughly, and made up like everything else in the demo."""
_TOLD_IN = ("USD", "CNY")


def set_rates(session: Session, *, since: date, now: datetime) -> None:
    into = reporting_currency(session)
    for currency in _TOLD_IN:
        if into in _DOLLARS and currency != into:
            set_rate(session, Rate(currency, since, round(_DOLLARS[currency] / _DOLLARS[into], 4)), Hand(None, now))
