"""The evening's wrap: what became of each thing that was planned and not told of, by one tap; then the report."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Message, Outcome
from handlers.plans.reporting import reports_by_themselves
from handlers.told.submitting import submit
from sales.care.working_days import country_of, next_working_day
from sales.drafts import Draft
from sales.kinds import Kind
from sales.moments import local_moment
from sales.tellings import Entry, Party, Source, Telling
from storage.company.habits import habits_of
from storage.plans import followups
from storage.plans.followups import Ending, Plan, Standing
from storage.plans.reports import wrap
from wording.sentences import Said, Toast

_VISIT = "visit"
_A_DAY = timedelta(days=1)


def same(desk: Desk, args: Args) -> Outcome:
    """It was done and there is nothing new: that is logged, and closes it."""
    planned = _planned(desk, args)
    if planned is None:
        return _gone(desk)
    if planned.what.customer is None:
        return _went_on(desk, planned, _finished(desk, planned), Toast.DONE)
    logged = _logged(desk, planned, planned.what.customer, attempt=False)
    return _next(desk, planned, replace(logged, toast=desk.voice.say(Toast.SAVED)))


def nobody(desk: Desk, args: Args) -> Outcome:
    """Nobody was in: the try is logged, and the thing is to be done on the next working day."""
    planned = _planned(desk, args)
    if planned is None:
        return _gone(desk)
    plan = _tomorrow(desk, planned)
    if planned.what.customer is None:
        return _went_on(desk, planned, _moved(desk, planned, plan), Toast.SAVED)
    logged = _logged(desk, planned, planned.what.customer, attempt=True)
    both = replace(logged, changes=(*logged.changes, _moved(desk, planned, plan)))
    return _next(desk, planned, replace(both, toast=_said(desk, plan)))


def moved(desk: Desk, args: Args) -> Outcome:
    """To the next working day, at its own clock time or the usual one."""
    planned = _planned(desk, args)
    if planned is None:
        return _gone(desk)
    plan = _tomorrow(desk, planned)
    went = Outcome((_moved(desk, planned, plan),), toast=_said(desk, plan))
    return _next(desk, planned, went)


def tell(desk: Desk, args: Args) -> Outcome:
    """Ask what happened; the answer is logged and closes it, and the card follows."""
    planned = _planned(desk, args)
    if planned is None:
        return _gone(desk)
    facts: Facts = {"text": desk.voice.say(Said.LOG_NOW), "follow_up": planned.id, "card": ""}
    return Outcome(messages=(replace(desk.reply("said", facts), reply_to=desk.heard.message),))


def _planned(desk: Desk, args: Args) -> Standing | None:
    """The thing of the button, if it is still open."""
    found = followups.find(desk.session, desk.member, int(args["follow_up"]))
    return found if found and found.open else None


def _gone(desk: Desk) -> Outcome:
    return Outcome(messages=(_card(desk),), toast=desk.voice.say(Toast.ALREADY_CLOSED))


def _logged(desk: Desk, planned: Standing, customer: Party, *, attempt: bool) -> Outcome:
    """As if the member had written it; its echo can be corrected and undone.

    Several things are answered on one card, so the tap stands for the message: Telegram has no negative numbers.
    """
    kind = Kind.VISIT if planned.what.purpose == _VISIT else Kind.CALL
    words = "" if attempt else desk.voice.say(Said.NOTHING_NEW)
    draft = Draft(
        chat=desk.heard.chat.id,
        message=-desk.heard.arrival,
        moment=desk.now,
        text=words,
        telling=Telling(entries=(Entry(kind, customer, desk.today, words, attempt=attempt),)),
        source=Source.BUTTON,
        closes=None if attempt else planned.id,
    )
    return submit(desk, draft, fresh=True)


def _finished(desk: Desk, planned: Standing) -> Change:
    by = desk.hand
    if planned.what.repeats:
        return partial(followups.go_on, follow_up=planned.id, deed="done", remind_at=desk.house.remind_at, by=by)
    return partial(followups.finish, follow_up=planned.id, ending=Ending.DONE, by=by)


def _tomorrow(desk: Desk, planned: Standing) -> Plan:
    habits = habits_of(desk.session, desk.member.id)
    day = next_working_day(desk.today + _A_DAY, habits, country_of(habits, desk.member.zone))
    return Plan(local_moment(day, planned.what.at or desk.house.remind_at, planned.zone), day)


def _moved(desk: Desk, planned: Standing, plan: Plan) -> Change:
    return partial(followups.snooze, follow_up=planned.id, plan=plan, by=desk.hand)


def _said(desk: Desk, plan: Plan) -> str:
    return desk.voice.say(Toast.MOVED, moment=desk.voice.moment(plan.due_at or desk.now))


def _went_on(desk: Desk, planned: Standing, change: Change, toast: Toast) -> Outcome:
    return _next(desk, planned, Outcome((change,), toast=desk.voice.say(toast)))


def _next(desk: Desk, planned: Standing, answered: Outcome) -> Outcome:
    """The card asks about the next one; after the last one the report follows."""
    view = wrap(desk.session, desk.member, day=desk.today)
    left = [line for line in view.untold if line.id != planned.id]
    customer = planned.what.customer.name if planned.what.customer else None
    over = planned.what.day == desk.today and not view.apart
    over = over and all(customer is not None and line.customer == customer for line in left)
    after = reports_by_themselves(desk, desk.today) if over else ()
    return replace(answered, messages=(_card(desk, planned.what.day), *answered.messages, *after))


def _card(desk: Desk, day: date | None = None) -> Message:
    return desk.reply("wrap", {"day": (day or desk.today).isoformat()}, edits=desk.pressed)
