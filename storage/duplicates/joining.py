"""Moves rows of which each customer may have its own: names, people, shares, orders and debts."""

from collections.abc import Sequence
from typing import TypeVar

from sqlmodel import Session, SQLModel, col, select

from sales.customers import same_person
from storage.duplicates.change import Change
from storage.duplicates.folding import fold
from storage.tables.access import ShareRow
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.dealings import BookedOrderRow, ReceivableRow

Numbered = TypeVar("Numbered", BookedOrderRow, ReceivableRow)


def join_names(change: Change, *, loser: CustomerRow, winner: CustomerRow, name: str) -> None:
    """Every name of both stays findable; `name` is what the winner is called from now on."""
    known = {_plain(name), *(_plain(row.name) for row in _aliases(change.session, winner))}
    for row in _aliases(change.session, loser):
        if _plain(row.name) in known:
            change.remove(row)
        else:
            change.alter(row, customer_id=winner.id)
            known.add(_plain(row.name))
    for called in (loser.name, winner.name):
        if _plain(called) not in known:
            change.make(AliasRow(customer_id=winner.id or 0, name=called))
            known.add(_plain(called))


def _aliases(session: Session, customer: CustomerRow) -> Sequence[AliasRow]:
    called = select(AliasRow).where(col(AliasRow.customer_id) == customer.id)
    return session.exec(called.order_by(col(AliasRow.id))).all()


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def join_people(change: Change, *, loser: int, winner: int) -> None:
    """Who is at both is one person now; the others come along. Those who were withdrawn stay where they were."""
    there = list(_people(change.session, winner))
    for person in _people(change.session, loser):
        twin = next((row for row in there if same_person(row.name, person.name)), None)
        if twin is None:
            change.alter(person, customer_id=winner)
            there.append(person)
        else:
            fold(change, loser=person, winner=twin, choices={})


def _people(session: Session, customer: int) -> Sequence[ContactRow]:
    here = select(ContactRow).where(col(ContactRow.customer_id) == customer, col(ContactRow.withdrawn).is_(False))
    return session.exec(here.order_by(col(ContactRow.id))).all()


def join_shares(change: Change, *, loser: int, winner: CustomerRow, also: ShareRow | None) -> None:
    """Whoever could see either sees both; `also` is the share of an owner who is one no more."""
    shared = change.session.exec(
        select(ShareRow).where(col(ShareRow.customer_id) == loser).order_by(col(ShareRow.member_id))
    )
    for row in shared.all():
        copy = ShareRow(customer_id=winner.id or 0, member_id=row.member_id, shared_by=row.shared_by, at=row.at)
        change.remove(row)
        _share(change, copy, winner)
    if also is not None:
        _share(change, also, winner)


def _share(change: Change, share: ShareRow, customer: CustomerRow) -> None:
    there = change.session.get(ShareRow, (share.customer_id, share.member_id))
    if there is None and share.member_id != customer.owner_id:
        change.make(share)


def join_books(change: Change, *, loser: int, winner: int) -> None:
    """An order or invoice of the same number is the same, and stands once."""
    _join_numbered(change, _numbered(change, BookedOrderRow, loser), _numbered(change, BookedOrderRow, winner), winner)
    _join_numbered(change, _numbered(change, ReceivableRow, loser), _numbered(change, ReceivableRow, winner), winner)


def _numbered(change: Change, kind: type[Numbered], customer: int) -> dict[str, Numbered]:
    here = select(kind).where(col(kind.customer_id) == customer).order_by(col(kind.id))
    return {row.number: row for row in change.session.exec(here)}


def _join_numbered(change: Change, theirs: dict[str, Numbered], there: dict[str, Numbered], winner: int) -> None:
    for number, row in theirs.items():
        twin = there.get(number)
        if twin is None:
            change.alter(row, customer_id=winner)
        elif row.live:
            # The one that counts stays; the other one is kept with what is no customer any more.
            if not twin.live:
                change.alter(twin, **_contents(row))
            change.alter(row, live=False)


def _contents(row: SQLModel) -> dict[str, object]:
    return {name: value for name, value in row.model_dump().items() if name not in {"id", "customer_id", "version"}}
