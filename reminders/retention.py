"""Forgets by age what is no longer needed, every night."""

from datetime import datetime, timedelta

import structlog

from storage.retention import Ages, purge
from storage.store import Session

log = structlog.get_logger(__name__)
AGES = Ages(
    updates=timedelta(days=7),
    texts=timedelta(days=90),
    used_buttons=timedelta(days=7),
    unused_buttons=timedelta(days=90),
)
"""How long each is kept; the keys of what was sent stay for ever."""


def forget(session: Session, now: datetime) -> None:
    purged = purge(session, AGES, now)
    log.info("forgot what is old", updates=purged.updates, texts=purged.texts, buttons=purged.buttons)
