"""Rows of follow-ups and of unfinished entries."""

from datetime import date, datetime, time

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class FollowUpRow(Versioned, table=True):
    """Something to be done. `day` and `at` are local to the owner; `due_at` is the moment of the reminder.

    `rule` says how it comes again (sales.care.recurrence); `was_day` and `was_due_at` are then those of the occurrence
    before, which may be taken up again. `moves` counts how often it was put off. `given_to` is the colleague who is
    asked to do it; `accepted` None until they have answered. `purpose` "visit": a plan to go there.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        UniqueConstraint("telling_id", "slot"),
        Index("follow_up_due", "due_at", sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
        Index("follow_up_of_customer", "customer_id", "day"),
        Index(
            "follow_up_open_of_customer",
            "customer_id",
            "day",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("follow_up_closed_by", "closed_by_telling"),
        Index(
            "follow_up_comes_again",
            "due_at",
            sqlite_where=text("state = 'open' AND rule IS NOT NULL"),
            postgresql_where=text("state = 'open' AND rule IS NOT NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    telling_id: int = Field(foreign_key="telling.id")
    slot: int
    customer_id: int | None = Field(default=None, foreign_key="customer.id")
    owner_id: int = Field(foreign_key="member.id", index=True)
    contacts: str = ""
    action: str
    who: str | None = None
    day: date | None = None
    at: time | None = None
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    state: str = "open"
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    closed_by_telling: int | None = Field(default=None, foreign_key="telling.id")
    rule: str | None = None
    was_day: date | None = None
    was_due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    moves: int = 0
    purpose: str = ""
    given_to: int | None = Field(default=None, foreign_key="member.id", index=True)
    accepted: bool | None = None


class DraftRow(Versioned, table=True):
    """An unfinished entry as JSON of sales.drafts.Draft; `state` is open (asked now), queued (asked next) or later."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("chat_id", "message_id"), Index("draft_of_member", "member_id", "state"))

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int = Field(sa_type=BigInteger)
    body: str
    state: str = "open"
    created_at: datetime = Field(sa_type=UtcDateTime)
