"""The index of all names of the company: built once, then only what is new is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from sales.people import Member
from storage.duplicates.company_names import NOTHING_READ, names_since
from storage.duplicates.standing import Standing, standing
from storage.store import Session
from understanding.customers.namesakes import alike
from understanding.directory import Directory, Known

_LOOKED_AT = 8
"""So many of the likeliest are compared with what they are called today."""


@dataclass(frozen=True, slots=True)
class Near:
    """A customer on record with a near-same name."""

    customer: Standing
    alike: float


class CompanyNames:
    """Asked from several threads, so it is locked; what it says is held against the database each time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._directory = Directory([])
        self._mark = NOTHING_READ

    @property
    def empty(self) -> bool:
        """Nothing was read yet; the first look takes seconds where there are a hundred thousand names."""
        return self._mark == NOTHING_READ

    def catch_up(self, session: Session) -> None:
        """Read what is new."""
        with self._lock:
            self._read(session)

    def near(self, session: Session, member: Member, name: str) -> list[Near]:
        """The customers of the whole company that may go by this name, the likeliest first."""
        with self._lock:
            self._read(session)
            found = [one.key for one in self._directory.namesakes(name)[:_LOOKED_AT]]
        return sorted(_held_against(session, member, name, found), key=lambda near: -near.alike)

    def _read(self, session: Session) -> None:
        fresh, mark = names_since(session, self._mark)
        known = [Known(one.customer, one.name, one.others) for one in fresh]
        if self.empty:
            self._directory = Directory(known)
        else:
            for one in known:
                self._directory.add(one)
        self._mark = mark


def _held_against(session: Session, member: Member, name: str, keys: list[int]) -> Iterator[Near]:
    for customer in standing(session, member, keys):
        how = alike(name, customer.names)
        if how:
            yield Near(customer, how)
