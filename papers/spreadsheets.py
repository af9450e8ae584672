"""Spreadsheets to rows of words and back; nothing that is read or written is ever run as a formula."""

import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

MAX_ROWS = 1_000
MAX_COLUMNS = 50
MAX_UNPACKED = 50_000_000
_WIDEST = 60
# What a spreadsheet program takes for a formula, in any width (＝ is folded to =).
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n")


class NoSpreadsheetError(Exception):
    """These bytes are no .xlsx that we can read."""


class TooLargeError(Exception):
    """A spreadsheet, but larger than any list that we take."""


def read_rows(content: bytes) -> list[list[str]]:
    """The first sheet's cells as trimmed words; empty rows stay, so that row numbers are those on the screen."""
    _check(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        rows = [
            [_word(value) for value in row[:MAX_COLUMNS]]
            for row in book.worksheets[0].iter_rows(max_row=MAX_ROWS + 1, values_only=True)
        ]
        book.close()
    # openpyxl raises whatever its XML and zip readers raise; for us all of it means one thing.
    except Exception as error:
        raise NoSpreadsheetError from error
    if len(rows) > MAX_ROWS:
        raise TooLargeError
    return rows


def _check(content: bytes) -> None:
    """Look before unpacking: a small file can claim gigabytes."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names, size = archive.namelist(), sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise NoSpreadsheetError from error
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise NoSpreadsheetError
    if size > MAX_UNPACKED:
        raise TooLargeError


def _word(value: object) -> str:
    return "" if value is None else str(value).strip()


def write_sheet(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """One sheet of words with a bold first row that stays in sight."""
    rows = [list(map(harmless, row)) for row in rows]
    book = Workbook()
    sheet = book.create_sheet(title, 0)
    sheet.freeze_panes = "A2"
    for index, width in enumerate(_widths([list(headings), *rows]), start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    for number, row in enumerate([list(headings), *rows], start=1):
        for place, word in enumerate(row, start=1):
            cell = sheet.cell(number, place, word)
            cell.data_type = "s"
            cell.font = Font(bold=number == 1)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def harmless(word: str) -> str:
    """Words that would be a formula get an apostrophe, which also survives saving as CSV and opening it again."""
    printable = "".join(sign for sign in word if sign in "\t\n" or unicodedata.category(sign) not in {"Cc", "Cs"})
    first = unicodedata.normalize("NFKC", printable.lstrip(" \u3000"))[:1]
    return f"'{printable}" if first in _LIVE and first else printable


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [min(_WIDEST, 2 + max(map(_width, column))) for column in zip(*rows, strict=True)]


def _width(word: str) -> int:
    """Chinese signs are two wide."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in word)
