"""Rows of Telegram groups in which teams read their digests."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class TeamGroupRow(Versioned, table=True):
    """The group of a team: where its digest goes, in which language."""

    __tablename__ = "team_group"

    team_id: int = Field(primary_key=True, foreign_key="team.id")
    chat_id: int = Field(sa_type=BigInteger)
    language: str
    member_id: int = Field(foreign_key="member.id")
    at: datetime = Field(sa_type=UtcDateTime)
