"""Rulings on record: opened with the message that made them, withdrawn with it, decided once."""

from dataclasses import dataclass

from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.moments import local_day
from sales.people import Member, Role
from sales.rulings import RulingState
from storage import change_sets
from storage.cards.living import living
from storage.change_sets import ChangeKind
from storage.company.audit import Subject, note
from storage.company.people import managers_of, member, members
from storage.duplicates.merging import UNDO_FOR, Two, merge_customers, obstacle
from storage.tables.access import RulingRow
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import TellingRow


@dataclass(frozen=True, slots=True)
class Claim:
    """A message (of a chat) that made a customer called `name`, near the one on record."""

    chat: int
    message: int
    name: str
    customer: int


def open_ruling(session: Session, *, claim: Claim, claimant: int, by: Hand) -> None:
    """Keep that the two met, once for a claimant and a customer; the message is on record by now."""
    told = telling_of(session, claim.chat, claim.message)
    if told is None or told.undone or is_settled(session, customer=claim.customer, claimant=claimant):
        return
    made = select(CustomerRow.id).where(col(CustomerRow.telling_id) == told.id, col(CustomerRow.name) == claim.name)
    row = RulingRow(
        customer_id=claim.customer,
        claimed_id=session.exec(made).first(),
        claimant_id=claimant,
        telling_id=told.id,
        asked_at=by.now,
    )
    session.add(row)
    note(session, "ruling.asked", Subject("customer", claim.customer), by, words=claim.name)
    session.flush()


def telling_of(session: Session, chat: int, message: int) -> TellingRow | None:
    told = select(TellingRow).where(col(TellingRow.chat_id) == chat, col(TellingRow.message_id) == message)
    return session.exec(told).first()


def is_settled(session: Session, *, customer: int, claimant: int) -> bool:
    """Whether it was asked already, and waits or was told apart: nobody is asked twice about the same two."""
    met = select(RulingRow.id).where(col(RulingRow.customer_id) == customer, col(RulingRow.claimant_id) == claimant)
    return session.exec(met.where(col(RulingRow.state).in_(_STANDING))).first() is not None


_STANDING = [RulingState.OPEN, RulingState.APART]


def of_telling(session: Session, telling: int) -> list[RulingRow]:
    """The rulings that a message asked for."""
    asked = select(RulingRow).where(col(RulingRow.telling_id) == telling).order_by(col(RulingRow.id))
    return list(session.exec(asked))


def place_of(session: Session, ruling: RulingRow) -> tuple[int, int] | None:
    """The chat and message that asked for it."""
    told = session.get(TellingRow, ruling.telling_id) if ruling.telling_id else None
    return (told.chat_id, told.message_id) if told else None


def arbiter(session: Session, claimant: Member, owner: Member | None) -> Member | None:
    """The nearest who manages both; where nobody does, an admin, or the owner who manages the claimant."""
    two = {claimant.id, owner.id if owner else None}
    over = managers_of(session, claimant)
    owners = managers_of(session, owner) if owner else over
    both = [one for one in over if one in owners]
    admins = [one for one in members(session) if Role.ADMIN in one.roles and one.chat is not None]
    free = [one for one in (*both, *admins) if one.id not in two]
    return next(iter(free), next((one for one in over if owner and one.id == owner.id), None))


def may_rule(session: Session, who: Member, ruling: RulingRow) -> bool:
    """An admin, or whoever manages both; nobody rules in a claim of their own."""
    if who.id == ruling.claimant_id:
        return False
    if Role.ADMIN in who.roles:
        return True
    claimant, owner = member(session, ruling.claimant_id), owner_of(session, ruling)
    over = {one.id for one in managers_of(session, claimant)} if claimant else {who.id}
    owners = {one.id for one in managers_of(session, owner)} | {owner.id} if owner else over
    return who.id in over & owners and bool(who.leads)


def owner_of(session: Session, ruling: RulingRow) -> Member | None:
    customer = session.get(CustomerRow, living(session, ruling.customer_id))
    return member(session, customer.owner_id) if customer and customer.owner_id else None


def follow_telling(session: Session, *, telling: int) -> None:
    """After an undo, a redo or an edit: what a message claims no more is withdrawn, what it claims again is open."""
    for row in session.exec(select(RulingRow).where(col(RulingRow.telling_id) == telling)):
        claimed = session.get(CustomerRow, row.claimed_id) if row.claimed_id else None
        gone = claimed is None or (claimed.withdrawn and claimed.merged_into_id is None)
        if row.state == RulingState.OPEN and gone:
            row.state = RulingState.WITHDRAWN
        elif row.state == RulingState.WITHDRAWN and not gone:
            row.state = RulingState.OPEN
        session.add(row)
    session.flush()


def decide(session: Session, *, ruling: int, state: RulingState, by: Hand) -> None:
    """Settle whose it is; whoever comes second reads afresh."""
    row = session.get_one(RulingRow, ruling)
    if row.state != RulingState.OPEN:
        raise StaleDataError("it was decided a moment ago")
    row.state, row.decided_by, row.decided_at = state, by.member, by.now
    if state is RulingState.HANDED:
        _hand_over(session, row, by)
    if state in (RulingState.HANDED, RulingState.SHARED) and row.claimed_id:
        two = Two(living(session, row.customer_id), living(session, row.claimed_id))
        if obstacle(session, two) is None:
            merge_customers(session, two, choices={}, by=by)
    note(session, f"ruling.{state}", Subject("customer", row.customer_id), by)
    session.flush()


def _hand_over(session: Session, row: RulingRow, by: Hand) -> None:
    """The customer with what is open there goes to the claimant, who then owns both."""
    customer = session.get_one(CustomerRow, living(session, row.customer_id))
    claimant = member(session, row.claimant_id)
    if claimant is None:
        return
    facts = {"ruling": row.id, "from": customer.owner_id, "to": claimant.id}
    change = change_sets.begin(session, ChangeKind.HAND_OVER, by, undo_for=UNDO_FOR, facts=facts)
    planned = select(FollowUpRow).where(
        col(FollowUpRow.customer_id) == customer.id,
        col(FollowUpRow.owner_id) == customer.owner_id,
        col(FollowUpRow.state) == "open",
    )
    for plan in session.exec(planned).all():
        change_sets.alter(session, change, plan, owner_id=claimant.id)
    today = local_day(by.now, claimant.zone)
    values = {"owner_id": claimant.id, "team_id": claimant.team, "owned_on": today, "pool_warned_on": None}
    change_sets.alter(session, change, customer, **values)
    note(session, "customer.handed_over", Subject("customer", customer.id), by, words=f"→ {claimant.name}")
