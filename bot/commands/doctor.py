"""`rapport doctor`: looks at all that the bot needs, and says in a line each what is wrong and how to mend it."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.commands.language_model_check import ask_language_model
from bot.commands.telegram_check import ask_telegram
from bot.commands.verdicts import Verdict, good, note, report, wrong
from bot.settings import Settings, load_settings
from bot.wrong_setting import WrongSetting, shown
from storage.company.settings import setting
from storage.condition import Condition, Looked, latest_moment, look, sqlite_build
from storage.errors import StoreError
from storage.invariants import QUEUE_CHECKS, examine
from storage.queues.heartbeats import alive
from storage.queues.inbox import INBOX
from storage.queues.jobs import JOBS
from storage.queues.lease_clock import lease_now
from storage.queues.outbox import OUTBOX
from storage.queues.queue import Queue, Trouble
from storage.store import Session, Store, open_store

BUILT = datetime(2026, 1, 1, tzinfo=UTC)
"""No clock that is right shows an earlier time."""
_DRIFT = timedelta(minutes=1)
_ALIVE = timedelta(seconds=30)
_SHOWN = 10
_QUEUES: tuple[Queue[Any], ...] = (INBOX, OUTBOX, JOBS)
_MIGRATE = "`rapport run` creates and upgrades it when it starts"
_FAULTS = {
    Condition.MISSING: ("there is no database at {words} yet", _MIGRATE),
    Condition.EMPTY: ("the database {url} is empty", _MIGRATE),
    Condition.AWAY: ("the database {url} does not answer: {words}", "start it, or correct RAPPORT_DATABASE_URL"),
    Condition.NO_DATABASE: (
        "{url} is no database of ours: {words}",
        "restore the newest file of data/backups, or correct RAPPORT_DATABASE_URL",
    ),
    Condition.OTHER_REVISION: (
        "the database is at revision {words}",
        f"{_MIGRATE}; one that is newer than this Rapport needs a newer Rapport",
    ),
}


def examine_all(*, replay: bool) -> int:
    try:
        settings = load_settings()
    except WrongSetting as error:
        return report(wrong(line, "set it in the environment or in .env") for line in error.lines)
    return report(_examined(settings, replay=replay))


def _examined(settings: Settings, *, replay: bool) -> Iterator[Verdict]:
    yield good("settings")
    now = Clock(settings.clock_file).now()
    yield from examine_clock(now)
    about_telegram, bot = ask_telegram(settings)
    yield from about_telegram
    yield from ask_language_model(settings, now)
    looked = look(settings.database_url)
    yield _database(settings, looked)
    if settings.database_url.startswith("sqlite"):
        yield _build()
    if looked.condition is Condition.GOOD:
        yield from _within(settings, bot, now, replay=replay)


def examine_clock(now: datetime) -> Iterator[Verdict]:
    if now < BUILT:
        yield wrong(f"this machine's clock shows {now:%Y-%m-%d}", "set it, best by NTP: reminders depend on it")
    else:
        yield good(f"clock: {now:%Y-%m-%d %H:%M} UTC")


def _database(settings: Settings, looked: Looked) -> Verdict:
    url = shown("database_url", settings.database_url)
    if looked.condition is Condition.GOOD:
        return good(f"database {url}, up to date")
    what, mend = _FAULTS[looked.condition]
    return wrong(what.format(url=url, words=looked.words), mend)


def _build() -> Verdict:
    version, safe = sqlite_build()
    if safe:
        return good(f"SQLite {version}")
    what = f"SQLite {version} lets only one process write safely, which a lock file sees to"
    return note(what, "pip install pysqlite3 brings a newer one where it has a wheel")


def _within(settings: Settings, bot: int | None, now: datetime, *, replay: bool) -> list[Verdict]:
    try:
        store = open_store(settings.database_url)
    except StoreError as error:
        return [wrong(str(error), "stop the other process and ask again")]
    try:
        return _inside(store, bot, now, replay=replay)
    except StoreError as error:
        return [wrong(str(error), "is the database still running?")]
    finally:
        store.close()


def _inside(store: Store, bot: int | None, now: datetime, *, replay: bool) -> list[Verdict]:
    """Look with a reading session, so that a bot at work is not held up."""
    if replay:
        with store.transaction() as session:
            replayed = [_replayed(session, queue, now) for queue in _QUEUES if queue.troubles(session)]
        return replayed + asyncio.run(store.read(lambda session: list(_state(session, bot, now))))
    return asyncio.run(store.read(lambda session: [*_state(session, bot, now), *_all_trouble(session)]))


def _state(session: Session, bot: int | None, now: datetime) -> Iterator[Verdict]:
    yield from _drift(session, now)
    owner = setting(session, "bot_id")
    if bot is not None and owner not in {None, bot}:
        mend = "use that bot's token, or `rapport run --adopt`"
        yield wrong(f"the database belongs to bot {owner}, the token to bot {bot}", mend)
    running = ", ".join(beat.replica for beat in alive(session, _ALIVE))
    yield good(f"running: {running}") if running else note("the bot is not running", "`rapport run`")
    broken = examine(session, QUEUE_CHECKS)
    yield from (wrong(f"{one.check}: {one.words}", "restore a backup if it does not go away") for one in broken)
    if not broken:
        yield good(f"{len(QUEUE_CHECKS)} invariants hold")


def _drift(session: Session, now: datetime) -> Iterator[Verdict]:
    if abs(lease_now(session) - now) > _DRIFT:
        yield wrong("this machine's clock and the database's differ by more than a minute", "set both by NTP")
    latest = latest_moment(session)
    if latest is not None and latest > now + _DRIFT:
        yield wrong(f"the clock went back: work was done at {latest:%Y-%m-%d %H:%M} UTC", "set it by NTP")


def _all_trouble(session: Session) -> list[Verdict]:
    found = [verdict for queue in _QUEUES for verdict in _trouble(queue.name, queue.troubles(session))]
    return found or [good("nothing was given up")]


def _trouble(queue: str, troubles: Sequence[Trouble]) -> Iterator[Verdict]:
    if troubles:
        yield wrong(f"{queue}: {len(troubles)} rows were given up", "mend the cause, then `rapport doctor --replay`")
    for one in troubles[:_SHOWN]:
        yield note(f"{queue} {one.id} ({one.key}), {one.tries} tries: {_last_line(one.error)}")


def _replayed(session: Session, queue: Queue[Any], now: datetime) -> Verdict:
    count = queue.replay(session, [one.id for one in queue.troubles(session)], now)
    return note(f"{queue.name}: {count} rows are tried again", "look again in a minute")


def _last_line(error: str) -> str:
    return next(reversed(error.strip().splitlines()), "no reason on record")
