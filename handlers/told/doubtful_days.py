"""Days and clock times of a plan that have to be asked for: over, too far, such as no day has, or two in question."""

from datetime import date, datetime, time, timedelta

from sales.drafts import WhichDay
from understanding.findings import FoundFollowUp
from understanding.message.odd_days import is_far
from understanding.message.odd_hours import missing_hour


def which_day(slot: int, found: FoundFollowUp, text: str, now: datetime, *, sure: float) -> WhichDay | None:
    """What is asked, by the local time of the message; a rep who says "yesterday" meant something else."""
    today = now.date()
    if found.day is not None and found.day < today:
        return WhichDay(slot, days_instead(today), passed=found.day)
    if is_far(found, text, today):
        return WhichDay(slot, days_instead(today), far=True)
    if said := missing_hour(found.action):
        return WhichDay(slot, (found.day,) if found.day else days_instead(today), hour=said)
    if is_over(found.day, found.at, now):
        return WhichDay(slot, days_instead(today)[1:], over=found.at)
    return WhichDay(slot, found.days) if found.days and found.sure < sure else None


def is_over(day: date | None, at: time | None, now: datetime) -> bool:
    """Whether it is today, at a minute that is over."""
    return day == now.date() and at is not None and at < now.time().replace(second=0, microsecond=0)


def days_instead(today: date) -> tuple[date, ...]:
    """Each once: on a Sunday tomorrow is Monday."""
    return tuple(dict.fromkeys((today, today + timedelta(days=1), _monday(today))))


def _monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())
