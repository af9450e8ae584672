"""The team's plans at a glance, and what is said of one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sales.cards import Argument, Button, Card, Row
from sales.people import Member
from sales.visit_plans.plan import PlanState, TeamLine, TeamPlans
from wording.catalogue import sentence
from wording.layout import digits, lay_out
from wording.visit_plan_words import week_words
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, QUOTE, short

_STATES = {
    PlanState.PROPOSED: sentence("proposed"),
    PlanState.ACCEPTED: sentence("accepted"),
}


def team(view: TeamPlans, voice: Voice) -> Card:
    if not view.lines:
        return lay_out([voice.say("Nobody sells in your teams yet."), voice.say("/invite lets somebody in.")])
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    head = voice.join([voice.labelled(voice.say("Visits planned"), week_words(view.week, voice)), place])
    lines = [f"{number} {_line(one, voice)}" for number, one in enumerate(view.lines, 1)]
    opened = digits("plan_week", [{"member": one.member, "week": view.week.isoformat()} for one in view.lines])
    return lay_out([head, *lines], *opened, _paging(view, voice))


def _line(one: TeamLine, voice: Voice) -> str:
    if not one.visits:
        return voice.labelled(short(one.name, NAME_IN_LIST), voice.say("nothing planned"))
    state = voice.say(_STATES[one.state]) if one.state else ""
    number = voice.count("%(count)s visit", "%(count)s visits", one.visits)
    made = voice.say("%(number)s made", number=one.visited) if one.visited else ""
    return voice.labelled(short(one.name, NAME_IN_LIST), voice.join([state, number, made]))


def _paging(view: TeamPlans, voice: Voice) -> Row:
    about: dict[str, Argument] = {"week": view.week.isoformat()}
    before = Button(voice.say("‹ Before"), "plan_team", {**about, "page": view.page - 1})
    after = Button(voice.say("More ›"), "plan_team", {**about, "page": view.page + 1})
    return (*([before] if view.page > 1 else []), *([after] if view.page < view.pages else []))


def comment(by: Member, member: Member, facts: Mapping[str, Any], voice: Voice) -> Card:
    """Words about the plan of `member`, as the other one of the two hears them."""
    when = week_words(date.fromisoformat(facts["week"]), voice)
    head = voice.say("%(name)s about the visits of %(when)s:", name=short(by.name, NAME), when=when)
    about: dict[str, Argument] = {"member": member.id, "week": str(facts["week"])}
    answer = Button(voice.say("Answer"), "plan_comment", {**about, "to": by.id})
    plan = Button(voice.say("The plan"), "plan_week", about)
    return lay_out([head, voice.say("“%(words)s”", words=short(str(facts["text"]), QUOTE))], (answer, plan))
