"""What the cards of merges show: two side by side before, and what became of them after."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.fields import NAMES
from sales.merging import OWNER, Choices, Half, Merged, Preview, What
from sales.people import Member
from storage.cards.custom_fields import all_fields
from storage.cards.visibility import seen_of
from storage.duplicates import undoing
from storage.duplicates.holdings import Row, differences
from storage.duplicates.merging import Two, contact_obstacle, obstacle
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryContactRow, EntryRow


def preview(session: Session, member: Member, what: What, two: Two, choices: Choices) -> Preview | None:
    """Two side by side; None where one is no longer there, or not the member's to see."""
    stopped = obstacle(session, two) if what is What.CUSTOMER else contact_obstacle(session, two)
    if stopped:
        return None
    one, other = _row(session, what, two.one), _row(session, what, two.other)
    if not (_seen(session, member, one) and _seen(session, member, other)):
        return None
    different = differences(session, one, other)
    return Preview(
        what=what,
        one=_half(session, one),
        other=_half(session, other),
        differences=different,
        choices=choices,
        fields={**NAMES, **all_fields(session)},
        owners={
            held.value: session.get_one(MemberRow, int(held.value)).name
            for one_field in different
            if one_field.field == OWNER
            for held in (one_field.one, one_field.other)
        },
    )


def _row(session: Session, what: What, number: int) -> Row:
    return session.get_one(CustomerRow, number) if what is What.CUSTOMER else session.get_one(ContactRow, number)


def _seen(session: Session, member: Member, row: Row) -> bool:
    customer = session.get(CustomerRow, row.customer_id) if isinstance(row, ContactRow) else row
    return customer is not None and bool(seen_of(member, customer))


def _half(session: Session, row: Row) -> Half:
    number = row.id or 0
    if isinstance(row, ContactRow):
        took_part = select(func.count()).select_from(EntryContactRow).where(col(EntryContactRow.contact_id) == number)
        return Half(number, row.name, session.exec(took_part).one())
    entries = select(func.count()).where(col(EntryRow.customer_id) == number, col(EntryRow.live))
    people = select(func.count()).where(col(ContactRow.customer_id) == number, col(ContactRow.withdrawn).is_(False))
    plans = select(func.count()).where(col(FollowUpRow.customer_id) == number, col(FollowUpRow.state) == "open")
    return Half(number, row.name, *(session.exec(query).one() for query in (entries, people, plans)))


def merged(session: Session, member: Member, change: int, *, now: datetime) -> Merged | None:
    """A merge as it stands, for whoever sees the customer that stayed."""
    merge = undoing.find(session, change)
    if merge is None or not _seen(session, member, session.get_one(CustomerRow, merge.customer)):
        return None
    told = as_merged(merge, open_still=undoing.stuck(session, merge, now=now) in (None, undoing.Stuck.BUILT_ON))
    return replace(told, kept=_name_now(session, merge))


def _name_now(session: Session, merge: undoing.Merge) -> str:
    """Either name may have been chosen, and another given since."""
    is_customer = What(merge.kind) is What.CUSTOMER
    kept = session.get(CustomerRow, merge.one) if is_customer else session.get(ContactRow, merge.one)
    return kept.name if kept else merge.names[0]


def as_merged(merge: undoing.Merge, *, open_still: bool) -> Merged:
    until = merge.undo_until if open_still else None
    undone = merge.undone_at is not None
    return Merged(merge.change, What(merge.kind), merge.names, merge.customer, merge.at, until, undone)


def recent(session: Session, member: Member, *, now: datetime, limit: int) -> list[Merged]:
    """The merges that can be taken back, of customers that the member sees."""
    found = undoing.undoable(session, now=now, limit=10 * limit)
    theirs = [one for one in found if _seen(session, member, session.get_one(CustomerRow, one.customer))]
    return [as_merged(merge, open_still=True) for merge in theirs[:limit]]
