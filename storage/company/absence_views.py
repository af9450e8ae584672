"""What the cards of leaves show."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.absences import Absence, LeaveCard, LeaveNews
from sales.people import Member
from storage.company import absences
from storage.company.absences import Which
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import EntryRow

OFFERED = 9


def absence_of(session: Session, facts: Mapping[str, Any]) -> Absence | None:
    """The leave that a message is about, by its id or by when it was entered."""
    if facts.get("absence"):
        return absences.find(session, int(facts["absence"]))
    return absences.entered(session, Which(int(facts["member"]), datetime.fromisoformat(str(facts["asked_at"]))))


def card(session: Session, reader: Member, facts: Mapping[str, Any]) -> LeaveCard | None:
    absence = absence_of(session, facts)
    if absence is None:
        return None
    choosing = bool(facts.get("choosing")) and absence.ahead
    colleagues = absences.colleagues(session, absence)[:OFFERED] if choosing else []
    offered = tuple((one.id, one.name) for one in colleagues)
    return LeaveCard(absence, absence.member == reader.id, offered, choosing)


def news(session: Session, reader: Member, facts: Mapping[str, Any], today: date) -> LeaveNews | None:
    absence = absence_of(session, facts)
    if absence is None:
        return None
    open_ones = (col(FollowUpRow.owner_id) == absence.member) & (col(FollowUpRow.state) == "open")
    owned = (col(CustomerRow.owner_id) == absence.member) & col(CustomerRow.withdrawn).is_(False)
    return LeaveNews(
        absence,
        str(facts["what"]),
        reader.id,
        customers=session.exec(select(func.count()).select_from(CustomerRow).where(owned)).one(),
        open=session.exec(select(func.count()).select_from(FollowUpRow).where(open_ones)).one(),
        overdue=session.exec(
            select(func.count()).select_from(FollowUpRow).where(open_ones, col(FollowUpRow.day) < today)
        ).one(),
        told=_told_by_cover(session, absence),
    )


def _told_by_cover(session: Session, absence: Absence) -> int:
    """How many entries the cover put on the member's customers meanwhile."""
    told = (
        select(func.count())
        .select_from(EntryRow)
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(col(CustomerRow.owner_id) == absence.member, col(EntryRow.member_id) == absence.cover)
        .where(col(EntryRow.live), col(EntryRow.on_day).between(absence.first, absence.last))
    )
    return session.exec(told).one()
