"""Rows of what was done about feedback."""

from datetime import date, datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime


class ThemeDoneRow(SQLModel, table=True):
    """Somebody did something about feedback of a category that was told from `first_day` to `last_day`.

    `note` says what was done, in their words; `arrival` is the number of the update by which they came.
    """

    __tablename__ = "theme_done"

    id: int | None = Field(default=None, primary_key=True)
    category: str
    first_day: date
    last_day: date
    note: str
    member_id: int = Field(foreign_key="member.id")
    arrival: int = Field(sa_type=BigInteger, unique=True)
    undone: bool = False
    at: datetime = Field(sa_type=UtcDateTime)
