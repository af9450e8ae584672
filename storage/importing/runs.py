"""The life of an import, from the file that was sent to the day when it can no longer be taken back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, update
from sqlmodel import Session, col, func, select

from sales.import_views import Counts, ImportView
from sales.lists import Fault, FileFault, Line, ListKind, Problem, Resembling, State
from storage.bulk import table_of
from storage.change_sets import open_until
from storage.company.settings import set_setting
from storage.importing.resembling import RESEMBLES
from storage.tables.imports import ImportChunkRow, ImportRow
from storage.tables.settings import SettingRow

if TYPE_CHECKING:
    from pydantic import JsonValue

UNDO_FOR = timedelta(hours=24)
SHOWN = 5
"""So many problems stand on the card; all of them are in the file of errors."""
_HEADINGS = "headings:"
_REMEMBERED = ("kind", "columns", "day_first")
_chunks = table_of(ImportChunkRow)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody sent: Telegram's id of it, its name, and the card that will show it."""

    member: int
    chat: int
    card: str
    file: str
    name: str


def begin(session: Session, *, sent: Sent, now: datetime) -> int:
    """Put a file on the books; the lines of files that nobody went on with for a day are let go."""
    _let_old_go(session, now - UNDO_FOR)
    row = ImportRow(
        member_id=sent.member, chat_id=sent.chat, card=sent.card, file=sent.file, name=sent.name, kind="", at=now
    )
    session.add(row)
    session.flush()
    return row.id or 0


def by_card(session: Session, card: str) -> ImportRow | None:
    return session.exec(select(ImportRow).where(col(ImportRow.card) == card)).first()


def find(session: Session, number: int) -> ImportRow | None:
    return session.get(ImportRow, number)


def view(session: Session, row: ImportRow) -> ImportView:
    """The import as its card shows it."""
    facts = row.facts
    until = open_until(session, row.change_set_id) if row.change_set_id else None
    question, fault = facts.get("question"), facts.get("fault")
    return ImportView(
        id=row.id or 0,
        name=row.name,
        state=State(row.state),
        kind=ListKind(row.kind) if row.kind else None,
        headings=tuple(facts.get("headings", ())),
        columns=read_columns(facts.get("columns", {})),
        question=(question[0], question[1]) if question else None,
        fault=FileFault(fault) if fault else None,
        counts=Counts(**facts.get("counts", {})),
        first=tuple(_problem(one) for one in facts.get("first", ())),
        overwrite=bool(row.columns.get("overwrite")),
        resembling=resembling_of(row),
        undo_until=until,
        kept=int(facts.get("kept", 0)),
    )


def resembling_of(row: ImportRow) -> Resembling | None:
    """What was said of rows that look like customers on record."""
    said = row.columns.get("resembling")
    return Resembling(said) if said else None


def read_columns(kept: Mapping[str, str]) -> dict[int, str]:
    """JSON has words for keys."""
    return {int(place): name for place, name in kept.items()}


def answer(session: Session, row: ImportRow, **said: Any) -> None:  # noqa: ANN401 - JSON
    """Keep what was said of the file's columns, also for the next file with the same headings."""
    columns = dict(row.columns.get("columns", {})) | said.pop("columns", {})
    row.columns = {**row.columns, **said, "columns": columns}
    if signature := row.facts.get("signature"):
        kept: JsonValue = {name: row.columns[name] for name in _REMEMBERED if name in row.columns}
        set_setting(session, f"{_HEADINGS}{signature}", kept)
    move(session, row, State.READING)


def remembered(session: Session) -> dict[str, Mapping[str, Any]]:
    """What was said of earlier files, by the signature of their headings."""
    rows = session.exec(select(SettingRow).where(col(SettingRow.name).startswith(_HEADINGS)))
    return {row.name.removeprefix(_HEADINGS): json.loads(row.value) for row in rows}


