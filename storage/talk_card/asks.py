"""What reps may be asked for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import func, or_
from sqlmodel import col, select

from sales.comments import EntryPlace
from sales.complaints import State
from sales.customers import NOT_SOLD_TO, Stage
from sales.kinds import Kind
from sales.moments import local_day
from sales.rights import Part
from sales.talk_card import LOOKED_BACK, Ask, Wanting, is_empty, silent_days
from storage.cards.visibility import visible
from storage.company import people
from storage.company.company_settings import company_settings
from storage.freshness.figures import cards_of_class
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryRow
from storage.talk_card.looking import Looking
from storage.targets.standings import standings

_GRADE = "A"
_WHOLE = 100

Found = Iterator[tuple[int, Ask]]


def asks(look: Looking) -> Found:
    yield from _late_answers(look)
    yield from _broken_promises(look)
    yield from _not_seen(look)
    yield from _silent(look)
    yield from _empty_cards(look)
    yield from _behind(look)


def _late_answers(look: Looking) -> Found:
    """Of whoever took the complaint, else of the owner; the latest first."""
    holder = func.coalesce(col(ComplaintRow.taken_by), col(CustomerRow.owner_id))
    rows = look.session.exec(
        select(ComplaintRow, EntryRow, CustomerRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
        .where(visible(look.reader, Part.COMPLAINTS), holder.in_(look.whom), col(EntryRow.live))
        .where(col(EntryRow.kind) == Kind.COMPLAINT, col(ComplaintRow.state) != State.CLOSED)
        .where(col(ComplaintRow.answer_by) <= look.now)
        .order_by(col(ComplaintRow.answer_by), col(ComplaintRow.id))
    )
    for row, entry, customer in rows:
        whose = row.taken_by or customer.owner_id or 0
        place = EntryPlace(entry.telling_id, entry.slot) if entry.member_id == whose else None
        late = Ask(Wanting.ANSWER, customer.id or 0, customer.name, since=row.answer_by, complaint=row.id or 0)
        yield whose, replace(late, place=place)


def _broken_promises(look: Looking) -> Found:
    """What was for a day that is over; the oldest first."""
    rows = look.session.exec(
        select(FollowUpRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id))
        .where(visible(look.reader, Part.PLANS), col(FollowUpRow.owner_id).in_(look.whom))
        .where(col(FollowUpRow.state) == "open", col(FollowUpRow.day) < look.day)
        .order_by(col(FollowUpRow.day), col(FollowUpRow.id))
    )
    for row, name in rows:
        yield row.owner_id, Ask(Wanting.PROMISE, row.customer_id or 0, name, day=row.day, words=row.action)


def _not_seen(look: Looking) -> Found:
    """A customers whom nobody visited or called for the days of the class; those longest alone first."""
    days = company_settings(look.session).cadence.get(_GRADE)
    if not days:
        return
    until, row = look.day - timedelta(days=days), CustomerRow
    rows = look.session.exec(
        select(CustomerRow)
        .where(visible(look.reader, Part.ENTRIES), col(row.owner_id).in_(look.whom), col(row.grade) == _GRADE)
        .where(col(row.stage) != Stage.LOST, col(row.relation).not_in(NOT_SOLD_TO))
        .where(or_(col(row.touched_on).is_(None), col(row.touched_on) <= until))
        .where(or_(col(row.owned_on).is_(None), col(row.owned_on) <= until))
        .order_by(col(row.id))
    )
    alone = ((one, _since(one, look)) for one in rows)
    for one, since in sorted(alone, key=lambda pair: pair[1]):
        if since <= until:
            yield one.owner_id or 0, Ask(Wanting.VISIT, one.id or 0, one.name, (look.day - since).days)


def _since(row: CustomerRow, look: Looking) -> date:
    """The last visit or call, else the day on which the owner got them or they came on record."""
    days = [day for day in (row.touched_on, row.owned_on) if day is not None]
    return max(days, default=local_day(row.created_at, look.reader.zone))


def _silent(look: Looking) -> Found:
    """Who told nothing for some working days; who came a moment ago has time."""
    last = _told_last(look)
    rows = look.session.exec(select(MemberRow.id, MemberRow.joined_at).where(col(MemberRow.id).in_(look.whom)))
    long_ago = look.day - LOOKED_BACK
    for member, joined in rows:
        if joined is None and member not in last:
            # Of whom neither a coming nor a word is on record, nobody can tell how long they have been silent.
            continue
        here = local_day(joined, look.reader.zone) if joined else long_ago
        since = max(last.get(member or 0, date.min), here, long_ago)
        if days := silent_days(since, look.day, look.habits, look.country):
            yield member or 0, Ask(Wanting.SILENCE, number=0 if since == long_ago else days)


def _told_last(look: Looking) -> dict[int, date]:
    rows = look.session.exec(
        select(EntryRow.member_id, func.max(EntryRow.moment))
        .where(col(EntryRow.member_id).in_(look.whom), col(EntryRow.live))
        .where(col(EntryRow.on_day) >= look.day - LOOKED_BACK)
        .group_by(col(EntryRow.member_id))
    )
    return {member: local_day(moment, look.reader.zone) for member, moment in rows}


def _empty_cards(look: Looking) -> Found:
    """Of A customers; the emptiest first."""
    cards = cards_of_class(look.session, look.reader, _GRADE, look.day)
    for card in sorted(cards, key=lambda one: (one.weights.completeness, one.customer)):
        if card.owner in look.reps and is_empty(card.weights.completeness):
            percent = round(card.weights.completeness * _WHOLE)
            yield card.owner, Ask(Wanting.CARD, card.customer, card.name, percent)


def _behind(look: Looking) -> Found:
    """With what is furthest behind first."""
    members = [one for one in people.members(look.session) if one.id in look.reps]
    for standing in standings(look.session, look.reader, members, look.day):
        behind = [one for one in standing.progress if one.lacks]
        for one in sorted(behind, key=lambda each: -each.lacks / each.target.number):
            yield standing.member, Ask(Wanting.TARGET, number=one.percent, measure=one.target.measure)
