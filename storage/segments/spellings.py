"""The values that stand on cards for what is asked: Jiangsu finds 江苏省 and "Suzhou, Jiangsu", vip finds VIP."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from sales.regions import lies_in
from storage.tables.facts import FactRow

MOST = 2_000
"""Different values of one field; a database may hold more, a statement may not name many more."""


def spellings(session: Session, name: str, asked: Iterable[str]) -> list[str]:
    """Read by the index of values alone."""
    wanted = tuple(asked)
    there = session.exec(select(FactRow.value).where(col(FactRow.field) == name).distinct())
    return sorted(value for value in there if any(_is(name, value, one) for one in wanted))[:MOST]


def _is(name: str, value: str, asked: str) -> bool:
    return lies_in(value, asked) if name == "region" else _folded(value) == _folded(asked)


def _folded(value: str) -> str:
    return " ".join(value.casefold().split())
