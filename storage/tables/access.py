"""Rows that widen or limit who sees which customer: shares, absences with their cover, rulings, looks a day."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class ShareRow(SQLModel, table=True):
    """A customer that a member may see beside its owner."""

    __tablename__ = "customer_share"

    customer_id: int = Field(foreign_key="customer.id", primary_key=True)
    member_id: int = Field(foreign_key="member.id", primary_key=True, index=True)
    shared_by: int | None = Field(default=None, foreign_key="member.id")
    at: datetime = Field(sa_type=UtcDateTime)


class AbsenceRow(Versioned, table=True):
    """A leave, first to last day in the member's zone. `state` is planned, active, over or cancelled.

    A sweep turns it active and over; while it is active `cover_id` sees the member's customers and gets the reminders.
    """

    __tablename__ = "absence"
    __table_args__ = (Index("absence_of_member", "member_id", "state"), Index("absence_covered", "cover_id", "state"))

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    cover_id: int | None = Field(default=None, foreign_key="member.id")
    first_day: date
    last_day: date
    state: str = "planned"
    asked_at: datetime = Field(sa_type=UtcDateTime)


class RulingRow(Versioned, table=True):
    """Two members met at one customer; a manager decides: open, shared, handed, apart or withdrawn.

    `customer_id` is the one on record, `claimed_id` the near-same one that the claimant made, where there is one.
    """

    __tablename__ = "ruling"
    __table_args__ = (Index("ruling_of_customer", "customer_id", "state"),)

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id")
    claimed_id: int | None = Field(default=None, foreign_key="customer.id")
    claimant_id: int = Field(foreign_key="member.id")
    telling_id: int | None = Field(default=None, foreign_key="telling.id")
    asked_at: datetime = Field(sa_type=UtcDateTime)
    state: str = "open"
    decided_by: int | None = Field(default=None, foreign_key="member.id")
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class LookUpRow(SQLModel, table=True):
    """A member opened a customer's card on that local day; counted against the budget, once a customer and day."""

    __tablename__ = "look_up"
    __table_args__ = (UniqueConstraint("member_id", "on_day", "customer_id"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    on_day: date
    customer_id: int = Field(foreign_key="customer.id")
