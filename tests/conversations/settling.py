"""When the bot on stage has come to rest: what it still has to do, and what only waits for Telegram's pace."""

from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import text

from storage.store import Session

_LEFT = text(
    "WITH resting AS (SELECT lane FROM lease WHERE name = 'outbox' AND owner = '' "
    "AND until > strftime('%Y-%m-%d %H:%M:%f', 'now')), "
    "due AS (SELECT lane IN resting AS rests FROM outbox WHERE state IN ('pending', 'uncertain') AND due_at <= :now) "
    "SELECT (SELECT count(*) FROM inbox WHERE state IN ('pending', 'trying')) "
    "+ (SELECT count(*) FROM job WHERE state IN ('pending', 'trying')) "
    "+ (SELECT count(*) FROM outbox WHERE state = 'trying') "
    "+ (SELECT count(*) FROM due WHERE NOT rests), (SELECT count(*) FROM due WHERE rests)"
)
_WAKE = text("UPDATE lease SET until = '2000-01-01 00:00:00.000000' WHERE name = 'outbox' AND owner = ''")
_UNSETTLED = text(
    "SELECT 'inbox', key, state, tries, trouble FROM inbox WHERE state NOT IN ('done') "
    "UNION ALL SELECT 'outbox', key, state, tries, trouble FROM outbox WHERE state NOT IN ('sent', 'withdrawn')"
)


class Left(NamedTuple):
    """`at_work`: what is in hand or could be; `paced`: messages to chats that may not hear more for a moment."""

    at_work: int
    paced: int


def left(session: Session, now: datetime) -> Left:
    moment = now.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
    return Left(*session.connection().execute(_LEFT, {"now": moment}).one())


def end_rests(session: Session) -> None:
    """Chats rest by the world's clock; on stage time passes by the simulated one."""
    session.connection().execute(_WAKE)


def unsettled(session: Session) -> list[str]:
    return [str(row) for row in session.connection().execute(_UNSETTLED)]
