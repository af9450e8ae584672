"""`rapport demo`: the demo's database, made anew around a day."""

import shutil
from datetime import date, datetime, time
from pathlib import Path

import typer

from bot.clock import Clock, begin_at
from bot.commands.errors import told_in_a_line
from bot.commands.opening import opened
from bot.demo.history import write_history
from bot.settings import Settings, load_settings
from storage.figures.rates import remember_currency

DATABASE = "sqlite:///data/demo.db"
SIMULATOR = Path("data/simulator")


def make_demo(day: date | None) -> int:
    with told_in_a_line():
        settings = load_settings()
        # The phones of the demo before would remember messages that are not on record any more.
        shutil.rmtree(SIMULATOR, ignore_errors=True)
        moment = datetime.combine(day, time(8), settings.zone) if day else Clock().now()
        if day:
            begin_at(SIMULATOR / "clock.json", moment)
        count = make_demo_at(DATABASE, moment, settings, keep=False)
    typer.echo(
        f"{DATABASE}: 25 customers and {count} messages of a year up to {moment.astimezone(settings.zone):%Y-%m-%d}."
    )
    return 0


def make_demo_at(url: str, now: datetime, settings: Settings, *, keep: bool) -> int:
    """Make it, whole or not at all; `keep` one that is there. Returns how many messages it holds anew."""
    file = Path(url.removeprefix("sqlite:///"))
    if keep and file.exists():
        return 0
    part = file.with_name(f"{file.stem}-new.db")
    _remove(part)
    with opened(f"sqlite:///{part}") as store, store.transaction() as session:
        today = now.astimezone(settings.zone).date()
        remember_currency(session, settings.currency)
        count = write_history(session, today=today, zone=settings.timezone, remind_at=settings.remind_at)
    _remove(file)
    part.replace(file)
    return count


def _remove(file: Path) -> None:
    for beside in ("", "-wal", "-shm", ".lock"):
        file.with_name(f"{file.name}{beside}").unlink(missing_ok=True)
