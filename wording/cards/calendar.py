"""The member's calendar: how its entries read, and the card that hands out its address."""

from collections.abc import Iterable, Iterator

from sales.cards import Button, Card
from sales.care.calendar import CalendarEvent, CalendarView, Noted, Sort
from wording.layout import lay_out
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import tame


def events(noted: Iterable[Noted], voice: Voice) -> Iterator[CalendarEvent]:
    return (
        CalendarEvent(one.sort, one.name, one.day, one.at, one.yearly, _title(one, voice), one.rule, one.where)
        for one in noted
    )


def calendar_title(voice: Voice) -> str:
    return voice.say("Rapport: customers")


def _title(one: Noted, voice: Voice) -> str:
    if one.sort is Sort.BIRTHDAY:
        return f"🎂 {voice.join((tame(one.what), tame(one.customer)))}"
    what = voice.say("visit planned") if one.sort is Sort.STOP else tame(one.what)
    return voice.labelled(tame(one.customer), what)


def calendar(view: CalendarView, voice: Voice) -> Card:
    """The address once, when it is new; afterwards what can be done about it."""
    as_file = Button(voice.say("As a file"), "calendar_file")
    if not view.served:
        return lay_out(voice.say(Said.CALENDAR_NO_ADDRESS).splitlines(), (as_file,))
    new, off = Button(voice.say("New address"), "calendar_new"), Button(voice.say("Switch off"), "calendar_off")
    if view.address:
        told = voice.say(Said.CALENDAR_ADDRESS).splitlines()
        return lay_out([told[0], view.address, *told[1:]], (new, off))
    if view.since is None:
        return lay_out(voice.say(Said.CALENDAR_OFF).splitlines(), (new, as_file))
    day = voice.day(view.since.astimezone(voice.zone).date())
    return lay_out(voice.say(Said.CALENDAR_ON, day=day).splitlines(), (new, off), (as_file,))


def calendar_enclosed(voice: Voice) -> str:
    """What stands under the calendar that is sent as a file."""
    return voice.say(Said.CALENDAR_FILE)
