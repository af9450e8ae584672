"""The jobs of an import: fetch the file and read it, put it on record, take it back; its card follows."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.importing.engine import Engine
from sales.lists import State
from storage.importing import errands, runs
from storage.queues import outbox
from storage.queues.jobs import Job
from storage.store import Session
from storage.tables.imports import ImportRow

Fetch = Callable[[str], Awaitable[bytes]]
Do = Callable[[Job], Awaitable[None]]


def jobs(engine: Engine, fetch: Fetch) -> dict[str, Do]:
    """What is done for each kind of job."""
    return {
        errands.READ: partial(_read, engine, fetch),
        errands.APPLY: lambda job: engine.apply(int(job.facts["import"])),
        errands.UNDO: lambda job: engine.undo(int(job.facts["import"])),
    }


async def _read(engine: Engine, fetch: Fetch, job: Job) -> None:
    number = int(job.facts["import"])
    row = await engine.store.read(partial(runs.find, number=number))
    if row is None or row.state != State.READING:
        return
    with NamedTemporaryFile(suffix=Path(row.name).suffix[:8]) as file:
        file.write(await fetch(row.file))
        file.flush()
        await engine.read(number, Path(file.name))


def show(session: Session, row: ImportRow, now: Callable[[], datetime]) -> None:
    """Bring the card up to date; each state and each step of progress is shown once."""
    if not row.card:
        return
    step = f"{row.version}" if row.state == State.RUNNING else row.state
    outbox.put(
        session,
        outbox.Sending(
            key=f"{row.card}:{step}:{row.version}",
            chat=row.chat_id,
            kind="import",
            due_at=now(),
            facts={"card": row.card},
            member=row.member_id,
            edits=row.card,
        ),
    )


def give_up(session: Session, job: Job, now: Callable[[], datetime]) -> None:
    """The one who waits learns that it stopped; what is on record stays, and can be taken back or gone on with."""
    row = runs.find(session, int(job.facts.get("import", 0)))
    if row is not None and row.state in (State.READING, State.RUNNING, State.UNDOING):
        runs.move(session, row, State.STOPPED)
        show(session, row, now)
