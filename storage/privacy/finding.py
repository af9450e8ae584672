"""Who is called so, and how much is on record about them, for whoever decides about their data."""

from dataclasses import replace

from sqlmodel import Session

from sales.customers import short_code
from sales.privacy_views import PersonFound
from storage.privacy.all_about import all_about
from storage.privacy.persons import Person, Who, persons_named
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.people import MemberRow

MOST = 16
# What carried it here and there, and says nothing that the records do not say.
_PASSING = frozenset({"inbox", "outbox", "job", "paper", "button", "event", "event_detail", "draft"})


def find(session: Session, name: str) -> tuple[PersonFound, ...]:
    """Everybody of that name; where there is one, with how much is about them, for which every table is read."""
    found = persons_named(session, name)[:MOST]
    if len(found) == 1:
        return (replace(_view(found[0]), rows=count(session, found[0])),)
    return tuple(replace(_view(one), shared=True) for one in found)


def count(session: Session, person: Person) -> int:
    """How many rows are about them."""
    return sum(len(rows) for table, rows in all_about(session, person).items() if table not in _PASSING)


def known(session: Session, who: Who, key: int) -> PersonFound | None:
    """What the person is called, without a look at anything else."""
    if who is Who.MEMBER:
        member = session.get(MemberRow, key)
        return PersonFound(who, key, member.name, f"M-{short_code(key)}") if member else None
    row = session.get(ContactRow, key)
    if row is None:
        return None
    at = session.get_one(CustomerRow, row.customer_id).name
    return PersonFound(who, key, row.name, f"P-{short_code(key)}", at)


def _view(person: Person) -> PersonFound:
    return PersonFound(person.who, person.id, person.name, person.stand_in, person.at, shared=person.shared)
