"""Takes an import from one state to the next: reads and weighs the file, puts it on record, takes it back."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.importing.weighing import weigh
from papers.lists.reading import Answers, ListRead, Wish, read_list
from papers.worker import PaperFailedError, Worker
from sales.field_values import Customs
from sales.lists import Column, Fault, FileFault, Line, ListKind, Problem, State
from storage.bulk import in_parts
from storage.cards.custom_fields import custom_fields
from storage.company.company_settings import currency_of, phone_region
from storage.importing import applying, runs
from storage.importing.runs import Chunk
from storage.store import Session, Store
from storage.tables.imports import ImportRow

LINES = 250
"""Lines in a chunk: a transaction of a few hundredths of a second, so that chats hardly notice."""
_CHUNKS_AT_ONCE = 8
_PROGRESS = 5
"""The card tells of progress about so many times."""
Tell = Callable[[Session, ImportRow], None]
"""Lets the one who sent the file know how far it is, in the same transaction."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What an import needs: the store, the worker process, the clock, the company's currency, and who is told."""

    store: Store
    worker: Worker
    now: Callable[[], datetime]
    currency: str
    tell: Tell

    async def read(self, number: int, path: Path) -> None:
        """From the file to a preview, or to the question or the refusal that stands before it. May be done again."""
        with TemporaryDirectory() as folder:
            found = await self._read(number, path, Path(folder) / "lines")
            if isinstance(found, FileFault):
                await self._move(number, State.REFUSED, fault=found)
            elif found.question:
                await self._move(number, State.ASKING, question=[found.question.what, found.question.about])
            else:
                await self._stage(number, Path(folder) / "lines")
                await self._weigh(number, found)

    async def _read(self, number: int, path: Path, out: Path) -> ListRead | FileFault:
        custom = await self.store.read(_custom)
        try:
            wish = await self.store.read(partial(_wish, number=number, currency=self.currency))
            found = await self.worker.make(read_list, path, replace(wish, custom=custom), out)
        except PaperFailedError:
            return FileFault.UNREADABLE
        if isinstance(found, ListRead) and not await self.store.write(partial(_note_read, number=number, found=found)):
            return FileFault.NOT_YOURS
        return found

    async def _stage(self, number: int, lines: Path) -> None:
        await self.store.write(partial(runs.clear, number=number))
        for chunks in in_parts(_chunks(lines), _CHUNKS_AT_ONCE):
            await self.store.write(partial(runs.stage, number=number, chunks=chunks))

    async def _weigh(self, number: int, found: ListRead) -> None:
        counts, first = await weigh(self.store, number, found)
        await self._move(number, State.PREVIEWED, counts=asdict(counts), first=[runs.kept(one) for one in first])

    async def apply(self, number: int) -> None:
        """Put it on record. When it was interrupted it goes on where it stopped."""
        chunks = await self.store.write(partial(applying.start, number=number, now=self.now()))
        taking = _Taking(number, await self.store.read(partial(applying.in_hand, number=number)))
        every = max(1, chunks // _PROGRESS)
        for chunk in range(chunks):
            await self.store.write(partial(taking.take, chunk=chunk))
            taking.arrived()
            if chunk % every == every - 1 and chunk < chunks - 1 and chunks > _PROGRESS:
                await self.store.write(partial(self._tell, number=number))
        await self.store.write(partial(self._finish, number=number, taking=taking))

    async def undo(self, number: int) -> None:
        await self.store.write(partial(self._take_back, number=number))

    async def _move(self, number: int, state: State, **facts: object) -> None:
        def move(session: Session) -> None:
            row = session.get_one(ImportRow, number)
            # What was cancelled meanwhile stays cancelled.
            if row.state == State.READING:
                runs.move(session, row, state, **facts)
                self.tell(session, row)

        await self.store.write(move)

    def _tell(self, session: Session, number: int) -> None:
        self.tell(session, session.get_one(ImportRow, number))

    def _finish(self, session: Session, number: int, taking: "_Taking") -> None:
        applying.finish(session, number, taking.afresh(session), self.now())
        self._tell(session, number)

    def _take_back(self, session: Session, number: int) -> None:
        applying.take_back(session, number, self.now())
        self._tell(session, number)


class _Taking:
    """A list that is being put on record. What it knows is only true once the transaction has come to its end."""

    def __init__(self, number: int, lines: applying.ListInHand) -> None:
        self._number = number
        self._lines = lines
        self._doubtful = False

    def take(self, session: Session, chunk: int) -> None:
        lines = self.afresh(session)
        self._doubtful = True
        applying.take_chunk(session, self._number, chunk, lines)

    def afresh(self, session: Session) -> applying.ListInHand:
        """The list; built anew from the record when a transaction with it failed and is tried again."""
        if self._doubtful:
            self._lines = applying.in_hand(session, self._number)
        return self._lines

    def arrived(self) -> None:
        self._doubtful = False


def _wish(session: Session, *, number: int, currency: str) -> Wish:
    """How to read the file: by what was said of it, and of earlier ones with these headings."""
    row = session.get_one(ImportRow, number)
    zone = applying.member_of(session, row).zone.key
    customs = Customs(phone_region(session, zone=zone), currency_of(session) or currency)
    said = _answers(row.columns)
    earlier = {signature: _answers(kept) for signature, kept in runs.remembered(session).items()}
    return Wish(customs, said.kind, said.columns, said.day_first, earlier)


def _answers(said: Mapping[str, Any]) -> Answers:
    kind = said.get("kind")
    return Answers(ListKind(kind) if kind else None, runs.read_columns(said.get("columns", {})), said.get("day_first"))


def _custom(session: Session) -> dict[str, Column]:
    return {
        field.label: Column(field.name, field.kind, field.many, choices=field.choices)
        for field in custom_fields(session)
    }


def _note_read(session: Session, *, number: int, found: ListRead) -> bool:
    """Keep what was read; False: such a list is not for this member to send."""
    row = session.get_one(ImportRow, number)
    row.kind = found.kind or ""
    columns = {str(place): name for place, name in found.columns.items()}
    seen = {"headings": list(found.headings), "columns": columns, "signature": found.signature, "question": None}
    runs.move(session, row, State(row.state), **seen)
    by = applying.member_of(session, row)
    return found.kind in (None, ListKind.CUSTOMERS) or by.sees_all or bool(by.leads)


def _chunks(path: Path) -> Iterator[Chunk]:
    """The lines in parts; rows of one order stay together, since their sum counts."""
    lines: list[Line] = []
    problems: list[Problem] = []
    number = 0
    with path.open(encoding="utf-8") as file:
        for written in file:
            row, values, wrong = json.loads(written)
            line = Line(row, values) if values is not None else None
            if (
                len(lines) >= LINES
                and line
                and not (line.get("number") and line.get("number") == lines[-1].get("number"))
            ):
                yield Chunk(number, tuple(lines), tuple(problems))
                lines, problems, number = [], [], number + 1
            lines += [line] if line else []
            problems += [Problem(row, column, Fault(fault), word, whole=whole) for column, fault, word, whole in wrong]
    if lines or problems:
        yield Chunk(number, tuple(lines), tuple(problems))
