"""Which customers stand on accepted plans."""

from datetime import date

from sqlalchemy import select
from sqlmodel import Session, col

from sales.visit_plans.plan import PlanState
from storage.tables.visit_plans import VisitPlanRow, VisitStopRow


def on_plans(session: Session, first: date, last: date) -> set[int]:
    """With a visit on one of these days."""
    wanted = (
        select(col(VisitStopRow.customer_id))
        .join(VisitPlanRow, col(VisitPlanRow.id) == col(VisitStopRow.plan_id))
        .where(col(VisitPlanRow.state) == PlanState.ACCEPTED, col(VisitStopRow.dropped).is_(False))
        .where(col(VisitStopRow.day).between(first, last))
    )
    return set(session.connection().execute(wanted).scalars())
