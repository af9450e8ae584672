"""The job that works out everybody's classes and scores."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime

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
        await recompute(self.store, self.worker, self.now(), date.fromisoformat(str(job.facts["day"])))
