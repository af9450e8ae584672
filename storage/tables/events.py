"""Rows of the audit trail: who did what, when; contents stand apart, so that they can be erased."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime


class EventRow(SQLModel, table=True):
    """An event. `seal` is the chained digest that a sweep gives it with its batch."""

    __tablename__ = "event"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    member_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    action: str
    subject: str
    subject_id: int | None = None
    seal: str | None = None


class EventDetailRow(SQLModel, table=True):
    """What an event was about, in words that may have to be erased."""

    __tablename__ = "event_detail"

    event_id: int = Field(foreign_key="event.id", primary_key=True)
    words: str
