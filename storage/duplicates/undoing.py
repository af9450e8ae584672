"""Takes merges back: which can be, which cannot any more, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.tellings import NOTHING_TOLD
from storage.cards.parties import withdraw_unused
from storage.change_sets import ChangeKind, take_back
from storage.company.audit import Subject, note
from storage.figures.keeping import keep_figures
from storage.tables.changes import ChangeSetRow, RowChangeRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.tellings import TellingRow


class Stuck(StrEnum):
    """Why a merge cannot be taken back."""

    DONE = "done"
    LATE = "late"
    BUILT_ON = "built_on"


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge on record. `customer` is where it can be seen: the one that stayed, or the person's."""

    change: int
    kind: str
    one: int
    other: int
    names: tuple[str, str]
    customer: int
    by: int | None
    at: datetime
    undo_until: datetime | None
    undone_at: datetime | None

    @property
    def touches(self) -> frozenset[int]:
        """The customers with whose rows it had to do."""
        return frozenset({self.one, self.other} if self.kind == "customer" else {self.customer})


def find(session: Session, change: int) -> Merge | None:
    row = session.get(ChangeSetRow, change)
    return _merge(row) if row and row.kind == ChangeKind.MERGE else None


def of_two(session: Session, kind: str, one: int, other: int) -> Merge | None:
    """The latest merge of these two."""
    merges = (
        select(ChangeSetRow).where(col(ChangeSetRow.kind) == ChangeKind.MERGE).order_by(col(ChangeSetRow.id).desc())
    )
    every = map(_merge, session.exec(merges))
    return next((merge for merge in every if (merge.kind, merge.one, merge.other) == (kind, one, other)), None)


def _merge(row: ChangeSetRow) -> Merge:
    facts: dict[str, Any] = row.facts
    names = facts["names"]
    return Merge(
        change=row.id or 0,
        kind=facts["kind"],
        one=facts["one"],
        other=facts["other"],
        names=(names[0], names[1]),
        customer=facts.get("customer", facts["one"]),
        by=row.member_id,
        at=row.at,
        undo_until=row.undo_until,
        undone_at=row.undone_at,
    )


def undoable(session: Session, *, now: datetime, limit: int) -> list[Merge]:
    """Merges that may still be taken back, the newest first."""
    open_ones = (
        select(ChangeSetRow)
        .where(col(ChangeSetRow.kind) == ChangeKind.MERGE, col(ChangeSetRow.undone_at).is_(None))
        .where(col(ChangeSetRow.undo_until) >= now)
    )
    return [_merge(row) for row in session.exec(open_ones.order_by(col(ChangeSetRow.id).desc()).limit(limit))]


def stuck(session: Session, merge: Merge, *, now: datetime) -> Stuck | None:
    """Why it cannot be taken back; None: it can."""
    if merge.undone_at is not None:
        return Stuck.DONE
    if merge.undo_until is None or now > merge.undo_until:
        return Stuck.LATE
    return Stuck.BUILT_ON if built_on(session, merge) else None


def built_on(session: Session, merge: Merge) -> Merge | None:
    """The latest merge that stands upon this one: it has to be taken back first."""
    later = (
        select(ChangeSetRow)
        .where(col(ChangeSetRow.kind) == ChangeKind.MERGE, col(ChangeSetRow.undone_at).is_(None))
        .where(col(ChangeSetRow.id) > merge.change)
        .order_by(col(ChangeSetRow.id).desc())
    )
    return next((one for row in session.exec(later) if (one := _merge(row)).touches & merge.touches), None)


def undo(session: Session, change: int, *, by: Hand) -> None:
    """Let both be again what they were; what was told since on the one that stayed, stays there."""
    merge = find(session, change)
    if merge is None or stuck(session, merge, now=by.now) or take_back(session, change, now=by.now) is None:
        raise StaleDataError("the merge was taken back, or built upon, a moment ago")
    _withdraw_again(session, merge)
    keep_figures(session, merge.touches)
    note(session, f"{merge.kind}.parted", Subject(merge.kind, merge.one), by, words=" / ".join(merge.names))
    session.flush()


def _withdraw_again(session: Session, merge: Merge) -> None:
    """What made the other one, and was taken back meanwhile, does not come back with it."""
    row = session.get(CustomerRow if merge.kind == "customer" else ContactRow, merge.other)
    made_by = row.telling_id if isinstance(row, CustomerRow | ContactRow) else None
    telling = session.get(TellingRow, made_by) if made_by else None
    if telling is not None and telling.undone:
        withdraw_unused(session, telling.id or 0, NOTHING_TOLD)
    lists = _lists_taken_back(session, merge)
    for back in _made_by(session, lists) & _withdrawn_by(session, merge) if lists else ():
        session.get_one(_WITHDRAWN[back[0]], back[1]).withdrawn = True


_WITHDRAWN: dict[str, type[CustomerRow] | type[ContactRow]] = {"customer": CustomerRow, "contact": ContactRow}
Place = tuple[str, int]
"""A table, and the key of a row in it."""


def _lists_taken_back(session: Session, merge: Merge) -> list[int]:
    """The imports that were undone since the two were merged."""
    undone = select(ChangeSetRow.id).where(col(ChangeSetRow.kind) == ChangeKind.IMPORT)
    since = undone.where(col(ChangeSetRow.undone_at) >= merge.at).order_by(col(ChangeSetRow.id))
    return [number for number in session.exec(since) if number]


def _made_by(session: Session, changes: list[int]) -> set[Place]:
    rows = select(RowChangeRow).where(col(RowChangeRow.change_set_id).in_(changes))
    made = session.exec(rows.where(col(RowChangeRow.table_name).in_(_WITHDRAWN)))
    return {(row.table_name, row.row_key[0]) for row in made if row.before is None}


def _withdrawn_by(session: Session, merge: Merge) -> set[Place]:
    rows = select(RowChangeRow).where(col(RowChangeRow.change_set_id) == merge.change)
    altered = session.exec(rows.where(col(RowChangeRow.table_name).in_(_WITHDRAWN)))
    return {(row.table_name, row.row_key[0]) for row in altered if (row.after or {}).get("withdrawn")}
