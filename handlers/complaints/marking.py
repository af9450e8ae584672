"""Marks, before a message is kept, what it says of complaints: further news, promised answers, the customer's words."""

from dataclasses import replace

from handlers.desk import Desk
from sales.complaints import Step
from sales.drafts import Draft
from sales.kinds import CONTACTS, Kind
from sales.moments import local_day, local_moment
from sales.tellings import Entry, FollowUp, Telling, by_hand
from storage.complaints.joining import OpenOne, open_ones
from storage.complaints.steps import may
from understanding.complaints import Before, is_answer, of_before, quoted, says_answered, says_mended

_MARKS = ' "“”「」『』«».!。！'


def with_quotes(told: Telling, text: str, *, forwarded: bool) -> Telling:
    """What was passed on or stands in quotation marks are the customer's words, kept as they are."""
    words = text.strip() if forwarded else quoted(text)
    complaints = [one for one in told.entries if one and one.kind is Kind.COMPLAINT]
    if not words or not complaints:
        return told
    alone = len(complaints) == 1
    entries = (_in_their_words(one, words, alone=alone) if one in complaints else one for one in told.entries)
    plans = (None if plan and _is_their_wish(plan, words) else plan for plan in told.follow_ups)
    return replace(told, entries=tuple(entries), follow_ups=tuple(plans))


def _in_their_words(entry: Entry | None, words: str, *, alone: bool) -> Entry | None:
    """The only complaint in them is all that they say: a part of it may be the lesser one."""
    if entry is None:
        return None
    whole = alone and entry.text.strip(_MARKS) in words
    return replace(entry, quote=words, text=words if whole else entry.text)


def _is_their_wish(plan: FollowUp, words: str) -> bool:
    """What a customer wants is no plan of ours, unless they say by when."""
    wish = plan.action.strip(_MARKS).casefold()
    return bool(wish) and plan.day is None and wish in words.casefold()


def marked(desk: Desk, draft: Draft) -> Draft:
    """The draft, whose customers are known by now, with what concerns complaints that are open."""
    told = draft.telling
    entries = tuple(_news(desk, draft, one) if one else None for one in (*told.entries, *_still(desk, draft)))
    complains = any(one and one.kind is Kind.COMPLAINT for one in entries)
    passed_on = any(one and one.quote == draft.text.strip() for one in entries)
    plans = (
        told.follow_ups
        if passed_on
        else tuple(_answer(desk, draft, plan, beside=complains) if plan else None for plan in told.follow_ups)
    )
    grown = replace(told, entries=entries, follow_ups=plans)
    return replace(draft, telling=grown if complains else _with_answer(desk, draft, grown))


def _with_answer(desk: Desk, draft: Draft, told: Telling) -> Telling:
    """Under the card of a complaint, words that say that the customer heard from us answer it, as its button does."""
    number = draft.complaint
    if number is None or not says_answered(draft.text) or not may(desk.session, number, Step.ANSWER):
        return told
    return replace(told, entries=_answering(told.entries, number) or _noted(desk, draft, told, number))


def _answering(entries: tuple[Entry | None, ...], complaint: int) -> tuple[Entry | None, ...]:
    first = next((slot for slot, one in enumerate(entries) if one), None)
    return tuple(replace(one, answers=complaint) if one and n == first else one for n, one in enumerate(entries))


def _noted(desk: Desk, draft: Draft, told: Telling, complaint: int) -> tuple[Entry]:
    """Where only a plan was found in them, the words themselves are what was done."""
    party = next(iter(told.parties), None)
    on = local_day(draft.moment, desk.member.zone)
    return (Entry(Kind.NOTE, party, on, draft.text, answers=complaint),)


def _news(desk: Desk, draft: Draft, entry: Entry) -> Entry:
    """An entry that goes on with an open complaint stays with it, however the message is edited later.

    Written under the card of one, it is about that.
    """
    if entry.kind is not Kind.COMPLAINT or entry.news_of or entry.customer is None or entry.customer.id is None:
        return entry
    before = of_before(draft.text)
    there = open_ones(desk.session, entry.customer.id, but=(draft.chat, draft.message))
    if (
        there
        and says_mended(draft.text.replace(entry.customer.name, ""))
        and may(desk.session, there[0].id, Step.ANSWER)
    ):
        return replace(entry, kind=Kind.NOTE, category=None, severity=None, answers=there[0].id)
    pointed = (one for one in there if one.id == draft.complaint)
    of = next(pointed, None) or next((one for one in there if _is_same(one, entry, before)), None)
    return by_hand(replace(entry, news_of=of.id), "news_of") if of else entry


def _still(desk: Desk, draft: Draft) -> tuple[Entry, ...]:
    """A call that names no trouble but says "still" is, of whoever complained, all of it news of that."""
    told = draft.telling
    if len(told.entries) != 1 or told.follow_ups or of_before(draft.text) is not Before.STILL:
        return ()
    entry = told.entries[0]
    if entry is None or entry.kind not in CONTACTS or entry.attempt or entry.text.strip() or not entry.customer:
        return ()
    there = open_ones(desk.session, entry.customer.id, but=(draft.chat, draft.message)) if entry.customer.id else []
    return (replace(entry, kind=Kind.COMPLAINT, text=draft.text.strip()),) if there else ()


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
    if plan.day is None or plan.who or not _is_ahead(desk, plan) or says_answered(plan.action):
        return plan
    if not is_answer(plan.action, beside=beside):
        return plan
    customer = plan.customer.id if plan.customer else None
    waits = beside or bool(customer and open_ones(desk.session, customer, but=(draft.chat, draft.message)))
    return replace(plan, answers=True) if waits else plan


def _is_ahead(desk: Desk, plan: FollowUp) -> bool:
    zone = desk.member.zone
    if plan.day is None or plan.at is None:
        return plan.day is not None and plan.day >= local_day(desk.now, zone)
    return local_moment(plan.day, plan.at, zone) > desk.now
