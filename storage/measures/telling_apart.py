"""The column by which numbers are told apart."""

from typing import Any

from sqlalchemy import SQLColumnExpression, null, select
from sqlmodel import col

from sales.measures import By
from sales.rights import Part, part_of_field
from storage.bulk import table_of
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow
from storage.tables.facts import FactRow
from storage.tables.tellings import EntryRow

Column = SQLColumnExpression[Any]
_COLUMNS: dict[By, Column] = {
    By.TEAM: col(CustomerRow.team_id),
    By.GRADE: col(CustomerRow.grade),
    By.STAGE: col(CustomerRow.stage),
    By.CUSTOMER: col(CustomerRow.id),
    By.CATEGORY: col(EntryRow.category),
}
_FIELDS = {By.REGION: "region", By.INDUSTRY: "industry"}
PARTS = {
    By.SOURCE: Part.DEALINGS,
    By.GRADE: part_of_field("grade"),
    By.STAGE: part_of_field("stage"),
    **{by: part_of_field(name) for by, name in _FIELDS.items()},
}
"""The part of the card that this tells of: customers whose card hides it are not counted."""


def key_of(by: By, rep: Column) -> Column:
    """Of each row; days are told apart by their own column, and nothing by none."""
    if by is By.REP:
        return rep
    if by is By.SOURCE:
        return _first_source()
    return _newest(_FIELDS[by]) if by in _FIELDS else _COLUMNS.get(by, null())


def _first_source() -> Column:
    deal = table_of(OpportunityRow).alias()
    said = select(deal.c.source).where(
        deal.c.customer_id == col(CustomerRow.id), deal.c.live, deal.c.source.is_not(None)
    )
    return said.order_by(deal.c.id).limit(1).correlate(CustomerRow).scalar_subquery()


def _newest(name: str) -> Column:
    """What the card of the row's customer says in this field."""
    fact = table_of(FactRow).alias()
    said = select(fact.c.value).where(
        fact.c.customer_id == col(CustomerRow.id), fact.c.field == name, fact.c.live, fact.c.contact_id.is_(None)
    )
    return said.order_by(fact.c.at.desc(), fact.c.id.desc()).limit(1).correlate(CustomerRow).scalar_subquery()
