"""Leaves: one with its days and who stands in, the list of those ahead, and what colleagues are told."""

from collections.abc import Iterator, Sequence
from datetime import date

from sales.absences import Absence, AbsenceState, LeaveCard, LeaveNews
from sales.cards import Button, Card, Row
from wording.catalogue import sentence
from wording.layout import digits, in_rows, lay_out
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

_HEADS = {
    AbsenceState.PLANNED: sentence("✓ Leave of %(name)s: %(days)s"),
    AbsenceState.ACTIVE: sentence("On leave now, %(name)s: %(days)s"),
    AbsenceState.OVER: sentence("Leave of %(name)s is over: %(days)s"),
    AbsenceState.CANCELLED: sentence("Leave of %(name)s cancelled: %(days)s"),
}
_NEWS = {
    "asked": sentence("You stand in for %(name)s: %(days)s"),
    "not_needed": sentence("You need not stand in for %(name)s: %(days)s"),
    "entered": sentence("Your leave is on record: %(days)s"),
    "cancelled": sentence("Leave of %(name)s cancelled: %(days)s"),
    "begins": sentence("From today you stand in for %(name)s: %(days)s"),
    "ends": sentence("%(name)s is back; you stood in: %(days)s"),
}
_OWN_NEWS = {
    "cancelled": sentence("Your leave is cancelled: %(days)s"),
    "begins": sentence("Your leave has begun: %(days)s"),
    "ends": sentence("Welcome back! Your leave is over: %(days)s"),
}
_IN_A_ROW = 3


def leave(view: LeaveCard, voice: Voice) -> Card:
    """One leave: its days, who stands in, and buttons to change that."""
    absence = view.absence
    head = voice.say(_HEADS[absence.state], name=_name(absence.name), days=_days(absence, voice))
    if not absence.ahead:
        return lay_out([head])
    about = {"absence": absence.id}
    if view.choosing:
        ask = voice.say("Who stands in meanwhile?")
        return lay_out([head, ask], *_colleagues(view), (_nobody(absence, voice), _cancel(absence, voice)))
    change = Button(voice.say("Choose a colleague"), "leave_choose", about)
    return lay_out([head, _cover(absence, voice)], (change,), (_cancel(absence, voice),))


def _colleagues(view: LeaveCard) -> tuple[Row, ...]:
    buttons = [
        Button(_name(name), "leave_cover", {"absence": view.absence.id, "cover": number})
        for number, name in view.colleagues
    ]
    return in_rows(buttons, _IN_A_ROW)


def _nobody(absence: Absence, voice: Voice) -> Button:
    return Button(voice.say("Nobody"), "leave_cover", {"absence": absence.id, "cover": 0})


def _cancel(absence: Absence, voice: Voice) -> Button:
    begun = absence.state is AbsenceState.ACTIVE
    label = voice.say("End the leave") if begun else voice.say("Cancel the leave")
    return Button(label, "leave_cancel", {"absence": absence.id})


def _cover(absence: Absence, voice: Voice) -> str:
    if absence.cover is None:
        return voice.say("Nobody stands in; reminders keep coming.")
    return voice.say("%(cover)s stands in: reminders go there meanwhile.", cover=_name(absence.cover_name))


def leaves(absences: Sequence[Absence], voice: Voice) -> Card:
    """Those ahead, each opened by its digit, and the question for the next one."""
    lines = [f"{number} {_line(absence, voice)}" for number, absence in enumerate(absences, 1)]
    head = [voice.say("Leaves ahead")] if lines else []
    asks = voice.say(Said.LEAVE_WHEN).splitlines()
    each = [{"absence": absence.id} for absence in absences]
    return lay_out([*head, *lines, *asks], *digits("open_leave", each))


def _line(absence: Absence, voice: Voice) -> str:
    cover = voice.say("%(cover)s stands in", cover=_name(absence.cover_name)) if absence.cover else ""
    return voice.join([voice.labelled(_name(absence.name), _days(absence, voice)), cover])


def news(view: LeaveNews, voice: Voice) -> Card:
    """What both sides are told, in one message each."""
    own = view.reader == view.absence.member
    pattern = _OWN_NEWS.get(view.what, _NEWS["entered"]) if own else _NEWS[view.what]
    head = voice.say(pattern, name=_name(view.absence.name), days=_days(view.absence, voice))
    return lay_out([head, *(_to_the_one_away(view, voice) if own else _to_the_cover(view, voice))])


def _to_the_one_away(view: LeaveNews, voice: Voice) -> Iterator[str]:
    match view.what:
        case "ends":
            if view.absence.cover:
                yield voice.say(
                    "%(cover)s stood in; reminders come to you again.", cover=_name(view.absence.cover_name)
                )
            if view.told:
                yield voice.count(
                    "%(count)s entry was made meanwhile.", "%(count)s entries were made meanwhile.", view.told
                )
            yield _open(view, voice)
        case "cancelled":
            yield voice.say("Reminders come to you.")
        case _:
            yield _cover(view.absence, voice)


def _to_the_cover(view: LeaveNews, voice: Voice) -> Iterator[str]:
    match view.what:
        case "asked":
            yield voice.say("Meanwhile you see the customers and get the reminders.")
        case "begins":
            yield voice.count("You see %(count)s more customer.", "You see %(count)s more customers.", view.customers)
            yield _open(view, voice)
        case "ends":
            yield voice.say("Reminders go back by themselves. Thank you!")
        case _:
            pass


def _open(view: LeaveNews, voice: Voice) -> str:
    if not view.open:
        return voice.say("No follow-up is open.")
    counted = voice.count("%(count)s follow-up is open", "%(count)s follow-ups are open", view.open)
    late = voice.count("%(count)s overdue", "%(count)s overdue", view.overdue) if view.overdue else ""
    return voice.say("%(open)s: /today", open=voice.join([counted, late]))


def _days(absence: Absence, voice: Voice) -> str:
    return days(absence.first, absence.last, voice)


def days(first: date, last: date, voice: Voice) -> str:
    """From day to day, each with its weekday."""
    if first == last:
        return voice.day(first)
    return voice.say("%(since)s – %(until)s", since=voice.day(first), until=voice.day(last))


def _name(name: str) -> str:
    return short(name, NAME_IN_LIST)
