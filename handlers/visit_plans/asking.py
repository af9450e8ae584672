"""/plan: one's own week, somebody else's, the team's, or the year."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from handlers.company.colleagues import leads, named
from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from handlers.prepared import Prepared
from handlers.visit_plans.wishes import When, Wish, asks_for_next_week, asks_for_the_year, read_wish
from sales.care.working_days import country_of, works
from sales.moments import monday_of
from sales.people import Member, Role
from sales.visit_plans.picking import FEWEST, MOST
from sales.visit_plans.plan import HABIT, the_next
from storage.care.daily_hours import VISIT_PLAN
from storage.company import people
from storage.company.habits import habits_of, keep_habit, keep_kind
from storage.importing import errands
from storage.visit_plans import keeping
from wording.sentences import Said
from wording.visit_plan_words import PlanSaid

_A_DAY = timedelta(days=1)


def spoken(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    wish = read_wish(rest)
    if wish.year or wish.team:
        return _leading(desk, wish)
    if wish.by_itself is not None:
        return _by_itself(desk, wanted=wish.by_itself)
    if wish.a_day is not None:
        return _so_many(desk, wish.a_day)
    if wish.whose:
        return _somebodys(desk, wish)
    sells = Role.REP in desk.member.roles or not desk.member.leads
    return _own(desk, _week(desk, wish.when)) if sells else _leading(desk, replace(wish, team=True))


def in_words(desk: Desk, text: str) -> Outcome | None:
    """Plain words for next week's plan, or the year's; None: they are something else."""
    if asks_for_the_year(text):
        return _leading(desk, Wish(year=True))
    return _own(desk, the_next(monday_of(desk.today))) if asks_for_next_week(text) else None


def _leading(desk: Desk, wish: Wish) -> Outcome:
    if not (desk.member.leads or desk.member.sees_all):
        return desk.say(Said.FOR_MANAGERS)
    if wish.team:
        return Outcome(messages=(desk.reply("team_plans", {"week": _week(desk, wish.when).isoformat(), "page": 1}),))
    asked = errands.Export(desk.member.id, desk.heard.chat.id)
    make = partial(errands.year_plan, asked=asked, arrival=desk.heard.arrival, now=desk.now)
    return Outcome((make,), desk.say(Said.EXPORT_COMES).messages)


def _so_many(desk: Desk, number: int) -> Outcome:
    """It holds from the next proposal on; one that was not accepted yet is made anew."""
    if not FEWEST <= number <= MOST:
        return desk.say(PlanSaid.HOW_MANY, fewest=FEWEST, most=MOST)
    week = _week(desk, When.NOW)
    keep = partial(keep_habit, member=desk.member.id, name=HABIT, value=number)
    anew = partial(keeping.propose_anew, member=desk.member.id, week=week, today=desk.today, by=desk.hand)
    said = desk.say(PlanSaid.SO_MANY, number=number).messages
    return Outcome((keep, anew), (*said, desk.reply("visit_plan", facts_of(desk.member.id, week))))


def _by_itself(desk: Desk, *, wanted: bool) -> Outcome:
    keep = partial(keep_kind, member=desk.member.id, kind=VISIT_PLAN.name, wanted=wanted)
    return Outcome((keep,), desk.say(PlanSaid.COMES if wanted else PlanSaid.COMES_NOT).messages)


def _somebodys(desk: Desk, wish: Wish) -> Outcome:
    found = named([one for one in people.members(desk.session) if _may_see(desk.member, one)], wish.whose)
    if not found and not desk.member.leads and not desk.member.sees_all:
        return desk.say(PlanSaid.HOW)
    if len(found) != 1:
        return desk.say(Said.SEVERAL_COLLEAGUES if found else Said.NOBODY_OF_YOURS, name=wish.whose)
    week = _week(desk, wish.when)
    if found[0].id == desk.member.id:
        return _own(desk, week)
    return Outcome(messages=(desk.reply("visit_plan", facts_of(found[0].id, week)),))


def _may_see(reader: Member, other: Member) -> bool:
    return other.id == reader.id or leads(reader, other)


def _own(desk: Desk, week: date) -> Outcome:
    propose = partial(keeping.propose, member=desk.member.id, week=week, today=desk.today, by=desk.hand)
    return Outcome((propose,), (desk.reply("visit_plan", facts_of(desk.member.id, week)),))


def _week(desk: Desk, when: When) -> date:
    """As long as there is a working day left of this one it is meant."""
    week = monday_of(desk.today)
    if when is When.THIS:
        return week
    return the_next(week) if when is When.NEXT or not _is_left(desk, week) else week


def _is_left(desk: Desk, week: date) -> bool:
    habits, local = habits_of(desk.session, desk.member.id), desk.now.astimezone(desk.member.zone)
    first = desk.today if local.time() < habits.wrap_at else desk.today + _A_DAY
    ahead = ((first + number * _A_DAY) for number in range((the_next(week) - first).days))
    return any(works(day, habits, country_of(habits, desk.member.zone)) for day in ahead)


def facts_of(member: int, week: date, day: date | None = None) -> Facts:
    return {"member": member, "week": week.isoformat(), "day": day.isoformat() if day else ""}


def shown(desk: Desk, member: int, week: date, day: date | None = None, *changes: Change) -> Outcome:
    """The plan in the place of the card that was tapped."""
    plan = desk.reply("visit_plan", facts_of(member, week, day), edits=desk.pressed)
    return Outcome(changes, (plan,))


def week(desk: Desk, args: Args) -> Outcome:
    """The whole week, or a day of it, of oneself or of somebody whom one leads."""
    member = people.member(desk.session, int(args["member"]))
    if member is None or not _may_see(desk.member, member):
        return desk.say(Said.FOR_MANAGERS)
    day = date.fromisoformat(str(args["day"])) if args.get("day") else None
    return shown(desk, member.id, date.fromisoformat(str(args["week"])), day)


def team(desk: Desk, args: Args) -> Outcome:
    facts: Facts = {"week": str(args["week"]), "page": int(args["page"])}
    return Outcome(messages=(desk.reply("team_plans", facts, edits=desk.pressed),))
