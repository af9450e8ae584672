"""What reps may be praised for since the last working day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlmodel import col, select

from sales.comments import EntryPlace
from sales.customers import Stage
from sales.kinds import Kind
from sales.measures import By, Measure, Period, Tally
from sales.money import Money
from sales.promises import kept_in_time
from sales.rights import Part, part_of_field
from sales.talk_card import LOOKED_BACK, WORKED, Praise, Praised, fifth_in_a_row, stands_out
from sales.targets import Progress
from storage.cards.visibility import visible
from storage.company import people
from storage.figures.rates import exchange
from storage.measures.counting import count
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.foresight import StageChangeRow
from storage.tables.tellings import EntryRow
from storage.talk_card.looking import Looking
from storage.targets.standings import standings

Found = Iterator[tuple[int, Praise]]


def praises(look: Looking) -> Found:
    yield from _won_back(look)
    yield from _biggest_orders(look)
    yield from _targets_reached(look)
    yield from _promises(look)
    yield from _visits(look)


def _won_back(look: Looking) -> Found:
    rows = look.session.exec(
        select(CustomerRow.owner_id, CustomerRow.id, CustomerRow.name)
        .join(StageChangeRow, col(StageChangeRow.customer_id) == col(CustomerRow.id))
        .where(visible(look.reader, part_of_field("stage")), col(CustomerRow.owner_id).in_(look.whom))
        .where(col(StageChangeRow.stage) == Stage.WON_BACK, col(CustomerRow.stage) == Stage.WON_BACK)
        .where(col(StageChangeRow.on_day).between(look.period.first, look.period.last))
        .order_by(col(CustomerRow.grade).nulls_last(), col(CustomerRow.id))
    )
    for owner, number, name in rows:
        yield owner or 0, Praise(Praised.WON_BACK, number or 0, name)


def _biggest_orders(look: Looking) -> Found:
    """The largest that a rep told of, where it is larger than any in the four weeks before."""
    into, best = exchange(look.session), dict[int, tuple[int, date, Praise]]()
    rows = look.session.exec(
        select(EntryRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(visible(look.reader, Part.MONEY), col(EntryRow.member_id).in_(look.whom))
        .where(col(EntryRow.live), col(EntryRow.kind) == Kind.ORDER, col(EntryRow.attempt).is_(False))
        .where(col(EntryRow.amount_minor).is_not(None))
        .where(col(EntryRow.on_day).between(look.before.first, look.period.last))
        .order_by(col(EntryRow.on_day), col(EntryRow.id))
    )
    for order, name in rows:
        amount = Money(order.amount_minor or 0, order.currency or into.into)
        worth = into.worth(amount, order.on_day) or 0
        if worth > (best[order.member_id][0] if order.member_id in best else 0):
            praise = Praise(Praised.ORDER, order.customer_id or 0, name, amount=amount, place=_place(order))
            best[order.member_id] = worth, order.on_day, praise
    yield from ((member, praise) for member, (_, day, praise) in best.items() if day in look.period)


def _place(entry: EntryRow) -> EntryPlace:
    return EntryPlace(entry.telling_id, entry.slot)


def _targets_reached(look: Looking) -> Found:
    """Of month and quarter as they stood yesterday, and had not been reached before."""
    before = {_aim(member, one) for member, one in _progress(look, look.before.last) if one.is_reached}
    for member, one in _progress(look, look.period.last):
        if one.is_reached and _aim(member, one) not in before:
            yield member, Praise(Praised.TARGET, number=one.done, measure=one.target.measure)


def _progress(look: Looking, day: date) -> Iterator[tuple[int, Progress]]:
    """As it stood in the evening of that day."""
    members = [one for one in people.members(look.session) if one.id in look.reps]
    for standing in standings(look.session, look.reader, members, day, until=day):
        yield from ((standing.member, one) for one in standing.progress)


def _aim(member: int, one: Progress) -> tuple[int, Measure, Period]:
    return member, one.target.measure, one.period


def _promises(look: Looking) -> Found:
    """Every fifth one in a row that was done on its day or before it."""
    rows = look.session.exec(
        select(FollowUpRow)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id))
        .where(visible(look.reader, Part.PLANS), col(FollowUpRow.owner_id).in_(look.whom))
        .where(col(FollowUpRow.state).in_(["open", "done"]))
        .where(col(FollowUpRow.day).between(look.day - LOOKED_BACK, look.period.last))
        .order_by(col(FollowUpRow.day).desc(), col(FollowUpRow.id).desc())
    )
    kept: defaultdict[int, list[tuple[date, bool]]] = defaultdict(list)
    for row in rows:
        if row.day is not None:
            in_time = row.state == "done" and kept_in_time(row.closed_at, row.day, look.reader.zone)
            kept[row.owner_id].append((row.day, in_time))
    for owner, each in kept.items():
        if run := fifth_in_a_row(each, look.period):
            yield owner, Praise(Praised.PROMISES, number=run)


def _visits(look: Looking) -> Found:
    """So many more than on a usual day."""
    now, before = (_visits_in(look, period) for period in (look.period, look.before))
    for member, number in now.items():
        usual = before.get(member, 0) / WORKED
        if stands_out(number, usual):
            yield member, Praise(Praised.VISITS, number=number, usual=round(usual))


def _visits_in(look: Looking, period: Period) -> dict[int, int]:
    tally = Tally(Measure.VISITS, period, By.REP, members=look.reps)
    return {int(one.key): one.number for one in count(look.session, look.reader, tally, look.day) if one.key}
