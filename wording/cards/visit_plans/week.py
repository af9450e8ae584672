"""The plan of a week on one screen, or a day of it where there are many visits."""

from collections.abc import Iterator, Sequence
from datetime import date

from sales.cards import Argument, Button, Card, Row
from sales.visit_plans.plan import PlanState, Stop, WeekPlan
from wording.layout import IN_A_ROW, in_rows, lay_out
from wording.visit_plan_words import stop_words, week_words
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_ON_ONE_SCREEN = 12
_IN_A_ROW = 2
_NAMED = 3


def week(view: WeekPlan, voice: Voice) -> Card:
    """Each visit with its reason; where there are too many, each day in a line."""
    if len(view.stops) > _ON_ONE_SCREEN:
        return _by_day(view, voice)
    lines = [line for day in view.days for line in _a_day(view, day, voice)]
    return lay_out([_head(view, voice), *lines, *_ends(view, voice)], *_digits(view, view.stops), *_deeds(view, voice))


def _a_day(view: WeekPlan, day: date, voice: Voice) -> Iterator[str]:
    yield f"— {voice.day(day)} —"
    yield from _numbered(view.stops, view.on(day), voice)


def _numbered(every: Sequence[Stop], shown: Sequence[Stop], voice: Voice) -> Iterator[str]:
    numbers = {id(one): number for number, one in enumerate(every, 1)}
    for one in shown:
        words = voice.labelled(short(one.name, NAME_IN_LIST), stop_words(one, voice))
        yield f"{numbers[id(one)]} {'✓ ' if one.visited else ''}{words}"


def _by_day(view: WeekPlan, voice: Voice) -> Card:
    lines = [voice.labelled(voice.day(day), _names(view.on(day), voice)) for day in view.days]
    days = [Button(voice.day(day), "plan_week", {**_about(view), "day": day.isoformat()}) for day in view.days]
    rows = in_rows(days, _IN_A_ROW)
    return lay_out([_head(view, voice), *lines, *_ends(view, voice)], *rows, *_deeds(view, voice))


def _names(stops: Sequence[Stop], voice: Voice) -> str:
    names = voice.join(short(one.name, NAME_IN_LIST) for one in stops[:_NAMED])
    more = len(stops) - _NAMED
    return voice.say("%(names)s and %(more)s more", names=names, more=more) if more > 0 else names


def day(view: WeekPlan, day: date, voice: Voice) -> Card:
    """One day, in the order of the way."""
    stops = view.on(day)
    number = voice.count("%(count)s visit", "%(count)s visits", len(stops))
    whole = (Button(voice.say("Whole week"), "plan_week", _about(view)),)
    head = voice.labelled(_whose(view, voice.day(day), voice), number)
    return lay_out([head, *_numbered(stops, stops, voice)], *_digits(view, stops), whole)


def empty(view: WeekPlan, voice: Voice, *, works: bool) -> Card:
    """Nobody is on the plan, for one reason or another."""
    when = _whose(view, week_words(view.week, voice), voice)
    if not works:
        said = voice.say("no working day is left.")
    elif view.own:
        said = voice.say("nobody needs a visit.")
    else:
        said = voice.say("no visit is planned.")
    return lay_out([voice.labelled(when, said), *_ends(view, voice)], *_deeds(view, voice))


def _head(view: WeekPlan, voice: Voice) -> str:
    number = len(view.stops)
    if view.state is PlanState.ACCEPTED:
        seen = sum(1 for one in view.stops if one.visited)
        done = voice.say("%(number)s of %(all)s made", number=seen, all=number)
    else:
        done = voice.count("%(count)s visit proposed", "%(count)s visits proposed", number)
    return voice.labelled(_whose(view, week_words(view.week, voice), voice), done)


def _whose(view: WeekPlan, when: str, voice: Voice) -> str:
    return when if view.own else voice.join([short(view.name, NAME_IN_LIST), when])


def _ends(view: WeekPlan, voice: Voice) -> Iterator[str]:
    if view.far:
        names = voice.join(short(name, NAME) for name in view.far[:_NAMED])
        yield voice.say("Too far from the others for any day: %(names)s. Is the place right?", names=names)
    if view.own:
        yield voice.say("To add one, just write: visit Acme on Thursday.")


def _digits(view: WeekPlan, stops: Sequence[Stop]) -> tuple[Row, ...]:
    """One's own visits open to be changed, a colleague's lead to the customer."""
    each = [Button(str(number), *_opens(one, own=view.own)) for number, one in enumerate(stops, 1)]
    return in_rows(each, IN_A_ROW)


def _opens(one: Stop, *, own: bool) -> tuple[str, dict[str, Argument]]:
    if own and one.stop:
        return "plan_stop", {"stop": one.stop}
    if own and one.follow_up:
        return "open_follow_up", {"follow_up": one.follow_up}
    return "open_customer", {"customer": one.customer}


def _about(view: WeekPlan) -> dict[str, Argument]:
    return {"member": view.member, "week": view.week.isoformat()}


def _deeds(view: WeekPlan, voice: Voice) -> tuple[Row, ...]:
    about: dict[str, Argument] = {"week": view.week.isoformat()}
    if not view.own:
        comment = Button(voice.say("Comment"), "plan_comment", {**_about(view), "to": view.member})
        return ((comment, Button(voice.say("Team"), "plan_team", {**about, "page": 1})),)
    if view.state is not PlanState.PROPOSED:
        return ()
    accept = [Button(voice.say("Accept"), "plan_accept", about)] if view.stops else []
    return ((*accept, Button(voice.say("Propose anew"), "plan_anew", about)),)
