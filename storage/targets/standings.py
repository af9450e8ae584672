"""How far members are with their targets: each measure is counted once for all of them."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from sales.exchange import Exchange
from sales.measures import MONEY, By, Measure, Period, Tally
from sales.money import Money
from sales.people import Member
from sales.targets import Progress, Span, Standing, Target, in_order, period_of
from storage.figures.rates import exchange
from storage.measures.counting import count
from storage.targets.keeping import targets_of

_TOLD_ANYWAY = (Measure.VISITS, Measure.CALLS, Measure.NEW_CUSTOMERS, Measure.ORDERED, Measure.PAID)
"""What one sees of the month, target or not."""
_Counts = dict[tuple[Measure, Period], dict[int, int]]


def standings(
    session: Session, viewer: Member, members: Sequence[Member], today: date, *, until: date = date.max
) -> list[Standing]:
    """In the order given, of what the viewer may see; what happened after `until` is not counted."""
    targets = targets_of(session, [member.id for member in members])
    asked = {(one.measure, period_of(one.span, today)) for every in targets.values() for one in every}
    counts = {
        (measure, period): _counted(session, viewer, members, (measure, _as_far_as(until, period)), today)
        for measure, period in sorted(asked, key=str)
    }
    into = exchange(session)
    return [
        Standing(member.id, member.name, _progress(targets.get(member.id, ()), member.id, counts, into, today))
        for member in members
    ]


def own_standing(session: Session, member: Member, today: date) -> Standing:
    """Of oneself, with whatever else one did this month."""
    [standing] = standings(session, member, [member], today)
    month = period_of(Span.MONTH, today)
    aimed = {one.target.measure for one in standing.progress if one.target.span is Span.MONTH}
    others = (
        (measure, _counted(session, member, [member], (measure, month), today).get(member.id, 0))
        for measure in _TOLD_ANYWAY
        if measure not in aimed
    )
    return Standing(member.id, member.name, standing.progress, tuple(pair for pair in others if pair[1]))


def _counted(
    session: Session, viewer: Member, members: Sequence[Member], pair: tuple[Measure, Period], today: date
) -> dict[int, int]:
    measure, period = pair
    tally = Tally(measure, period, By.REP, members=frozenset(member.id for member in members))
    return {int(one.key): one.number for one in count(session, viewer, tally, today) if one.key}


def _as_far_as(day: date, period: Period) -> Period:
    return Period(period.first, min(period.last, day))


def _progress(
    targets: Sequence[Target], member: int, counts: _Counts, into: Exchange, today: date
) -> tuple[Progress, ...]:
    found = []
    for target in in_order(targets):
        period = period_of(target.span, today)
        done = counts[target.measure, period].get(member, 0)
        found.append(Progress(_in_currency(target, into, today), done, period, today))
    return tuple(found)


def _in_currency(target: Target, into: Exchange, today: date) -> Target:
    """A sum set while the company counted in another currency is what it is worth now, if that is known."""
    if target.measure not in MONEY or target.currency in (None, into.into):
        return target
    worth = into.worth(Money(target.number, target.currency or into.into), today)
    return Target(target.measure, target.span, worth, into.into) if worth else target
