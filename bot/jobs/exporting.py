"""The job of an export: the rows are read at one moment, the workbook is made in the worker process and then sent."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.jobs.handing_out import Paper, hand_out
from bot.jobs.spooling import spooled
from papers.workbooks import Cell, Sheet, write_book
from papers.worker import Worker
from sales.people import Member
from storage.company import people
from storage.exports import sheets
from storage.exports.addresses import COLUMNS, addresses
from storage.queues.jobs import Job
from storage.segments.bodies import SEGMENTS
from storage.segments.picking import customers_of
from storage.store import Session, Store
from wording.cards.list_files import exported, sheet_headings, sheet_title
from wording.voice import Voice

_ENTRIES = ("date", "customer", "kind", "text", "amount", "currency", "by")
_FOLLOW_UPS = ("due", "customer", "action", "owner", "state")


@dataclass(frozen=True, slots=True)
class Exporting:
    """What an export needs."""

    store: Store
    worker: Worker
    now: Callable[[], datetime]

    def jobs(self) -> dict[str, Callable[[Job], Awaitable[None]]]:
        return {"export": self.make}

    async def make(self, job: Job) -> None:
        """Make the file and have it sent; somebody who has left meanwhile gets nothing."""
        member = await self.store.read(partial(people.member, member_id=int(job.facts["member"])))
        if member is None:
            return
        voice = Voice(member.language, member.zone, self.now().astimezone(member.zone).date())
        with TemporaryDirectory() as folder:
            spool = partial(_spool, job=job, member=member, voice=voice, folder=Path(folder))
            made = await self.store.read(spool)
            content = await self.worker.make(write_book, [sheet for sheet, _, _ in made])
        counts = [(name, count) for _, name, count in made]
        words = ", ".join(f"{name} {count}" for name, count in counts)
        paper = Paper(f"{_file_name(job)}.xlsx", content, exported(counts, voice), words)
        await self.store.write(partial(hand_out, job=job, paper=paper, now=self.now()))


def _file_name(job: Job) -> str:
    return "segment" if job.facts.get("picked") else "addresses" if job.facts["addresses"] else "export"


Spooled = tuple[Sheet, str, int]


def _spool(session: Session, *, job: Job, member: Member, voice: Voice, folder: Path) -> list[Spooled]:
    """All sheets, read in one session, so that they tell of the same moment."""
    if job.facts.get("picked"):
        return _picked(session, job, member, voice, folder)
    if job.facts["addresses"]:
        rows: Iterable[Sequence[Cell]] = addresses(session, member, job.facts["segment"])
        return [_sheet("addresses", COLUMNS, rows, voice, folder)]
    columns = {
        "customers": sheets.customer_columns(session),
        "contacts": sheets.contact_columns(session),
        "entries": _ENTRIES,
        "follow_ups": _FOLLOW_UPS,
    }
    return [_sheet(name, columns[name], rows(session, member), voice, folder) for name, rows in sheets.SHEETS.items()]


def _picked(session: Session, job: Job, member: Member, voice: Voice, folder: Path) -> list[Spooled]:
    """The customers of a segment as of now, with the people there."""
    there = customers_of(session, member, SEGMENTS.read(str(job.facts["picked"])), voice.today)
    among = frozenset(there)
    return [
        _sheet("customers", sheets.customer_columns(session), sheets.customers(session, member, among), voice, folder),
        _sheet("contacts", sheets.contact_columns(session), sheets.contacts(session, member, among), voice, folder),
    ]


def _sheet(name: str, columns: Iterable[str], rows: Iterable[Sequence[Cell]], voice: Voice, folder: Path) -> Spooled:
    sheet, count = spooled(sheet_title(name, voice), sheet_headings(columns, voice), rows, folder / name)
    return sheet, name, count
