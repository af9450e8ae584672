"""Rows of business under way: opportunities, quotes and contracts, and what the book-keeping says (orders, debts)."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class OpportunityRow(Versioned, table=True):
    """A deal that may come: `stage` on the way (sales.dealings), `state` open, won or lost, `reason` once it is over.

    `entry_id` is the entry that told it; `expected_day` when the order is hoped for. What was told again stands in a
    row of its own, which `joined_id` leads to the first: the newest live one says stage, sum and day.
    `won_by_entry_id` is the order that ended it.
    """

    __tablename__ = "opportunity"
    __table_args__ = (Index("opportunity_of_customer", "customer_id", "state"),)

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    entry_id: int | None = Field(default=None, foreign_key="entry.id", unique=True)
    title: str
    stage: str
    source: str | None = None
    expected_minor: int | None = Field(default=None, sa_type=BigInteger)
    currency: str | None = None
    expected_day: date | None = None
    state: str = "open"
    reason: str | None = None
    opened_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    joined_id: int | None = Field(default=None, foreign_key="opportunity.id", index=True)
    won_by_entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)
    live: bool = True


class DealAnswerRow(SQLModel, table=True):
    """Whether an entry is of an opportunity that was known (`deal_id`) or of none; it is asked once."""

    __tablename__ = "deal_answer"

    entry_id: int = Field(foreign_key="entry.id", primary_key=True)
    deal_id: int | None = Field(default=None, foreign_key="opportunity.id")
    member_id: int | None = Field(default=None, foreign_key="member.id")
    at: datetime = Field(sa_type=UtcDateTime)


class AgreementRow(Versioned, table=True):
    """A quote or a contract (`kind`) with its sum and the last day on which it holds."""

    __tablename__ = "agreement"
    __table_args__ = (
        UniqueConstraint("telling_id", "slot"),
        Index("agreement_of_customer", "customer_id", "kind"),
        Index("agreement_runs_out", "valid_until"),
    )

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id")
    member_id: int | None = Field(default=None, foreign_key="member.id")
    kind: str
    title: str = ""
    amount_minor: int | None = Field(default=None, sa_type=BigInteger)
    currency: str | None = None
    on_day: date
    valid_until: date | None = None
    telling_id: int | None = Field(default=None, foreign_key="telling.id")
    slot: int | None = None
    live: bool = True


class BookedOrderRow(Versioned, table=True):
    """An order as the book-keeping has it; a file that is sent again replaces those of the same number."""

    __tablename__ = "booked_order"
    __table_args__ = (
        UniqueConstraint("customer_id", "number"),
        Index("booked_order_of_customer", "customer_id", "on_day"),
    )

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id")
    number: str
    on_day: date
    amount_minor: int = Field(sa_type=BigInteger)
    currency: str
    item: str = ""
    live: bool = True


class ReceivableRow(Versioned, table=True):
    """An invoice of the book-keeping's list. `computed`: the due day is the order's day plus the customer's terms.

    Paid is what the list no longer names; then it is not `live`, and `paid_day` the first day that this may have been.
    """

    __tablename__ = "receivable"
    __table_args__ = (
        UniqueConstraint("customer_id", "number"),
        Index("receivable_of_customer", "customer_id", "due_day"),
    )

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id")
    number: str
    issued_day: date | None = None
    due_day: date | None = None
    computed: bool = False
    open_minor: int = Field(sa_type=BigInteger)
    currency: str
    paid_day: date | None = None
    live: bool = True
