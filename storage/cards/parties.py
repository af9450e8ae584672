"""Gives the customers and persons that a message names their rows; new ones are put on record."""

from datetime import datetime

from sqlmodel import Session, col, select

from sales.customers import same_person
from sales.people import Member
from sales.tellings import Party, Telling, led
from storage.cards.living import living, living_contact, living_telling
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import EntryContactRow, EntryRow, TellingRow


def settle(session: Session, told: Telling, *, member: Member, telling: TellingRow, now: datetime) -> Telling:
    """The same telling with every customer on record: a name without id becomes a customer of the member."""
    known: dict[str, Party] = {}

    def settled(party: Party | None) -> Party | None:
        if party is None or party.id is not None:
            return party
        if party.name not in known:
            made = _new_customer(session, party.name, member=member, telling=telling, now=now)
            known[party.name] = Party(party.name, made)
        return known[party.name]

    return led(living_telling(session, told), settled)


def _new_customer(session: Session, name: str, *, member: Member, telling: TellingRow, now: datetime) -> int:
    row = _made_before(session, name, telling) or CustomerRow(
        name=name, owner_id=member.id, team_id=member.team, telling_id=telling.id, created_at=now
    )
    session.add(row)
    session.flush()
    return living(session, row.id) if row.merged_into_id and row.id else row.id or 0


def _made_before(session: Session, name: str, telling: TellingRow) -> CustomerRow | None:
    """A telling that is read again finds the customer that it made the first time."""
    if not telling.revision:
        return None
    made = select(CustomerRow).where(col(CustomerRow.telling_id) == telling.id, col(CustomerRow.name) == name)
    return session.exec(made).first()


def contact_of(session: Session, customer: int, name: str, *, telling: int) -> ContactRow:
    """The person of that name at the customer, put on record if new (王总 and 王 are the same there)."""
    there = session.exec(select(ContactRow).where(col(ContactRow.customer_id) == customer).order_by(col(ContactRow.id)))
    row = next((living_contact(session, one) for one in there if same_person(one.name, name)), None)
    if row is None:
        row = ContactRow(customer_id=customer, name=name, telling_id=telling)
        session.add(row)
        session.flush()
    return row


def withdraw_unused(session: Session, telling: int, told: Telling) -> None:
    """Take customers and persons that this telling put on record, and nobody speaks of any more, off the books."""
    used = {party.id for party in told.parties}
    for row in session.exec(select(CustomerRow).where(col(CustomerRow.telling_id) == telling)):
        row.withdrawn = row.id not in used and not _spoken_of(session, row.id or 0)
    for person in session.exec(select(ContactRow).where(col(ContactRow.telling_id) == telling)):
        person.withdrawn = not _met(session, person.id or 0)


def _spoken_of(session: Session, customer: int) -> bool:
    entries = select(EntryRow.id).where(col(EntryRow.customer_id) == customer, col(EntryRow.live))
    plans = select(FollowUpRow.id).where(
        col(FollowUpRow.customer_id) == customer, col(FollowUpRow.state).not_in(["undone"])
    )
    return session.exec(entries).first() is not None or session.exec(plans).first() is not None


def _met(session: Session, person: int) -> bool:
    took_part = (
        select(EntryRow.id)
        .join(EntryContactRow, col(EntryContactRow.entry_id) == col(EntryRow.id))
        .where(col(EntryContactRow.contact_id) == person, col(EntryRow.live))
    )
    told_of = select(FactRow.id).where(col(FactRow.contact_id) == person, col(FactRow.live))
    return session.exec(took_part).first() is not None or session.exec(told_of).first() is not None
