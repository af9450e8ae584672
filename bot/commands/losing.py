"""`rapport lost`: how likely each customer of a file of orders orders nothing in the days after a day."""

import csv
import sys
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.clock import Clock
from bot.commands.errors import CommandError, told_in_a_line
from papers.order_file import BadRow, Fault, OrderFile, OrderFileError, read_orders

if TYPE_CHECKING:
    from sales.foresight.book import Book

_NEEDED = "It needs columns for the customer (customer_id, 客户) and the day (date, 日期); amount (金额) may be there."
_MEND = {
    Fault.UNREADABLE: "cannot be read as a table. Save it as CSV or .xlsx.",
    Fault.EMPTY: f"is empty. {_NEEDED}",
    Fault.NO_CUSTOMER_COLUMN: "has no column that says who ordered",
    Fault.NO_DATE_COLUMN: "has no column that says on which day",
}
_ROWS = {
    Fault.NO_CUSTOMER: "no customer stands there; left out.",
    Fault.BAD_DATE: "“{word}” is no date; left out. Write it as 2026-03-02.",
    Fault.BAD_AMOUNT: "“{word}” is no amount; the order counts all the same.",
}
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked on the command line; the day of the newest order where none is said."""

    on: date | None
    within: int
    month_first: bool = False


def lost(file: Path, question: Question) -> int:
    with told_in_a_line():
        read = opened(file, question)
        on = question.on or newest_day(file, read)
        book = book_until(file, read, on)
        from sales.foresight.model import fit

        chances = fit(book, on, question.within).lost(book, on, question.within)
        _write(read, on, {place: float(chances[place]) for place in set(book.customer.tolist())})
    return 0


def which_orders(file: Path | None, *, store: bool, backtest: bool) -> Path | None:
    """The file; None: the company's own orders, of which a backtest alone can be asked."""
    if store and (file is not None or not backtest):
        raise typer.BadParameter("--store goes with --backtest, and without --orders.")
    if file is None and not store:
        raise typer.BadParameter("Say with --orders which file holds the orders.")
    return file


def opened(file: Path, question: Question) -> OrderFile:
    """The orders; what cannot be read is said row by row, and the rest goes on."""
    if not file.is_file():
        raise CommandError(f"{file}: there is no such file.")
    try:
        read = read_orders(file, day_first=not question.month_first)
    except OrderFileError as error:
        raise CommandError(f"{file} {_mended(error)}") from None
    _tell(file, read, question)
    if not read.day:
        raise CommandError(f"{file} has no order that can be read. {_NEEDED}")
    return read


def newest_day(file: Path, read: OrderFile) -> date:
    """Of the orders up to today: a slip of a finger in a year must not let everybody seem silent for decades."""
    # Of which zone does not matter: a day more is no slip.
    tomorrow = Clock().now().toordinal() + 1
    known = [day for day in read.day if day <= tomorrow]
    if not known:
        raise CommandError(f"{file} has nothing but orders of days to come. Give a day with --on.")
    if len(known) < len(read.day):
        newest, count = date.fromordinal(max(read.day)), len(read.day) - len(known)
        typer.echo(f"{file}: left out as days to come, up to {newest}: {count}. Or give a day with --on.", err=True)
    return date.fromordinal(max(known))


def book_until(file: Path, read: OrderFile, on: date) -> "Book":
    """The orders up to and on that day, as arrays."""
    import numpy as np

    from sales.foresight.book import book_of

    day = np.array(read.day, dtype=np.int64)
    known = day <= on.toordinal()
    if not known.any():
        first = date.fromordinal(min(read.day))
        raise CommandError(f"{file} has no order up to {on}: the first is of {first}. Give a later day with --on.")
    customer, amount = np.array(read.customer, dtype=np.int64), np.array(read.amount)
    return book_of(customer[known], day[known], amount[known])


def _mended(error: OrderFileError) -> str:
    words = _MEND[error.fault]
    return f"{words}: its headings are {', '.join(error.headings)}. {_NEEDED}" if error.headings else words


def _tell(file: Path, read: OrderFile, question: Question) -> None:
    for row in read.bad[:_SHOWN]:
        typer.echo(f"{file}, line {row.number}: {_row(row)}", err=True)
    if len(read.bad) > _SHOWN:
        typer.echo(f"{file}: {len(read.bad) - _SHOWN} more such lines.", err=True)
    if read.doubtful:
        said, other = ("month", "day") if question.month_first else ("day", "month")
        hint = "leave out --month-first" if question.month_first else "say --month-first"
        typer.echo(f"{file}: dates like {read.doubtful} are read {said} first; {hint} if it is the {other}.", err=True)


def _row(row: BadRow) -> str:
    return _ROWS[row.fault].format(word=row.word)


def _write(read: OrderFile, on: date, chances: dict[int, float]) -> None:
    """In order of first appearance up to the day; who is in the book stands there."""
    lines = StringIO()
    out = csv.writer(lines, lineterminator="\n")
    out.writerow(["customer_id", "p_lost"])
    last = on.toordinal()
    seen = dict.fromkeys(place for place, day in zip(read.customer, read.day, strict=True) if day <= last)
    out.writerows([read.names[place], f"{chances[place]:.6f}"] for place in seen)
    # Names are in UTF-8 whatever the terminal believes, as in all our files.
    sys.stdout.buffer.write(lines.getvalue().encode())
    sys.stdout.buffer.flush()
