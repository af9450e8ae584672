"""Puts the jobs together: what each kind does, with a worker process of their own so that pictures need not wait."""

from collections.abc import Awaitable, Callable
from functools import partial

from bot.importing.engine import Engine
from bot.jobs.digest_workbooks import DigestWorkbooks
from bot.jobs.exporting import Exporting
from bot.jobs.foresight import Foresight
from bot.jobs.importing import give_up, jobs, show
from bot.jobs.privacy import AboutPeople
from bot.jobs.working import JobWorkers
from bot.jobs.year_plans import YearPlans
from bot.premises import Premises
from papers.worker import Worker
from storage.queues.jobs import Job
from storage.store import Session

PATIENCE = 300.0
"""Seconds that one list may take to be read."""


class Jobs:
    """Runs as long as the app does."""

    def __init__(self, workers: JobWorkers, worker: Worker) -> None:
        self._workers = workers
        self._worker = worker

    async def start(self) -> None:
        await self._workers.start()

    async def stop(self) -> None:
        await self._workers.stop()
        self._worker.close()


def open_jobs(premises: Premises, fetch: Callable[[str], Awaitable[bytes]]) -> Jobs:
    worker, now = Worker(PATIENCE), premises.clock.now
    engine = Engine(premises.store, worker, now, premises.settings.currency, partial(show, now=now))
    about_people = AboutPeople(premises.store, now)
    papers = (Exporting(premises.store, worker, now), DigestWorkbooks(premises.store, worker, now))
    others = (*papers, YearPlans(premises.store, worker, now), Foresight(premises.store, worker, now), about_people)
    do = jobs(engine, fetch)
    for one in others:
        do |= one.jobs()

    def over(session: Session, job: Job) -> None:
        give_up(session, job, now)
        about_people.give_up(session, job)

    workers = JobWorkers(premises.store, now, premises.replica, do=do, give_up=over)
    return Jobs(workers, worker)
