"""Weighs a list that was read: what would become of its lines, and which of them look like somebody on record."""

from dataclasses import replace
from functools import partial

from papers.lists.reading import ListRead
from sales.import_views import Counts
from sales.lists import HINTS, Problem
from storage.importing import applying, runs
from storage.importing.customers import Taken
from storage.store import Session, Store
from understanding.customers.lookalikes import Lookalikes


async def weigh(store: Store, number: int, found: ListRead) -> tuple[Counts, list[Problem]]:
    """The counts, and the first problems. Of the lines nothing is kept but what is wrong and whom they look like."""
    lines = await store.read(partial(applying.trial, number=number, compare=Lookalikes))
    counts, first = Counts(rows=found.rows, twice=found.twice), list[Problem]()
    for chunk in range(await store.read(partial(runs.chunks_of, number=number))):
        taken, read = await store.read(partial(_weighed, number=number, chunk=chunk, lines=lines))
        if taken.problems:
            resembling = {line.row: seen.customer for line, seen in taken.resembling}
            await store.write(
                partial(runs.note_weighed, number=number, chunk=chunk, problems=taken.problems, resembling=resembling)
            )
        problems = sorted([*read, *taken.problems], key=lambda one: one.row)
        first += problems[: runs.SHOWN - len(first)]
        counts = _added(counts, taken, problems)
    return counts, first


def _weighed(
    session: Session, *, number: int, chunk: int, lines: applying.ListInHand
) -> tuple[Taken, tuple[Problem, ...]]:
    there = runs.chunk_of(session, number, chunk)
    return (lines.take(session, there.lines), there.problems) if there else (Taken(), ())


def _added(counts: Counts, taken: Taken, problems: list[Problem]) -> Counts:
    return replace(
        counts,
        new=counts.new + taken.new,
        known=counts.known + taken.known,
        differing=counts.differing + taken.differing,
        resembling=counts.resembling + sum(1 for one in problems if one.fault in HINTS),
        left_out=counts.left_out + len({one.row for one in problems if one.whole}),
        lost=counts.lost + sum(1 for one in problems if not one.whole and one.fault not in HINTS),
    )
