"""Bots as processes of their own: ours, as `rapport run` starts it, and a stock python-telegram-bot."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from storage.company.teams import ensure_company
from storage.migrating import migrate
from storage.store import Session, open_store
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow, MembershipRow
from tests.torture.loopback import TOKEN

CUSTOMERS = ("Acme Tools", "Globex")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
OURS = ("-m", "benchmarks.our_bot")
PIPES = (*OURS, "echo")
STOCK = ("-m", "benchmarks.stock_bot")


@asynccontextmanager
async def running(program: tuple[str, ...], api_url: str, home: Path, **more: str) -> AsyncIterator[int]:
    """The process's number, while it runs."""
    environment = os.environ | {
        "RAPPORT_TOKEN": TOKEN,
        "RAPPORT_API_URL": api_url,
        "RAPPORT_DATABASE_URL": database(home),
        "RAPPORT_TIMEZONE": "UTC",
        **more,
    }
    with (home / "bot.log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *program, env=environment, stdout=log, stderr=log
        )
        try:
            yield process.pid
        except TimeoutError:
            print((home / "bot.log").read_text("utf-8")[-2000:])
            raise
        finally:
            if process.returncode is None:
                os.kill(process.pid, signal.SIGTERM)
            await process.wait()


def database(home: Path) -> str:
    return f"sqlite:///{home}/rapport.db"


def enrol(home: Path, people: dict[int, str]) -> None:
    """Make these Telegram accounts reps, as an invitation would."""
    migrate(database(home))
    store = open_store(database(home))
    with store.transaction() as session:
        team = ensure_company(session, name="East", zone="UTC")
        for number, name in people.items():
            _add_rep(session, team, number, name)
    store.close()


def _add_rep(session: Session, team: int, number: int, name: str) -> None:
    row = MemberRow(name=name, telegram_id=number, chat_id=number, language="en", zone="UTC")
    session.add(row)
    session.flush()
    session.add(MembershipRow(member_id=row.id or 0, team_id=team, role="rep"))
    session.add_all(CustomerRow(name=name, owner_id=row.id, team_id=team, created_at=LONG_AGO) for name in CUSTOMERS)


def memory_mb(process: int) -> float:
    """The most that the process ever had in memory."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024
