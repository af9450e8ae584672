"""Rows of hand-overs: whose customers go to whom, as far as it has been decided."""

from datetime import datetime

from sqlmodel import Field

from storage.columns import Json, UtcDateTime
from storage.tables.versioned import Versioned


class HandOverRow(Versioned, table=True):
    """Customers of one member for another. `stage` is a name of sales.handovers.Stage.

    `chosen` are the customers (ids), as far as they were chosen one by one; `to_id` None is the pool. `leaves`: the
    member leaves the company. `change_set_id` takes it back.
    """

    __tablename__ = "hand_over"

    id: int | None = Field(default=None, primary_key=True)
    by_id: int = Field(foreign_key="member.id")
    from_id: int = Field(foreign_key="member.id")
    to_id: int | None = Field(default=None, foreign_key="member.id")
    leaves: bool = False
    chosen: list[int] = Field(default_factory=list, sa_type=Json)
    stage: str
    change_set_id: int | None = Field(default=None, foreign_key="change_set.id")
    at: datetime = Field(sa_type=UtcDateTime)
