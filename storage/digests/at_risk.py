"""What customers who are slipping away bought in a good year, by who looks after them."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select
from sqlmodel import Session, col

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


def slipping(session: Session, reader: Member, today: date) -> tuple[Slipping, ...]:
    """The dearest first; who is quiet for a known reason is none of them, nor who never bought for a sum."""
    value = good_year()
    customers = table_of(CustomerRow).c
    rows = (
        select(customers.id, customers.owner_id, value, col(CustomerFiguresRow.last_order))
        .join_from(CustomerRow, CustomerScoreRow, col(CustomerScoreRow.customer_id) == col(CustomerRow.id))
        .join(CustomerFiguresRow, col(CustomerFiguresRow.customer_id) == col(CustomerRow.id), isouter=True)
        .where(visible(reader, Part.MONEY), col(CustomerRow.stage) == Stage.SLIPPING, value > 0)
        .where(col(CustomerScoreRow.currency) == exchange(session).into)
    )
    found = session.connection().execute(rows).all()
    known = quiet_reasons(session, [number for number, *_ in found])
    sums: defaultdict[int | None, list[int]] = defaultdict(list)
    for number, owner, minor, last in found:
        if number not in known or last is None or not known[number].holds(last, today):
            sums[owner].append(minor)
    names = names_of(session, {owner for owner in sums if owner is not None})
    each = [Slipping(names.get(owner or 0, ""), len(minors), sum(minors)) for owner, minors in sums.items()]
    return tuple(sorted(each, key=lambda one: (-one.minor, one.owner)))
