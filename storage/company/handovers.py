"""Hand-overs on record, and the givers and successors there are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, SelectBase, func, or_
from sqlmodel import Session, col, select

from sales.handovers import OPEN, Begun, Giver, Going, HandOver, Stage
from sales.hands import Hand
from sales.people import Member
from storage.company.people import members
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow
from storage.tables.followups import FollowUpRow
from storage.tables.handovers import HandOverRow
from storage.tables.people import MemberRow, MembershipRow
from storage.tables.tellings import ComplaintRow, EntryRow


@dataclass(frozen=True, slots=True)
class NewHandOver:
    """A hand-over to begin."""

    giver: int
    to: int | None = None
    leaves: bool = False
    stage: Stage = Stage.WHICH


def find(session: Session, number: int) -> HandOver | None:
    row = session.get(HandOverRow, number)
    return _value(session, row) if row else None


def begun(session: Session, by: int, at: datetime) -> HandOver | None:
    """The hand-over that this member began at this moment: what a message knows before there is an id."""
    wanted = select(HandOverRow).where(col(HandOverRow.by_id) == by, col(HandOverRow.at) == at)
    row = session.exec(wanted).first()
    return _value(session, row) if row else None


def _value(session: Session, row: HandOverRow) -> HandOver:
    to = session.get(MemberRow, row.to_id) if row.to_id else None
    return HandOver(
        id=row.id or 0,
        by=row.by_id,
        giver=row.from_id,
        giver_name=session.get_one(MemberRow, row.from_id).name,
        stage=Stage(row.stage),
        at=row.at,
        to=row.to_id,
        to_name=to.name if to else "",
        leaves=row.leaves,
        chosen=tuple(row.chosen),
        change=row.change_set_id,
    )


def begin(session: Session, *, new: NewHandOver, by: Hand) -> None:
    row = HandOverRow(
        by_id=by.member or 0, from_id=new.giver, to_id=new.to, leaves=new.leaves, stage=new.stage, at=by.now
    )
    session.add(row)
    session.flush()


def go_to(session: Session, *, number: int, stage: Stage) -> None:
    session.get_one(HandOverRow, number).stage = stage
    session.flush()


def choose(session: Session, *, number: int, customers: Iterable[int]) -> None:
    """Which customers go; none chosen are all of them."""
    row = session.get_one(HandOverRow, number)
    row.chosen = sorted(set(customers))
    session.flush()


def give_to(session: Session, *, number: int, to: int | None) -> None:
    row = session.get_one(HandOverRow, number)
    row.to_id, row.stage = to, Stage.PREVIEW
    session.flush()


def waiting(session: Session, reader: Member) -> list[Begun]:
    """Those that the reader may go on with, the oldest first; a later one of the same giver stands in for it."""
    newest = select(func.max(HandOverRow.id)).group_by(col(HandOverRow.from_id))
    rows = session.exec(
        select(HandOverRow)
        .where(col(HandOverRow.id).in_(newest), col(HandOverRow.stage).in_(sorted(OPEN)))
        .order_by(col(HandOverRow.id))
    ).all()
    return [
        Begun(_value(session, row), session.get_one(MemberRow, row.by_id).name)
        for row in rows
        if row.by_id == reader.id or answers_for(session, reader, row.from_id)
    ]


def everything(hand_over: HandOver) -> HandOver:
    """The same, as if no customer had been chosen."""
    return replace(hand_over, chosen=())


def owned(hand_over: HandOver) -> ColumnElement[bool]:
    """The customers that go."""
    giver = (col(CustomerRow.owner_id) == hand_over.giver) & col(CustomerRow.withdrawn).is_(False)
    return giver & col(CustomerRow.id).in_(hand_over.chosen) if hand_over.chosen else giver


def customers(session: Session, hand_over: HandOver) -> list[int]:
    """The customers that go, by id."""
    found = session.exec(select(CustomerRow.id).where(owned(hand_over)).order_by(col(CustomerRow.id)))
    return [number for number in found if number]


def goes_along(hand_over: HandOver, customers: Iterable[int] | SelectBase) -> ColumnElement[bool]:
    """The follow-ups that go with these customers; those of a leaver that are about no customer go, too."""
    mine = (col(FollowUpRow.owner_id) == hand_over.giver) & (col(FollowUpRow.state) == "open")
    those = customers if isinstance(customers, SelectBase) else list(customers)
    which = col(FollowUpRow.customer_id).in_(those)
    return mine & (or_(which, col(FollowUpRow.customer_id).is_(None)) if hand_over.leaves else which)


def going(session: Session, hand_over: HandOver) -> Going:
    """How much goes along."""
    which = select(CustomerRow.id).where(owned(hand_over))
    return Going(
        customers=session.exec(select(func.count()).select_from(CustomerRow).where(owned(hand_over))).one(),
        follow_ups=session.exec(
            select(func.count()).select_from(FollowUpRow).where(goes_along(hand_over, which))
        ).one(),
        complaints=session.exec(
            select(func.count())
            .select_from(ComplaintRow)
            .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
            .where(col(ComplaintRow.customer_id).in_(which), col(ComplaintRow.state) != "closed", col(EntryRow.live))
        ).one(),
        opportunities=session.exec(
            select(func.count())
            .select_from(OpportunityRow)
            .where(col(OpportunityRow.customer_id).in_(which), col(OpportunityRow.state) == "open")
            .where(col(OpportunityRow.live))
        ).one(),
    )


def givers(session: Session, by: Member) -> list[Giver]:
    """Whose customers this member may hand over, with how many there are: their own, too, and of who has left."""
    owners = (
        select(CustomerRow.owner_id, func.count())
        .where(col(CustomerRow.owner_id).is_not(None), col(CustomerRow.withdrawn).is_(False))
        .group_by(col(CustomerRow.owner_id))
    )
    counts = dict(session.exec(owners).all())
    rows = session.exec(select(MemberRow).order_by(col(MemberRow.id)))
    return [
        Giver(row.id or 0, row.name, counts.get(row.id, 0), left=not row.active)
        for row in rows
        if row.id == by.id or answers_for(session, by, row.id or 0)
    ]


def answers_for(session: Session, by: Member, other: int) -> bool:
    """Whether `by` leads a team in which the other stands, or stood when they left."""
    if by.sees_all:
        return True
    there = select(MembershipRow.id).where(col(MembershipRow.member_id) == other)
    return session.exec(there.where(col(MembershipRow.team_id).in_(sorted(by.leads)))).first() is not None


def successors(session: Session, by: Member, giver: int) -> list[Member]:
    """Who may get them: whom `by` leads, the giver's team first, and `by`."""
    teams = set(session.exec(select(MembershipRow.team_id).where(col(MembershipRow.member_id) == giver)))
    there = [
        one
        for one in members(session)
        if one.id != giver and (one.id == by.id or by.sees_all or any(place.team in by.leads for place in one.places))
    ]
    return sorted(there, key=lambda one: (teams.isdisjoint(place.team for place in one.places), one.id))
