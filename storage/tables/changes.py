"""Rows of changes that can be taken back as a whole: merges, imports, hand-overs."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.columns import Json, UtcDateTime
from storage.tables.versioned import Versioned


class ChangeSetRow(Versioned, table=True):
    """A change of many rows by one member. `kind` is merge, import or hand_over; `facts` say what it was about."""

    __tablename__ = "change_set"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    member_id: int | None = Field(default=None, foreign_key="member.id")
    at: datetime = Field(sa_type=UtcDateTime)
    undo_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=Json)


class RowChangeRow(SQLModel, table=True):
    """What a change did to one row: its changed columns before and after; no `before` for a row that it made."""

    __tablename__ = "row_change"
    __table_args__ = (Index("row_change_of_set", "change_set_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    change_set_id: int = Field(foreign_key="change_set.id")
    table_name: str
    row_key: list[int] = Field(sa_type=Json)
    before: dict[str, Any] | None = Field(default=None, sa_type=Json)
    after: dict[str, Any] | None = Field(default=None, sa_type=Json)
