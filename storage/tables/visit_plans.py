"""Rows of whom reps will visit in a week."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.tables.versioned import Versioned


class VisitPlanRow(Versioned, table=True):
    """The visits of a member in a week (its Monday); `state` is a value of sales.visit_plans.plan.PlanState."""

    __tablename__ = "visit_plan"
    __table_args__ = (UniqueConstraint("member_id", "week"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    week: date
    state: str
    made_at: datetime = Field(sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class VisitStopRow(Versioned, table=True):
    """A visit of a plan: its day, and why it was proposed (sales.visit_plans.reasons).

    Those that were promised stand in `follow_up`; in which order a day is gone through is worked out when it is shown.
    """

    __tablename__ = "visit_stop"

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="visit_plan.id", index=True)
    customer_id: int = Field(foreign_key="customer.id", index=True)
    day: date
    reason: str
    dropped: bool = False
