"""Rows of an .xlsx, one after the other: formulas by what they last said, merged cells by what they show."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from papers.lists.rows import (
    MOST_COLUMNS,
    MOST_STRINGS,
    MOST_UNPACKED,
    Cell,
    LockedError,
    OldExcelError,
    Row,
    TooLargeError,
    UnreadableError,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCK = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_MOST_MERGED = 100_000
_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_LONGEST_TAG = 64


def refuse_old(path: Path) -> None:
    """Files of before 2007, and locked ones, share one container that we do not open."""
    raise LockedError if _LOCK in path.read_bytes() else OldExcelError


def rows(path: Path) -> Iterator[Row]:
    """The first sheet's rows; openpyxl raises whatever its parts raise, and for us all of it means one thing."""
    _check(path)
    try:
        yield from _rows(path)
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError from error


def _check(path: Path) -> None:
    """Look before unpacking: a small file can claim gigabytes, and nothing beyond its claim is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {part.filename: part.file_size for part in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableError from error
    if not any(name.startswith("xl/") for name in sizes):
        raise UnreadableError
    if sum(sizes.values()) > MOST_UNPACKED or sizes.get("xl/sharedStrings.xml", 0) > MOST_STRINGS:
        raise TooLargeError


def _rows(path: Path) -> Iterator[Row]:
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        # openpyxl keeps no merged cells when it streams, but it knows in which part of the archive the sheet is.
        merged = _Merged(_merged(path, str(getattr(sheet, "_worksheet_path", ""))))
        sheet.reset_dimensions()
        for number, values in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), start=1):
            yield Row(number, merged.filled(number, [_cell(value) for value in values]))
    finally:
        book.close()


def _cell(value: object) -> Cell:
    match value:
        case None | bool():
            return "" if value is None else "yes" if value else "no"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case int() | float():
            return value
        case _:
            written = str(value).strip()
            return "" if written in _ERRORS else written


Area = tuple[int, int, int, int]


def _merged(path: Path, part: str) -> list[Area]:
    """Where cells are merged, out of the XML: columns and rows from and to, several rows only."""
    with zipfile.ZipFile(path) as archive:
        if part.lstrip("/") not in archive.namelist():
            return []
        found: list[Area] = []
        with archive.open(part.lstrip("/")) as file:
            kept = b""
            while piece := file.read(1 << 20):
                text = kept + piece
                end = text.rfind(b">") + 1
                found += [_area(match.decode()) for match in _MERGED.findall(text[:end])]
                kept = text[end:][-_LONGEST_TAG:]
                if len(found) > _MOST_MERGED:
                    raise TooLargeError
    return found


def _area(reference: str) -> Area:
    left, top, right, bottom = range_boundaries(reference)
    return int(left or 1), int(top or 1), int(right or 1), int(bottom or 1)


class _Merged:
    """Gives every row of a merged area what its first one holds, as it looks on the screen."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._begins: dict[int, list[Area]] = {}
        for area in areas:
            if area[3] > area[1]:
                self._begins.setdefault(area[1], []).append(area)
        self._open: list[tuple[Area, Cell]] = []

    def filled(self, number: int, cells: list[Cell]) -> tuple[Cell, ...]:
        self._open = [(area, value) for area, value in self._open if area[3] >= number]
        for (left, *_), value in self._open:
            if left <= MOST_COLUMNS:
                cells += [""] * (left - len(cells))
                cells[left - 1] = value
        for area in self._begins.get(number, ()):
            value = cells[area[0] - 1] if area[0] <= len(cells) else ""
            self._open.append((area, value))
        return tuple(cells)
