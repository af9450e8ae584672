"""A person on record: somebody at a customer with all their rows, or a member."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import or_
from sqlmodel import Session, col, select

from sales.customers import same_person, short_code
from sales.traces import Eraser, Traces, is_short
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from storage.tables.people import MemberRow


class Who(StrEnum):
    """Whose person it is."""

    CONTACT = "contact"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Person:
    """`ids` are all rows of the person, merged ones among them; `at` is the customer where they are.

    `shared`: others are called so, too; then the name counts in what was told about this person only.
    """

    who: Who
    ids: tuple[int, ...]
    name: str
    stand_in: str
    traces: Traces
    shared: bool
    at: str = ""
    telegram: int | None = None

    @property
    def id(self) -> int:
        return self.ids[0]

    @property
    def sure(self) -> Traces:
        """What finds nobody else in words."""
        names = () if self.shared else self.traces.names
        return Traces(names, self.traces.phones, self.traces.emails, self.traces.numbers)


def persons_named(session: Session, name: str) -> list[Person]:
    """Whoever is called so: people at customers, then members."""
    contacts = session.exec(select(ContactRow.id, ContactRow.name).order_by(col(ContactRow.id))).all()
    found = {_root(session, key or 0) for key, called in contacts if same_person(called, name)}
    members = session.exec(select(MemberRow.id, MemberRow.name).order_by(col(MemberRow.id))).all()
    ours = [key or 0 for key, called in members if called.casefold() == name.strip().casefold()]
    both = [(Who.CONTACT, key) for key in sorted(found)] + [(Who.MEMBER, key) for key in ours]
    return [one for who, key in both if (one := person(session, who, key)) is not None]


def person(session: Session, who: Who, key: int) -> Person | None:
    """The person with this row; None: there is none."""
    return _contact(session, key) if who is Who.CONTACT else _member(session, key)


def _root(session: Session, contact: int) -> int:
    """The row that a merged one lives on in."""
    row = session.get(ContactRow, contact)
    return _root(session, row.merged_into_id) if row and row.merged_into_id else contact


def _contact(session: Session, key: int) -> Person | None:
    rows = _merged(session, key)
    if not rows:
        return None
    ids = tuple(row.id or 0 for row in rows)
    facts = session.exec(select(FactRow.field, FactRow.value).where(col(FactRow.contact_id).in_(ids))).all()
    said = {kind: tuple(dict.fromkeys(value for field, value in facts if field == kind)) for kind in _KINDS}
    names = dict.fromkeys([*(row.name for row in rows), *said["name"]])
    phones = dict.fromkeys([*(row.phone for row in rows if row.phone), *said["phone"]])
    emails = dict.fromkeys([*(row.email for row in rows if row.email), *said["email"]])
    customer = session.get_one(CustomerRow, rows[0].customer_id)
    return Person(
        who=Who.CONTACT,
        ids=ids,
        name=rows[0].name,
        stand_in=f"P-{short_code(ids[0])}",
        traces=Traces(tuple(names), tuple(phones), tuple(emails)),
        shared=_others(session, Who.CONTACT, ids, tuple(names)),
        at=customer.name,
    )


_KINDS = ("name", "phone", "email")


def _merged(session: Session, key: int) -> list[ContactRow]:
    """The person's own row first, then those that were merged into it."""
    found: dict[int, ContactRow] = {}
    wanted = [key]
    while wanted:
        where = or_(col(ContactRow.id).in_(wanted), col(ContactRow.merged_into_id).in_(wanted))
        rows = session.exec(select(ContactRow).where(where).order_by(col(ContactRow.id))).all()
        wanted = [row.id or 0 for row in rows if row.id not in found and row.id != key]
        found |= {row.id or 0: row for row in rows}
    return sorted(found.values(), key=lambda row: (row.id != key, row.id))


def _member(session: Session, key: int) -> Person | None:
    row = session.get(MemberRow, key)
    if row is None:
        return None
    numbers = tuple({number for number in (row.telegram_id, row.chat_id) if number})
    shared = _others(session, Who.MEMBER, (key,), (row.name,))
    traces = Traces((row.name,), numbers=numbers)
    return Person(Who.MEMBER, (key,), row.name, f"M-{short_code(key)}", traces, shared, telegram=row.telegram_id)


def _others(session: Session, who: Who, ids: tuple[int, ...], names: tuple[str, ...]) -> bool:
    """Whether anybody else is called so. A short name also counts where it is part of another's."""
    short = Eraser(Traces(tuple(name for name in names if is_short(name))), "")
    contacts = session.exec(select(ContactRow.id, ContactRow.name)).all()
    members = session.exec(select(MemberRow.id, MemberRow.name)).all()
    mine = {(who, key) for key in ids}
    everybody = [(Who.CONTACT, *pair) for pair in contacts] + [(Who.MEMBER, *pair) for pair in members]
    others = [called for kind, key, called in everybody if (kind, key) not in mine]
    return any(short.finds(called) or any(same_person(called, name) for name in names) for called in others)
