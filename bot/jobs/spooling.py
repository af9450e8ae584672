"""Writes the rows of a sheet where they wait for the workbook, so that the memory stays flat."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from papers.workbooks import Cell, Sheet, spool_row


def spooled(title: str, headings: tuple[str, ...], rows: Iterable[Sequence[Cell]], path: Path) -> tuple[Sheet, int]:
    """The sheet, and how many rows it has."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for count, row in enumerate(rows, start=1):  # noqa: B007 - the last count is the answer
            file.write(spool_row(row) + "\n")
    return Sheet(title, headings, path), count
