"""What has changed in a member's directory since a look before: only the drawers in which something did are read again.

Customers lie in drawers by their ids. A drawer is summed up by the database in a few figures; where these differ the
drawer is listed anew. So whatever changes (a name, a person, who may see whom), a hundred thousand customers cost some
hundred rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy
from sqlalchemy import BigInteger, ColumnElement, Select, cast, func, or_, true
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from sales.people import Member
from sales.rights import Part
from storage.cards.directory import Listed, directory
from storage.cards.visibility import visible
from storage.tables.customers import AliasRow, ContactRow, CustomerRow

DRAWER = 256
"""So many ids lie in one."""
_FEW = 64
"""Where more drawers have changed all are listed by one statement."""

Sums = Mapping[int, tuple[int, ...]]
"""Of each drawer that is not empty, by its number."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The drawers in which something changed, all that lies in them now, and the figures by which to look next time."""

    drawers: tuple[int, ...]
    listed: Sequence[Listed]
    sums: Sums

    @property
    def keys(self) -> set[int]:
        """Every id that may lie in these drawers."""
        return {key for drawer in self.drawers for key in range(drawer * DRAWER, (drawer + 1) * DRAWER)}


def changes_since(session: Session, member: Member, before: Sums) -> Changes:
    """The figures are read first: what changes while the drawers are listed is seen by the next look."""
    sums = _sums(session, member)
    changed = tuple(sorted(one for one in before.keys() | sums.keys() if before.get(one) != sums.get(one)))
    if not changed:
        return Changes((), (), sums)
    return Changes(changed, directory(session, member, within=_within(changed)), sums)


def _within(drawers: Sequence[int]) -> ColumnElement[bool]:
    """By ranges of ids, for which there is an index."""
    if len(drawers) > _FEW:
        return true()
    return or_(*(col(CustomerRow.id).between(one * DRAWER, (one + 1) * DRAWER - 1) for one in drawers))


def _sums(session: Session, member: Member) -> Sums:
    session.flush()
    parts: list[dict[int, tuple[int, ...]]] = []
    for statement in _summed_up(member):
        rows = session.connection().execute(statement)
        parts.append({int(row[0]): tuple(int(number or 0) for number in row[1:]) for row in rows})
    drawers = {drawer for part in parts for drawer in part}
    return {drawer: tuple(number for part in parts for number in part.get(drawer, (0,))) for drawer in drawers}


@lru_cache(maxsize=1024)
def _summed_up(member: Member) -> tuple[Select[*tuple[Any, ...]], ...]:
    """Versions only count up; the sums of the ids and of their squares tell one set of rows from another."""
    drawer = (col(CustomerRow.id) // DRAWER).label("drawer")
    customers = sqlalchemy.select(
        drawer, func.count(), func.sum(CustomerRow.version), *_sums_of(col(CustomerRow.id))
    ).where(visible(member))
    persons = (
        sqlalchemy.select(drawer, func.count(), func.sum(ContactRow.version), *_sums_of(col(ContactRow.id)))
        .join_from(CustomerRow, ContactRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(visible(member, Part.CONTACTS))
    )
    others = (
        sqlalchemy.select(drawer, func.count(), *_sums_of(col(AliasRow.id)))
        .join_from(CustomerRow, AliasRow, col(CustomerRow.id) == col(AliasRow.customer_id))
        .where(visible(member))
    )
    every: tuple[Select[*tuple[Any, ...]], ...] = (customers, persons, others)
    return tuple(one.group_by(drawer) for one in every)


def _sums_of(key: ColumnElement[Any] | Mapped[Any]) -> tuple[ColumnElement[int], ColumnElement[int]]:
    large = cast(key, BigInteger)
    return func.sum(large), func.sum(large * large)
