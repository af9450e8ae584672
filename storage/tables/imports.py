"""Rows of files that were sent to be read in."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, LargeBinary
from sqlmodel import Field, SQLModel

from storage.columns import Json, UtcDateTime
from storage.tables.versioned import Versioned


class ImportRow(Versioned, table=True):
    """A list of customers, orders or debts (`kind`): the file, how its columns are read, and how far it is.

    `card` is the outbox key of the message that shows it, empty where nobody is shown anything; `state` is one of
    sales.lists.State. `columns` are the choices made for its columns, `facts` what was read in it.
    """

    __tablename__ = "import_run"

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    chat_id: int = Field(sa_type=BigInteger)
    card: str = Field(default="", index=True)
    kind: str = ""
    file: str
    name: str
    columns: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    state: str = "reading"
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    change_set_id: int | None = Field(default=None, foreign_key="change_set.id")
    at: datetime = Field(sa_type=UtcDateTime)


class ImportChunkRow(SQLModel, table=True):
    """Some hundred lines of a file, read and waiting; `done` once they are on record, `problems` what was wrong there.

    They are emptied when the import can no longer be taken back.
    """

    __tablename__ = "import_chunk"

    import_id: int = Field(foreign_key="import_run.id", primary_key=True)
    number: int = Field(primary_key=True)
    lines: list[Any] = Field(default_factory=list, sa_type=Json)
    problems: list[Any] = Field(default_factory=list, sa_type=Json)
    done: bool = False


class PaperRow(SQLModel, table=True):
    """A file that was made for somebody, kept until it is sent; `key` is that of the job that made it."""

    __tablename__ = "paper"
    __table_args__ = (Index("paper_age", "made_at"),)

    key: str = Field(primary_key=True)
    name: str
    content: bytes = Field(sa_type=LargeBinary)
    made_at: datetime = Field(sa_type=UtcDateTime)
