"""The buttons of one's own plan: accept it, make it anew, and what becomes of a single visit."""

from datetime import date
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from handlers.visit_plans.asking import shown
from storage.tables.visit_plans import VisitPlanRow, VisitStopRow
from storage.visit_plans import keeping
from wording.sentences import Toast
from wording.visit_plan_words import PlanSaid


def accept(desk: Desk, args: Args) -> Outcome:
    week = date.fromisoformat(str(args["week"]))
    change = partial(keeping.accept, member=desk.member.id, week=week, by=desk.hand)
    outcome = shown(desk, desk.member.id, week, None, change)
    return Outcome(outcome.changes, outcome.messages, desk.voice.say(PlanSaid.ACCEPTED))


def anew(desk: Desk, args: Args) -> Outcome:
    week = date.fromisoformat(str(args["week"]))
    by = desk.hand
    change = partial(keeping.propose_anew, member=desk.member.id, week=week, today=desk.today, by=by)
    return shown(desk, desk.member.id, week, None, change)


def open_stop(desk: Desk, args: Args) -> Outcome:
    return _stop(desk, args)


def other_day(desk: Desk, args: Args) -> Outcome:
    return _stop(desk, args, ask=1)


def drop(desk: Desk, args: Args) -> Outcome:
    return _stop(desk, args, partial(keeping.drop, stop=int(args["stop"]), dropped=True))


def take_up(desk: Desk, args: Args) -> Outcome:
    return _stop(desk, args, partial(keeping.drop, stop=int(args["stop"]), dropped=False))


def to_day(desk: Desk, args: Args) -> Outcome:
    """The plan is shown again, with the visit where it stands now."""
    there, day = _own(desk, args), date.fromisoformat(str(args["day"]))
    if there is None:
        return desk.toast(Toast.GONE)
    stop, plan = there
    outcome = shown(desk, desk.member.id, plan.week, None, partial(keeping.move, stop=stop.id or 0, day=day))
    return Outcome(outcome.changes, outcome.messages, desk.voice.say(Toast.MOVED, moment=desk.voice.day(day)))


def _stop(desk: Desk, args: Args, *changes: Change, ask: int = 0) -> Outcome:
    """The card of one visit in the place of the plan."""
    if _own(desk, args) is None:
        return desk.toast(Toast.GONE)
    card = desk.reply("visit_stop", {"stop": int(args["stop"]), "ask": ask}, edits=desk.pressed)
    return Outcome(changes, (card,))


def _own(desk: Desk, args: Args) -> tuple[VisitStopRow, VisitPlanRow] | None:
    return keeping.own_stop(desk.session, desk.member, int(args["stop"]))
