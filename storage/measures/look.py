"""Who counts what on which day, and the customers whose rows count for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, select
from sqlmodel import Session, col

from sales.measures import NEEDS, Tally
from sales.moments import local_moment
from sales.people import Member
from sales.rights import Part
from sales.segments import part_told
from storage.cards.visibility import visible
from storage.company.teams import company_zone
from storage.measures.telling_apart import key_of
from storage.segments.conditions import clause
from storage.tables.customers import CustomerRow

Column = SQLColumnExpression[Any]


class Row(NamedTuple):
    """Something that counts: what it is told apart by, its customer, its day, and its sum if it has one."""

    key: Any
    customer: int
    day: date
    minor: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One question to the store; `today` is the asker's."""

    session: Session
    member: Member
    tally: Tally
    today: date

    def rows(self, rep: Column, *columns: Column) -> Select[Any]:
        """What it is told apart by, the customer and these columns, of customers whom the member may see in this.

        `rep` is whose it is, where only that of some members counts.
        """
        part = NEEDS.get(self.tally.measure, Part.ENTRIES)
        shown: list[Column] = [key_of(self.tally.by, rep), col(CustomerRow.id), *columns]
        wanted: Select[Any] = select(*shown).select_from(CustomerRow)
        return wanted.where(visible(self.member, part), *self._asked_for(rep))

    def _asked_for(self, rep: Column) -> Iterator[ColumnElement[bool]]:
        """A condition on what the card hides from the member holds of nobody."""
        for condition in self.tally.segment.conditions:
            yield visible(self.member, part_told(condition))
            yield clause(self.session, condition, self.today)
        if self.tally.members is not None:
            yield rep.in_(sorted(self.tally.members))

    @property
    def zone(self) -> ZoneInfo:
        """The company's, by whose days moments count."""
        return ZoneInfo(company_zone(self.session) or "UTC")

    def within(self, moment: Column) -> ColumnElement[bool]:
        first, last = self.tally.period.first, self.tally.period.last + timedelta(days=1)
        begins, ends = (local_moment(day, time.min, self.zone) for day in (first, last))
        return (moment >= begins) & (moment < ends)
