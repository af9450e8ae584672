"""The job of a digest's workbook: read at one moment, made in the worker process, and sent to whoever leads a team."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.jobs.handing_out import Paper, hand_out
from bot.jobs.spooling import spooled
from papers.workbooks import Cell, Sheet, write_book
from papers.worker import Worker
from sales.actions import Right, role_allows
from sales.digests import Asked, Digest, read_asked
from sales.hands import Hand
from sales.people import Member
from storage.company import people
from storage.company.audit import Subject, note
from storage.digests.reading import digest
from storage.exports import digest_sheets as sheets
from storage.importing.errands import DIGEST_BOOK
from storage.queues import outbox
from storage.queues.jobs import Job
from storage.store import Session, Store
from wording.cards.digests import workbook as words
from wording.sentences import Said
from wording.voice import Voice

Rows = Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Read:
    """The sheets, whose digest it is, and how many rows each sheet has."""

    sheets: Sequence[Sheet]
    whose: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class DigestWorkbooks:
    """What they need."""

    store: Store
    worker: Worker
    now: Callable[[], datetime]

    def jobs(self) -> dict[str, Callable[[Job], Awaitable[None]]]:
        return {DIGEST_BOOK: self.make}

    async def make(self, job: Job) -> None:
        """Somebody who has left meanwhile gets nothing, who leads nobody any more a sentence."""
        member = await self.store.read(partial(people.member, member_id=int(job.facts["member"])))
        if member is None:
            return
        if not role_allows(Right.LEADS, member.roles):
            await self.store.write(partial(_refuse, job=job, member=member, now=self.now()))
            return
        asked, at = read_asked(job.facts), (member, self.now())
        with TemporaryDirectory() as folder:
            read = await self.store.read(partial(read_sheets, asked=asked, at=at, folder=Path(folder)))
            content = await self.worker.make(write_book, read.sheets)
        name = f"digest-{asked.period.last.isoformat()}.xlsx"
        noted = ", ".join(f"{name} {count}" for name, count in read.counts.items())
        paper = Paper(name, content, words.above(read.whose, asked, read.counts, _voice(*at)), noted)
        await self.store.write(partial(hand_out, job=job, paper=paper, now=self.now()))


def _voice(member: Member, now: datetime) -> Voice:
    return Voice(member.language, member.zone, now.astimezone(member.zone).date())


def _refuse(session: Session, *, job: Job, member: Member, now: datetime) -> None:
    voice = _voice(member, now)
    said = outbox.Sending(
        key=job.key,
        chat=int(job.facts["chat"]),
        kind="said",
        due_at=now,
        facts={"text": voice.say(Said.EXPORT_NOT_ALL)},
        member=member.id,
    )
    if outbox.put(session, said):
        note(session, "export.refused", Subject("export"), Hand(member.id, now), words="digest")


def read_sheets(session: Session, *, asked: Asked, at: tuple[Member, datetime], folder: Path) -> Read:
    """All sheets in one session, so that they tell of the same moment."""
    member, now = at
    view, voice = digest(session, member, asked, now), _voice(member, now)
    found, counts = [], {}
    for name, headings, rows in _sheets(session, member, view, voice):
        told = ([words.in_words(cell, voice) for cell in row] for row in rows)
        sheet, counts[name] = spooled(words.title(name, voice), headings, told, folder / name)
        found.append(sheet)
    return Read(found, view.whose, counts)


def _sheets(
    session: Session, member: Member, view: Digest, voice: Voice
) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    period, today = view.asked.period, voice.today
    figures = partial(words.measured, sheets.COUNTED, view.currency, voice)
    yield "summary", words.headings(("figure", "now", "before"), voice), words.summary(view, sheets.COUNTED, voice)
    yield "by_rep", (*words.headings(("owner",), voice), *figures(twice=True)), sheets.by_rep(view)
    yield "by_day", (*words.headings(("date",), voice), *figures()), sheets.by_day(session, member, period, today)
    lists = {
        "complaints": (sheets.COMPLAINTS, sheets.complaints(session, member, period)),
        "orders": (sheets.ORDERS, sheets.orders(session, member, period)),
        "overdue": (sheets.OVERDUE, sheets.overdue(session, member, today)),
        "slipping": (sheets.SLIPPING, sheets.slipping(session, member, today)),
    }
    for name, (columns, rows) in lists.items():
        yield name, words.headings(columns, voice), rows
