"""Writes the scores of customers, and what follows from them: class and stage where nobody set these by hand."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
from sqlalchemy import Executable, delete, literal, select, union_all, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from sales.customers import Stage
from sales.fields import GRADES
from sales.scores.everyone import Everyone
from sales.scores.stage import WHYS
from sales.scores.stage_reasons import STAGE_OF, LossCause, ReturnCause, Why
from storage.bulk import add_rows, table_of
from storage.foresight.reading import OrderRows
from storage.foresight.said import By
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow
from storage.tables.foresight import CustomerScoreRow, StageChangeRow

STRETCH = 1_000
"""Customers in one transaction."""
_customer, _score = table_of(CustomerRow), table_of(CustomerScoreRow)
_fact, _change_of_stage = table_of(FactRow), table_of(StageChangeRow)
_CAUSES = {Why.SILENT_FOR_LONG: LossCause.SILENT, Why.CAME_BACK: ReturnCause.BY_THEMSELVES}
_WORTH_TELLING = frozenset({Stage.SLIPPING, Stage.LOST, Stage.WON_BACK})


@dataclass(frozen=True, slots=True)
class Night:
    """What was worked out in a night: `today` is the day as of which, `within` the horizon of each in days.

    `grades` and `stages` are those that members set by hand.
    """

    rows: OrderRows
    scores: Everyone
    within: tuple[int, ...]
    today: date
    now: datetime
    grades: By
    stages: By


def write(session: Session, *, night: Night, stretch: range) -> None:
    """The customers at these places of `night.rows.ids`."""
    connection = session.connection()
    connection.execute(_PUT[connection.dialect.name], [_row(night, place) for place in stretch])
    _follow(session, night, stretch)


def _row(night: Night, place: int) -> dict[str, Any]:
    scores, outlook, why = night.scores, night.scores.outlook, WHYS[int(night.scores.stages.why[place])]
    grade, last = int(scores.classes.grade[place]), scores.bought.last[place]
    total = scores.classes.total or 1.0
    latest = _whole(last + outlook.latest[place])
    return {
        "customer_id": int(night.rows.ids[place]),
        "scored_on": night.today,
        "currency": night.rows.currency,
        "lost": _known(outlook.lost[place]),
        "within": night.within[place],
        "quiet_of_ten": _whole(outlook.of_ten[place]),
        "expected_on": date.fromordinal(latest) if latest is not None and latest < date.max.toordinal() else None,
        "value_minor": _whole(scores.bought.year[place]) or 0,
        "value_before_minor": _whole(scores.bought.before[place]) or 0,
        "abc": GRADES[grade] if grade >= 0 else None,
        "rank": int(scores.classes.rank[place]),
        "before": float(scores.classes.before[place]) / total,
        "recency": int(scores.rfm.recency[place]) or None,
        "frequency": int(scores.rfm.frequency[place]) or None,
        "monetary": int(scores.rfm.monetary[place]) or None,
        "stage": STAGE_OF[why].value,
        "why": why.value,
        "life_orders": _known(scores.life.expected[place]),
        "life_order_minor": _whole(scores.life.order[place]),
        "life_minor": _whole(scores.life.value[place]),
        "life_low_minor": _whole(scores.life.low[place]),
        "life_high_minor": _whole(scores.life.high[place]),
    }


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _whole(value: float) -> int | None:
    return round(float(value)) if np.isfinite(value) else None


def _follow(session: Session, night: Night, stretch: range) -> None:
    """What a member set by hand stays until they change it; a stage, until the customer shows otherwise."""
    places = {int(night.rows.ids[place]): place for place in stretch}
    here = select(_customer.c.id, _customer.c.grade, _customer.c.stage).where(_customer.c.id.in_(places))
    standing = session.connection().execute(here.order_by(_customer.c.id).with_for_update(key_share=True)).all()
    spoken = _spoken_of(session, night, places)
    changes: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
    told: list[dict[str, Any]] = []
    for customer, grade, stage in standing:
        found = _row_of(night, places[customer])
        if customer not in night.grades and ("grade", customer) not in spoken and grade != found.grade:
            changes["grade", found.grade].append(customer)
        if customer not in night.stages and ("stage", customer) not in spoken and stage != found.stage:
            changes["stage", found.stage.value].append(customer)
            told.append(_change(night, customer, found))
    _set(session, changes)
    add_rows(session, StageChangeRow, [one for one in told if one["stage"] in _WORTH_TELLING])


def _spoken_of(session: Session, night: Night, places: Mapping[int, int]) -> set[tuple[str, int]]:
    """Class or stage of whom somebody spoke since everything was read: the night does not know of it."""
    its, change = _fact.c, _change_of_stage.c
    by_hand = select(its.field, its.customer_id).where(
        its.customer_id.in_(places), its.field.in_(("grade", "stage")), its.at >= night.now
    )
    said = select(literal("stage"), change.customer_id).where(
        change.customer_id.in_(places), change.member_id.is_not(None), change.at >= night.now
    )
    return {(name, number) for name, number in session.connection().execute(union_all(by_hand, said))}


def drop_others(session: Session, *, today: date) -> None:
    """Who is sold to no more has no score: what an older night said of them is true no longer."""
    session.connection().execute(delete(_score).where(_score.c.scored_on != today))


def _set(session: Session, changes: Mapping[tuple[str, str | None], list[int]]) -> None:
    """The version of the row stays: the names that the index of customers is built from have not changed."""
    for (name, value), customers in changes.items():
        row = update(_customer).where(_customer.c.id.in_(customers))
        session.connection().execute(row.values({name: value}))


@dataclass(frozen=True, slots=True)
class _Found:
    grade: str | None
    stage: Stage
    why: Why


def _row_of(night: Night, place: int) -> _Found:
    grade, why = int(night.scores.classes.grade[place]), WHYS[int(night.scores.stages.why[place])]
    return _Found(GRADES[grade] if grade >= 0 else None, STAGE_OF[why], why)


def _change(night: Night, customer: int, found: _Found) -> dict[str, Any]:
    cause = _CAUSES.get(found.why)
    return {
        "customer_id": customer,
        "on_day": night.today,
        "stage": found.stage.value,
        "cause": cause.value if cause else None,
        "remark": None,
        "member_id": None,
        "at": night.now,
    }


def _replacing(insert: sqlite.Insert | postgresql.Insert) -> Executable:
    """Loyalty and rating are written by those who work them out."""
    apart = ("customer_id", "loyalty", "rating", "rating_known")
    new = {column.name: insert.excluded[column.name] for column in _score.c if column.name not in apart}
    return insert.on_conflict_do_update(index_elements=["customer_id"], set_=new)


_PUT = {"sqlite": _replacing(sqlite.insert(_score)), "postgresql": _replacing(postgresql.insert(_score))}
