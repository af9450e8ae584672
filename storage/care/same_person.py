"""The same person as two contacts: of one owner, by name together with the telephone or the birthday."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import Session, col

from sales.birthdays import birthday_parts
from storage.bulk import in_parts, table_of
from storage.tables.customers import ContactRow, CustomerRow


@dataclass(frozen=True, slots=True)
class Person:
    """A contact with a birthday, or one that may be the same as one. `day`: when the birthday comes round next."""

    contact: int
    customer: int
    owner: int
    name: str
    phone: str | None
    birthday: str | None
    calendar: str | None
    greetings: bool
    grade: str | None
    day: date | None = None

    @property
    def called(self) -> tuple[int, str]:
        return self.owner, "".join(self.name.casefold().split())


_contact, _customer = table_of(ContactRow).c, table_of(CustomerRow).c
COLUMNS = (
    *(_contact.id, _contact.customer_id, _customer.owner_id, _contact.name, _contact.phone, _contact.birthday),
    *(_contact.calendar, _contact.greetings, _customer.grade),
)
"""What makes a Person, in their order."""
THERE = (col(ContactRow.withdrawn).is_(False), col(CustomerRow.withdrawn).is_(False), col(CustomerRow.owner_id) > 0)
"""Still at a customer that somebody looks after."""


def others_of(session: Session, persons: Sequence[Person]) -> Mapping[int, frozenset[Person]]:
    """For each contact the others that are the same person, among these and among those with the same telephone."""
    known = {one.contact: one for one in (*_with_phones(session, persons), *persons)}
    by_name: dict[tuple[int, str], list[Person]] = defaultdict(list)
    for one in known.values():
        by_name[one.called].append(one)
    return {one.contact: frozenset(_same(one, by_name[one.called])) for one in persons}


def _same(one: Person, called_alike: Iterable[Person]) -> Iterator[Person]:
    for other in called_alike:
        same_phone = one.phone is not None and one.phone == other.phone
        if other.contact != one.contact and (same_phone or _same_birthday(one, other)):
            yield other


def _same_birthday(one: Person, other: Person) -> bool:
    """A year that one of them lacks is no difference."""
    mine, theirs = birthday_parts(one.birthday or ""), birthday_parts(other.birthday or "")
    if mine is None or theirs is None or (one.calendar or "solar") != (other.calendar or "solar"):
        return False
    years = {mine.year, theirs.year} - {0}
    return (mine.month, mine.day, mine.leap) == (theirs.month, theirs.day, theirs.leap) and len(years) <= 1


def _with_phones(session: Session, persons: Iterable[Person]) -> Iterator[Person]:
    for part in in_parts(sorted({one.phone for one in persons if one.phone})):
        wanted = select(*COLUMNS).select_from(ContactRow)
        wanted = wanted.join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        for row in session.connection().execute(wanted.where(*THERE, col(ContactRow.phone).in_(part))):
            yield Person(*row)
