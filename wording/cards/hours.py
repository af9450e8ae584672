"""The hours that a member keeps, and the kinds of reminders that they want."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import pairwise

from babel.dates import format_date

from sales.cards import Button, Card, Row
from sales.care.habits import Habits
from sales.care.hours import BY_ZONE, NONE, Hour
from sales.care.kinds import EVE_OF_VISIT, REMINDER_KINDS, is_for
from sales.people import Role
from wording.cards.care.names import NAMES
from wording.cards.settings import country_name
from wording.catalogue import sentence
from wording.layout import in_rows, lay_out
from wording.voice import Voice

KINDS = "kinds"
LABELS = {
    Hour.AGENDA: sentence("Morning agenda"),
    Hour.WRAP: sentence("Evening wrap"),
    Hour.QUIET: sentence("Quiet hours"),
    Hour.WORKDAYS: sentence("Working days"),
    Hour.COUNTRY: sentence("Public holidays"),
    Hour.A_DAY: sentence("Reminders a day"),
}
_QUESTIONS = {
    Hour.AGENDA: sentence("When shall the agenda come?\nTap it or write it like 8:15."),
    Hour.WRAP: sentence("When shall I ask how the day was?\nTap it or write it like 17:30."),
    Hour.QUIET: sentence(
        "When shall I be quiet?\nTap it or write it like 22:00-07:00, 12:00-13:30.\n"
        "A clock time that you told me yourself is kept all the same."
    ),
    Hour.WORKDAYS: sentence("On which days do you work?\nTap them or write them like Mon-Fri."),
    Hour.COUNTRY: sentence("Whose public holidays do you keep?\nTap a country or write its name."),
    Hour.A_DAY: sentence(
        "How many reminders a day at most?\nTap or write a number. What is over waits for the next agenda."
    ),
}
_NOT_A_CLOCK = sentence("I could not read a clock time in that.\nPlease write it like 8:15; a day ends at 23:59.")
NOT_READ = {
    Hour.AGENDA: _NOT_A_CLOCK,
    Hour.WRAP: _NOT_A_CLOCK,
    Hour.QUIET: sentence("I could not read those hours.\nPlease write them like 22:00-07:00, 12:00-13:30, or none."),
    Hour.WORKDAYS: sentence("I could not read those days.\nPlease write them like Mon-Fri."),
    Hour.COUNTRY: sentence("I know no holidays of that country.\nPlease tap one, or write its name, like Thailand."),
    Hour.A_DAY: sentence("I need a number from 1 to 50.\nPlease write it like 12."),
}
WHOLE_DAY = sentence("That would be quiet for the whole day.\nPlease leave me some hours, as with 22:00-07:00.")
_OFFERS = {
    Hour.AGENDA: ("07:30", "08:00", "08:30", "09:00"),
    Hour.WRAP: ("17:00", "17:45", "18:30", "20:00"),
    Hour.QUIET: ("22:00-07:00, 12:00-13:30", "22:00-07:00", "20:00-08:00", NONE),
    Hour.WORKDAYS: ("12345", "123456", "1234567", "71234"),
    Hour.COUNTRY: (BY_ZONE, "CN", "SG", "DE", "US", NONE),
    Hour.A_DAY: ("5", "8", "12", "20"),
}
_WIDE = {Hour.QUIET: 1, Hour.WORKDAYS: 2, Hour.COUNTRY: 2}
_CHOICES = {**NAMES, EVE_OF_VISIT: sentence("… the evening before")}
_MONDAY = date(2024, 1, 1)


def hours(habits: Habits, asks: str, voice: Voice, roles: Collection[Role] = frozenset(Role)) -> Card:
    if asks == KINDS:
        return _kinds(habits, roles, voice)
    if asks in list(Hour):
        return _question(habits, Hour(asks), voice)
    lines = [voice.labelled(voice.say(label), _value(habits, hour, voice)) for hour, label in LABELS.items()]
    buttons = [Button(voice.say(label), "hours_step", {"step": hour.value}) for hour, label in LABELS.items()]
    kinds = (Button(voice.say("Which reminders"), "hours_step", {"step": KINDS}),)
    return lay_out([voice.say("Your hours:"), *lines], *in_rows(buttons, 2), kinds)


def _question(habits: Habits, hour: Hour, voice: Voice) -> Card:
    now = voice.say("Now: %(value)s", value=_value(habits, hour, voice))
    buttons = [
        Button(_written(hour, one, voice), "hours_set", {"step": hour.value, "value": one}) for one in _OFFERS[hour]
    ]
    lines = [*voice.say(_QUESTIONS[hour]).splitlines(), now]
    return lay_out(lines, *in_rows(buttons, _WIDE.get(hour, 4)), (_back(voice),))


def _kinds(habits: Habits, roles: Collection[Role], voice: Voice) -> Card:
    """Every kind that is for them, with a tick where it comes; a tap turns it."""
    buttons = [
        Button(f"{'✓ ' if habits.wants(kind) else ''}{voice.say(_CHOICES[kind])}", "hours_kind", {"kind": kind})
        for kind in _choices(roles)
    ]
    lines = [voice.say("Which reminders shall come?"), voice.say("A tick says that they do; a tap changes it.")]
    return lay_out(lines, *in_rows(buttons, 2), (_back(voice),))


def _choices(roles: Collection[Role]) -> Iterator[str]:
    """When a visit's brief comes stands beside whether it does."""
    for name, rule in REMINDER_KINDS.items():
        if is_for(rule, roles):
            yield from (name, EVE_OF_VISIT) if name == "visit_brief" else (name,)


