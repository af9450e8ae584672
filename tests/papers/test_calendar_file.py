"""Calendars as files: read back by the library, and looked at line by line as RFC 5545 has them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr

from papers.calendar_file import Imprint, calendar_file
from sales.care.calendar import CalendarEvent, Sort

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
IMPRINT = Imprint("Rapport：客户", "rapport_bot", NOW)
AT_FOUR = datetime(2026, 3, 6, 8, tzinfo=UTC)


def made(*events: CalendarEvent) -> bytes:
    return calendar_file(events, IMPRINT)


def read(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).events)


def event(title: str, *, sort: Sort = Sort.FOLLOW_UP, at: datetime | None = None, yearly: str = "") -> CalendarEvent:
    return CalendarEvent(sort, "7", date(2026, 3, 6), at, yearly, title)


@pytest.mark.parametrize(
    "title",
    [
        "Acme Tools: send the new quote",
        "Smith, Jones; Partners: say \\n, then go",
        "恒大钢铁：给王总发新报价，并确认交期" * 4,
        "🎂 S. Lee 👩‍👩‍👧‍👦, " + "Acme 🏭" * 20,
        'Say "hi": yes\tplease',
    ],
)
def test_what_was_written_is_read(title: str) -> None:
    assert [str(one["summary"]) for one in read(made(event(title)))] == [title]


def test_lines_are_folded_within_75_bytes_and_no_sign_is_torn() -> None:
    content = made(event("恒大钢铁🎂" * 40))
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert all(line.decode() is not None for line in lines)


def test_commas_semicolons_and_backslashes_are_escaped() -> None:
    content = made(event("a,b;c\\d"))
    assert b"SUMMARY:a\\,b\\;c\\\\d\r\n" in content


def test_a_clock_time_is_a_moment_and_takes_half_an_hour() -> None:
    content = made(event("call", at=AT_FOUR))
    assert b"DTSTART:20260306T080000Z\r\n" in content
    assert b"DTEND:20260306T083000Z\r\n" in content
    assert b"TRANSP:OPAQUE\r\n" in content


def test_a_visit_takes_an_hour() -> None:
    assert b"DTEND:20260306T090000Z\r\n" in made(event("see them", sort=Sort.VISIT, at=AT_FOUR))


def test_a_day_alone_is_the_whole_day_and_keeps_nobody_busy() -> None:
    content = made(event("call"))
    assert b"DTSTART;VALUE=DATE:20260306\r\n" in content
    assert b"DTEND;VALUE=DATE:20260307\r\n" in content
    assert b"TRANSP:TRANSPARENT\r\n" in content


@pytest.mark.parametrize(
    ("yearly", "rule"),
    [
        ("03-06", b"RRULE:FREQ=YEARLY;BYMONTHDAY=6;BYMONTH=3\r\n"),
        ("02-29", b"RRULE:FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2\r\n"),
    ],
)
def test_a_birthday_comes_every_year_also_that_of_29_february(yearly: str, rule: bytes) -> None:
    assert rule in made(event("🎂", sort=Sort.BIRTHDAY, yearly=yearly))


def test_names_of_events_last() -> None:
    first, later = made(event("call")), calendar_file([event("call, moved")], Imprint("", "rapport_bot", AT_FOUR))
    assert [one["uid"] for one in read(first)] == [one["uid"] for one in read(later)] == ["follow_up-7@rapport_bot"]


def test_a_calendar_without_anything_is_one_all_the_same() -> None:
    content = made()
    assert read(content) == []
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rapport//Calendar//EN\r\n")
    assert "X-WR-CALNAME:Rapport：客户\r\n".encode() in content


def test_what_comes_again_keeps_its_clock_time_through_the_summer() -> None:
    at = datetime(2026, 3, 24, 15, tzinfo=ZoneInfo("Europe/Berlin"))
    again = CalendarEvent(Sort.FOLLOW_UP, "7", at.date(), at, "", "call", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    content = made(again)
    assert b"DTSTART;TZID=Europe/Berlin:20260324T150000\r\n" in content
    assert b"RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU\r\n" in content
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    [one] = read(content)
    assert isinstance(one.start, datetime)
    days = rrulestr(again.rule, dtstart=one.start)
    assert [day.astimezone(UTC).hour for day in days[:2]] == [14, 13]
