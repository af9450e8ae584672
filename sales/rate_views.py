"""What /rates shows."""

from dataclasses import dataclass

from sales.exchange import Rate


@dataclass(frozen=True, slots=True)
class RatesCard:
    """The rates into the reporting currency `into`, by currency, the newest first; `more` older ones are not shown.

    `unpriced`: currencies of orders that have no rate, with how many orders. `dropped` was deleted just now.
    """

    into: str
    rates: tuple[Rate, ...] = ()
    more: int = 0
    unpriced: tuple[tuple[str, int], ...] = ()
    dropped: Rate | None = None
