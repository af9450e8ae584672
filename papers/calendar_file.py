"""A member's calendar as an iCalendar file (RFC 5545), as phones and office programs take it in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vRecur

from sales.care.calendar import CalendarEvent, Sort

_MAKER = "-//Rapport//Calendar//EN"
_LOOK_AGAIN = timedelta(hours=1)
_LASTS = {Sort.FOLLOW_UP: timedelta(minutes=30), Sort.VISIT: timedelta(hours=1)}
_LEAP_DAY = "02-29"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the calendar is called, of which bot (by user name: events are named after it), and when it was made."""

    title: str
    bot: str
    now: datetime


def calendar_file(events: Iterable[CalendarEvent], imprint: Imprint) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", imprint.title)
    calendar.add("refresh-interval", _LOOK_AGAIN, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for event in events:
        calendar.add_component(_event(event, imprint))
    # What comes again keeps its clock time through the summer: its zone goes along.
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _event(event: CalendarEvent, imprint: Imprint) -> Event:
    made = Event()
    made.add("uid", f"{event.sort}-{event.name}@{imprint.bot}")
    made.add("dtstamp", imprint.now.astimezone(UTC))
    made.add("summary", event.title)
    start = _start(event)
    made.add("dtstart", start)
    made.add("dtend", start + (_LASTS.get(event.sort, _DAY) if event.at else _DAY))
    if event.where.address:
        made.add("location", event.where.address)
    if event.where.place:
        made.add("geo", event.where.place)
    if event.yearly:
        made.add("rrule", _rule(event.yearly))
    if event.rule:
        made.add("rrule", vRecur.from_ical(event.rule))
    # Only what has a clock time takes somebody's time up.
    made.add("transp", "OPAQUE" if event.at else "TRANSPARENT")
    return made


def _start(event: CalendarEvent) -> date:
    if event.at is None:
        return event.day
    return event.at if event.rule else event.at.astimezone(UTC)


def _rule(yearly: str) -> dict[str, object]:
    """Who was born on 29 February is greeted on the last day of every February."""
    month, day = (int(part) for part in yearly.split("-"))
    return {"freq": "yearly", "bymonth": month, "bymonthday": -1 if yearly == _LEAP_DAY else day}
