"""Pushes updates to the bot's own address: in order within a lane, lanes side by side, again until it answers 2xx."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import aiohttp

from simulator.feed import Feed
from simulator.records import Update
from simulator.world import World

LONGEST_PAUSE = 60.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
DEFAULT_CONNECTIONS = 40
ANSWER_TIMEOUT = 60.0
SUCCESS = range(200, 300)
Answered = Callable[[str, Mapping[str, object]], Awaitable[object]]


@dataclass(slots=True)
class Webhook:
    url: str = ""
    secret: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    error: str = ""
    error_date: int = 0


class Pusher:
    """One task per lane that has something to push."""

    def __init__(self, world: World, feed: Feed, answered: Answered) -> None:
        self._world = world
        self._feed = feed
        self._answered = answered
        self._lanes: dict[str, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(DEFAULT_CONNECTIONS)
        self.unit = 1.0  # seconds of the first pause; tests make it small
        feed.on_update = self.push
        self.webhook = next((Webhook(**json.loads(row)) for row in world.journal.rows("webhook")), Webhook())

    def start(self) -> None:
        if self.webhook.url:
            self.use(self.webhook)

    def use(self, webhook: Webhook) -> None:
        """Point the pusher at an address, or with an empty one at nothing."""
        self._forget_lanes()
        self.webhook = webhook
        self._slots = asyncio.Semaphore(webhook.max_connections)
        self._save()
        for update in self._feed.pending():
            self.push(update)

    def _save(self) -> None:
        self._world.journal.put("webhook", "webhook", self.webhook)

    def push(self, update: Update) -> None:
        if not self.webhook.url:
            return
        if update.lane in self._lanes:
            self._lanes[update.lane].append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.get_running_loop().create_task(self._empty(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _empty(self, lane: str) -> None:
        queue = self._lanes[lane]
        while queue:
            await self._deliver(queue[0])
            queue.popleft()
        del self._lanes[lane]

    async def _deliver(self, update: Update) -> None:
        failures = 0
        while self._feed.holds(update):
            async with self._slots:
                pause = await self._attempt(update)
            if pause is None:
                self._feed.drop(update)
                return
            # As Telegram does: at once after the first failure, then 2, 4, 8 … seconds, or as long as asked for.
            grown = min(self.unit * 2**failures, LONGEST_PAUSE) if failures else 0.0
            await asyncio.sleep(pause or grown)
            failures += 1

    async def _attempt(self, update: Update) -> float | None:
        """Push once: None when it was taken, else the pause that was asked for."""
        try:
            async with self._client().post(self.webhook.url, data=update.body, headers=self._headers()) as answer:
                return await self._judge(answer)
        except TimeoutError:
            return self._failed("Read timeout expired")
        except aiohttp.ClientConnectorError:
            return self._failed("Connection refused")
        except aiohttp.ClientError:
            return self._failed("Webhook connection closed")

    async def _judge(self, answer: aiohttp.ClientResponse) -> float | None:
        if answer.status in SUCCESS:
            await self._run_answer(await answer.read())
            return None
        wait = answer.headers.get("Retry-After", "0")
        self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        return float(wait) if wait.isdigit() else 0.0

    async def _run_answer(self, body: bytes) -> None:
        """A bot may answer with a call, as a JSON object that names its method."""
        try:
            call = json.loads(body) if body else {}
        except ValueError:
            return
        if isinstance(call, dict) and "method" in call:
            await self._answered(str(call.pop("method")), call)

    def _failed(self, reason: str) -> float:
        self.webhook.error, self.webhook.error_date = reason, self._world.clock.unix()
        self._save()
        self._world.signals.ring()
        return 0.0

    def _headers(self) -> dict[str, str]:
        secret = {SECRET_HEADER: self.webhook.secret} if self.webhook.secret else {}
        return {"Content-Type": "application/json"} | secret

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=ANSWER_TIMEOUT)
            self._session = aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=0))
        return self._session

    def _forget_lanes(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._lanes = {}

    async def stop(self) -> None:
        self._forget_lanes()
        if self._tasks:
            await asyncio.wait(self._tasks)
        if self._session:
            await self._session.close()
            self._session = None
