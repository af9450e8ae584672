"""What is on record of one customer that loyalty, rating and credit advice are made of."""

from dataclasses import dataclass
from datetime import date, timedelta

from sales.money import Money
from sales.scores.loyalty import (
    Complained,
    Felt,
    Loyalty,
    complaints_part,
    feedback_part,
    loyalty,
    share_of_purchases,
    share_part,
)
from sales.scores.rating import USUAL, Answer, Criterion, Rating, Weights, answered, rating, share_answered
from sales.scores.track_record import Due, history, punctuality

_LATELY = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Evidence:
    """`bought`: in twelve months, None: nobody has counted. `attitude`: the loyalty that somebody set by hand.

    `orders` None: nobody has counted them. `budget` is what they spend a year, as somebody said.
    """

    complaints: tuple[Complained, ...] = ()
    feedback: tuple[Felt, ...] = ()
    answers: tuple[Answer, ...] = ()
    invoices: tuple[Due, ...] = ()
    bought: Money | None = None
    budget: Money | None = None
    attitude: str | None = None
    orders: int | None = None
    first: date | None = None
    last: date | None = None

    def loyalty(self, today: date) -> Loyalty:
        """What a manager judged stands for our share where the budget does not tell it."""
        share = share_of_purchases(self.bought, self.budget)
        lately = self.last is not None and today - self.last <= _LATELY
        parts = (
            share_part(share_answered(self.answers, today) if share is None else share),
            complaints_part(self.complaints, today, ordered_lately=lately),
            feedback_part(self.feedback, today),
        )
        return loyalty(parts, self.attitude)

    def rating(self, today: date, weights: Weights = USUAL) -> Rating:
        pays = punctuality(self.invoices, today)
        days = (today - self.first).days if self.first else None
        worked_out = {
            Criterion.HISTORY: None if self.orders is None else history(self.orders, days),
            Criterion.RELIABILITY: pays.value if pays else None,
        }
        return rating({**answered(self.answers, today), **worked_out}, weights)


NO_EVIDENCE = Evidence()
