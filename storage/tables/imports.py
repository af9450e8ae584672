"""Rows of files that were sent to be read in."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger
from sqlmodel import Field

from storage.columns import Json, UtcDateTime
from storage.tables.versioned import Versioned


class ImportRow(Versioned, table=True):
    """A list of customers, orders or debts (`kind`): the file, how its columns are read, and how far it is.

    `state` is previewed, running, done, undone, refused or cancelled. `facts` hold counts and the first clashes.
    """

    __tablename__ = "import_run"

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    chat_id: int = Field(sa_type=BigInteger)
    kind: str
    file: str
    name: str
    columns: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    state: str = "previewed"
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    change_set_id: int | None = Field(default=None, foreign_key="change_set.id")
    at: datetime = Field(sa_type=UtcDateTime)
