"""When a local day and clock time come about, in zones that change their clocks and in some that do it oddly."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from sales.moments import in_an_hour, later_today, local_moment, next_monday, reminder_moment
from sales.tellings import FollowUp

BERLIN, NEW_YORK, SHANGHAI, LORD_HOWE, APIA = (
    ZoneInfo(name)
    for name in ("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "Pacific/Apia")
)


TOLD = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "at", "zone", "shown"),
    [
        pytest.param("2026-03-06", "09:00", BERLIN, "2026-03-06 09:00 +0100", id="winter"),
        pytest.param("2026-03-29", "09:00", BERLIN, "2026-03-29 09:00 +0200", id="nine stays nine on the spring day"),
        pytest.param("2026-03-29", "02:30", BERLIN, "2026-03-29 03:00 +0200", id="left out in spring"),
        pytest.param("2026-03-29", "02:00", BERLIN, "2026-03-29 03:00 +0200", id="the first minute left out"),
        pytest.param("2026-03-29", "03:00", BERLIN, "2026-03-29 03:00 +0200", id="the first minute after the gap"),
        pytest.param("2026-10-25", "02:30", BERLIN, "2026-10-25 02:30 +0200", id="twice in autumn: the first"),
        pytest.param("2026-10-25", "09:00", BERLIN, "2026-10-25 09:00 +0100", id="nine stays nine in autumn"),
        pytest.param("2026-03-08", "02:30", NEW_YORK, "2026-03-08 03:00 -0400", id="America changes on another day"),
        pytest.param("2026-11-01", "01:30", NEW_YORK, "2026-11-01 01:30 -0400", id="America, twice"),
        pytest.param("2026-03-29", "02:30", SHANGHAI, "2026-03-29 02:30 +0800", id="China never changes"),
        pytest.param("2026-10-04", "02:10", LORD_HOWE, "2026-10-04 02:30 +1100", id="half an hour is left out"),
        pytest.param("2026-04-05", "01:45", LORD_HOWE, "2026-04-05 01:45 +1100", id="half an hour comes twice"),
        pytest.param("2011-12-30", "09:00", APIA, "2011-12-31 00:00 +1400", id="a whole day was left out"),
        pytest.param("2026-12-31", "23:59", NEW_YORK, "2026-12-31 23:59 -0500", id="the last minute of a year"),
        pytest.param("2027-01-01", "00:00", SHANGHAI, "2027-01-01 00:00 +0800", id="the first of the next"),
        pytest.param("2028-02-29", "09:00", BERLIN, "2028-02-29 09:00 +0100", id="29 February"),
    ],
)
def test_a_day_and_time_come_about_once(day: str, at: str, zone: ZoneInfo, shown: str) -> None:
    moment = local_moment(date.fromisoformat(day), time.fromisoformat(at), zone)

    assert f"{moment.astimezone(zone):%Y-%m-%d %H:%M %z}" == shown
    assert moment.tzinfo is UTC


def test_a_reminder_in_china_is_not_a_day_off() -> None:
    due = FollowUp(None, date(2026, 3, 6), "call").due(SHANGHAI, time(7), TOLD)
    assert due == datetime(2026, 3, 5, 23, tzinfo=UTC)


def test_what_has_no_day_has_no_moment() -> None:
    assert FollowUp(None, None, "call").due(BERLIN, time(9), TOLD) is None


@pytest.mark.parametrize(
    ("now", "at", "shown"),
    [
        pytest.param("07:00", None, "09:00", id="still to come"),
        pytest.param("10:00", None, "14:00", id="said after nine: later in the working day"),
        pytest.param("17:30", None, "17:45", id="said at its end"),
        pytest.param("20:00", None, "22:00", id="said in the evening"),
        pytest.param("10:00", "16:30", "16:30", id="a clock time is kept"),
        pytest.param("10:00", "08:00", "08:00", id="even one that has passed"),
    ],
)
def test_today_is_reminded_of_today(now: str, at: str | None, shown: str) -> None:
    day = date(2026, 3, 6)
    said = datetime.combine(day, time.fromisoformat(now), BERLIN)
    wished = time.fromisoformat(at) if at else None

    moment = reminder_moment(day, wished, BERLIN, remind_at=time(9), now=said)

    assert f"{moment.astimezone(BERLIN):%H:%M}" == shown


def test_later_today_is_today_on_the_shortest_day() -> None:
    assert later_today(datetime(2026, 3, 29, 0, 30, tzinfo=BERLIN), BERLIN) == datetime(2026, 3, 29, 7, 45, tzinfo=UTC)


def test_an_hour_is_an_hour_across_the_change_of_clocks() -> None:
    before = datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN)
    assert f"{in_an_hour(before).astimezone(BERLIN):%H:%M}" == "03:30"


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        pytest.param("2026-03-02", "2026-03-09", id="on a Monday the next one"),
        pytest.param("2026-03-06", "2026-03-09", id="from Friday"),
        pytest.param("2026-03-08", "2026-03-09", id="from Sunday"),
        pytest.param("2026-12-29", "2027-01-04", id="into the next year"),
    ],
)
def test_next_monday(today: str, monday: str) -> None:
    assert next_monday(date.fromisoformat(today)) == date.fromisoformat(monday)
