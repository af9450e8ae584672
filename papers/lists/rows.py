"""A row of a file, and the ways in which a file may not be one of rows."""

from dataclasses import dataclass

Cell = str | int | float
MOST_COLUMNS = 200
MOST_ROWS = 200_000
MOST_UNPACKED = 300_000_000
"""Bytes that a workbook may have in all once it is unpacked."""
MOST_STRINGS = 80_000_000
"""Bytes that its table of strings may have: that alone is held in memory."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row as words or plain numbers; days are YYYY-MM-DD; `number` as the spreadsheet shows it."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        return not any(str(cell).strip() for cell in self.cells)


class UnreadableError(Exception):
    """Nothing that we can read as rows."""


class OldExcelError(UnreadableError):
    """An .xls of before 2007."""


class LockedError(UnreadableError):
    """It opens with a password only."""


class TooLargeError(UnreadableError):
    """Unpacked it would be larger than any list that we take."""


class TooManyRowsError(UnreadableError):
    """More rows than we take at once."""
