"""A merge under way: what it alters, makes and removes is remembered, so that it can be taken back."""

from dataclasses import dataclass

from sqlmodel import Session, SQLModel

from sales.hands import Hand
from storage import change_sets


@dataclass(frozen=True, slots=True)
class Change:
    """Whose hand changes what; `id` is the change set."""

    session: Session
    id: int
    by: Hand

    def alter(self, row: SQLModel, **values: object) -> None:
        change_sets.alter(self.session, self.id, row, **values)

    def make(self, row: SQLModel) -> None:
        """Put a row on record that is gone once the merge is undone."""
        change_sets.make(self.session, self.id, row, lasting=False)

    def remove(self, row: SQLModel) -> None:
        change_sets.remove(self.session, self.id, row)

    def record(self, changes: list[change_sets.RowChange]) -> None:
        change_sets.record(self.session, self.id, changes)
