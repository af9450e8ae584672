"""Rows of what is known about customers and the people there, field by field, and of the fields a company adds."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import Json, UtcDateTime
from storage.tables.versioned import Versioned


class FactRow(Versioned, table=True):
    """One thing known about a customer, or (with `contact_id`) about a person there.

    `field` is a name of sales/fields.py or of a custom field, `value` its canonical text. `source` is how it came
    (sales.tellings.Source), `member_id` who said it, `at` when; `confirmed_at` when somebody last said that it still
    holds. Of a field with one value the newest live fact counts. `telling_id` and `slot` stand where a message told it.
    """

    __tablename__ = "fact"
    __table_args__ = (
        UniqueConstraint("telling_id", "slot"),
        Index("fact_of_customer", "customer_id", "field"),
        Index("fact_of_contact", "contact_id", "field"),
        Index("fact_by_value", "field", "value"),
    )

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id")
    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    field: str
    value: str
    calendar: str | None = None
    source: str
    member_id: int | None = Field(default=None, foreign_key="member.id")
    at: datetime = Field(sa_type=UtcDateTime)
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    telling_id: int | None = Field(default=None, foreign_key="telling.id")
    slot: int | None = None
    live: bool = True


class CustomFieldRow(SQLModel, table=True):
    """A field that an admin added: its label as written, its kind (sales.fields.FieldKind) and choices."""

    __tablename__ = "custom_field"

    name: str = Field(primary_key=True)
    label: str
    kind: str
    choices: list[str] = Field(default_factory=list, sa_type=Json)
    active: bool = True


class FactAskedRow(Versioned, table=True):
    """A missing or stale fact that a member was asked for after the log `telling_id`; not twice a week for a customer.

    `state` is how it stands (sales.fact_questions.Stage), `settled_at` when it came to that by a tap or by words;
    `fact_id` is what the answer put on record.
    """

    __tablename__ = "fact_asked"
    __table_args__ = (
        Index("fact_asked_of_customer", "customer_id", "at"),
        Index("fact_asked_of_member", "member_id", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    customer_id: int = Field(foreign_key="customer.id")
    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    member_id: int = Field(foreign_key="member.id")
    field: str
    at: datetime = Field(sa_type=UtcDateTime)
    telling_id: int | None = Field(default=None, foreign_key="telling.id", unique=True)
    state: str = "open"
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    fact_id: int | None = Field(default=None, foreign_key="fact.id")
