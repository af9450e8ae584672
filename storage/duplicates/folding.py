"""Makes one of two people at a customer: all numbers, all that is known, and everything they took part in."""

from sqlmodel import Session, col, select

from sales.known import About
from sales.merging import Choices, Held
from storage.duplicates.change import Change
from storage.duplicates.holdings import holdings
from storage.duplicates.moving import move_contact
from storage.duplicates.settling import chosen, new_fact, settle
from storage.tables.customers import ContactRow
from storage.tables.facts import FactRow
from storage.tables.tellings import EntryContactRow

_SEVERAL = ("phone", "email")


def fold(change: Change, *, loser: ContactRow, winner: ContactRow, choices: Choices) -> None:
    """Let the loser live on in the winner."""
    session, number, into = change.session, loser.id or 0, winner.id or 0
    values = chosen(holdings(session, winner), holdings(session, loser), choices)
    for name in _SEVERAL:
        _keep_both(change, name, winner, loser)
    move_contact(change, loser=number, winner=into)
    _move_parts(change, number, into)
    settle(change, winner, values)
    if not loser.greetings:
        change.alter(winner, greetings=False)
    change.alter(loser, withdrawn=True, merged_into_id=into)


def _keep_both(change: Change, name: str, winner: ContactRow, loser: ContactRow) -> None:
    """A number that only stands on the row becomes a fact, so that several stand beside each other."""
    theirs, of = getattr(loser, name), About(winner.customer_id, winner.id)
    if theirs is None or theirs == getattr(winner, name):
        return
    for row in (loser, winner):
        value = getattr(row, name)
        if value and not _is_told(change.session, row, name, value):
            change.make(new_fact(of, name, Held(value, change.by.now), change.by))
    if getattr(winner, name) is None:
        change.alter(winner, **{name: theirs})


def _is_told(session: Session, row: ContactRow, name: str, value: str) -> bool:
    said = select(FactRow.id).where(col(FactRow.contact_id) == row.id, col(FactRow.field) == name)
    return session.exec(said.where(col(FactRow.value) == value, col(FactRow.live))).first() is not None


def _move_parts(change: Change, loser: int, winner: int) -> None:
    """Who took part in an entry as both took part once."""
    links = select(EntryContactRow).where(col(EntryContactRow.contact_id) == loser)
    for link in change.session.exec(links.order_by(col(EntryContactRow.entry_id))).all():
        entry = link.entry_id
        change.remove(link)
        if change.session.get(EntryContactRow, (entry, winner)) is None:
            change.make(EntryContactRow(entry_id=entry, contact_id=winner))
