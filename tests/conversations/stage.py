"""Plays a script through the real bot over HTTP and writes down what happened, so that two texts are compared."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from pydantic import SecretStr
from sqlalchemy import text
from sqlmodel import col, select

import bot.clock
from bot.app import App
from bot.furnishing import furnish
from bot.premises import Handling, Premises
from bot.replica import this_process
from bot.settings import Settings
from reminders.ticker import Ticker
from simulator import Clock, Simulator
from simulator.phone import Person
from simulator.records import Message, Tap
from storage.company import people
from storage.figures.rates import remember_currency
from storage.store import Session, Store
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow, MembershipRow
from tests.conversations.groups import HAPPENINGS, TeamGroup
from tests.conversations.script import Cast, Deed, Line, Mishap, Remark, read
from tests.conversations.script import Clock as Moved
from tests.conversations.sending import send
from tests.conversations.settling import Left, end_rests, left, unsettled

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
# The worker processes that read lists start with the first one, which takes a while on a busy machine.
PATIENCE = 30
A_MOMENT = timedelta(seconds=3)
LOOK_SECONDS = 0.005
PACED = 60
A_SECOND = timedelta(seconds=1)
PAUSES = {"the disk is full": timedelta(seconds=10), "there is room on the disk": A_SECOND}
# What may happen to the machine, done by the database itself: nothing of the bot is replaced.
_MISHAPS = {
    "the disk is full": text(
        "CREATE TRIGGER full_disk BEFORE INSERT ON customer WHEN (SELECT count(*) FROM customer) >= 260 "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    ),
    "there is room on the disk": text("DROP TRIGGER full_disk"),
}


class StageClock(bot.clock.Clock):
    """The simulator's clock, as the bot tells it: it stands still until the script moves it."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._start = clock.now()

    def now(self) -> datetime:
        return self._clock.now()

    @property
    def offset(self) -> timedelta:
        return self._clock.now() - self._start


