"""Rows of a text file: whatever its encoding, separated by commas, semicolons, tabs or bars."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from papers.lists.encodings import encoding_of
from papers.lists.rows import MOST_COLUMNS, Row, UnreadableError

_SEPARATORS = ",;\t|"
_LOOKED_AT = 30
_LONGEST_CELL = 1_000_000


def rows(path: Path) -> Iterator[Row]:
    """Each row with the number of the line that it ends on less those its cells take up: as a spreadsheet counts."""
    encoding = encoding_of(path)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            separator = _separator(file.readlines(200_000)[:_LOOKED_AT])
            file.seek(0)
            reader = csv.reader(file, delimiter=separator, skipinitialspace=True)
            for number, cells in enumerate(reader, start=1):
                yield Row(number, tuple(cell.strip() for cell in cells[:MOST_COLUMNS]))
    except csv.Error as error:
        raise UnreadableError from error


def _separator(lines: list[str]) -> str:
    """The one that parts most lines into the same number of cells, and into most."""
    return max(_SEPARATORS, key=lambda separator: _agreement(lines, separator))


def _agreement(lines: list[str], separator: str) -> tuple[int, int]:
    try:
        widths = [len(cells) for cells in islice(csv.reader(lines, delimiter=separator), _LOOKED_AT) if cells]
    except csv.Error:
        return 0, 0
    counted = Counter(width for width in widths if width > 1)
    if not counted:
        return 0, 0
    # The heading decides between a semicolon and the commas inside of its cells.
    heading = next((width for width in widths if width > 1), 1)
    return counted[heading], heading
