"""Puts the lines of an import on record, some hundred at a time; each step is done once, whenever it is interrupted."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.import_views import Counts
from sales.lists import Line, ListKind, Resembling, State
from sales.people import Member
from storage import change_sets
from storage.bulk import in_parts
from storage.change_sets import ChangeKind
from storage.company import people
from storage.company.audit import Subject, note
from storage.figures.keeping import keep_figures
from storage.importing import runs
from storage.importing.booked import BookedList
from storage.importing.customers import CustomerList, Into, Taken, customers_made
from storage.importing.resembling import Compare
from storage.tables.changes import RowChangeRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.followups import FollowUpRow
from storage.tables.imports import ImportRow
from storage.tables.tellings import EntryRow


class ListInHand(Protocol):
    """Takes lines of one kind of list in."""

    def take(self, session: Session, lines: tuple[Line, ...]) -> Taken: ...


class NobodyError(LookupError):
    """Who sent the list is no longer with the company."""


def member_of(session: Session, row: ImportRow) -> Member:
    found = people.member(session, row.member_id)
    if found is None:
        raise NobodyError(row.member_id)
    return found


def trial(session: Session, number: int, compare: Compare) -> ListInHand:
    """The list as it would be taken in, without any change; `compare` knows near-same names."""
    row = session.get_one(ImportRow, number)
    return _in_hand(session, row, compare)


def start(session: Session, number: int, now: datetime) -> int:
    """Open the change that the import is, unless it is open already; returns how many chunks there are."""
    row = session.get_one(ImportRow, number)
    if row.change_set_id is None:
        by = Hand(row.member_id, now)
        facts = {"file": row.name, "kind": row.kind}
        row.change_set_id = change_sets.begin(session, ChangeKind.IMPORT, by, undo_for=runs.UNDO_FOR, facts=facts)
        runs.count(session, row, _expected(runs.counts_of(row)))
    runs.move(session, row, State.RUNNING)
    return runs.chunks_of(session, number)


def _expected(counts: Counts) -> Counts:
    """What was only expected is counted again, as it happens; what was wrong with the file stays."""
    return replace(counts, new=0, known=0, differing=0, left_out=0, done=0)


def in_hand(session: Session, number: int) -> ListInHand:
    """The list as part of its change; what is done already is known to it."""
    row = session.get_one(ImportRow, number)
    into = Into(
        row.change_set_id or 0,
        Hand(row.member_id, row.at),
        overwrite=bool(row.columns.get("overwrite")),
        resembling=runs.resembling_of(row) or Resembling.LEAVE,
    )
    found = _in_hand(session, row, into)
    if isinstance(found, BookedList):
        for chunk in range(runs.chunks_of(session, number)):
            there = runs.chunk_of(session, number, chunk)
            if there and there.done:
                found.hear(there.lines)
    return found


def _in_hand(session: Session, row: ImportRow, into: Into | Compare) -> CustomerList | BookedList:
    by = member_of(session, row)
    kind = ListKind(row.kind)
    if kind is ListKind.CUSTOMERS:
        return CustomerList(session, by, into)
    return BookedList(session, by, kind, into if isinstance(into, Into) else None)


@dataclass(frozen=True, slots=True)
class Step:
    """Where an import stands after a chunk."""

    rows: int
    done: int


def take_chunk(session: Session, number: int, chunk: int, lines: ListInHand) -> Step:
    """Take a chunk in, together with the mark that it is done; one that is done already is left alone."""
    row = session.get_one(ImportRow, number)
    there, counts = runs.chunk_of(session, number, chunk), runs.counts_of(row)
    if there is not None and not there.done:
        taken = lines.take(session, there.lines)
        # Rows that the reading left out count once, with the chunk in which they stand.
        left_out = sum(1 for problem in there.problems if problem.whole)
        counts = replace(
            counts,
            new=counts.new + taken.new,
            known=counts.known + taken.known,
            differing=counts.differing + taken.differing,
            left_out=counts.left_out + left_out + taken.passed_over,
            done=counts.done + len(there.lines),
        )
        runs.mark_done(session, number=number, chunk=chunk)
        runs.count(session, row, counts)
    return Step(counts.rows, counts.done)


def finish(session: Session, number: int, lines: ListInHand, now: datetime) -> None:
    """Everything is on record: debts that are no longer in the list are closed, and the trail tells of the import."""
    row = session.get_one(ImportRow, number)
    counts = runs.counts_of(row)
    closed = lines.close_others(session) if isinstance(lines, BookedList) else 0
    runs.count(session, row, replace(counts, closed=closed))
    runs.move(session, row, State.DONE)
    runs.let_go(session, number)
    words = f"{row.kind}: {row.name}, {counts.new} new, {counts.known} known"
    note(session, "import.made", Subject("import", number), Hand(row.member_id, now), words=words)


def take_back(session: Session, number: int, now: datetime) -> None:
    """Undo the import as a whole; what somebody has worked with since stays."""
    row = session.get_one(ImportRow, number)
    spared = {"customer": _in_use(session, row.change_set_id or 0)}
    taken = change_sets.take_back(session, row.change_set_id or 0, now=now, sparing=spared)
    if taken is not None:
        keep_figures(session, _who_ordered(session, row.change_set_id or 0))
        runs.move(session, row, State.UNDONE, kept=taken.kept)
        note(session, "import.undone", Subject("import", number), Hand(row.member_id, now), words=row.name)
    else:
        runs.move(session, row, State.DONE)


def _who_ordered(session: Session, change: int) -> set[int]:
    """The customers of the booked orders that the import made or changed."""
    keys = select(RowChangeRow.row_key).where(
        col(RowChangeRow.change_set_id) == change, col(RowChangeRow.table_name) == BookedOrderRow.__tablename__
    )
    found = set[int]()
    for part in in_parts({key[0] for key in session.exec(keys)}):
        whose = select(BookedOrderRow.customer_id).where(col(BookedOrderRow.id).in_(part))
        found |= set(session.exec(whose.distinct()))
    return found


def _in_use(session: Session, change: int) -> frozenset[int]:
    """Customers that the import made and that somebody has told of since."""
    made = customers_made(session, change)
    live = select(EntryRow.customer_id).where(col(EntryRow.live), col(EntryRow.customer_id).is_not(None))
    planned = select(FollowUpRow.customer_id).where(
        col(FollowUpRow.state) != "undone", col(FollowUpRow.customer_id).is_not(None)
    )
    told = {*session.exec(live.distinct()), *session.exec(planned.distinct())}
    return frozenset(number for number in made if number in told)
