"""The column by which numbers are told apart."""

from typing import Any

from sqlalchemy import SQLColumnExpression, null, select
from sqlmodel import col

from sales.measures import By
from storage.bulk import table_of
from storage.tables.customers import CustomerRow
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


def key_of(by: By, rep: Column) -> Column:
    """Of each row; days are told apart by their own column, and nothing by none."""
    if by is By.REP:
        return rep
    return _newest(_FIELDS[by]) if by in _FIELDS else _COLUMNS.get(by, null())


def _newest(name: str) -> Column:
    """What the card of the row's customer says in this field."""
    fact = table_of(FactRow).alias()
    said = select(fact.c.value).where(
        fact.c.customer_id == col(CustomerRow.id), fact.c.field == name, fact.c.live, fact.c.contact_id.is_(None)
    )
    return said.order_by(fact.c.at.desc(), fact.c.id.desc()).limit(1).correlate(CustomerRow).scalar_subquery()
