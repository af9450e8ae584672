"""What the app offers to the handlers when it starts, and what it gets from them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from telegram import Bot

from bot.adapter import Me
from bot.clock import Clock
from bot.journey import Answering
from bot.settings import Settings
from delivery.enclosing import Make, make_here
from delivery.preparing import Render, Unreachable
from storage.queues.leases import Replica
from storage.store import Store
from web.calendars import Feed
from web.managers.site import Site

Calendars = Callable[[str], Awaitable[Feed | None]]


@dataclass(frozen=True, slots=True)
class Premises:
    """All that is there once Telegram has told the bot its name."""

    settings: Settings
    clock: Clock
    store: Store
    bot: Bot
    me: Me
    replica: Replica


class Background(Protocol):
    """Something else that runs as long as the app does: the ticker of reminders, say."""

    async def start(self) -> None: ...

    async def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Handling:
    """What the bot does with what it hears, how its messages read, and what runs beside."""

    answering: Answering[Any]
    render: Render
    unreachable: Unreachable
    make: Make = make_here
    """Who makes the files that go with messages."""
    background: tuple[Background, ...] = ()
    calendar: Calendars | None = None
    """From a calendar's private address to what stands in it."""
    site: Site | None = None
    """What the pages in a browser need."""


Furnish = Callable[[Premises], Handling]
