"""The job of a year's plan: actuals read at one moment, the workbook made in the worker process, and sent."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.jobs.handing_out import Paper, hand_out
from papers.worker import Worker
from papers.year_book import Line, YearSheet, write_year
from sales.actions import Right, role_allows
from sales.hands import Hand
from sales.measures import By
from sales.people import Member
from sales.year_plan import FIGURES, YearLine, months_before
from storage.company import people
from storage.company.audit import Subject, note
from storage.exports import year
from storage.figures.rates import reporting_currency
from storage.importing.errands import YEAR_PLAN
from storage.queues import outbox
from storage.queues.jobs import Job
from storage.store import Session, Store
from wording.cards import year_plan as words
from wording.sentences import Said
from wording.voice import Voice


@dataclass(frozen=True, slots=True)
class YearPlans:
    """What they need."""

    store: Store
    worker: Worker
    now: Callable[[], datetime]

    def jobs(self) -> dict[str, Callable[[Job], Awaitable[None]]]:
        return {YEAR_PLAN: self.make}

    async def make(self, job: Job) -> None:
        """Somebody who has left meanwhile gets nothing, who leads nobody any more a sentence."""
        member = await self.store.read(partial(people.member, member_id=int(job.facts["member"])))
        if member is None:
            return
        voice = Voice(member.language, member.zone, self.now().astimezone(member.zone).date())
        if not role_allows(Right.LEADS, member.roles):
            await self.store.write(partial(self._say, job=job, text=voice.say(Said.FOR_MANAGERS), refused=True))
            return
        sheets = await self.store.read(partial(_sheets, member=member, voice=voice))
        if not any(one.lines for one in sheets):
            await self.store.write(partial(self._say, job=job, text=words.nothing(voice)))
            return
        content = await self.worker.make(write_year, sheets)
        noted = ", ".join(f"{by} {len(one.lines)}" for by, one in zip(_SHEETS, sheets, strict=True))
        text = words.above(year.span(voice.today), voice)
        paper = Paper(f"plan-{voice.today.isoformat()}.xlsx", content, text, f"year_plan: {noted}")
        await self.store.write(partial(hand_out, job=job, paper=paper, now=self.now()))

    def _say(self, session: Session, *, job: Job, text: str, refused: bool = False) -> None:
        """A sentence in the place of the file."""
        now, member = self.now(), int(job.facts["member"])
        said = outbox.Sending(
            key=job.key, chat=int(job.facts["chat"]), kind="said", due_at=now, facts={"text": text}, member=member
        )
        if outbox.put(session, said) and refused:
            note(session, "export.refused", Subject("export"), Hand(member, now), words="year_plan")


_SHEETS = (By.REGION, By.REP)


def _sheets(session: Session, *, member: Member, voice: Voice) -> list[YearSheet]:
    """Both in one session, so that they tell of the same moment."""
    currency, months = reporting_currency(session), months_before(voice.today)
    return [
        YearSheet(
            words.title(by, voice),
            words.headings(by, months, voice),
            tuple(
                one for line in year.lines(session, member, by, voice.today) for one in _lines(line, currency, voice)
            ),
            words.total(voice),
        )
        for by in _SHEETS
    ]


def _lines(line: YearLine, currency: str, voice: Voice) -> list[Line]:
    return [
        Line(
            words.name(line.name, voice),
            words.figure(measure, currency, voice),
            tuple(words.numbers(measure, line.actuals[measure], currency)),
        )
        for measure in FIGURES
    ]
