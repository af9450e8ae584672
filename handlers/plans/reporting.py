"""/report and /report week: what was told, written as a report."""

from dataclasses import replace
from datetime import date, timedelta

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Message, Outcome
from handlers.prepared import Prepared
from sales.moments import monday_of
from storage.care.daily_hours import report_key
from wording.sentences import Said

_FRIDAY = 4
_WEEK = frozenset({"week", "this week", "本周", "这周", "周报"})
_DAY = frozenset({"", "today", "day", "今天", "日报"})
_YESTERDAY = frozenset({"yesterday", "昨天"})


def spoken(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """/report, /report yesterday, /report week."""
    words = rest.strip().casefold()
    if words in _WEEK:
        return Outcome(messages=(_week(desk, desk.today),))
    if words in _YESTERDAY:
        return Outcome(messages=(_of(desk, desk.today - timedelta(days=1)),))
    return Outcome(messages=(_of(desk, desk.today),)) if words in _DAY else desk.say(Said.WHICH_REPORT)


def write(desk: Desk, args: Args) -> Outcome:
    """The button under the evening's wrap."""
    return Outcome(messages=reports(desk, date.fromisoformat(str(args["day"]))))


def reports(desk: Desk, day: date) -> tuple[Message, ...]:
    """The report of the day, on a Friday that of the week, too."""
    return (_of(desk, day), *((_week(desk, day),) if day.weekday() == _FRIDAY else ()))


def reports_by_themselves(desk: Desk, day: date) -> tuple[Message, ...]:
    """Once a day: the sweep that follows the wrap may have been quicker."""
    key = report_key(day, desk.member.id)
    return tuple(replace(one, key=f"{key}:{one.kind}") for one in reports(desk, day))


def _of(desk: Desk, day: date) -> Message:
    facts: Facts = {"first": day.isoformat(), "last": day.isoformat()}
    return desk.reply("report", facts)


def _week(desk: Desk, day: date) -> Message:
    facts: Facts = {"first": monday_of(day).isoformat(), "last": day.isoformat()}
    return desk.reply("week_report", facts)
