"""`rapport recompute`: counts the figures of every customer anew and works out classes and scores."""

import asyncio
from zoneinfo import ZoneInfo

import typer

from bot.clock import Clock
from bot.commands.errors import told_in_a_line
from bot.commands.opening import opened
from bot.foresight.looking_back import look_back
from bot.foresight.recomputing import recompute
from bot.settings import Settings, load_settings
from papers.worker import Worker
from sales.moments import local_day
from storage.company.teams import company_zone
from storage.store import Store

_PATIENCE = 3_600.0
"""Seconds that the reckoning may take: somebody watches it."""


def recompute_all() -> int:
    with told_in_a_line():
        settings = load_settings()
        with opened(settings.database_url) as store:
            typer.echo(f"{asyncio.run(_recompute(store, settings))} customers are scored.")
    return 0


async def _recompute(store: Store, settings: Settings) -> int:
    now, worker = Clock(settings.clock_file).now(), Worker(_PATIENCE)
    zone = await store.read(company_zone)
    today = local_day(now, ZoneInfo(zone) if zone else settings.zone)
    try:
        scored = await recompute(store, worker, now, today, anew=True)
        await look_back(store, worker, today)
    finally:
        worker.close()
    return scored
