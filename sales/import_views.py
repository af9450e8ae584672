"""An import as its card shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sales.lists import FileFault, ListKind, Problem, Resembling, State


@dataclass(frozen=True, slots=True)
class Counts:
    """What is in a list, and what became or would become of it.

    `new` and `known` count customers, orders or debts; `differing` those known of which the list says something else;
    `resembling` rows that look like customers on record; `left_out` rows, `lost` single values; `closed` debts that are
    no longer in the list; `done` rows worked on so far.
    """

    rows: int = 0
    twice: int = 0
    new: int = 0
    known: int = 0
    differing: int = 0
    resembling: int = 0
    left_out: int = 0
    lost: int = 0
    closed: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class ImportView:
    """An import as it stands. `question` is what is asked and about what; `kept` rows stayed at an undo."""

    id: int
    name: str
    state: State
    kind: ListKind | None = None
    headings: tuple[str, ...] = ()
    columns: Mapping[int, str] = field(default_factory=dict)
    question: tuple[str, str] | None = None
    fault: FileFault | None = None
    counts: Counts = Counts()
    first: tuple[Problem, ...] = ()
    overwrite: bool = False
    resembling: Resembling | None = None
    """What is to become of rows that look like customers on record, once that is said."""
    undo_until: datetime | None = None
    kept: int = 0
    choosing: int | None = None
    """The column (its place) of which is being chosen what it holds; -1 while the column itself is being chosen."""

    @property
    def unused(self) -> tuple[str, ...]:
        """Headings of columns that are not read."""
        return tuple(word for place, word in enumerate(self.headings) if word and place not in self.columns)