def move(session: Session, row: ImportRow, state: State, **facts: Any) -> None:  # noqa: ANN401 - JSON
    """The import is a step further; `facts` are kept beside those that are known."""
    row.state = state
    row.facts = {**row.facts, **facts}
    session.add(row)
    session.flush()


def count(session: Session, row: ImportRow, counts: Counts) -> None:
    row.facts = {**row.facts, "counts": asdict(counts)}
    session.add(row)
    session.flush()


def counts_of(row: ImportRow) -> Counts:
    return Counts(**row.facts.get("counts", {}))


def clear(session: Session, number: int) -> None:
    """Forget the lines of an earlier reading."""
    session.connection().execute(delete(_chunks).where(_chunks.c.import_id == number))


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some lines of a list; `problems` those of their reading."""

    number: int
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
    done: bool = False


def stage(session: Session, *, number: int, chunks: Sequence[Chunk]) -> None:
    """Keep lines as they were read until they are on record."""
    rows = [
        {
            "import_id": number,
            "number": chunk.number,
            "lines": [[line.row, dict(line.values)] for line in chunk.lines],
            "problems": [kept(problem) for problem in chunk.problems],
            "done": False,
        }
        for chunk in chunks
    ]
    if rows:
        session.connection().execute(insert(_chunks), rows)


def chunk_of(session: Session, number: int, chunk: int) -> Chunk | None:
    row = session.get(ImportChunkRow, (number, chunk), populate_existing=True)
    if row is None:
        return None
    lines = tuple(Line(place, values) for place, values in row.lines)
    return Chunk(chunk, lines, tuple(_problem(one) for one in row.problems), row.done)


def note_weighed(
    session: Session, *, number: int, chunk: int, problems: Sequence[Problem], resembling: Mapping[int, int]
) -> None:
    """What showed when the lines were compared with what is on record: problems, and whom a row looks like."""
    row = session.get_one(ImportChunkRow, (number, chunk))
    row.problems = [*row.problems, *(kept(problem) for problem in problems)]
    if resembling:
        found = {place: {RESEMBLES: str(customer)} for place, customer in resembling.items()}
        row.lines = [[place, {**values, **found.get(place, {})}] for place, values in row.lines]
    session.add(row)


def mark_done(session: Session, *, number: int, chunk: int) -> None:
    done = update(_chunks).where(_chunks.c.import_id == number, _chunks.c.number == chunk).values(done=True)
    session.connection().execute(done)


def chunks_of(session: Session, number: int) -> int:
    wanted = select(func.count()).select_from(ImportChunkRow).where(col(ImportChunkRow.import_id) == number)
    return session.exec(wanted).one()


def problems_of(session: Session, number: int, most: int) -> list[Problem]:
    """What was wrong in the file, in the order of its rows."""
    found: list[Problem] = []
    rows = select(ImportChunkRow.problems).where(col(ImportChunkRow.import_id) == number)
    for problems in session.exec(rows.order_by(col(ImportChunkRow.number))):
        found += sorted((_problem(one) for one in problems), key=lambda one: one.row)
        if len(found) >= most:
            break
    return found[:most]


def let_go(session: Session, number: int) -> None:
    """The lines are on record, or will never be: only what was wrong is kept for the file of errors."""
    session.connection().execute(update(_chunks).where(_chunks.c.import_id == number).values(lines=[]))


def _let_old_go(session: Session, before: datetime) -> None:
    waiting = [State.READING, State.ASKING, State.PREVIEWED]
    old = select(ImportRow).where(col(ImportRow.state).in_(waiting), col(ImportRow.at) < before)
    for row in session.exec(old):
        row.state = State.CANCELLED
        let_go(session, row.id or 0)


def kept(problem: Problem) -> list[Any]:
    """As JSON keeps it."""
    return [problem.row, problem.column, problem.fault, problem.word, problem.whole, problem.other]


def _problem(written: Sequence[Any]) -> Problem:
    row, column, fault, word, whole, other = written
    return Problem(row, column, Fault(fault), word, whole=bool(whole), other=other)
