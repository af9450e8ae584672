"""A customer or a person there while a list is read in: what is known of them, and what the list adds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sales.fields import Field
from sales.kinds import Calendar
from sales.lists import LUNAR
from sales.rights import Whose

BLANK: Mapping[str, object] = {"relation": "direct", "form": "company", "stage": "prospect", "greetings": True}
"""What a column says while nothing is known."""


@dataclass(frozen=True, slots=True)
class Said:
    """A fact that the list adds."""

    field: str
    value: str
    calendar: str | None = None


@dataclass(slots=True)
class Holder:
    """Of whom facts are known. `id` is None until the row is there; `before` are the columns as they were."""

    name: str
    id: int | None = None
    columns: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, list[str]] = field(default_factory=dict)
    added: list[Said] = field(default_factory=list)
    before: dict[str, Any] = field(default_factory=dict)

    def fill(self, known: Field, value: str, *, overwrite: bool) -> bool:
        """Take a value in; True: something else stands there, and stays unless it is to be overwritten."""
        there = self._there(known)
        value, calendar = _calendar(value)
        if value in there if known.many else there[-1:] == [value]:
            return False
        if there and not known.many and not overwrite:
            return True
        if there and known.name not in self.facts:
            # What only stood on the row stays in the history.
            self.added.append(Said(known.name, there[-1], self.columns.get("calendar")))
        self.added.append(Said(known.name, value, calendar if known.name == "birthday" else None))
        self.facts[known.name] = [*there, value]
        if known.column and (overwrite or not there):
            self._show(known, value, calendar)
        return False

    def set(self, column: str, value: object) -> None:
        if self.columns.get(column) != value:
            self.before.setdefault(column, self.columns.get(column))
            self.columns[column] = value

    @property
    def after(self) -> dict[str, Any]:
        """The columns that are no longer what they were."""
        return {name: self.columns[name] for name in self.before if self.columns[name] != self.before[name]}

    def _there(self, known: Field) -> list[str]:
        if known.name in self.facts:
            return self.facts[known.name]
        shown = self.columns.get(known.column) if known.column else None
        if shown in (None, "", BLANK.get(known.column or "")):
            return []
        return [{True: "yes", False: "no"}[shown] if isinstance(shown, bool) else str(shown)]

    def _show(self, known: Field, value: str, calendar: str) -> None:
        self.set(known.column or "", value != "no" if known.column == "greetings" else value)
        if known.name == "birthday":
            self.set("calendar", calendar)


@dataclass(slots=True)
class Card(Holder):
    """A customer with the people there. `made`: this list put it on record, now or earlier."""

    whose: Whose = field(default_factory=lambda: Whose(0, None, None))
    made: bool = False
    people: list[Holder] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    new_aliases: list[str] = field(default_factory=list)


def _calendar(value: str) -> tuple[str, str]:
    if value.endswith(LUNAR):
        return value.removesuffix(LUNAR), Calendar.LUNAR.value
    return value, Calendar.SOLAR.value
