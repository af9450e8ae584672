"""Rows of members, teams, memberships and invitations."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import Json, UtcDateTime
from storage.tables.versioned import Versioned


class TeamRow(SQLModel, table=True):
    """A team; teams form a tree under the company."""

    __tablename__ = "team"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    parent_id: int | None = Field(default=None, foreign_key="team.id", index=True)
    zone: str | None = None


class MemberRow(Versioned, table=True):
    """Somebody who enrolled, or who was named and has not enrolled yet (no telegram_id).

    `asked_for_facts` is False for those who do not want to be asked for what is missing on a card. `habits` are the
    hours and reminders that they chose (sales.care.habits); what is not there has the default.
    """

    __tablename__ = "member"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    telegram_id: int | None = Field(default=None, sa_type=BigInteger, unique=True)
    chat_id: int | None = Field(default=None, sa_type=BigInteger, unique=True)
    language: str
    zone: str
    active: bool = True
    reachable: bool = True
    joined_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    asked_for_facts: bool = True
    habits: dict[str, Any] = Field(default_factory=dict, sa_type=Json)


class MembershipRow(SQLModel, table=True):
    """A member's role in a team."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("member_id", "team_id", "role"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    team_id: int = Field(foreign_key="team.id", index=True)
    role: str


class InvitationRow(SQLModel, table=True):
    """An invitation; only the hash of its code is kept. `batch` names the message that asked for it."""

    __tablename__ = "invitation"

    id: int | None = Field(default=None, primary_key=True)
    code_hash: str = Field(unique=True)
    batch: str | None = Field(default=None, index=True)
    name: str
    role: str
    team_id: int = Field(foreign_key="team.id")
    member_id: int | None = Field(default=None, foreign_key="member.id")
    invited_by: int | None = Field(default=None, foreign_key="member.id")
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used_by: int | None = Field(default=None, sa_type=BigInteger)


class CodeTryRow(SQLModel, table=True):
    """A wrong code that somebody tried; a few in ten minutes are all that they get."""

    __tablename__ = "code_try"

    id: int | None = Field(default=None, primary_key=True)
    telegram_id: int = Field(sa_type=BigInteger, index=True)
    at: datetime = Field(sa_type=UtcDateTime)


class AskedRow(SQLModel, table=True):
    """A question to a member that plain words may answer (storage.company.asked.What); `about` is its subject's id."""

    __tablename__ = "asked"

    member_id: int = Field(foreign_key="member.id", primary_key=True)
    what: str
    about: str = ""
    asked_at: datetime = Field(sa_type=UtcDateTime)
