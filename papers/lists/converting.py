"""Rows of cells to lines of canonical values; the same line twice counts once."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from papers.lists.rows import Cell
from papers.lists.values import Manners, Wrong, currency_of, parts_of, value_of
from sales.lists import Column, Fault, Problem

_REMEMBERED = 20_000
"""So many values are read once and remembered."""


@dataclass(slots=True)
class _Line:
    """A row while it is being read; `currency` is what it says of its sums."""

    number: int
    currency: str
    values: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class Conversion:
    """Goes over the rows once; `twice` tells how many stood there before, word for word."""

    def __init__(self, columns: Mapping[int, Column], manners: Manners) -> None:
        self._columns = columns
        self._manners = manners
        self._currency = next((place for place, column in columns.items() if column.name == "currency"), None)
        self._needed = [column for column in columns.values() if column.missing]
        self._read: dict[tuple[int, Cell, str], str | Wrong] = {}
        self._seen: set[int] = set()
        self.twice = 0

    def run(self, rows: Iterable[tuple[int, list[tuple[int, Cell]]]], target: IO[str]) -> None:
        for number, cells in rows:
            line = self._line(number, dict(cells))
            left_out = self._left_out(line)
            if left_out is None and self._seen_before(line.values):
                self.twice += 1
                continue
            problems = [left_out] if left_out else line.problems
            wrong = [[one.column, one.fault, one.word, one.whole] for one in problems]
            target.write(json.dumps([number, None if left_out else line.values, wrong], ensure_ascii=False) + "\n")

    def _line(self, number: int, cells: dict[int, Cell]) -> _Line:
        currency = currency_of(cells[self._currency]) if self._currency in cells else ""
        line = _Line(number, currency)
        for place, cell in cells.items():
            self._take(line, place, cell)
        return line

    def _take(self, line: _Line, place: int, cell: Cell) -> None:
        column = self._columns[place]
        for part in parts_of(column, cell):
            found = self._value(column, place, part, line.currency)
            if isinstance(found, Wrong):
                line.problems.append(Problem(line.number, column.name, found.fault, found.word))
            elif found:
                before = line.values.get(column.name)
                line.values[column.name] = found if before is None else f"{before}\n{found}"

    def _value(self, column: Column, place: int, cell: Cell, currency: str) -> str | Wrong:
        """Most columns say the same few things again and again."""
        key = (place, cell, currency)
        found = self._read.get(key)
        if found is None:
            found = value_of(column, place, cell, self._manners, currency)
            if len(self._read) < _REMEMBERED:
                self._read[key] = found
        return found

    def _left_out(self, line: _Line) -> Problem | None:
        """Why a row without what it needs is left out, said once."""
        for column in self._needed:
            if column.name not in line.values:
                told = next((one for one in line.problems if one.column == column.name), None)
                fault, word = (told.fault, told.word) if told else (column.missing or Fault.NO_NAME, "")
                return Problem(line.number, column.name, fault, word, whole=True)
        return None

    def _seen_before(self, values: Mapping[str, Any]) -> bool:
        key = hash(tuple(sorted(values.items())))
        if key in self._seen:
            return True
        self._seen.add(key)
        return False
