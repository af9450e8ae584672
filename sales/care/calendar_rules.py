"""How a plan that comes again is written for calendars: RFC 5545's rule, where that can say the same."""

from datetime import date, timedelta

from sales.care.recurrence import WEEKDAYS, BadRuleError, Frequency, Rule, next_after, read_rule

_SHORTEST_MONTH = 28
_DAY = timedelta(days=1)


def calendar_rule(text: str, day: date) -> str:
    """The rule of the days from `day` on; "" where no rule of a calendar says it, and the next day must do.

    No such rule knows the moon or our holidays; nor does it fit a day to which one occurrence was put off.
    """
    try:
        rule = read_rule(text)
    except BadRuleError:
        return ""
    if rule.lunar or rule.working_days or next_after(rule, day - _DAY) != day:
        return ""
    parts = {"FREQ": rule.frequency.value, "INTERVAL": rule.interval if rule.interval > 1 else "", **_days(rule)}
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def _days(rule: Rule) -> dict[str, str]:
    match rule.frequency:
        case Frequency.DAILY:
            return {}
        case Frequency.WEEKLY:
            return {"BYDAY": _weekdays(rule.weekdays or (rule.start.weekday(),))}
        case Frequency.MONTHLY:
            return _in_month(rule)
        case Frequency.YEARLY:
            return {"BYMONTH": str(rule.month or rule.start.month), **_in_month(rule)}


def _in_month(rule: Rule) -> dict[str, str]:
    """A day that a month has not is its last one: the last of those up to it."""
    if rule.weekdays:
        return {"BYDAY": _weekdays(rule.weekdays), "BYSETPOS": str(rule.place or "")}
    day = rule.month_day or rule.start.day
    if day <= _SHORTEST_MONTH:
        return {"BYMONTHDAY": str(day)}
    return {"BYMONTHDAY": ",".join(map(str, range(_SHORTEST_MONTH, day + 1))), "BYSETPOS": "-1"}


def _weekdays(weekdays: tuple[int, ...]) -> str:
    return ",".join(WEEKDAYS[day] for day in weekdays)
