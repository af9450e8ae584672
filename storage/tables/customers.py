"""Rows of customers, their other names and their people."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class CustomerRow(Versioned, table=True):
    """A customer. `telling_id` is the message that created it; `withdrawn` once that message was undone.

    `grade` is the class (A, B, C). `touched_on` is the local day of the last visit or call, `owned_on` that on which
    the present owner got it from somebody else, `pool_warned_on` that on which the owner was told that it goes back. A
    customer without owner is in the pool. `merged_into_id` is the customer that a merged one lives on in; it is
    withdrawn then.
    """

    __tablename__ = "customer"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    relation: str = "direct"
    form: str = "company"
    stage: str = "prospect"
    owner_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    team_id: int | None = Field(default=None, foreign_key="team.id", index=True)
    telling_id: int | None = Field(default=None, foreign_key="telling.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    withdrawn: bool = False
    grade: str | None = None
    touched_on: date | None = None
    owned_on: date | None = None
    pool_warned_on: date | None = None
    merged_into_id: int | None = Field(default=None, foreign_key="customer.id", index=True)


class AliasRow(SQLModel, table=True):
    """Another name by which a customer is known; `member_id` is who taught it."""

    __tablename__ = "customer_alias"
    __table_args__ = (UniqueConstraint("customer_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id", index=True)
    name: str
    member_id: int | None = Field(default=None, foreign_key="member.id")


class ContactRow(Versioned, table=True):
    """A person at a customer. A birthday is YYYY-MM-DD or --MM-DD in its calendar.

    The fields show the newest live facts of the person (storage/tables/facts.py); `greetings` is False for those who
    want none.
    """

    __tablename__ = "contact"

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id", index=True)
    name: str
    phone: str | None = None
    email: str | None = None
    birthday: str | None = None
    calendar: str | None = None
    title: str | None = None
    role: str | None = None
    greetings: bool = True
    telling_id: int | None = Field(default=None, foreign_key="telling.id")
    withdrawn: bool = False
    merged_into_id: int | None = Field(default=None, foreign_key="contact.id")
