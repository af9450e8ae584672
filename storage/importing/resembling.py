"""Rows of a list that name nobody on record and yet may mean somebody: by a near-same name, a phone, an e-mail."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlmodel import Session, col, select

from sales.lists import Fault, Line, Problem
from storage.bulk import in_parts
from storage.importing.owners import Owners
from storage.importing.register import Register
from storage.tables.customers import CustomerRow

RESEMBLES = "resembles"
"""Under this word a line remembers, from its weighing on, which customer it may mean."""
COLLIDES = 0.75
"""So near a name has to be to a colleague's customer; as in the chat."""


class Names(Protocol):
    """Near-same names among those on record; how names are compared is not the store's business."""

    def find(self, name: str) -> Sequence[tuple[int, float]]: ...


Compare = Callable[[Iterable[tuple[int, str]]], Names]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """The customer that a line may mean, and why."""

    customer: int
    fault: Fault = Fault.RESEMBLES


class Lookout:
    """Looks out for them while a list is weighed. The names are taken in when a line is the first that is new."""

    def __init__(self, register: Register, owners: Owners, compare: Compare) -> None:
        self._register = register
        self._owners = owners
        self._compare = compare
        self._names: Names | None = None

    def of(self, session: Session, line: Line) -> Resemblance | None:
        """One's own customers come first; a colleague's has to be very near."""
        self._names = self._names or self._compare(self._register.called())
        near = self._names.find(line.get("name"))
        own = next((key for key, _ in near if self._may_change(key)), None)
        if own is not None:
            return Resemblance(own)
        shared = self._register.sharing(session, phones=line.all("phone"), emails=line.all("email"))
        if shared is not None:
            return Resemblance(shared, Fault.SHARES if self._may_change(shared) else Fault.RESEMBLES_TAKEN)
        collides = next((key for key, alike in near if alike >= COLLIDES), None)
        return None if collides is None else Resemblance(collides, Fault.RESEMBLES_TAKEN)

    def _may_change(self, customer: int) -> bool:
        return self._owners.may_change(self._register.whose(customer))


def remembered(session: Session, line: Line) -> Resemblance | None:  # noqa: ARG001 - the lookout needs the session
    """What was found when the list was weighed."""
    found = line.get(RESEMBLES)
    return Resemblance(int(found)) if found else None


def problems(session: Session, found: Sequence[tuple[Line, Resemblance]]) -> Iterator[Problem]:
    """What the rows are told; the name of a colleague's customer is nobody else's business."""
    names: dict[int, str] = {}
    for part in in_parts({seen.customer for _, seen in found}):
        rows = session.exec(select(CustomerRow.id, CustomerRow.name).where(col(CustomerRow.id).in_(part)))
        names |= {number or 0: name for number, name in rows}
    for line, seen in found:
        theirs = seen.fault is Fault.RESEMBLES_TAKEN
        other = "" if theirs else names.get(seen.customer, "")
        yield Problem(line.row, "name", seen.fault, line.get("name"), whole=theirs, other=other)
