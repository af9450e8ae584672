"""A workbook of several sheets, written row by row out of a spool, so that the memory stays flat."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import islice
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

# What a spreadsheet program takes for a formula, in any width (＝ is folded to =).
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST = 32_000
_SUMS = "#,##0.00"
_NARROWEST, _WIDEST, _LOOKED_AT = 8, 60, 200
_FILTER = 3
"""The room that the filter's arrow takes beside a heading."""
Cell = str | date | Decimal | int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, its headings, and the file in which its rows wait."""

    title: str
    headings: tuple[str, ...]
    rows: Path


def spool_row(cells: Sequence[Cell]) -> str:
    """A row as a line of the spool."""
    return json.dumps([_folded(cell) for cell in cells], ensure_ascii=False)


def _folded(cell: Cell) -> str | int | dict[str, str] | None:
    match cell:
        case date():
            return {"day": cell.isoformat()}
        case Decimal():
            return {"sum": str(cell)}
        case _:
            return cell


def write_book(sheets: Sequence[Sheet]) -> bytes:
    """Words as text, days as days, sums as numbers."""
    book = Workbook(write_only=True)
    for one in sheets:
        sheet = book.create_sheet(one.title[:31])
        sheet.freeze_panes = "A2"
        for number, wide in enumerate(_widths(one), start=1):
            sheet.column_dimensions[get_column_letter(number)].width = wide
        sheet.append([text_cell(sheet, word, bold=True) for word in one.headings])
        count = 1
        with one.rows.open(encoding="utf-8") as rows:
            for count, row in enumerate(rows, start=2):  # noqa: B007 - the last count is the answer
                sheet.append([_cell(sheet, cell) for cell in json.loads(row)])
        sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(one.headings), 1))}{count}"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _widths(sheet: Sheet) -> list[int]:
    """Of each column, so that its heading and what stands in the first rows can be read."""
    widest = [_columns(word) + _FILTER for word in sheet.headings]
    with sheet.rows.open(encoding="utf-8") as rows:
        for row in islice(rows, _LOOKED_AT):
            for number, cell in enumerate(json.loads(row)[: len(widest)]):
                words = (
                    cell if isinstance(cell, str) else " ".join(cell.values()) if isinstance(cell, dict) else str(cell)
                )
                widest[number] = max(widest[number], _columns(words) + 1)
    return [min(max(one, _NARROWEST), _WIDEST) for one in widest]


def _columns(words: str) -> int:
    """Chinese characters are twice as wide."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words[:_WIDEST])


def _cell(sheet: WriteOnlyWorksheet, cell: str | int | Mapping[str, str] | None) -> object:
    match cell:
        case {"day": day}:
            return date.fromisoformat(day)
        case {"sum": value}:
            number = WriteOnlyCell(sheet)
            number.value = Decimal(value)
            number.number_format = _SUMS
            return number
        case str():
            return text_cell(sheet, cell)
        case _:
            return cell


def text_cell(sheet: WriteOnlyWorksheet, words: str, *, bold: bool = False) -> object:
    """Text whatever it begins with; what would be a formula also carries the mark that it was typed as text."""
    kept = ILLEGAL_CHARACTERS_RE.sub("", words)[:_LONGEST]
    cell = WriteOnlyCell(sheet, kept)
    cell.data_type = "s"
    first = unicodedata.normalize("NFKC", kept.lstrip(" \u3000"))[:1]
    if first and first in _LIVE:
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell
