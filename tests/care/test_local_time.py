"""Whatever recurs comes once at its local time, never early, in every IANA zone for ten years."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo, available_timezones

import pytest

from sales.care.recurrence import Rule, occurrences, read_rule
from sales.moments import local_moment

FIRST, LAST = date(2026, 1, 1), date(2035, 12, 31)
ZONES = sorted(available_timezones())
TIMES = (time(0), time(1, 30), time(2), time(2, 30), time(3), time(9), time(17, 45), time(23, 59))
RULES = tuple(
    read_rule(text, FIRST)
    for text in (
        *("FREQ=WEEKLY;BYDAY=SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=MONTHLY;BYMONTHDAY=31"),
        *("FREQ=MONTHLY;BYDAY=-1SU", "FREQ=DAILY;INTERVAL=10", "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=1"),
        *("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=MONTHLY;BYDAY=1FR"),
    )
)
_MINUTE = timedelta(minutes=1)


def test_every_occurrence_comes_once_and_never_early() -> None:
    """Each zone with one of the rules, and daily in the weeks in which its clocks change."""
    for zone, rule, at in zip(map(ZoneInfo, ZONES), cycle(RULES), cycle(TIMES)):
        _check(rule, at, zone)
    for number, zone in enumerate(map(ZoneInfo, ZONES)):
        for change in _changes(zone):
            begins = change.astimezone(zone).date() - timedelta(days=2)
            daily = read_rule("FREQ=DAILY", begins)
            _check(daily, TIMES[number % len(TIMES)], zone, begins + timedelta(days=4))
            _check(daily, TIMES[(number + 3) % len(TIMES)], zone, begins + timedelta(days=4))


@pytest.mark.torture
def test_every_day_of_every_zone_at_every_time() -> None:
    daily = read_rule("FREQ=DAILY", FIRST)
    for zone in map(ZoneInfo, ZONES):
        for at in TIMES:
            _check(daily, at, zone)
        for rule in RULES:
            _check(rule, time(2, 30), zone)


def _check(rule: Rule, at: time, zone: ZoneInfo, until: date = LAST) -> None:
    before: datetime | None = None
    for day in occurrences(rule, until):
        moment = local_moment(day, at, zone)
        wanted = datetime.combine(day, at)
        shown = moment.astimezone(zone).replace(tzinfo=None, fold=0)
        assert before is None or before < moment, (zone, day, at)
        assert shown >= wanted, (zone, day, at)
        if shown != wanted:
            # Left out by the spring: a minute before, the clocks did not show it yet.
            earlier = (moment - _MINUTE).astimezone(zone).replace(tzinfo=None, fold=0)
            assert earlier < wanted, (zone, day, at)
        # Had twice in the autumn: an hour or half an hour before, the clocks did not show it.
        assert all(_shown(moment - back, zone) != wanted for back in (timedelta(hours=1), timedelta(minutes=30)))
        before = moment


def _shown(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _changes(zone: ZoneInfo) -> Iterator[datetime]:
    """The moments, to the day, at which the clocks of the zone change."""
    step = timedelta(days=14)
    begins = datetime(FIRST.year, 1, 1, tzinfo=UTC)
    ends = datetime(LAST.year, 12, 31, tzinfo=UTC)
    while begins < ends:
        after = begins + step
        if begins.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            yield _changed(begins, after, zone)
        begins = after


def _changed(begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
    old = begins.astimezone(zone).utcoffset()
    while ends - begins > timedelta(hours=1):
        middle = begins + (ends - begins) / 2
        if middle.astimezone(zone).utcoffset() == old:
            begins = middle
        else:
            ends = middle
    return ends
