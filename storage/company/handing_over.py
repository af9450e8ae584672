"""Carries a hand-over out as one change that can be taken back: customers, what is open there, a leaver's access."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from sales.absences import AHEAD, AbsenceState
from sales.handovers import UNDO_FOR, HandOver, Stage
from sales.hands import Hand
from sales.moments import local_day
from sales.people import Member
from storage.care import handed
from storage.care.reminders import State
from storage.change_sets import ChangeKind, TakenBack, alter, begin, take_back
from storage.company.audit import Subject, note
from storage.company.handovers import find, goes_along, owned
from storage.company.people import member as member_of
from storage.plans.due_followups import count_as_told
from storage.plans.followups import Move, moved
from storage.tables.access import AbsenceRow
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow
from storage.tables.followups import FollowUpRow
from storage.tables.handovers import HandOverRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow


@dataclass(frozen=True, slots=True)
class Handing:
    """A hand-over under way. `keeper` gets what cannot wait in the pool; `within` is the key of the pack."""

    about: HandOver
    change: int
    keeper: Member
    by: Hand
    remind_at: time
    within: str


@dataclass(frozen=True, slots=True)
class Terms:
    """How reminders are planned anew, and the key of the message that tells the new owner of them."""

    remind_at: time
    within: str


def carry_out(session: Session, *, number: int, by: Hand, terms: Terms) -> None:
    about = find(session, number)
    keeper = member_of(session, about.to or by.member or 0) if about else None
    if about is None or about.stage is not Stage.PREVIEW or keeper is None:
        return
    facts = {"hand_over": number, "from": about.giver, "to": about.to}
    change = begin(session, ChangeKind.HAND_OVER, by, undo_for=UNDO_FOR, facts=facts)
    handing = Handing(about, change, keeper, by, terms.remind_at, terms.within)
    row = session.get_one(HandOverRow, number)
    row.chosen = _customers(session, handing)
    _follow_ups(session, handing, row.chosen)
    _dealings(session, handing, row.chosen)
    _reminders(session, handing, row.chosen)
    if about.leaves:
        _leaver(session, handing)
    row.stage, row.change_set_id = Stage.DONE, change
    session.flush()


def _customers(session: Session, handing: Handing) -> list[int]:
    today = local_day(handing.by.now, handing.keeper.zone)
    rows = session.exec(select(CustomerRow).where(owned(handing.about)).order_by(col(CustomerRow.id))).all()
    for row in rows:
        team = handing.keeper.team if handing.about.to else row.team_id
        values = {"owner_id": handing.about.to, "team_id": team or row.team_id, "owned_on": today}
        alter(session, handing.change, row, **values, pool_warned_on=None)
        note(session, "customer.handed_over", Subject("customer", row.id), handing.by, words=_way(handing.about))
    return [row.id or 0 for row in rows]


def _way(about: HandOver) -> str:
    return f"{about.giver_name} → {about.to_name or '-'}"


def _follow_ups(session: Session, handing: Handing, customers: Iterable[int]) -> None:
    """Those that are open go along, to come by the new owner's clock; what is overdue stands in the pack."""
    rows = session.exec(select(FollowUpRow).where(goes_along(handing.about, customers))).all()
    old = ZoneInfo(session.get_one(MemberRow, handing.about.giver).zone)
    move = Move(handing.keeper.id, old, handing.keeper.zone)
    for row in rows:
        ahead = row.due_at is not None and row.due_at > handing.by.now
        due_at = moved(row, move=move, remind_at=handing.remind_at) if ahead else row.due_at
        alter(session, handing.change, row, owner_id=handing.keeper.id, due_at=due_at)
    session.flush()
    count_as_told(session, rows, to=handing.keeper, within=handing.within, now=handing.by.now)


def _dealings(session: Session, handing: Handing, customers: list[int]) -> None:
    deals = select(OpportunityRow).where(
        col(OpportunityRow.customer_id).in_(customers),
        col(OpportunityRow.member_id) == handing.about.giver,
        col(OpportunityRow.state) == "open",
    )
    for deal in session.exec(deals).all():
        alter(session, handing.change, deal, member_id=handing.keeper.id)
    taken = select(ComplaintRow).where(
        col(ComplaintRow.customer_id).in_(customers),
        col(ComplaintRow.taken_by) == handing.about.giver,
        col(ComplaintRow.state) != "closed",
    )
    for complaint in session.exec(taken).all():
        alter(session, handing.change, complaint, taken_by=handing.keeper.id)
        _hold(session, handing, complaint)


def _hold(session: Session, handing: Handing, complaint: ComplaintRow) -> None:
    """Its steps say the same."""
    mine = handing.about.giver
    steps = select(ComplaintStepRow).where(
        col(ComplaintStepRow.complaint_id) == complaint.id, col(ComplaintStepRow.holder) == mine
    )
    for step in session.exec(steps.order_by(col(ComplaintStepRow.id))).all():
        alter(session, handing.change, step, holder=handing.keeper.id)


def _reminders(session: Session, handing: Handing, customers: Iterable[int]) -> None:
    """What is planned for the giver by name is for the new owner; what the giver was told is told again, to them."""
    for row in handed.told(session, customers, giver=handing.about.giver, now=handing.by.now):
        alter(session, handing.change, row, state=State.WAITING.value)
    for row in handed.bound(session, customers, giver=handing.about.giver):
        alter(session, handing.change, row, member_id=handing.keeper.id)
    session.flush()


def _leaver(session: Session, handing: Handing) -> None:
    """Their access ends with the next update; leaves that they take or cover for have no one any more."""
    giver = handing.about.giver
    alter(session, handing.change, session.get_one(MemberRow, giver), active=False)
    ahead = col(AbsenceRow.state).in_(AHEAD)
    for row in session.exec(select(AbsenceRow).where(ahead, col(AbsenceRow.member_id) == giver)).all():
        alter(session, handing.change, row, state=AbsenceState.CANCELLED.value)
    for row in session.exec(select(AbsenceRow).where(ahead, col(AbsenceRow.cover_id) == giver)).all():
        alter(session, handing.change, row, cover_id=None)
    note(session, "member.left", Subject("member", giver), handing.by)


def undo(session: Session, *, number: int, by: Hand) -> TakenBack | None:
    """Everything goes back as it was; None: too late, or done before."""
    row = session.get_one(HandOverRow, number)
    taken = take_back(session, row.change_set_id or 0, now=by.now)
    if taken is not None:
        row.stage = Stage.UNDONE
        session.flush()
        note(session, "hand_over.undone", Subject("member", row.from_id), by)
    return taken
