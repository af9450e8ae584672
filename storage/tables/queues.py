"""Rows of the three queues (inbox, outbox, jobs: one shape), of leases, heartbeats and buttons."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field, SQLModel

from storage.columns import Json, UtcDateTime

WAITING = "state IN ('pending', 'uncertain')"
"""What may be claimed. Queries spell it as the partial indexes do, or SQLite would not use them."""
WORKING = "state = 'trying'"


def queue_indexes(table: str) -> tuple[Index, ...]:
    """What is due, what a lane does next, and who is at work: each holds only the rows that are not settled."""
    due, lane, working = f"{table}_due", f"{table}_lane", f"{table}_working"
    return (
        Index(due, "priority", "due_at", "id", sqlite_where=text(WAITING), postgresql_where=text(WAITING)),
        Index(lane, "lane", "priority", "id", sqlite_where=text(WAITING), postgresql_where=text(WAITING)),
        Index(working, "lane", sqlite_where=text(WORKING), postgresql_where=text(WORKING)),
    )


class Queued(SQLModel):
    """The one shape. Within a lane (a chat) rows go one after the other; ids are the order of arrival."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    lane: int = Field(sa_type=BigInteger)
    state: str = "pending"
    priority: int = 0
    due_at: datetime = Field(sa_type=UtcDateTime)
    tries: int = 0
    trouble: str | None = None
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class InboxRow(Queued, table=True):
    """An update as it came. The lane is its chat; `payload` is emptied by retention, the key stays."""

    __tablename__ = "inbox"
    __table_args__ = queue_indexes("inbox")

    update_id: int = Field(sa_type=BigInteger)
    payload: str | None = Field(default=None, sa_type=Text)


class OutboxRow(Queued, table=True):
    """A message to send, to edit (`edits`) or to delete (`deletes`: the key of the row that sent it).

    It holds its kind and facts and is rendered when it is sent; `text` is what was sent. `doubts` counts how often
    nobody knew whether it had arrived.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        *queue_indexes("outbox"),
        Index("outbox_message", "lane", "message_id"),
        Index("outbox_of_member", "member_id", "due_at"),
    )

    kind: str
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    member_id: int | None = Field(default=None, foreign_key="member.id")
    reply_to: int | None = Field(default=None, sa_type=BigInteger)
    edits: str | None = None
    deletes: str | None = None
    if_uncertain: str = "repeat"
    doubts: int = 0
    text: str | None = Field(default=None, sa_type=Text)
    message_id: int | None = Field(default=None, sa_type=BigInteger)


class JobRow(Queued, table=True):
    """Something slow to do apart from any message."""

    __tablename__ = "job"
    __table_args__ = queue_indexes("job")

    kind: str
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=Json)


class LeaseRow(SQLModel, table=True):
    """Who works on a lane of a queue, or holds a role (lane 0), until when by the database's clock.

    `fence` counts the holders: work that carries an older number is refused. Rows stay, so that it never restarts.
    """

    __tablename__ = "lease"

    name: str = Field(primary_key=True)
    lane: int = Field(default=0, primary_key=True, sa_type=BigInteger)
    owner: str = Field(default="", index=True)
    fence: int = Field(default=0, sa_type=BigInteger)
    until: datetime = Field(sa_type=UtcDateTime)


class HeartbeatRow(SQLModel, table=True):
    """A replica's sign of life, by the database's clock."""

    __tablename__ = "heartbeat"

    replica: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    doing: dict[str, Any] = Field(default_factory=dict, sa_type=Json)


class ButtonRow(SQLModel, table=True):
    """A button of one rendering of one message: for one member, pressed once."""

    __tablename__ = "button"
    __table_args__ = (Index("button_age", "created_at"),)

    token: str = Field(primary_key=True)
    member_id: int | None = Field(default=None, foreign_key="member.id")
    outbox_id: int | None = Field(default=None, foreign_key="outbox.id", index=True)
    action: str
    args: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    created_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
