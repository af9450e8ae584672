"""Rows of what colleagues say to each other about what was told."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime


class CommentRow(SQLModel, table=True):
    """Words about an entry (by its telling and slot) from one member to another; without words it is thanks.

    `answers_id` is the comment that this one answers; `arrival` the number of the update by which it came.
    """

    __tablename__ = "comment"

    id: int | None = Field(default=None, primary_key=True)
    telling_id: int = Field(foreign_key="telling.id", index=True)
    slot: int
    member_id: int = Field(foreign_key="member.id")
    to_id: int = Field(foreign_key="member.id")
    text: str
    answers_id: int | None = Field(default=None, foreign_key="comment.id")
    arrival: int = Field(sa_type=BigInteger, unique=True)
    at: datetime = Field(sa_type=UtcDateTime)
