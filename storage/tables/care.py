"""Rows of what the bot does by itself: reminders planned for a moment, what members paused, calendar feeds."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class ReminderRow(Versioned, table=True):
    """One occurrence of a kind of sales.care.kinds: planned, told, answered; its key is never planned twice.

    `subject_id` is the row that it is about (a contact, an agreement, a complaint, ... as the kind says), `occasion`
    which time it comes round ("2026", a day, a number). `member_id` is for whom it is meant; None: whoever owns the
    customer when it is due. `day` is local to the reader; `due_at` the moment. `state` is waiting, told, answered,
    withdrawn or expired; `answer` what was done about it.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("kind", "subject_id", "occasion"),
        Index(
            "reminder_due", "due_at", sqlite_where=text("state = 'waiting'"), postgresql_where=text("state = 'waiting'")
        ),
        Index("reminder_of_customer", "customer_id", "state"),
        Index("reminder_told", "due_at", sqlite_where=text("state = 'told'"), postgresql_where=text("state = 'told'")),
        Index("reminder_of_member", "member_id", "state", "day"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    subject_id: int
    occasion: str
    customer_id: int | None = Field(default=None, foreign_key="customer.id")
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="member.id")
    day: date
    due_at: datetime = Field(sa_type=UtcDateTime)
    state: str = "waiting"
    answer: str | None = None
    answered_by: int | None = Field(default=None, foreign_key="member.id")
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    moves: int = 0


class PauseRow(SQLModel, table=True):
    """A member wants to hear nothing of a kind ("" is any) about a customer (None is any) until a day (None: ever)."""

    __tablename__ = "reminder_pause"
    __table_args__ = (Index("reminder_pause_of_member", "member_id", "customer_id"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    kind: str = ""
    customer_id: int | None = Field(default=None, foreign_key="customer.id")
    until: date | None = None


class CalendarFeedRow(SQLModel, table=True):
    """The private calendar of a member; only the digest of its address is kept."""

    __tablename__ = "calendar_feed"

    member_id: int = Field(foreign_key="member.id", primary_key=True)
    address_digest: str = Field(unique=True)
    made_at: datetime = Field(sa_type=UtcDateTime)
