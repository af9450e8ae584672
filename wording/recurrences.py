"""How something comes again, in words: "every second Tue", 每月31号(没有就月底)."""

from datetime import date, timedelta

from babel.dates import format_date

from sales.care.recurrence import BadRuleError, Frequency, Rule, read_rule
from wording.catalogue import sentence
from wording.voice import Voice

_MONDAY = date(2024, 1, 1)
_LEAP_YEAR = 2024
_SHORTEST = 28
_SHORT_LUNAR = 29
_FEBRUARY = 2
_LUNAR_DAYS = sentence("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30")
_PLACES = {
    1: sentence("first"),
    2: sentence("second"),
    3: sentence("third"),
    4: sentence("fourth"),
    5: sentence("fifth"),
    -1: sentence("last"),
}
_UNITS = {
    Frequency.DAILY: (sentence("every day"), sentence("every second day"), sentence("every %(count)s days")),
    Frequency.WEEKLY: (sentence("every week"), sentence("every second week"), sentence("every %(count)s weeks")),
    Frequency.MONTHLY: (sentence("every month"), sentence("every second month"), sentence("every %(count)s months")),
    Frequency.YEARLY: (sentence("every year"), sentence("every second year"), sentence("every %(count)s years")),
}


def recurrence(text: str, day: date, voice: Voice) -> str:
    """The words for a rule; `day` is its coming day."""
    try:
        rule = read_rule(text, day)
    except BadRuleError:
        return ""
    return _words(rule, voice)


def how_often(text: str, day: date, voice: Voice) -> str:
    """The words for a rule where its coming day stands beside: without the day of the month or year."""
    try:
        rule = read_rule(text, day)
    except BadRuleError:
        return ""
    if rule.lunar and rule.frequency is Frequency.MONTHLY:
        return voice.say("every lunar month")
    weekly = rule.frequency is Frequency.WEEKLY and rule.weekdays
    return _words(rule, voice) if rule.working_days or weekly else _every(rule, voice)


def _words(rule: Rule, voice: Voice) -> str:
    if rule.working_days:
        return voice.say("every working day")
    if rule.lunar:
        return _lunar(rule, voice)
    if rule.frequency is Frequency.WEEKLY and rule.weekdays:
        return _weekly(rule, voice)
    every = _every(rule, voice)
    on = _on(rule, voice)
    return voice.say("%(every)s, %(on)s", every=every, on=on) if on else every


def _every(rule: Rule, voice: Voice) -> str:
    one, two, many = _UNITS[rule.frequency]
    if rule.interval > 2:  # noqa: PLR2004 - "every second" has words of its own
        return voice.say(many, count=rule.interval)
    return voice.say(one if rule.interval == 1 else two)


def _weekly(rule: Rule, voice: Voice) -> str:
    days = voice.join(_weekday(day, voice) for day in rule.weekdays)
    if rule.interval == 1:
        return voice.say("every %(weekdays)s", weekdays=days)
    if rule.interval == 2:  # noqa: PLR2004 - as above
        return voice.say("every second %(weekdays)s", weekdays=days)
    return voice.say("every %(count)s weeks on %(weekdays)s", count=rule.interval, weekdays=days)


def _weekday(day: int, voice: Voice) -> str:
    return format_date(_MONDAY + timedelta(days=day), "EEE", locale=voice.language)


def _on(rule: Rule, voice: Voice) -> str:
    """The day of the month or year; that some months have not, with what becomes of it."""
    if rule.frequency is Frequency.YEARLY:
        return _day_of_year(rule, voice)
    if rule.frequency is not Frequency.MONTHLY:
        return ""
    if rule.weekdays:
        days = voice.join(_weekday(day, voice) for day in rule.weekdays)
        place = voice.say(_PLACES[rule.place]) if rule.place else ""
        return voice.say("the %(place)s %(weekdays)s", place=place, weekdays=days) if place else days
    day = rule.month_day or rule.start.day
    if day < 0:
        return voice.say("the last day")
    if day > _SHORTEST:
        return voice.say("day %(day)s (or the month's last)", day=day)
    return voice.say("day %(day)s", day=day)


def _day_of_year(rule: Rule, voice: Voice) -> str:
    month, day = rule.month or rule.start.month, rule.month_day or rule.start.day
    if day < 0 or rule.weekdays:
        return format_date(date(_LEAP_YEAR, month, 1), "LLLL", locale=voice.language)
    if (month, day) == (_FEBRUARY, _SHORT_LUNAR):
        return voice.say("29 Feb (28 Feb in other years)")
    try:
        return voice.plain_date(date(_LEAP_YEAR, month, day), with_year=False)
    except ValueError:
        return ""


def _lunar(rule: Rule, voice: Voice) -> str:
    day = voice.say(_LUNAR_DAYS).split()[rule.month_day - 1]
    if rule.frequency is Frequency.MONTHLY:
        sayings = sentence("every lunar month, day %(day)s"), sentence("every lunar month, day 30 (or its 29th)")
        return voice.say(sayings[rule.month_day > _SHORT_LUNAR], day=day)
    if rule.leap:
        leap = sentence("every year, day %(day)s of leap lunar month %(month)s (the plain month in other years)")
        return voice.say(leap, day=day, month=rule.month)
    return voice.say("every year, day %(day)s of lunar month %(month)s", day=day, month=rule.month)
