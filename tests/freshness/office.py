"""Anna's office: customers, people there, what is known of them, and logs."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count

from sqlmodel import Session

from sales.drafts import Draft
from sales.kinds import Kind
from sales.known import About
from sales.people import Member
from sales.tellings import Entry, Party, Source, Telling
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from storage.told import journal
from tests.people.company import NOON, Company, customer_of

TODAY = NOON.date()
MESSAGES = count(1)


def ago(days: int) -> datetime:
    return NOON - timedelta(days=days)


@dataclass(frozen=True)
class Office:
    """What tests put on record, with the fewest words."""

    company: Company
    known: dict[str, int] = field(default_factory=dict)

    @property
    def session(self) -> Session:
        return self.company.session

    @property
    def anna(self) -> Member:
        return self.company["Anna"]

    def customer(self, name: str = "Acme", owner: str = "Anna") -> int:
        """The customer of that name; put on record at the first call."""
        if name not in self.known:
            self.known[name] = customer_of(self.company, owner, name)
        return self.known[name]

    def row(self, name: str = "Acme") -> CustomerRow:
        return self.session.get_one(CustomerRow, self.customer(name))

    def person(self, name: str = "S. Lee", at: str = "Acme") -> int:
        row = ContactRow(customer_id=self.customer(at), name=name)
        self.session.add(row)
        self.session.flush()
        return row.id or 0

    def fact(  # noqa: PLR0913 - what a fact consists of
        self,
        name: str,
        value: str,
        *,
        days: int = 0,
        contact: int | None = None,
        confirmed: int | None = None,
        at: str = "Acme",
    ) -> int:
        """A fact told so many days ago."""
        row = FactRow(
            customer_id=self.customer(at),
            contact_id=contact,
            field=name,
            value=value,
            source=Source.TEXT,
            at=ago(days),
            confirmed_at=None if confirmed is None else ago(confirmed),
        )
        self.session.add(row)
        self.session.flush()
        return row.id or 0

    def about(self, name: str = "Acme", contact: int | None = None) -> About:
        return About(self.customer(name), contact)

    def log(self, *entries: Entry, by: str = "Anna", at: datetime = NOON, head: int | None = None) -> int:
        """A message that tells of these, a visit at Acme if of nothing else."""
        member = self.company[by]
        told = Telling(entries or (self.visit(),))
        chat = member.chat or 0
        draft = Draft(chat=chat, message=next(MESSAGES), moment=at, text="…", telling=told, head=head)
        return journal.record(self.session, draft=draft, by=journal.By(member, at, time(9)))

    def undo(self, telling: int) -> None:
        journal.undo(self.session, telling=telling, by=journal.By(self.anna, NOON, time(9)))

    def visit(self, name: str = "Acme", *people: str, on: date = TODAY, kind: Kind = Kind.VISIT) -> Entry:
        return Entry(kind, Party(name, self.customer(name)), on, contacts=people)
