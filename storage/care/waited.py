"""What became of a reminder that waited on its way out: for Telegram's pace, or while its chat was held."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from sales.care.kinds import REMINDER_KINDS
from sales.moments import local_day
from sales.people import Member
from sales.reminder_cards import LATE
from storage.care.reminders import find


def as_sent(session: Session, member: Member, facts: Mapping[str, Any], *, now: datetime) -> Mapping[str, Any] | None:
    """What it is about, as late as it is by now; None where it is of no use to anybody any more."""
    row = find(session, member, int(facts["reminder"])) if facts.get("fresh") else None
    if row is None:
        return facts
    waited = now - row.due_at
    if waited > REMINDER_KINDS[row.kind].expires:
        return None
    was = local_day(now, member.zone) > local_day(row.due_at, member.zone)
    return {**facts, "late": facts.get("late") or waited > LATE, "was": facts.get("was") or was}
