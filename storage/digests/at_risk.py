"""Customers who are slipping away, and what they bought in a good year, by who looks after them."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from sales.customers import Stage
from sales.people import Member
from sales.pictures.digest_facts import Slipping
from sales.rights import Part
from storage.bulk import table_of
from storage.cards.visibility import visible
from storage.digests.led import names_of
from storage.figures.rates import exchange
from storage.foresight.charts import good_year
from storage.foresight.quiet_reasons import quiet_reasons
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow

_customer, _score, _figures = (table_of(table).c for table in (CustomerRow, CustomerScoreRow, CustomerFiguresRow))


class AtRisk(NamedTuple):
    """One of them: `lost` is the chance that no order comes, `minor` what a good year of theirs came to."""

    customer: int
    name: str
    owner: int | None
    grade: str | None
    last_order: date | None
    lost: float | None
    minor: int


def slipping(session: Session, reader: Member, today: date) -> tuple[Slipping, ...]:
    """By owner, the dearest first."""
    sums: defaultdict[int | None, list[int]] = defaultdict(list)
    for one in at_risk(session, reader, today):
        sums[one.owner].append(one.minor)
    names = names_of(session, {owner for owner in sums if owner is not None})
    each = [Slipping(names.get(owner or 0, ""), len(minors), sum(minors)) for owner, minors in sums.items()]
    return tuple(sorted(each, key=lambda one: (-one.minor, one.owner)))


def at_risk(session: Session, reader: Member, today: date) -> list[AtRisk]:
    """The dearest first; who is quiet for a known reason is none of them, nor who never bought for a sum."""
    value = good_year()
    told = (_customer.id, _customer.name, _customer.owner_id, _customer.grade, _figures.last_order, _score.lost, value)
    rows = (
        select(*told)
        .join_from(table_of(CustomerRow), table_of(CustomerScoreRow), _score.customer_id == _customer.id)
        .join(table_of(CustomerFiguresRow), _figures.customer_id == _customer.id, isouter=True)
        .where(visible(reader, Part.MONEY), _customer.stage == Stage.SLIPPING, value > 0)
        .where(_score.currency == exchange(session).into)
        .order_by(value.desc(), _customer.id)
    )
    found = [AtRisk._make(row) for row in session.connection().execute(rows)]
    known = quiet_reasons(session, [one.customer for one in found])
    return [
        one
        for one in found
        if one.customer not in known or one.last_order is None or not known[one.customer].holds(one.last_order, today)
    ]
