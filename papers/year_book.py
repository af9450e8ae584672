"""The workbook of a year's plan: actuals, a column of growth to be changed, and sums that follow it by themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from papers.workbooks import text_cell

_COUNTS, _SHARES = "#,##0", "0%"
_TO_CHANGE = PatternFill("solid", fgColor="FFF2CC")
_FIRST = 3
"""The column of the first month: before it stand the name and the figure."""
_WIDE, _NARROW = 22, 12


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of a region or a rep, a number for each month."""

    name: str
    figure: str
    months: tuple[Decimal | int, ...]


@dataclass(frozen=True, slots=True)
class YearSheet:
    """`headings` are of the name, the figure, each month, the sum, the growth and the plan; `total` names the sums."""

    title: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    total: str


def write_year(sheets: Sequence[YearSheet]) -> bytes:
    book = Workbook(write_only=True)
    for one in sheets:
        sheet = book.create_sheet(one.title[:31])
        sheet.freeze_panes = "C2"
        for number in range(1, len(one.headings) + 1):
            sheet.column_dimensions[get_column_letter(number)].width = _WIDE if number < _FIRST else _NARROW
        sheet.append([text_cell(sheet, word, bold=True) for word in one.headings])
        for row in _rows(sheet, one):
            sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _rows(sheet: WriteOnlyWorksheet, one: YearSheet) -> Iterator[list[object]]:
    """Row 1 are the headings; a sum for each figure stands below all lines."""
    last = len(one.lines) + 1
    for row, line in enumerate(one.lines, start=2):
        months = [_number(sheet, month) for month in line.months]
        growth = _number(sheet, 0, _SHARES)
        growth.fill = _TO_CHANGE
        names = [text_cell(sheet, line.name), text_cell(sheet, line.figure)]
        yield [*names, *months, _sum(sheet, one, row), growth, _plan(sheet, one, row)]
    for row, figure in enumerate(dict.fromkeys(line.figure for line in one.lines), start=last + 1):
        names = [text_cell(sheet, one.total, bold=True), text_cell(sheet, figure, bold=True)]
        yield [*names, *_totals(sheet, one, row, last)]


def _totals(sheet: WriteOnlyWorksheet, one: YearSheet, row: int, last: int) -> Iterator[Cell]:
    total, growth, plan = _ends(one)
    for number in range(_FIRST, len(one.headings) + 1):
        column = get_column_letter(number)
        formula = f"=SUMIFS({column}$2:{column}${last},$B$2:$B${last},$B{row})"
        if column == growth:
            yield _number(sheet, f"=IF({total}{row}=0,0,{plan}{row}/{total}{row}-1)", _SHARES, bold=True)
        else:
            yield _number(sheet, formula, bold=True)


def _ends(one: YearSheet) -> tuple[str, str, str]:
    """The columns of the sum, the growth and the plan."""
    there = len(one.headings)
    return get_column_letter(there - 2), get_column_letter(there - 1), get_column_letter(there)


def _sum(sheet: WriteOnlyWorksheet, one: YearSheet, row: int) -> Cell:
    newest = get_column_letter(len(one.headings) - 3)
    return _number(sheet, f"=SUM({get_column_letter(_FIRST)}{row}:{newest}{row})")


def _plan(sheet: WriteOnlyWorksheet, one: YearSheet, row: int) -> Cell:
    total, growth, _ = _ends(one)
    return _number(sheet, f"={total}{row}*(1+{growth}{row})")


def _number(sheet: WriteOnlyWorksheet, value: Decimal | int | str, shown: str = _COUNTS, *, bold: bool = False) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.value = value
    cell.number_format = shown
    if bold:
        cell.font = Font(bold=True)
    return cell
