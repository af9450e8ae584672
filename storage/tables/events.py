"""Rows of the audit trail: who did what, when; contents stand apart, so that they can be erased."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime


class EventRow(SQLModel, table=True):
    """An event. `place` is its place in the chain and `seal` the chained digest, given by a sweep in batches.

    `words_digest` is the salted digest of its words, so that they can be erased and the chain stays whole.
    """

    __tablename__ = "event"
    __table_args__ = (
        Index("event_of_subject", "subject", "subject_id"),
        Index("event_unsealed", "id", sqlite_where=text("place IS NULL"), postgresql_where=text("place IS NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    member_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    action: str
    subject: str
    subject_id: int | None = None
    seal: str | None = None
    place: int | None = Field(default=None, sa_type=BigInteger, unique=True)
    words_digest: str | None = None


class EventDetailRow(SQLModel, table=True):
    """What an event was about, in words that may have to be erased; with their salt nobody can guess them."""

    __tablename__ = "event_detail"

    event_id: int = Field(foreign_key="event.id", primary_key=True)
    words: str
    salt: str = ""
