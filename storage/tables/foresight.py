"""Rows of what is worked out about customers: figures, scores, stages with their causes; rates and saved segments."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class CustomerFiguresRow(SQLModel, table=True):
    """What a customer did so far, kept together with the entries and booked orders that it is counted from.

    `orders` counts days with an order; `usual_gap` is the median of the days between them, None with fewer than two.
    Sums are in minor units of `currency`, the reporting currency when they were made; `unpriced` orders had no sum, or
    no rate into it.
    """

    __tablename__ = "customer_figures"

    customer_id: int = Field(primary_key=True, foreign_key="customer.id")
    orders: int = 0
    first_order: date | None = None
    last_order: date | None = Field(default=None, index=True)
    usual_gap: float | None = None
    ordered_minor: int = Field(default=0, sa_type=BigInteger)
    unpriced: int = 0
    payments: int = 0
    last_payment: date | None = None
    paid_minor: int = Field(default=0, sa_type=BigInteger)
    visits: int = 0
    last_visit: date | None = None
    calls: int = 0
    last_call: date | None = None
    currency: str


class ExchangeRateRow(SQLModel, table=True):
    """From `from_day` on one unit of `currency` is worth `rate` (a decimal number) of the currency `into`."""

    __tablename__ = "exchange_rate"

    currency: str = Field(primary_key=True)
    into: str = Field(primary_key=True)
    from_day: date = Field(primary_key=True)
    rate: str
    member_id: int | None = Field(default=None, foreign_key="member.id")
    at: datetime = Field(sa_type=UtcDateTime)


class CustomerScoreRow(SQLModel, table=True):
    """What the nightly sweep worked out on the day `scored_on`; None: nothing can be said.

    `lost` is the probability of no order within `within` days; `quiet_of_ten` of ten customers this quiet order
    nothing; the next order was to be expected by `expected_on`. `rank` is the place by purchases, `before` the share of
    all that bigger ones bought. `recency`, `frequency` and `monetary` are quintiles, 5 the best. `value_minor` was
    bought in the last twelve months, `value_before_minor` in the twelve before; `life_minor` is to be expected, between
    `life_low_minor` and `life_high_minor`, of `life_orders` orders of `life_order_minor` each; all in `currency`. `why`
    is the rule of the stage (sales.scores.stage_reasons). `loyalty` and `rating` count to 100; `rating_known` is how
    much of it is known, in per cent.
    """

    __tablename__ = "customer_score"
    __table_args__ = (Index("customer_score_lost", "lost"),)

    customer_id: int = Field(primary_key=True, foreign_key="customer.id")
    scored_on: date
    currency: str
    lost: float | None = None
    within: int | None = None
    quiet_of_ten: int | None = None
    expected_on: date | None = None
    value_minor: int = Field(default=0, sa_type=BigInteger)
    value_before_minor: int = Field(default=0, sa_type=BigInteger)
    abc: str | None = None
    rank: int = 0
    before: float = 1.0
    recency: int | None = None
    frequency: int | None = None
    monetary: int | None = None
    stage: str | None = None
    why: str | None = None
    life_orders: float | None = None
    life_order_minor: int | None = Field(default=None, sa_type=BigInteger)
    life_minor: int | None = Field(default=None, sa_type=BigInteger)
    life_low_minor: int | None = Field(default=None, sa_type=BigInteger)
    life_high_minor: int | None = Field(default=None, sa_type=BigInteger)
    loyalty: int | None = None
    rating: int | None = None
    rating_known: int | None = None


class StageChangeRow(SQLModel, table=True):
    """A customer came into a stage, with its cause where there is one; `member_id` None: it was worked out."""

    __tablename__ = "stage_change"
    __table_args__ = (Index("stage_change_of_customer", "customer_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id")
    on_day: date
    stage: str
    cause: str | None = None
    remark: str | None = None
    member_id: int | None = Field(default=None, foreign_key="member.id")
    at: datetime = Field(sa_type=UtcDateTime)


class PastAlertRow(SQLModel, table=True):
    """An alert that would have been told on a past day; `plain`: by so many silent days alone. Made anew at night.

    `chance` that nothing comes was known then; `right`: nothing came; `sooner`: days from it to the 91st silent one, of
    customers with a rhythm of their own.
    """

    __tablename__ = "past_alert"

    customer_id: int = Field(primary_key=True, foreign_key="customer.id")
    on_day: date = Field(primary_key=True)
    plain: bool = Field(primary_key=True)
    chance: float
    right: bool
    sooner: int | None


class QuietKnownRow(Versioned, table=True):
    """Why a customer is quiet, as somebody who knows said; until a day, or until they order again."""

    __tablename__ = "quiet_known"

    customer_id: int = Field(primary_key=True, foreign_key="customer.id")
    reason: str
    until: date | None = None
    remark: str | None = None
    member_id: int = Field(foreign_key="member.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)


class SegmentRow(Versioned, table=True):
    """Customers that a member wants to find again: the words, and as JSON what was understood."""

    __tablename__ = "segment"
    __table_args__ = (UniqueConstraint("member_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    name: str
    body: str
    made_at: datetime = Field(sa_type=UtcDateTime)
