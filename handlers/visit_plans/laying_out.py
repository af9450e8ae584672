"""How plans of visits read now."""

from collections.abc import Callable, Mapping
from datetime import date

from handlers.company.colleagues import leads
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.people import Member, Role
from sales.visit_plans.plan import StopCard, TeamPlans, WeekPlan
from storage.company import people
from storage.visit_plans import keeping, team
from storage.visit_plans.reading import one_stop, week_plan
from storage.visit_plans.weeks import weeks
from wording.cards.visit_plans import stop as stop_card
from wording.cards.visit_plans import team as team_card
from wording.cards.visit_plans import week as week_card

PAGE = 8


def plan(reader: Reader, facts: Facts) -> Card | None:
    """None where its owner is nobody of theirs any more, or a fresh one was accepted meanwhile."""
    member = people.member(reader.session, int(facts["member"]))
    if member is None or not (member.id == reader.member.id or leads(reader.member, member)):
        return None
    week = date.fromisoformat(facts["week"])
    view = week_plan(reader.session, reader.member, member, week)
    day = date.fromisoformat(facts["day"]) if facts.get("day") else None
    if day:
        return week_card.day(view, day, reader.voice)
    return week_card.week(view, reader.voice) if view.stops else _empty(reader, member, view)


def _empty(reader: Reader, member: Member, view: WeekPlan) -> Card:
    theirs = weeks(reader.session, [member.id], view.week, reader.voice.today)
    return week_card.empty(view, reader.voice, works=bool(theirs[member.id].days))


def stop(reader: Reader, facts: Facts) -> Card | None:
    there = keeping.own_stop(reader.session, reader.member, int(facts["stop"]))
    shown = one_stop(reader.session, reader.member, there[0]) if there else None
    if there is None or shown is None:
        return None
    row, its_plan = there
    days = _days(reader, its_plan.week) if facts.get("ask") else ()
    card = StopCard(reader.member.id, its_plan.week, shown[0], shown[1], row.dropped, days)
    return stop_card.stop(card, reader.voice)


def _days(reader: Reader, week: date) -> tuple[date, ...]:
    return weeks(reader.session, [reader.member.id], week, reader.voice.today)[reader.member.id].days


def team_plans(reader: Reader, facts: Facts) -> Card:
    led = [one for one in people.members(reader.session) if leads(reader.member, one) and Role.REP in one.roles]
    led.sort(key=lambda one: (one.name, one.id))
    pages = max(1, -(-len(led) // PAGE))
    page = min(max(int(facts["page"]), 1), pages)
    week = date.fromisoformat(facts["week"])
    there = led[(page - 1) * PAGE : page * PAGE]
    lines = tuple(team.line(reader.session, reader.member, one, week) for one in there)
    return team_card.team(TeamPlans(week, lines, page, pages), reader.voice)


def comment(reader: Reader, facts: Facts) -> Card | None:
    by, member = (people.member(reader.session, int(facts[name])) for name in ("by", "member"))
    if by is None or member is None:
        return None
    return team_card.comment(by, member, facts, reader.voice)


VISIT_PLANS: Mapping[str, Callable[[Reader, Facts], Card | None]] = {
    "visit_plan": plan,
    "visit_stop": stop,
    "team_plans": team_plans,
    "plan_comment": comment,
}
"""How each kind of message about plans is laid out."""
