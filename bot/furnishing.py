"""Joins the handlers, their cards and the reminders to the app: the one place that knows them all."""

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.calendar_feeds import CalendarFeeds
from bot.jobs.opening import open_jobs
from bot.language_model import open_second_opinion
from bot.menus import Menus
from bot.premises import Handling, Premises
from handlers.answering import Answering
from handlers.desk import House
from handlers.showing import Showing
from papers.worker import Worker
from reminders.sweeps import sweeps
from reminders.ticker import Ticker
from storage.company import people
from storage.invariants import QUEUE_CHECKS, examine
from storage.store import Session
from storage.team_groups import keeping as team_groups
from web.managers.entrance import Entrance
from web.managers.site import Site

if TYPE_CHECKING:
    from second_opinion.asking import SecondOpinion

EVERY = timedelta(seconds=5)
EVERY_IN_DEMO = timedelta(seconds=1)
"""A person who moves the demo's clock looks at the screen meanwhile."""


def furnish(premises: Premises) -> Handling:
    """Build what the app needs to answer, to render and to remind."""
    settings, worker, second = premises.settings, Worker(), open_second_opinion(premises.settings)
    house = House(settings.currency, settings.remind_at, settings.language, premises.me.username)
    every = EVERY_IN_DEMO if settings.clock_file else EVERY
    ticker = Ticker(
        premises.clock, sweeps(premises.store, settings.zone, _findings, remind_at=settings.remind_at), every
    )
    jobs = open_jobs(premises, partial(_download, premises))
    return Handling(
        answering=Answering(premises.store, house, partial(_download, premises), worker, second),
        render=Showing(premises.me.username, settings.public_address).render,
        unreachable=_unreachable,
        make=worker.make,
        background=(ticker, jobs, Menus(premises.store, premises.bot, premises.me.id), Closing(worker, second)),
        calendar=CalendarFeeds(premises.store, worker, premises.clock.now, premises.me.username).find,
        site=_site(premises, worker),
    )


def _site(premises: Premises, worker: Worker) -> Site:
    settings, now = premises.settings, premises.clock.now
    return Site(
        premises.store,
        now,
        settings.token.get_secret_value(),
        settings.public_address,
        settings.language,
        worker,
        Entrance(now),
    )


class Closing:
    """Lets the worker process and the line to a language model go when the app stops."""

    def __init__(self, worker: Worker, second: "SecondOpinion | None") -> None:
        self._worker = worker
        self._second = second

    async def start(self) -> None:
        """Nothing to do: the process starts with its first work."""

    async def stop(self) -> None:
        self._worker.close()
        if self._second is not None:
            await self._second.aclose()


async def _download(premises: Premises, file: str) -> bytes:
    found = await premises.bot.get_file(file)
    return bytes(await found.download_as_bytearray())


def _unreachable(session: Session, chat: int, now: datetime) -> None:  # noqa: ARG001 - delivery tells the moment, too
    """In a private chat the chat's number is the person's; a group has another."""
    people.mark_reachable(session, chat, reachable=False)
    team_groups.forget(session, chat=chat)


def _findings(session: Session) -> list[str]:
    return [finding.words for finding in examine(session, QUEUE_CHECKS)]
