"""Rows of what was told: the message with its revisions, and the entries, facts and complaints read from it."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class TellingRow(Versioned, table=True):
    """One message of a member. `head_id` is the telling whose echo shows this one; its own id for most.

    `card` is the outbox key of the message that shows the echo.
    """

    __tablename__ = "telling"
    __table_args__ = (
        UniqueConstraint("chat_id", "message_id"),
        Index("telling_recent", "member_id", "said_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int = Field(sa_type=BigInteger)
    member_id: int = Field(foreign_key="member.id")
    said_at: datetime = Field(sa_type=UtcDateTime)
    zone: str
    text: str
    revision: int = 0
    undone: bool = False
    head_id: int | None = Field(default=None, foreign_key="telling.id", index=True)
    card: str = ""

    @property
    def is_new(self) -> bool:
        """No revision before the one that is being written."""
        return self.revision <= 1


class RevisionRow(SQLModel, table=True):
    """A state that a telling was in: the words, and what was read from them as JSON of sales.tellings.Telling."""

    __tablename__ = "telling_revision"
    __table_args__ = (UniqueConstraint("telling_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    telling_id: int = Field(foreign_key="telling.id")
    number: int
    at: datetime = Field(sa_type=UtcDateTime)
    member_id: int = Field(foreign_key="member.id")
    source: str
    text: str
    body: str


class EntryRow(Versioned, table=True):
    """Something that happened, on the customer's card. `slot` is its place in the telling."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("telling_id", "slot"),
        Index("entry_of_customer", "customer_id", "on_day", "id"),
        Index("entry_of_member", "member_id", "on_day"),
        Index("entry_of_kind", "kind", "on_day"),
    )

    id: int | None = Field(default=None, primary_key=True)
    telling_id: int = Field(foreign_key="telling.id")
    slot: int
    member_id: int = Field(foreign_key="member.id")
    customer_id: int | None = Field(default=None, foreign_key="customer.id")
    kind: str
    on_day: date
    moment: datetime = Field(sa_type=UtcDateTime)
    zone: str
    text: str
    amount_minor: int | None = Field(default=None, sa_type=BigInteger)
    currency: str | None = None
    category: str | None = None
    severity: str | None = None
    sentiment: str | None = None
    attempt: bool = False
    live: bool = True


class EntryContactRow(SQLModel, table=True):
    """Who of the customer's people took part."""

    __tablename__ = "entry_contact"

    entry_id: int = Field(foreign_key="entry.id", primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", primary_key=True, index=True)


class ItemRow(SQLModel, table=True):
    """A product told with an entry."""

    __tablename__ = "entry_item"

    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entry.id", index=True)
    text: str
    quantity: str | None = None
    unit: str | None = None


class ComplaintRow(Versioned, table=True):
    """The life of a complaint; its words, category and severity stand on the entry.

    What it says of state, promise, holder and end is where the rows of `complaint_step` lead (sales.complaints).
    `answer_by` is when its clock runs out, None where nobody waits; `rises_at` when it goes up next, `raised` how many
    steps it went. `quote` are the customer's own words, where they were passed on.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        Index(
            "complaint_open_of_customer",
            "customer_id",
            sqlite_where=text("state <> 'closed'"),
            postgresql_where=text("state <> 'closed'"),
        ),
        Index(
            "complaint_rises",
            "rises_at",
            sqlite_where=text("rises_at IS NOT NULL"),
            postgresql_where=text("rises_at IS NOT NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entry.id", unique=True)
    customer_id: int | None = Field(default=None, foreign_key="customer.id", index=True)
    state: str = "open"
    promise_asked: bool = False
    promised_day: date | None = None
    promised_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    taken_by: int | None = Field(default=None, foreign_key="member.id")
    answer_by: datetime | None = Field(default=None, sa_type=UtcDateTime)
    rises_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    raised: int = 0
    resolved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_by: int | None = Field(default=None, foreign_key="member.id")
    cause: str | None = None
    remedy: str | None = None
    remark: str | None = None
    quote: str | None = None


class ComplaintStepRow(Versioned, table=True):
    """A step of a complaint's life, by a button or (`telling_id`) told; one that was taken back is not `live`.

    `slot` is the line of the telling that made it; `entry_id` the entry that brought further news of it.
    """

    __tablename__ = "complaint_step"
    __table_args__ = (
        Index("complaint_step_of", "complaint_id", "id"),
        Index("complaint_step_told", "telling_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    complaint_id: int = Field(foreign_key="complaint.id")
    step: str
    at: datetime = Field(sa_type=UtcDateTime)
    member_id: int = Field(foreign_key="member.id")
    telling_id: int | None = Field(default=None, foreign_key="telling.id")
    slot: int | None = None
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)
    holder: int | None = Field(default=None, foreign_key="member.id")
    day: date | None = None
    moment: datetime | None = Field(default=None, sa_type=UtcDateTime)
    cause: str | None = None
    remedy: str | None = None
    remark: str | None = None
    live: bool = True
