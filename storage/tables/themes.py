"""Rows of what was done about feedback."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime


class ThemeDoneRow(SQLModel, table=True):
    """Somebody did something about feedback of a category that was told from `first_day` to `last_day`.

    `note` says what was done, in their words.
    """

    __tablename__ = "theme_done"

    id: int | None = Field(default=None, primary_key=True)
    category: str
    first_day: date
    last_day: date
    note: str
    member_id: int = Field(foreign_key="member.id")
    at: datetime = Field(sa_type=UtcDateTime)
