"""When a local day and clock time come about: worked out in the person's zone, never from the last stamp."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WORK_ENDS = time(18)
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_MONDAY = 7


def local_moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which clocks in `zone` show this.

    A time that the spring leaves out becomes the first minute after the gap; one that the autumn has twice, the first.
    """
    shown = datetime.combine(day, at.replace(tzinfo=None, fold=0))
    while not _exists(shown, zone):
        shown = shown.replace(second=0, microsecond=0) + _MINUTE
    return shown.replace(tzinfo=zone).astimezone(UTC)


def _exists(shown: datetime, zone: ZoneInfo) -> bool:
    there_and_back = shown.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there_and_back.replace(tzinfo=None, fold=0) == shown


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day on which people in `zone` live at this moment."""
    return moment.astimezone(zone).date()


def reminder_moment(day: date, at: time | None, zone: ZoneInfo, *, remind_at: time, now: datetime) -> datetime:
    """When to remind of something for `day`: at its clock time, else at `remind_at`.

    "Today", said when `remind_at` has passed, is reminded of later the same day.
    """
    moment = local_moment(day, at or remind_at, zone)
    if at is None and moment <= now and day == local_day(now, zone):
        return later_today(now, zone)
    return moment


def later_today(now: datetime, zone: ZoneInfo) -> datetime:
    """Halfway to the end of the working day; in the evening halfway to midnight."""
    today = local_day(now, zone)
    work_ends = local_moment(today, WORK_ENDS, zone)
    end = work_ends if work_ends > now else local_moment(today + timedelta(days=1), time(), zone)
    start = now.astimezone(UTC)
    return _whole_minute(start + (end - start) / 2)


def in_an_hour(now: datetime) -> datetime:
    return _whole_minute(now.astimezone(UTC) + _HOUR)


def monday_of(day: date) -> date:
    """The first day of the week that the day is in."""
    return day - timedelta(days=day.weekday())


def next_monday(today: date) -> date:
    """The Monday after `today`, which on a Monday is a week away."""
    return today + timedelta(days=_MONDAY - today.weekday())


def _whole_minute(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(second=0, microsecond=0)