class Stage:
    """One run of one script: a bot of its own, a Telegram of its own, a database of its own."""

    def __init__(self, database: str, model: str = "") -> None:
        self._database = database
        self._model = model
        self.telegram = Simulator(token=TOKEN)
        self._phones: dict[str, Person] = {}
        self._seen: dict[str, dict[int, int]] = {}
        self._group: TeamGroup | None = None
        self._own: dict[str, Message] = {}
        self._premises: Premises | None = None
        self._tickers: list[Ticker] = []
        self._pause = A_SECOND

    async def play(self, script: str) -> str:
        """Act it out and write down what was said; the result is compared with the script itself."""
        cast, lines = read(script)
        first = next(line.moment for line in lines if isinstance(line, Moved))
        written = [script.strip().splitlines()[0]]
        async with self.set_up(cast, first):
            for line in lines:
                written += await self._happen(line)
        return "\n".join(written)

    @asynccontextmanager
    async def set_up(self, cast: Cast, moment: datetime) -> AsyncIterator[dict[str, Person]]:
        """Start Telegram and the bot at this moment, with everybody in place; gives the phones by name."""
        clock = Clock.frozen(moment)
        async with Simulator(token=TOKEN, clock=clock) as self.telegram, self._app(cast, clock):
            await self._enter(cast)
            yield self._phones

    def _app(self, cast: Cast, clock: Clock) -> App:
        settings = Settings(
            token=SecretStr(TOKEN),
            api_url=self.telegram.api_url,
            database_url=self._database,
            timezone=cast.zone.key,
            currency=cast.currency,
            llm_url=self._model,
            llm_model="stub",
            llm_allow_private=True,
        )
        return App(settings, self._furnish, StageClock(clock), this_process())

    def _furnish(self, premises: Premises) -> Handling:
        """On a slow machine the clockwork would tick in the middle of a scene: here it ticks where time moves on."""
        self._premises = premises
        handling = furnish(premises)
        self._tickers = [service for service in handling.background if isinstance(service, Ticker)]
        others = tuple(service for service in handling.background if not isinstance(service, Ticker))
        return replace(handling, background=others)

    async def dismiss(self, name: str) -> None:
        """Somebody leaves the company."""

        def leave(session: Session) -> None:
            session.exec(select(MemberRow).where(col(MemberRow.name) == name)).one().active = False

        await self.store.write(leave)

    @property
    def store(self) -> Store:
        assert self._premises
        return self._premises.store

    async def _enter(self, cast: Cast) -> None:
        """Everybody has pressed Start before the story begins; what the bot answered then is not part of it."""
        self._phones = {actor.name: self.telegram.person(actor.name, language=actor.language) for actor in cast.actors}
        await self.store.write(lambda session: _employ(session, cast, self._phones))
        for phone in self._phones.values():
            phone.say("/start")
        await self.settled()
        for phone in self._phones.values():
            list(self._news(phone, speaker=phone.name))

    async def _happen(self, line: Line) -> list[str]:
        speaker, toasts = next(iter(self._phones)), list[str]()
        match line:
            case Remark():
                return [line.line]
            case Moved():
                await self.move_to(line.moment)
            case Mishap() if line.what in HAPPENINGS:
                self._in_group.happens(line.what)
            case Mishap():
                await self.store.write(partial(_befall, what=line.what))
                # What fails is tried again after a rest.
                self._pause = PAUSES[line.what]
            case Deed():
                speaker = line.name
                # A person takes a moment, too; Telegram's pace would otherwise never let the next message through.
                self.telegram.clock.forward(A_MOMENT)
                does = self._do_in_group if line.verb == "in group" else self._do
                toasts = await does(self._phones[line.name], line)
        await self.settled()
        heard = [news for phone in self._in_order(speaker) for news in self._news(phone, speaker=speaker)]
        return [line.line, *toasts, *heard, *self._news_of_group()]

    async def move_to(self, moment: datetime) -> None:
        """Time passes, and the reminders look at the clock."""
        self.telegram.clock.move_to(moment)
        for ticker in self._tickers:
            await ticker.tick()

    def _in_order(self, speaker: str) -> list[Person]:
        return sorted(self._phones.values(), key=lambda phone: phone.name != speaker)

    async def _do(self, phone: Person, deed: Deed) -> list[str]:
        words = deed.words.replace(" / ", "\n")
        match deed.verb:
            case "says":
                self._own[phone.name] = phone.say(words)
            case "replies":
                self._own[phone.name] = phone.reply(phone.latest, words)
            case "edits":
                phone.edit(self._own[phone.name], words)
            case "presses":
                return await _press(phone, words, self.telegram)
            case "sends":
                send(phone, words, self._own)
            case verb:
                message = f"nobody can do that on stage: {verb}"
                raise AssertionError(message)
        return []

    async def _do_in_group(self, phone: Person, deed: Deed) -> list[str]:
        """A label in brackets is pressed on what the bot said there last."""
        if deed.words.startswith("["):
            return await _press(phone, deed.words[1:-1], self.telegram, on=self._in_group.received[-1])
        phone.say(deed.words, to=self._in_group.group)
        return []

    @property
    def _in_group(self) -> TeamGroup:
        """The group of everybody in the story, made when it is first spoken of."""
        self._group = self._group or TeamGroup(self.telegram.group("The team", [*self._phones.values()]))
        return self._group

    def _news_of_group(self) -> Iterator[str]:
        return self._told("the group", self._group.received if self._group else [], " to group")

    def _news(self, phone: Person, speaker: str) -> Iterator[str]:
        to = "" if phone.name == speaker else f" to {phone.name}"
        yield from self._told(phone.name, phone.received, to)

    def _told(self, whom: str, received: Iterable[Message], to: str) -> Iterator[str]:
        seen = self._seen.setdefault(whom, {})
        for message in received:
            if message.id not in seen:
                yield f"bot{to}> {_shown(message)}"
            elif seen[message.id] != len(message.versions):
                yield f"bot{to} edits> {_shown(message)}"
            seen[message.id] = len(message.versions)

    async def settled(self) -> None:
        """Until every update is answered and everything that is due was sent."""
        self.store.wake.sound(["inbox", "outbox"])
        try:
            async with asyncio.timeout(PATIENCE):
                looks = 0
                while any(todo := await self._left()):
                    looks += 1
                    if not todo.at_work or not looks % PACED:
                        await self._let_a_moment_pass()
                    await self.store.sleep_until_rung("settled", LOOK_SECONDS)
        except TimeoutError:
            rows = await self.store.read(unsettled)
            raise AssertionError(f"the bot does not come to rest: {rows}") from None

    async def _left(self) -> Left:
        # In this order: what is delivered meanwhile stands in the inbox when that is looked at.
        undelivered = self.telegram.undelivered
        found = await self.store.read(partial(left, now=self.telegram.clock.now()))
        return found._replace(at_work=found.at_work + undelivered)

    async def _let_a_moment_pass(self) -> None:
        """Telegram's pace counts seconds, and the simulated clock stands still."""
        self.telegram.clock.forward(self._pause)
        await self.store.write(end_rests)
        self.store.wake.sound(["outbox"])


def _befall(session: Session, *, what: str) -> None:
    session.connection().execute(_MISHAPS[what])


async def _press(phone: Person, label: str, simulator: Simulator, *, on: Message | None = None) -> list[str]:
    tap = phone.press(label, on=on)
    assert isinstance(tap, Tap), f"{label} is no inline button"
    await simulator.until(lambda: tap.answered)
    return [f"toast> {tap.text}"] if tap.text else []


def _shown(message: Message) -> str:
    """A card on one line: lines are parted by " / ", buttons stand in brackets, rows are parted by "|"."""
    rows = " | ".join(" ".join(f"[{label}]" for label in row) for row in message.labels)
    words = message.text.replace("\n", " / ") or f"({', '.join(message.media)})"
    return f"{words}   {rows}" if rows else words


def _employ(session: Session, cast: Cast, phones: dict[str, Person]) -> None:
    remember_currency(session, cast.currency)
    team = people.ensure_company(session, name="East", zone=cast.zone.key)
    for actor in cast.actors:
        if actor.role != "stranger":
            _take_on(session, cast, phones[actor.name], actor.role, team)
    owner = session.exec(select(MembershipRow.member_id).where(col(MembershipRow.role) == "rep")).first()
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    session.add_all(
        CustomerRow(name=name, owner_id=owner, team_id=team, created_at=long_ago) for name in cast.customers
    )


def _take_on(session: Session, cast: Cast, phone: Person, role: str, team: int) -> None:
    member = MemberRow(
        name=phone.name,
        telegram_id=phone.id,
        chat_id=phone.id,
        language=phone.user.language or "en",
        zone=cast.zone.key,
    )
    session.add(member)
    session.flush()
    session.add(MembershipRow(member_id=member.id or 0, team_id=team, role=role))