def _back(voice: Voice) -> Button:
    return Button(voice.say("Back"), "hours_step", {"step": ""})


def _value(habits: Habits, hour: Hour, voice: Voice) -> str:
    country = BY_ZONE if habits.country is None else habits.country or NONE
    kept = {
        Hour.AGENDA: voice.clock_time(habits.agenda_at),
        Hour.WRAP: voice.clock_time(habits.wrap_at),
        Hour.QUIET: ", ".join(span.text for span in habits.quiet) or NONE,
        Hour.WORKDAYS: "".join(map(str, sorted(habits.workdays))),
        Hour.COUNTRY: country,
        Hour.A_DAY: str(habits.a_day),
    }
    return _written(hour, kept[hour], voice)


def _written(hour: Hour, value: str, voice: Voice) -> str:
    if value == NONE:
        return voice.say("None of the day") if hour is Hour.QUIET else voice.say("No holidays")
    if hour is Hour.WORKDAYS:
        return _days(value, voice)
    if hour is Hour.COUNTRY:
        return voice.say("By my time zone") if value == BY_ZONE else country_name(value, voice.language)
    return voice.join(value.split(", "))


def _days(digits: str, voice: Voice) -> str:
    """Mon–Fri, or one by one where they do not follow each other."""
    days = [int(digit) for digit in digits]
    follow = all((later - sooner) % 7 == 1 for sooner, later in pairwise(days))
    if follow and len(days) > 2:  # noqa: PLR2004 - two are named one by one
        return f"{_day(days[0], voice)}–{_day(days[-1], voice)}"
    return voice.join(_in_turn(days, voice))


def _in_turn(days: list[int], voice: Voice) -> Iterator[str]:
    return (_day(day, voice) for day in days)


def _day(number: int, voice: Voice) -> str:
    return format_date(_MONDAY + timedelta(days=number - 1), "EEE", locale=voice.language)


def offer(kind: str, voice: Voice) -> Card:
    """One further kind of reminder, for a yes or a no."""
    question = voice.say("I could also remind you of this: %(kind)s. Shall I?", kind=voice.say(NAMES[kind]))
    row: Row = (
        Button(voice.say("Yes"), "offer_yes", {"kind": kind}),
        Button(voice.say("No"), "offer_no", {"kind": kind}),
    )
    return lay_out([question, voice.say("/hours changes it at any time.")], row)
