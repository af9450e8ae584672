"""Who counts what on which day, and the customers whose rows count for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, null, select
from sqlmodel import Session, col

from sales.measures import NEEDS, OF_CATEGORIES, By, Tally
from sales.moments import local_moment
from sales.people import Member
from sales.rights import Part
from sales.segments import part_told
from storage.cards.visibility import visible
from storage.company.teams import company_zone
from storage.measures.telling_apart import PARTS, key_of
from storage.segments.conditions import clause
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow

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
    """One question to the store; `today` is the asker's.

    `owned`: told apart by whose customer it is, not by who told it.
    """

    session: Session
    member: Member
    tally: Tally
    today: date
    owned: bool = False

    def rows(self, rep: Column, *columns: Column) -> Select[Any]:
        """What it is told apart by, the customer and these columns, of customers whom the member may see in this.

        `rep` is whose it is, where only that of some members counts.
        """
        part, by = NEEDS.get(self.tally.measure, Part.ENTRIES), self.tally.by
        whose = col(CustomerRow.owner_id) if self.owned else rep
        shown: list[Column] = [self._key(whose), col(CustomerRow.id), *columns]
        wanted: Select[Any] = select(*shown).select_from(CustomerRow)
        told_apart = (visible(self.member, PARTS[by]),) if by in PARTS else ()
        return wanted.where(visible(self.member, part), *told_apart, *self._asked_for(whose))

    def _key(self, rep: Column) -> Column:
        """What has no category is of none."""
        by = self.tally.by
        return key_of(by, rep) if by is not By.CATEGORY or self.tally.measure in OF_CATEGORIES else null()

    def found(self, rows: Select[Any]) -> Iterator[Any]:
        yield from self.session.connection().execute(rows)

    def described(self) -> Iterator[ColumnElement[bool]]:
        """What a complaint or feedback is about."""
        if self.tally.category is not None:
            yield col(EntryRow.category) == self.tally.category
        if self.tally.sentiment is not None:
            yield col(EntryRow.sentiment) == self.tally.sentiment

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
