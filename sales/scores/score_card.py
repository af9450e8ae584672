"""All scores of a customer with their reasons, as the card that explains them shows them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sales.customers import Customer, Stage
from sales.scores.abc import Grade
from sales.scores.credit_advice import CreditAdvice
from sales.scores.lifetime_value import LifetimeReason
from sales.scores.loyalty import Loyalty
from sales.scores.rating import Rating
from sales.scores.rfm import RfmReason
from sales.scores.stage_reasons import StageReason


class Score(StrEnum):
    """What can be asked "why?" of, as the card lists it."""

    CLASS = "class"
    RFM = "rfm"
    STAGE = "stage"
    LIFETIME = "lifetime"
    LOYALTY = "loyalty"
    RATING = "rating"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Night:
    """What the last night's work found of the customer on the day `on`; sums are in `currency`.

    `rfm` None: they never bought. `stage_by_hand`: somebody says so, whatever was worked out.
    """

    on: date
    currency: str
    grade: Grade
    rfm: RfmReason | None
    stage: StageReason
    life: LifetimeReason
    stage_by_hand: Stage | None = None


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The scores as far as the reader may see them. `night` None: nobody has scored them yet, or it is not for them.

    `why` is the score that is explained, None: all in a line each. `rates`: the reader may answer for the rating.
    """

    customer: Customer
    loyalty: Loyalty
    rating: Rating
    night: Night | None = None
    credit: CreditAdvice | None = None
    why: Score | None = None
    rates: bool = False
