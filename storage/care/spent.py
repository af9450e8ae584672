"""How many pushes members have had, or are to have, on each of their days; what is urgent aside."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from sales.message_rules import Priority
from sales.moments import local_day
from storage.plans.due_followups import Recipient
from storage.queues.queue import State
from storage.tables.queues import OutboxRow

_BACK, _AHEAD = timedelta(days=1), timedelta(days=14)
"""A local day began a day ago at the most; a push waits for the end of a long holiday at the longest."""
_NEVER = (State.WITHDRAWN, State.DEAD)


def spent(session: Session, recipients: Iterable[Recipient], now: datetime) -> Counter[tuple[int, date]]:
    """By member and local day; what was edited or withdrawn does not count."""
    zones = {one.member: one.zone for one in recipients}
    wanted = select(OutboxRow.member_id, OutboxRow.due_at).where(
        col(OutboxRow.member_id).in_(zones),
        col(OutboxRow.due_at).between(now - _BACK, now + _AHEAD),
        col(OutboxRow.priority) == Priority.REMINDER,
        col(OutboxRow.edits).is_(None),
        col(OutboxRow.state).not_in(_NEVER),
    )
    rows = session.exec(wanted) if zones else ()
    return Counter((member, local_day(moment, zones[member])) for member, moment in rows if member)
