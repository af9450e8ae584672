"""What members promised at customers, as far as a plan of visits has to know."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from sales.visit_plans.plan import last_of
from storage.plans.giving import in_hands_of
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow

_SOON = timedelta(days=14)
"""Who is visited so soon after the week is thought of already."""


@dataclass(frozen=True, slots=True)
class Promised:
    """Something planned at a customer; a visit stands on the plan by itself."""

    member: int
    customer: int
    day: date
    visit: bool


def promised(session: Session, members: Collection[int], week: date, today: date) -> list[Promised]:
    """Of the week, and visits of the time around it; one query for all members."""
    its = FollowUpRow
    columns = (col(its.owner_id), col(its.given_to), col(its.accepted), col(its.customer_id), col(its.day))
    rows = session.connection().execute(
        select(*columns, col(its.purpose))
        .join(CustomerRow, col(CustomerRow.id) == col(its.customer_id))
        .where(in_hands_of(sorted(members)), col(its.state) == "open", col(CustomerRow.withdrawn).is_(False))
        .where(col(its.day).between(min(today, week), last_of(week) + _SOON))
        .order_by(col(its.day), col(its.id))
    )
    found = [
        Promised(given if accepted and given and given in members else owner, customer, day, purpose == "visit")
        for owner, given, accepted, customer, day, purpose in rows
        if customer is not None and day is not None
    ]
    return [one for one in found if one.visit or week <= one.day <= last_of(week)]
