"""Days to tap: today, tomorrow, the next Friday; earlier ones for what has happened."""

from datetime import date, timedelta

from wording.voice import Voice

DayChoice = tuple[str, date]
_MONDAY, _FRIDAY = 0, 4
_WEEK = 7


def later_choices(voice: Voice) -> list[DayChoice]:
    """Days for something to be done: today, tomorrow, Friday, next Monday, in two weeks."""
    today = voice.today
    choices = [
        (voice.say("Today"), today),
        (voice.say("Tomorrow"), today + timedelta(1)),
        (voice.say("Friday"), next_weekday(today, _FRIDAY)),
        (voice.say("Next Monday"), next_weekday(today, _MONDAY)),
        (voice.say("In 1 week"), today + timedelta(_WEEK)),
        (voice.say("In 2 weeks"), today + timedelta(2 * _WEEK)),
    ]
    return each_once(choices)


def earlier_choices(voice: Voice) -> list[DayChoice]:
    """Days for something that has happened: today, yesterday, and back to a week ago."""
    named = [(voice.say("Today"), voice.today), (voice.say("Yesterday"), voice.today - timedelta(1))]
    before = [voice.today - timedelta(days) for days in range(2, _WEEK)]
    return named + [(voice.day(day), day) for day in before]


def around(voice: Voice, day: date) -> list[DayChoice]:
    """The three days before and after a day, with the day itself."""
    return [(voice.day(near), near) for near in (day + timedelta(days) for days in range(-3, 4))]


def next_weekday(today: date, weekday: int) -> date:
    """The next such weekday after today."""
    return today + timedelta((weekday - today.weekday() - 1) % _WEEK + 1)


def each_once(choices: list[DayChoice]) -> list[DayChoice]:
    """Tomorrow may be Friday: the first name of a day stays."""
    named: dict[date, str] = {}
    for label, day in choices:
        named.setdefault(day, label)
    return [(label, day) for day, label in named.items()]
