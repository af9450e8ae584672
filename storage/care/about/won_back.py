"""What is said of a customer who came back."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from sales.customers import Stage
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, StageChangeRow
from storage.tables.people import MemberRow


def came_back(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """`asks`: whoever looks after them may know what brought them back. None: the order was taken back."""
    customer = session.get(CustomerRow, row.customer_id) if row.customer_id else None
    figures = session.get(CustomerFiguresRow, row.customer_id) if row.customer_id else None
    change = session.get(StageChangeRow, row.subject_id)
    if customer is None or customer.withdrawn or figures is None or change is None or figures.last_order is None:
        return None
    lost_on = _lost_on(session, change)
    if lost_on is None or figures.last_order < lost_on.on_day:
        return None
    owner = session.get(MemberRow, customer.owner_id) if customer.owner_id else None
    return {
        "ordered": figures.last_order.isoformat(),
        "lost_on": lost_on.on_day.isoformat(),
        "owner": owner.name if owner else "",
        "asks": row.member_id is None,
    }


def _lost_on(session: Session, change: StageChangeRow) -> StageChangeRow | None:
    before = select(StageChangeRow).where(
        col(StageChangeRow.customer_id) == change.customer_id,
        col(StageChangeRow.stage) == Stage.LOST,
        col(StageChangeRow.id) < change.id,
    )
    return session.exec(before.order_by(col(StageChangeRow.id).desc())).first()
