"""/hours: when a member wants to be told, and of what; by button or in words."""

from functools import partial

from handlers.care.hour_values import fits, hour_value
from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from sales.care.habits import BadHabitError
from sales.care.hours import Hour
from sales.care.kinds import EVE_OF_VISIT, REMINDER_KINDS
from storage.company import asked
from storage.company.asked import What
from storage.company.habits import habits_of, keep_habit, keep_kind
from wording.cards.hours import KINDS
from wording.hour_words import hour_named
from wording.sentences import Toast


def hours(desk: Desk, rest: str) -> Outcome:
    """/hours, or /hours quiet 22:00-07:00."""
    named = hour_named(rest)
    if named is None:
        return _show(desk, "")
    hour, words = named
    return _set(desk, hour, words) if words else _show(desk, hour)


def step(desk: Desk, args: Args) -> Outcome:
    wanted = str(args["step"])
    return _show(desk, wanted if wanted in (*Hour, KINDS) else "")


def set_value(desk: Desk, args: Args) -> Outcome:
    return _set(desk, Hour(str(args["step"])), str(args["value"]))


def written(desk: Desk, text: str) -> Outcome:
    """Words that answer the open question."""
    return _set(desk, Hour(asked.asked_about(desk.session, member=desk.member.id)), text)


def answers(desk: Desk, text: str) -> bool:
    """Whether words are an answer to the open question."""
    return fits(Hour(asked.asked_about(desk.session, member=desk.member.id)), text)


def kind(desk: Desk, args: Args) -> Outcome:
    """Turn a kind of reminder on or off."""
    name = str(args["kind"])
    if name not in (*REMINDER_KINDS, EVE_OF_VISIT):
        return desk.toast(Toast.GONE)
    wanted = not habits_of(desk.session, desk.member.id).wants(name)
    return _show(desk, KINDS, partial(keep_kind, member=desk.member.id, kind=name, wanted=wanted))


def _set(desk: Desk, hour: Hour, text: str) -> Outcome:
    """Bad input says in one sentence what is wrong; the question stays open."""
    try:
        value = hour_value(hour, text)
    except BadHabitError as error:
        refused = desk.say(str(error))
        return Outcome((_ask(desk, hour),), refused.messages)
    return _show(desk, "", partial(keep_habit, member=desk.member.id, name=hour.value, value=value))


def _show(desk: Desk, asks: str, *changes: Change) -> Outcome:
    question = _ask(desk, Hour(asks)) if asks in list(Hour) else partial(asked.settle, member=desk.member.id)
    return Outcome((*changes, question), (desk.reply("hours", {"asks": asks}, edits=desk.pressed),))


def _ask(desk: Desk, hour: Hour) -> Change:
    return partial(asked.ask, member=desk.member.id, what=What.HOURS, now=desk.now, about=hour.value)
