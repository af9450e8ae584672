"""Customers who have gone quiet beyond their own rhythm: a few a day for each owner, those first who matter most."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlmodel import Session

from sales.care.working_days import country_of, works
from sales.customers import Stage
from sales.scores.stage_reasons import Why
from storage.bulk import table_of
from storage.care.planning.hours import Hours, hours_of
from storage.care.planning.look import Look
from storage.care.planning.planned_soon import planned_soon
from storage.care.reminders import Planned
from storage.company.company_settings import company_settings
from storage.figures.last_orders import last_orders
from storage.foresight.quiet_reasons import quiet_reasons
from storage.foresight.said import by_hand
from storage.foresight.summary import summary
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow

KIND = "slipping"
_A_DAY, _TOO_LATE = timedelta(days=1), timedelta(days=365)
_customer, _score, _figures = table_of(CustomerRow), table_of(CustomerScoreRow), table_of(CustomerFiguresRow)


class Quiet(NamedTuple):
    """A customer who is slipping away: what was bought in the last twelve months and in the twelve before."""

    id: int
    owner: int
    lost: float
    year: int
    before: int
    last: date


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told before: silences by customer, and how many alerts each owner has on a day."""

    silences: frozenset[tuple[int, str]]
    today: Counter[tuple[int, date]]


def occasion_of(last_order: date, known_until: date | None = None) -> str:
    """A silence is told of once; once more when the time is over for which somebody knew the reason."""
    return last_order.isoformat() + (f":{known_until.isoformat()}" if known_until else "")


def last_order_of(occasion: str) -> date:
    return date.fromisoformat(occasion.partition(":")[0])


def slipping(session: Session, look: Look) -> Iterator[Planned]:
    """By the scores of this very day; those of a day before know nothing of the orders since."""
    made, most = summary(session), company_settings(session).alerts_a_day
    if made is None or made.day != look.today or not most:
        return
    found = _untold(session, look)
    hours, told = hours_of(session, {one.owner for one, _ in found}), _told(session, look)
    for one, occasion in _worst_first(session, found):
        due_at = _morning(hours.get(one.owner), look)
        day = due_at.astimezone(hours[one.owner].zone).date() if due_at else look.today
        if due_at is None or (one.id, occasion) in told.silences or told.today[one.owner, day] >= most:
            continue
        told.today[one.owner, day] += 1
        yield Planned(kind=KIND, subject_id=one.id, occasion=occasion, day=day, due_at=due_at, customer_id=one.id)


def _untold(session: Session, look: Look) -> list[tuple[Quiet, str]]:
    """Of whom nothing is planned, and nobody has said why; with the occasion of the alert."""
    soon, lost = planned_soon(session, look.today), by_hand(session, "stage")
    rows = [row for row in _slipping(session, look) if lost.get(row.id) != Stage.LOST]
    known = quiet_reasons(session, [row.id for row in rows])
    found = []
    for row in rows:
        said = known.get(row.id)
        if row.id in soon or (said and said.holds(row.last, look.today)):
            continue
        over = said.until if said and said.is_of(row.last) else None
        found.append((row, occasion_of(row.last, over)))
    return found


def _slipping(session: Session, look: Look) -> Iterator[Quiet]:
    """Those, too, who fell silent for so long that they count as lost, as long as it is not too late to ask."""
    slips = (_score.c.stage == Stage.SLIPPING) & (_customer.c.stage != Stage.LOST)
    silent = (_score.c.why == Why.SILENT_FOR_LONG) & (_figures.c.last_order > look.today - _TOO_LATE)
    wanted = (
        select(
            *(_customer.c.id, _customer.c.owner_id, _score.c.lost),
            *(_score.c.value_minor, _score.c.value_before_minor, _figures.c.last_order),
        )
        .join(_score, _score.c.customer_id == _customer.c.id)
        .join(_figures, _figures.c.customer_id == _customer.c.id)
        .where(_score.c.scored_on == look.today, _score.c.lost.is_not(None), _figures.c.last_order.is_not(None))
        .where(_customer.c.withdrawn.is_(False), _customer.c.owner_id.is_not(None))
        .where(or_(slips, silent))
    )
    if look.customers is not None:
        wanted = wanted.where(_customer.c.id.in_(look.customers))
    rows = list(map(Quiet._make, session.connection().execute(wanted.order_by(_customer.c.id))))
    last = last_orders(session, {row.id: row.last for row in rows}, look.today)
    yield from (row._replace(last=last[row.id]) for row in rows if row.id in last and last[row.id] <= look.today)


def _worst_first(session: Session, found: Sequence[tuple[Quiet, str]]) -> list[tuple[Quiet, str]]:
    """By what is likely to be lost in a year; of whom no sum is known counts as a usual buyer."""
    values = {one.id: one.year or one.before for one, _ in found}
    usual = 0 if all(values.values()) else _usual_year(session)
    return sorted(found, key=lambda each: (-each[0].lost * (values[each[0].id] or usual), each[0].id))


def _usual_year(session: Session) -> int:
    """The median of those who bought; 1 where no sum is known at all, so that the probabilities decide."""
    bought = _score.c.value_minor > 0
    connection = session.connection()
    many = connection.execute(select(func.count()).select_from(_score).where(bought)).scalar_one()
    middle = select(_score.c.value_minor).where(bought).order_by(_score.c.value_minor).offset(many // 2).limit(1)
    return connection.execute(middle).scalar() or 1


def _told(session: Session, look: Look) -> _Told:
    its = table_of(ReminderRow).c
    wanted = select(its.subject_id, its.occasion, its.day, _customer.c.owner_id)
    rows = wanted.join(_customer, _customer.c.id == its.customer_id, isouter=True).where(its.kind == KIND)
    told = session.connection().execute(rows).all()
    recent = Counter((owner, day) for _, _, day, owner in told if owner and day >= look.today - _A_DAY)
    return _Told(frozenset((customer, occasion) for customer, occasion, _, _ in told), recent)


def _morning(hours: Hours | None, look: Look) -> datetime | None:
    """The hour of their agenda today, or tomorrow where it is past noon already; None: they do not work then."""
    if hours is None or not hours.habits.wants(KIND):
        return None
    country = country_of(hours.habits, hours.zone)
    for day in (look.today, look.today + _A_DAY):
        moment = hours.morning_of(day, look.now)
        if moment is not None:
            return moment if works(day, hours.habits, country) else None
    return None
