"""The job that works out everybody's classes and scores, and plans the alerts that follow from them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.foresight.alerting import alert
from bot.foresight.looking_back import look_back
from bot.foresight.recomputing import recompute
from papers.worker import Worker
from storage.foresight import errands
from storage.queues.jobs import Job
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Foresight:
    """What it needs."""

    store: Store
    worker: Worker
    now: Callable[[], datetime]

    def jobs(self) -> dict[str, Callable[[Job], Awaitable[None]]]:
        return {errands.RECOMPUTE: self.do}

    async def do(self, job: Job) -> None:
        day = date.fromisoformat(str(job.facts["day"]))
        await recompute(self.store, self.worker, self.now(), day, anew=bool(job.facts.get("anew")))
        await alert(self.store, self.now(), day)
        # Last: it takes longest, and nobody waits for it.
        await look_back(self.store, self.worker, day)
