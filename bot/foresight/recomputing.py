"""Works out everybody's figures, classes and scores: read at one moment, reckoned in the worker process, written."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import numpy as np
import structlog

from bot.foresight.looking_back import asked_by
from papers.worker import Worker
from sales.company_settings import CompanySettings
from sales.fields import GRADES
from sales.order_arrays import Whole
from sales.scores.abc import Borders
from sales.scores.everyone import Rules, Said
from sales.scores.rating import read_weights
from sales.scores.reckoning import reckon
from storage.company.company_settings import company_settings
from storage.figures.rebuilding import are_built, mark_built, rebuild, stretches
from storage.foresight.attachment import write_attachment
from storage.foresight.reading import OrderRows, read_orders
from storage.foresight.said import By, by_hand, grades_now, said_of
from storage.foresight.summary import keep_summary
from storage.foresight.writing import STRETCH, Night, drop_others, write
from storage.store import Session, Store

log = structlog.get_logger(__name__)
_TOLD_EVERY = 10_000


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything that the reckoning needs, of one moment."""

    rows: OrderRows
    said: Said
    settings: CompanySettings
    grades: By
    stages: By
    standing: tuple[str | None, ...]


async def recompute(store: Store, worker: Worker, now: datetime, today: date, *, anew: bool = False) -> int:
    """How many customers were scored, none before the first order; with `anew` their figures are counted, too."""
    if anew or not await store.read(are_built):
        await _count(store)
    read = await store.read(partial(_read, today=today))
    log.info("orders are read", customers=len(read.rows.ids), orders=len(read.rows.orders))
    if not len(read.rows.orders):
        await store.write(partial(drop_others, today=today))
        return 0
    within = _horizons(read)
    scores = await worker.make(reckon, read.rows.orders, within, read.said, today, _rules(read.settings))
    log.info("scores are reckoned", customers=len(read.rows.ids))
    night = Night(read.rows, scores, tuple(int(days) for days in within), today, now, read.grades, read.stages)
    weights = read_weights(read.settings.rating_weights)
    for begin in range(0, len(read.rows.ids), STRETCH):
        stretch = range(begin, min(begin + STRETCH, len(read.rows.ids)))
        await store.write(partial(write, night=night, stretch=stretch))
        await store.write(partial(write_attachment, customers=_ids(read, stretch), today=today, weights=weights))
        _tell("scores", stretch, len(read.rows.ids))
    await store.write(partial(drop_others, today=today))
    await store.write(partial(keep_summary, night=night))
    log.info("customers are scored", customers=len(read.rows.ids), day=today.isoformat())
    return len(read.rows.ids)


async def _count(store: Store) -> None:
    parts = await store.read(lambda session: list(stretches(session)))
    for stretch in parts:
        await store.write(partial(rebuild, stretch=stretch))
        _tell("figures", stretch, parts[-1].stop)
    await store.write(partial(mark_built, built=True))


def _ids(read: _Read, stretch: range) -> range:
    return range(int(read.rows.ids[stretch[0]]), int(read.rows.ids[stretch[-1]]) + 1)


def _tell(what: str, stretch: range, all_of_them: int) -> None:
    """So many at a time in the log, which is what an operator sees on the screen."""
    if stretch.stop % _TOLD_EVERY < len(stretch):
        log.info("counting customers anew", what=what, done=stretch.stop, of=all_of_them)


def _read(session: Session, today: date) -> _Read:
    rows = read_orders(session, today)
    grades, stages = by_hand(session, "grade"), by_hand(session, "stage")
    standing = grades_now(session, rows.ids)
    return _Read(rows, said_of(session, rows.ids), company_settings(session), grades, stages, standing)


def _horizons(read: _Read) -> Whole:
    """How far ahead to look for each."""
    *days, unclassed = asked_by(read.settings).ahead
    ahead = dict(zip(GRADES, days, strict=True))
    return np.array([ahead.get(grade or "", unclassed) for grade in read.standing], dtype=np.int64)


def _rules(settings: CompanySettings) -> Rules:
    return Rules(Borders(*settings.class_shares))
