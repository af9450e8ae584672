"""Who is on record, by name, code and number, so that each line of a list finds its customer without a query."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from sqlmodel import Session, col, select

from sales.customers import number_of_code
from sales.rights import Whose
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.facts import FactRow

_SEVERAL = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The customer that a line means. `several`: more than one answers to what it says."""

    id: int | None = None
    several: bool = False


class Register:
    """An index of customers; it holds a few numbers for each, whatever the length of the list."""

    def __init__(self, session: Session) -> None:
        self._names: dict[str, int] = {}
        self._aliases: dict[str, int] = {}
        self._shared: dict[str, int] | None = None
        self._whose: dict[int, tuple[int | None, int | None]] = {}
        self._called: dict[int, int] = {}
        self._last = 0
        self.renew(session)
        self._read_others(session)

    def renew(self, session: Session) -> None:
        """Take in who came onto the record since the last look."""
        rows = select(CustomerRow.id, CustomerRow.name, CustomerRow.owner_id, CustomerRow.team_id)
        new = rows.where(col(CustomerRow.id) > self._last, col(CustomerRow.withdrawn).is_(False))
        for number, name, owner, team in session.exec(new.order_by(col(CustomerRow.id))):
            if number is not None and number not in self._whose:
                self.add(Whose(number, owner, team), name)

    def add(self, whose: Whose, name: str) -> None:
        """A customer that the list itself just made."""
        _note(self._names, plain_name(name), whose.id)
        self._called[whose.id] = hash(plain_name(name))
        self._whose[whose.id] = (whose.owner, whose.team)
        self._last = max(self._last, whose.id)

    def replace(self, provisional: Whose, whose: Whose, name: str) -> None:
        """The row of a customer whom the list made is there: its number takes the place of the provisional one."""
        del self._whose[provisional.id]
        self._called.pop(provisional.id, None)
        self._names[plain_name(name)] = whose.id
        self.add(whose, name)

    def has(self, customer: int) -> bool:
        return customer in self._whose

    def whose(self, customer: int) -> Whose:
        return Whose(customer, *self._whose[customer])

    def find(self, *, name: str, code: str = "") -> Found:
        """By the code that their own list gave, by name, by another name."""
        plain = plain_name(name)
        number = number_of_code(code)
        if number in self._whose and self._called.get(number or 0) == hash(plain):
            # Our own code tells two customers of the same name apart; alone it might be somebody else's numbering.
            return Found(number)
        known = self._aliases.get(plain_name(code)) if code else None
        known = known or self._names.get(plain, self._aliases.get(plain))
        return Found(several=True) if known == _SEVERAL else Found(known)

    def called(self) -> Iterator[tuple[int, str]]:
        """Who is on record, by each of their names that is theirs alone."""
        for names in (self._names, self._aliases):
            yield from ((number, name) for name, number in names.items() if number > _SEVERAL)

    def sharing(self, session: Session, *, phones: Iterable[str], emails: Iterable[str]) -> int | None:
        """The customer with this phone or e-mail; what several have says nothing."""
        if self._shared is None:
            self._shared = self._read_shared(session)
        reached = (*phones, *(email.casefold() for email in emails))
        return next((self._shared[one] for one in reached if self._shared.get(one, _SEVERAL) != _SEVERAL), None)

    def _read_others(self, session: Session) -> None:
        for customer, name in session.exec(select(AliasRow.customer_id, AliasRow.name)):
            if customer in self._whose:
                _note(self._aliases, plain_name(name), customer)

    def _read_shared(self, session: Session) -> dict[str, int]:
        found: dict[str, int] = {}
        told = select(FactRow.customer_id, FactRow.value).where(
            col(FactRow.field).in_(["phone", "email"]), col(FactRow.live)
        )
        theirs = col(ContactRow.withdrawn).is_(False)
        phones = select(ContactRow.customer_id, ContactRow.phone).where(col(ContactRow.phone).is_not(None), theirs)
        emails = select(ContactRow.customer_id, ContactRow.email).where(col(ContactRow.email).is_not(None), theirs)
        for query in (told, phones, emails):
            for customer, reached in session.exec(query):
                if customer in self._whose and reached:
                    _note(found, reached.casefold(), customer)
        return found


def _note(index: dict[str, int], key: str, customer: int) -> None:
    known = index.setdefault(key, customer)
    if known != customer:
        index[key] = _SEVERAL


def plain_name(name: str) -> str:
    """The name for comparing: case, width and spaces do not count."""
    return " ".join(normalize("NFKC", name).split()).casefold()
