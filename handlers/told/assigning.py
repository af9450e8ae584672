"""A follow-up that names a colleague is theirs: "Anna should call Acme on Friday", or what is said under Assign."""

from dataclasses import replace

from handlers.context import Context
from handlers.desk import Desk
from sales.tellings import FollowUp, Telling
from storage.cards.people_there import first_of
from storage.plans.giving import colleague_named
from understanding.assigned import assigned

_PEOPLE = 200


def with_colleagues(desk: Desk, telling: Telling, context: Context) -> Telling:
    """Who is known at a customer may be one of theirs: then it stays as it was said."""
    plans = tuple(plan and _given(desk, plan, context) for plan in telling.follow_ups)
    return telling if plans == telling.follow_ups else replace(telling, follow_ups=plans)


def _given(desk: Desk, plan: FollowUp, context: Context) -> FollowUp:
    if plan.who:
        return plan
    if context.who:
        return replace(plan, who=context.who)
    read = assigned(plan.action)
    if read is None or colleague_named(desk.session, read.who, teller=desk.member.id) is None:
        return plan
    if plan.customer and plan.customer.id and _is_known_there(desk, plan.customer.id, read.who):
        return plan
    others = tuple(name for name in plan.contacts if name != read.who)
    return replace(plan, who=read.who, action=read.action, contacts=others)


def _is_known_there(desk: Desk, customer: int, name: str) -> bool:
    people, _ = first_of(desk.session, customer, most=_PEOPLE)
    return any(name.casefold() in one.name.casefold().split() for one in people)
