"""Lives past weeks once more, to tell how good the alerts are here."""

from datetime import date, timedelta
from functools import partial

import structlog

from papers.worker import PaperFailedError, Worker
from sales.company_settings import CompanySettings
from sales.fields import GRADES
from sales.order_arrays import OrderArrays, made_one
from sales.scores.abc import Borders
from sales.scores.fared import Looked
from sales.scores.past_alerts import Asked, PastAlerts, enough_on, past_alerts
from storage.company.company_settings import company_settings
from storage.foresight.past_alerts import keep_past_alerts, looked_at
from storage.foresight.reading import OrderRows, read_orders
from storage.store import Session, Store

log = structlog.get_logger(__name__)
_HOLDS_FOR = timedelta(days=7)
"""So long the answer stands: a week changes little, and it costs more than all scores together."""
_UNCLASSED = "B"
"""Who has no class yet is looked at like a customer of this one."""


async def look_back(store: Store, worker: Worker, today: date) -> None:
    """Once a week, and every night as long as there is too little to say."""
    before = await store.read(looked_at)
    if before is not None and before.since is not None and today - _HOLDS_FOR < before.on <= today:
        return
    rows, asked = await store.read(partial(_read, today=today))
    if not len(rows.orders):
        return
    try:
        found, enough = await worker.make(lived_again, rows.orders, len(rows.ids), today, asked)
    except PaperFailedError as error:
        # How good the alerts are can wait for tomorrow, and must not fail the night's work.
        log.warning("how alerts fared is not known", why=str(error))
        return
    looked = Looked(today, enough=enough) if found is None else _looked(found, today)
    await store.write(partial(keep_past_alerts, found=found, rows=rows, looked=looked))


def _read(session: Session, today: date) -> tuple[OrderRows, Asked]:
    return read_orders(session, today), asked_by(company_settings(session))


def asked_by(settings: CompanySettings) -> Asked:
    """As the company set it."""
    ahead = {**dict.fromkeys(GRADES, CompanySettings().ahead[_UNCLASSED]), **settings.ahead}
    return Asked((*(ahead[grade] for grade in GRADES), ahead[_UNCLASSED]), Borders(*settings.class_shares))


def _looked(found: PastAlerts, today: date) -> Looked:
    return Looked(today, found.since, found.until, every=found.every)


def lived_again(
    orders: OrderArrays, customers: int, today: date, asked: Asked
) -> tuple[PastAlerts | None, date | None]:
    """The alerts, and from which day on there is enough; in a process of its own."""
    known = made_one(orders.of(orders.day <= today.toordinal()))
    return past_alerts(known, customers, today, asked), enough_on(known, asked)
