"""How customers stand today that an index of names points to: names, owner, and whether a member may see them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from sales.people import Member
from storage.cards.living import living
from storage.cards.visibility import seen_of
from storage.tables.customers import AliasRow, CustomerRow


@dataclass(frozen=True, slots=True)
class Standing:
    """A customer on record. `seen`: the member who asks may see it; `telling` is the message that made it."""

    id: int
    name: str
    names: tuple[str, ...]
    owner: int | None
    team: int | None
    telling: int | None
    seen: bool


def standing(session: Session, member: Member, customers: Iterable[int]) -> list[Standing]:
    """Those of these that are on record, merged ones as what they live on in, each once."""
    wanted = dict.fromkeys(living(session, number) for number in customers)
    if not wanted:
        return []
    there = select(CustomerRow).where(col(CustomerRow.id).in_(wanted), col(CustomerRow.withdrawn).is_(False))
    rows = {row.id or 0: row for row in session.exec(there)}
    others = select(AliasRow.customer_id, AliasRow.name).where(col(AliasRow.customer_id).in_(wanted))
    called = list(session.exec(others))
    return [
        _standing(member, rows[number], [name for customer, name in called if customer == number])
        for number in wanted
        if number in rows
    ]


def _standing(member: Member, row: CustomerRow, others: list[str]) -> Standing:
    names = (row.name, *others)
    return Standing(row.id or 0, row.name, names, row.owner_id, row.team_id, row.telling_id, bool(seen_of(member, row)))
