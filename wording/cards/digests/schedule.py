"""Which digests come by themselves, and at what time."""

from sales.cards import Argument, Button, Card, Row
from sales.care.habits import Habits
from sales.digest_pictures import WITH_PICTURE, wants_picture
from sales.digest_sections import Section, name_of, tells
from sales.digests import HOURS, QUIET_DAYS, Asked, Pace, kind_of, wants
from sales.people import Member
from wording.catalogue import sentence
from wording.layout import in_rows, lay_out
from wording.voice import Voice

_LABELS = {
    Pace.DAY: sentence("Daily"),
    Pace.WEEK: sentence("Weekly"),
    Pace.MONTH: sentence("Monthly"),
    Pace.QUARTER: sentence("Quarterly"),
}
_SECTIONS = {
    Section.MONEY: sentence("Money"),
    Section.COMPLAINTS: sentence("Complaints"),
    Section.CUSTOMERS: sentence("Customers"),
    Section.FEEDBACK: sentence("Feedback"),
    Section.TARGETS: sentence("Targets"),
}


def schedule(habits: Habits, member: Member, asked: Asked, voice: Voice) -> Card:
    """`asked` is the digest to which "back" leads."""
    about = asked.facts
    ticked = {kind_of(pace): wants(habits, member, pace) for pace in _LABELS}
    labels = {kind_of(pace): label for pace, label in _LABELS.items()}
    labels[QUIET_DAYS], ticked[QUIET_DAYS] = sentence("Without news, too"), habits.kinds.get(QUIET_DAYS, False)
    labels[WITH_PICTURE], ticked[WITH_PICTURE] = sentence("With a picture"), wants_picture(habits)
    paces = [_tick(voice.say(label), {**about, "wish": name}, on=ticked[name]) for name, label in labels.items()]
    hours = [
        _tick(voice.clock_time(at), {**about, "at": at.isoformat("minutes")}, on=at == habits.digest_at) for at in HOURS
    ]
    sections = [
        _tick(voice.say(label), {**about, "wish": name_of(section)}, on=tells(habits, section))
        for section, label in _SECTIONS.items()
    ]
    back = _ways(asked, voice)
    return lay_out(_lines(habits, voice), *in_rows(paces, 2), *in_rows(hours, 4), *in_rows(sections, 3), back)


def _ways(asked: Asked, voice: Voice) -> Row:
    return Button(voice.say("Back"), "digest", asked.facts), Button(voice.say("Talk card"), "talk_schedule")


def _lines(habits: Habits, voice: Voice) -> tuple[str, ...]:
    return (
        voice.say("Digests come at %(time)s on your working days.", time=voice.clock_time(habits.digest_at)),
        voice.say("The week's takes the place of the day's on your last working day of the week."),
        voice.say("Those of the month and the quarter come on the first working day after them."),
        voice.say("A tick says what they tell of, and that they come; a tap changes it."),
    )


def _tick(label: str, args: dict[str, Argument], *, on: bool) -> Button:
    return Button(f"{'✓ ' if on else ''}{label}", "digest_wish" if "wish" in args else "digest_hour", args)
