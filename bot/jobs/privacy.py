"""The jobs about a person: hand out all that is on record, or erase it, while everybody else works on."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.erasing_in_steps import erase_in_steps
from sales.hands import Hand
from sales.privacy_views import Stage
from storage.importing import papers_kept
from storage.privacy import errands
from storage.privacy.all_about import Rows, all_about
from storage.privacy.erasing import record
from storage.privacy.persons import Person, Who, person
from storage.queues import outbox
from storage.queues.jobs import Job
from storage.store import Session, Store


@dataclass(frozen=True, slots=True)
class AboutPeople:
    """What these jobs need."""

    store: Store
    now: Callable[[], datetime]

    def jobs(self) -> dict[str, Callable[[Job], Awaitable[None]]]:
        return {errands.ERASE: self.erase, errands.EXPORT: self.export}

    async def erase(self, job: Job) -> None:
        found = await self.store.read(partial(_person, job=job))
        if found is None:
            return
        by = Hand(int(job.facts["member"]), self.now())
        changed = await erase_in_steps(self.store, found, by)

        def done(session: Session) -> None:
            record(session, found, changed, by=by)
            outbox.put(session, self._letter(job, "privacy", stage=Stage.ERASED, edits=job.facts["card"] or None))

        await self.store.write(done)

    async def export(self, job: Job) -> None:
        found = await self.store.read(partial(_person, job=job))
        if found is None:
            return
        rows = await self.store.read(partial(all_about, person=found))
        await self.store.write(partial(self._hand_out, job=job, found=found, rows=rows))

    def _hand_out(self, session: Session, *, job: Job, found: Person, rows: Rows) -> None:
        content = json.dumps(rows, ensure_ascii=False, indent=1).encode()
        papers_kept.keep(session, key=job.key, name=f"{found.stand_in}.json", content=content, now=self.now())
        outbox.put(session, self._letter(job, "person_export", paper=job.key))

    def give_up(self, session: Session, job: Job) -> None:
        """Whoever waits is told that it did not come to an end."""
        if job.kind == errands.ERASE:
            outbox.put(session, self._letter(job, "privacy", stage=Stage.FAILED, edits=job.facts["card"] or None))

    def _letter(self, job: Job, kind: str, *, edits: str | None = None, **facts: str) -> outbox.Sending:
        return outbox.Sending(
            key=f"{job.key}:{facts.get('stage', 'made')}",
            chat=int(job.facts["chat"]),
            kind=kind,
            due_at=self.now(),
            facts={"who": job.facts["who"], "id": job.facts["id"], **facts},
            member=int(job.facts["member"]),
            edits=edits,
        )


def _person(session: Session, *, job: Job) -> Person | None:
    return person(session, Who(job.facts["who"]), int(job.facts["id"]))
