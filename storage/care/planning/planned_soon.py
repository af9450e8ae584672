"""Customers with something planned within two weeks, or a visit on an accepted plan: they are thought of already."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from storage.tables.followups import FollowUpRow
from storage.visit_plans.planned import on_plans

SOON = timedelta(days=14)


def planned_soon(session: Session, today: date) -> set[int | None]:
    soon = col(FollowUpRow.day).between(today, today + SOON)
    wanted = select(col(FollowUpRow.customer_id)).where(col(FollowUpRow.state) == "open", soon)
    return {*session.connection().execute(wanted).scalars(), *on_plans(session, today, today + SOON)}
