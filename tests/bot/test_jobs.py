"""Jobs are done once, tried again when they fail, and given up with a word to whoever waits."""

import asyncio
from collections.abc import Callable
from functools import partial

from bot.jobs.working import JobWorkers
from bot.replica import this_process
from storage.queues.jobs import JOBS, Errand, Job, put
from storage.queues.queue import State
from storage.store import Session, Store
from tests.people.company import NOON


class Bench:
    """Where jobs are done: it notes which, and fails as often as it is told to."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.done: list[str] = []
        self.given_up: list[str] = []

    async def do(self, job: Job) -> None:
        if self.failures:
            self.failures -= 1
            raise RuntimeError
        self.done.append(job.key)

    def give_up(self, session: Session, job: Job) -> None:
        assert session
        self.given_up.append(job.key)


async def worked(store: Store, bench: Bench, until: Callable[[], bool]) -> dict[State, int]:
    workers = JobWorkers(store, lambda: NOON, this_process(), do={"work": bench.do}, give_up=bench.give_up)
    await workers.start()
    try:
        async with asyncio.timeout(20):
            while not until():
                await store.sleep_until_rung("job", 0.02)
    finally:
        await workers.stop()
    return await store.read(JOBS.counts)


async def test_a_job_is_done_once(any_store: Store) -> None:
    bench = Bench()
    for key in ("one", "two", "one"):
        await any_store.write(partial(put, errand=Errand(key, "work", NOON, lane=1)))
    await worked(any_store, bench, lambda: len(bench.done) == 2)
    assert bench.done == ["one", "two"]


async def test_a_job_that_fails_is_tried_again(store: Store) -> None:
    bench = Bench(failures=1)
    await store.write(partial(put, errand=Errand("one", "work", NOON)))
    await worked(store, bench, lambda: bool(bench.done))
    assert bench.given_up == []


async def test_after_three_tries_it_is_given_up_and_said(store: Store) -> None:
    bench = Bench(failures=9)
    await store.write(partial(put, errand=Errand("one", "work", NOON)))
    counts = await worked(store, bench, lambda: bool(bench.given_up))
    assert bench.given_up == ["one"]
    assert counts.get(State.TROUBLE) == 1
