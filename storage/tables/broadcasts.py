"""Rows of what somebody said to a whole team, and who read it."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime


class BroadcastRow(SQLModel, table=True):
    """Words to everybody of a team and of those below it; `arrival` is the number of the update by which they came.

    `reminded_at` is when those who had not read them were told again.
    """

    __tablename__ = "broadcast"

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    team_id: int = Field(foreign_key="team.id")
    text: str
    arrival: int = Field(sa_type=BigInteger, unique=True)
    at: datetime = Field(sa_type=UtcDateTime)
    reminded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class BroadcastReaderRow(SQLModel, table=True):
    """Somebody who was told; `read_at` is when they said that they read it."""

    __tablename__ = "broadcast_reader"

    broadcast_id: int = Field(primary_key=True, foreign_key="broadcast.id")
    member_id: int = Field(primary_key=True, foreign_key="member.id")
    read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
