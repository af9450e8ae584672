"""Marks, before a message is kept, what it says of complaints: further news, promised answers, the customer's words."""

from dataclasses import replace

from handlers.desk import Desk
from sales.drafts import Draft
from sales.kinds import Kind
from sales.moments import local_day, local_moment
from sales.tellings import Entry, FollowUp, Telling, by_hand
from storage.complaints.joining import OpenOne, open_ones
from understanding.complaints import Before, is_answer, of_before, quoted


def with_quotes(told: Telling, text: str, *, forwarded: bool) -> Telling:
    """What was passed on or stands in quotation marks are the customer's words, kept as they are."""
    words = text.strip() if forwarded else quoted(text)
    if not words:
        return told
    marked = (replace(one, quote=words) if one and one.kind is Kind.COMPLAINT else one for one in told.entries)
    return replace(told, entries=tuple(marked))


def marked(desk: Desk, draft: Draft) -> Draft:
    """The draft, whose customers are known by now, with what concerns complaints that are open."""
    told = draft.telling
    entries = tuple(_news(desk, draft, one) if one else None for one in told.entries)
    complains = any(one and one.kind is Kind.COMPLAINT for one in entries)
    passed_on = any(one and one.quote == draft.text.strip() for one in entries)
    plans = (
        told.follow_ups
        if passed_on
        else tuple(_answer(desk, draft, plan, beside=complains) if plan else None for plan in told.follow_ups)
    )
    return replace(draft, telling=replace(told, entries=entries, follow_ups=plans))


def _news(desk: Desk, draft: Draft, entry: Entry) -> Entry:
    """An entry that goes on with an open complaint stays with it, however the message is edited later."""
    if entry.kind is not Kind.COMPLAINT or entry.news_of or entry.customer is None or entry.customer.id is None:
        return entry
    before = of_before(draft.text)
    there = open_ones(desk.session, entry.customer.id, but=(draft.chat, draft.message))
    of = next((one for one in there if _is_same(one, entry, before)), None)
    return by_hand(replace(entry, news_of=of.id), "news_of") if of else entry


def _is_same(one: OpenOne, entry: Entry, before: Before | None) -> bool:
    """The same category; "still" is about it in any case, "again" unless it is clearly about something else."""
    if before is Before.STILL:
        return True
    other = None not in (one.category, entry.category) and one.category != entry.category
    if other:
        return False
    return before is Before.AGAIN or (one.category == entry.category and not _other_things(one, entry))


def _other_things(one: OpenOne, entry: Entry) -> bool:
    """Both name what it is about, and nothing of it is the same."""
    mine, theirs = {item.text.casefold() for item in entry.items}, {item.casefold() for item in one.items}
    alike = any(left in right or right in left for left in mine for right in theirs)
    return bool(mine and theirs) and not alike


def _answer(desk: Desk, draft: Draft, plan: FollowUp, *, beside: bool) -> FollowUp:
    """A promise that is over already is none: it stays a plan, of which the rep is reminded."""
    if plan.day is None or plan.who or not _is_ahead(desk, plan) or not is_answer(plan.action, beside=beside):
        return plan
    customer = plan.customer.id if plan.customer else None
    waits = beside or bool(customer and open_ones(desk.session, customer, but=(draft.chat, draft.message)))
    return replace(plan, answers=True) if waits else plan


def _is_ahead(desk: Desk, plan: FollowUp) -> bool:
    zone = desk.member.zone
    if plan.day is None or plan.at is None:
        return plan.day is not None and plan.day >= local_day(desk.now, zone)
    return local_moment(plan.day, plan.at, zone) > desk.now
