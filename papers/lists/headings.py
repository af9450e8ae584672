"""Which row holds the headings, what kind of list they make, and which column is what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from papers.lists.rows import Row
from papers.lists.vocabulary import columns_named, fold, words
from sales.lists import COLUMNS, ListKind

LOOKED_AT = 30
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a file. `row` is where they stand, `kind` None where several kinds fit equally well.

    `columns` say for each kind which place holds what; `people`: it rather is a list of people to invite.
    """

    row: int
    words: tuple[str, ...]
    kind: ListKind | None
    columns: Mapping[ListKind, Mapping[int, str]]
    people: bool = False

    @property
    def signature(self) -> str:
        """The same for every file with these headings: answers about its columns are remembered under it."""
        return sha256("|".join(map(fold, self.words)).encode()).hexdigest()[:24]


def find_headings(first: Iterable[Row], custom: Mapping[str, str]) -> Headings | None:
    """Of the first rows the one with most words that we know; else the widest. None: nothing is there."""
    seen = [row for row in first if not row.empty]
    if not seen:
        return None
    best = max(seen, key=lambda row: (_known(row, custom), -row.number))
    if not _known(best, custom):
        best = max(seen[:5], key=lambda row: (sum(1 for cell in row.cells if cell != ""), -row.number))
    return _read(best, custom)


def _known(row: Row, custom: Mapping[str, str]) -> int:
    return max(len(_columns(row.cells, kind, custom)) for kind in ListKind)


def _read(row: Row, custom: Mapping[str, str]) -> Headings:
    columns = {kind: _columns(row.cells, kind, custom) for kind in ListKind}
    headings = tuple(str(cell)[:_LONGEST_HEADING] for cell in row.cells)
    while headings and not headings[-1]:
        headings = headings[:-1]
    return Headings(row.number, headings, _kind(columns), columns, people=_is_of_people(row.cells, columns))


def _columns(cells: Sequence[object], kind: ListKind, custom: Mapping[str, str]) -> dict[int, str]:
    """A column is found once, unless it may say several things: the first phone and the second both count."""
    known = columns_named(kind)
    own = {fold(label): name for name, label in custom.items()} if kind is ListKind.CUSTOMERS else {}
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        word = fold(str(cell))
        name = known.get(word) or own.get(word)
        if name and (name not in found.values() or (name in COLUMNS[kind] and COLUMNS[kind][name].many)):
            found[place] = name
    return found


def _kind(columns: Mapping[ListKind, Mapping[int, str]]) -> ListKind | None:
    """The kind with everything that it needs and with most columns; None where two are as good."""
    scores = {kind: (_whole(kind, found), len(found)) for kind, found in columns.items()}
    best = max(scores.values())
    kinds = [kind for kind, score in scores.items() if score == best]
    return kinds[0] if best[1] and len(kinds) == 1 else None


def _whole(kind: ListKind, found: Mapping[int, str]) -> bool:
    return all(column.name in found.values() for column in COLUMNS[kind].values() if column.missing)


def _is_of_people(cells: Sequence[object], columns: Mapping[ListKind, Mapping[int, str]]) -> bool:
    """Roles or teams, and little else: whom to invite, not whom to sell to."""
    staff = sum(1 for cell in cells if fold(str(cell)) in words("people"))
    return bool(staff) and max(len(found) for found in columns.values()) <= 1 + staff
