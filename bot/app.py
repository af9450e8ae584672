"""The whole bot, put together: built at the top, started in order, stopped in under five seconds."""

import asyncio
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

import structlog

from bot.clock import Clock
from bot.collector import spare_what_stays
from bot.heartbeat import Pulse, examine
from bot.journey import Journey
from bot.polling import Polling
from bot.premises import Calendars, Furnish, Handling, Premises
from bot.reception import Reception
from bot.replica import PATIENCE, is_gone, this_process
from bot.roles import Role
from bot.settings import Settings
from bot.telegram_access import Access, announce_webhook, end_webhook, learn_name, open_access, webhook_path
from bot.toasts import Toasts
from bot.workers import Workers
from delivery.preparing import Preparing
from delivery.sending import Sending
from storage.errors import StoreAwayError
from storage.migrating import migrate
from storage.orphans import free_orphans
from storage.queues.leases import Replica
from storage.store import Store, open_store
from web.calendars import Feed, calendar_route
from web.managers.routes import page_routes
from web.pages import Health, Webhook, build_pages
from web.server import WebServer
from web.turnstile import Turnstile

if TYPE_CHECKING:
    from web.managers.site import Site

log = structlog.get_logger(__name__)
EVERYWHERE = "0.0.0.0"  # noqa: S104  a container's neighbours call from outside; the webhook has its secret
LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 8080


class App:
    """`async with app:` starts and stops it; `await app.broken()` returns only by raising what broke it."""

    def __init__(self, settings: Settings, furnish: Furnish, clock: Clock, replica: Replica) -> None:
        self.settings = settings
        self.clock = clock
        self.replica = replica
        self._furnish = furnish
        self._calendar: Calendars | None = None
        self._site: Site | None = None
        self._running: list[asyncio.Task[None]] = []
        self._closing = AsyncExitStack()

    async def __aenter__(self) -> Self:
        try:
            await self._start()
        except BaseException:
            await self._closing.aclose()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._closing.aclose()

    async def broken(self) -> None:
        done, _ = await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()

    async def _start(self) -> None:
        store = await self._open_store()
        access = open_access(self.settings)
        await access.request.initialize()
        self._closing.push_async_callback(access.request.shutdown)
        reception = Reception(store, self.clock, _number(self.settings))
        await self._open_pages(store, reception)
        premises = Premises(self.settings, self.clock, store, access.bot, await learn_name(access), self.replica)
        handling = self._furnish(premises)
        self._calendar, self._site = handling.calendar, handling.site
        roles = self._start_work(premises, handling)
        self._begin("pulse", Pulse(store, self.replica, partial(self._doing, reception, roles)).run())
        await self._listen(access, store, reception, roles)
        for service in handling.background:
            await service.start()
            self._closing.push_async_callback(service.stop)
        spare_what_stays()
        log.info("Rapport is at work", bot=premises.me.username, replica=self.replica.name)

    async def _open_store(self) -> Store:
        url = self.settings.database_url
        await asyncio.to_thread(migrate, url)
        store = open_store(url)
        self._closing.push_async_callback(asyncio.to_thread, store.close)
        if url.startswith("sqlite"):
            # Whoever shares a file shares the machine, so the dead can be told from the living.
            await store.write(partial(free_orphans, is_gone=partial(is_gone, me=self.replica)))
        return store

    async def _open_pages(self, store: Store, reception: Reception) -> None:
        if not (self.settings.public_address or self.settings.port):
            return
        webhook = None
        if self.settings.webhook_url:
            secret = self.settings.webhook_secret.get_secret_value()
            webhook = Webhook(webhook_path(self.settings), secret, reception.take_in_body)
        calendars = calendar_route(self._feed, Turnstile(self.clock.now))
        routes = (calendars, *page_routes(lambda: self._site))
        pages = build_pages(partial(self._health, store), webhook, *routes)
        # The demo's people are invented, and anybody may be any of them: nothing of it leaves the machine.
        host = LOOPBACK if self.settings.clock_file else EVERYWHERE
        server = WebServer(pages, host, self.settings.port or DEFAULT_PORT)
        await server.start()
        self._closing.push_async_callback(server.stop)

    def _start_work(self, premises: Premises, handling: Handling) -> list[Role]:
        """Sending stops after the workers, so that what they said last still leaves."""
        store, toasts = premises.store, Toasts(premises.bot)
        self._closing.push_async_callback(toasts.stop)
        preparing = Preparing(handling.render, handling.unreachable, handling.make)
        sending = Sending(store, self.clock.now, self.replica, premises.bot, preparing)
        self._closing.push_async_callback(sending.stop)
        sender = Role(store, self.replica, "sender")
        self._begin("sender", sender.fill(sending.run))
        journey = Journey(store, self.clock, handling.answering, toasts, premises.me)
        workers = Workers(store, self.clock, self.replica, journey)
        self._closing.push_async_callback(workers.stop)
        self._begin("workers", workers.run())
        return [sender]

    async def _listen(self, access: Access, store: Store, reception: Reception, roles: list[Role]) -> None:
        if self.settings.webhook_url:
            await announce_webhook(access, self.settings)
            return
        poller = Role(store, self.replica, "poller")
        roles.append(poller)
        polling = Polling(access.request, access.url, reception)

        async def poll() -> None:
            await end_webhook(access)
            await polling.run()

        self._begin("poller", poller.fill(poll))

    def _begin(self, name: str, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work, name=name)
        self._running.append(task)
        self._closing.push_async_callback(_cancel, task)

    def _doing(self, reception: Reception, roles: list[Role]) -> dict[str, str | bool | None]:
        return {
            "webhook": bool(self.settings.webhook_url),
            "heard_at": reception.last.isoformat(),
            **{role.name: role.held for role in roles},
        }

    async def _feed(self, token: str) -> Feed | None:
        """Pages are open before Telegram has told who we are: until then there is nothing to show."""
        if self._calendar is None:
            raise StoreAwayError
        return await self._calendar(token)

    async def _health(self, store: Store) -> Health:
        return await examine(store, self.clock.now())


def build(settings: Settings, furnish: Furnish, patience: timedelta = PATIENCE) -> App:
    """`patience`: how long another replica may be silent before this one takes over from it."""
    return App(settings, furnish, Clock(settings.clock_file), this_process(patience))


async def _cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _number(settings: Settings) -> int:
    """A bot's number stands before the colon of its token."""
    return int(settings.token.get_secret_value().split(":")[0])
