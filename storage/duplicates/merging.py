"""Makes one of two customers, or of two people at one, as one change that can be taken back for thirty days."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.merging import OWNER, Choices, Side, side_chosen
from storage.change_sets import ChangeKind, begin
from storage.company.audit import Subject, note
from storage.duplicates.change import Change
from storage.duplicates.folding import fold
from storage.duplicates.holdings import holdings
from storage.duplicates.joining import join_books, join_names, join_people, join_shares
from storage.duplicates.moving import move_all
from storage.duplicates.settling import chosen, settle
from storage.figures.keeping import keep_figures
from storage.tables.access import ShareRow
from storage.tables.customers import ContactRow, CustomerRow

UNDO_FOR = timedelta(days=30)


class Obstacle(StrEnum):
    """Why two cannot become one."""

    SAME = "same"
    GONE = "gone"
    MERGED = "merged"
    ELSEWHERE = "elsewhere"
    """Two people of different customers."""


@dataclass(frozen=True, slots=True)
class Two:
    """Ids of the one that stays and of the other one, that becomes part of it."""

    one: int
    other: int


def obstacle(session: Session, two: Two) -> Obstacle | None:
    """What stands in the way of merging these two customers."""
    rows = [session.get(CustomerRow, number) for number in (two.one, two.other)]
    if two.one == two.other:
        return Obstacle.SAME
    if any(row is None for row in rows):
        return Obstacle.GONE
    if any(row and row.merged_into_id for row in rows):
        return Obstacle.MERGED
    return Obstacle.GONE if any(row and row.withdrawn for row in rows) else None


def merge_customers(session: Session, two: Two, *, choices: Choices, by: Hand) -> int:
    """Let the other customer live on in the one; returns the change. Whoever comes second reads afresh."""
    if obstacle(session, two):
        raise StaleDataError("one of the two was merged a moment ago")
    winner, loser = session.get_one(CustomerRow, two.one), session.get_one(CustomerRow, two.other)
    names = [winner.name, loser.name]
    facts = {"kind": "customer", "one": two.one, "other": two.other, "names": names}
    change = Change(session, begin(session, ChangeKind.MERGE, by, undo_for=UNDO_FOR, facts=facts), by)
    values = chosen(holdings(session, winner), holdings(session, loser), choices)
    join_names(change, loser=loser, winner=winner, name=values["name"].value)
    join_people(change, loser=two.other, winner=two.one)
    join_books(change, loser=two.other, winner=two.one)
    move_all(change, loser=two.other, winner=two.one)
    former = _own(change, winner, loser, choices)
    settle(change, winner, values)
    also = ShareRow(customer_id=two.one, member_id=former, shared_by=by.member, at=by.now) if former else None
    join_shares(change, loser=two.other, winner=winner, also=also)
    change.alter(winner, touched_on=_last(winner, loser))
    change.alter(loser, withdrawn=True, merged_into_id=two.one)
    keep_figures(session, (two.one, two.other))
    note(session, "customer.merged", Subject("customer", two.one), by, words=" + ".join(names))
    session.flush()
    return change.id


def _own(change: Change, winner: CustomerRow, loser: CustomerRow, choices: Choices) -> int | None:
    """Settle whose it is; returns who is the owner no more, and keeps an eye on it by a share."""
    before, theirs = winner.owner_id, loser.owner_id
    if theirs is not None and (before is None or side_chosen(choices, OWNER) is Side.OTHER):
        since = {"owned_on": loser.owned_on, "pool_warned_on": loser.pool_warned_on}
        change.alter(winner, owner_id=theirs, team_id=loser.team_id, **since)
    owners = {before, theirs} - {winner.owner_id, None}
    return next(iter(owners), None)


def _last(winner: CustomerRow, loser: CustomerRow) -> date | None:
    return max((day for day in (winner.touched_on, loser.touched_on) if day), default=None)


def contact_obstacle(session: Session, two: Two) -> Obstacle | None:
    """What stands in the way of making one of these two people."""
    one, other = session.get(ContactRow, two.one), session.get(ContactRow, two.other)
    if two.one == two.other:
        return Obstacle.SAME
    if one is None or other is None:
        return Obstacle.GONE
    if one.merged_into_id or other.merged_into_id:
        return Obstacle.MERGED
    if one.withdrawn or other.withdrawn:
        return Obstacle.GONE
    return Obstacle.ELSEWHERE if one.customer_id != other.customer_id else None


def merge_contacts(session: Session, two: Two, *, choices: Choices, by: Hand) -> int:
    """Let the other person live on in the one."""
    if contact_obstacle(session, two):
        raise StaleDataError("one of the two was merged a moment ago")
    winner, loser = session.get_one(ContactRow, two.one), session.get_one(ContactRow, two.other)
    names = [winner.name, loser.name]
    facts = {"kind": "contact", "one": two.one, "other": two.other, "names": names, "customer": winner.customer_id}
    change = Change(session, begin(session, ChangeKind.MERGE, by, undo_for=UNDO_FOR, facts=facts), by)
    fold(change, loser=loser, winner=winner, choices=choices)
    note(session, "contact.merged", Subject("contact", two.one), by, words=" + ".join(names))
    session.flush()
    return change.id


def people_of(session: Session, customer: int) -> list[ContactRow]:
    """Who is at the customer."""
    here = select(ContactRow).where(col(ContactRow.customer_id) == customer, col(ContactRow.withdrawn).is_(False))
    return list(session.exec(here.order_by(col(ContactRow.id))))
