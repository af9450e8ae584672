"""Rows of what reps are to reach."""

from datetime import datetime

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class TargetRow(Versioned, table=True):
    """What a member is to reach in each period of a span, until it is changed: a count, or minor units of `currency`.

    `measure` and `span` are values of sales.measures.Measure and sales.targets.Span.
    """

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("member_id", "measure", "span"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    measure: str
    span: str
    number: int = Field(sa_type=BigInteger)
    currency: str | None = None
    set_by: int | None = Field(default=None, foreign_key="member.id")
    at: datetime = Field(sa_type=UtcDateTime)
