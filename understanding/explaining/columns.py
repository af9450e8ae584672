"""Lays out rows of a page for a terminal, where Chinese characters are two columns wide."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from unicodedata import combining, east_asian_width

GAP = 2
Row = Sequence[str]


def width(text: str) -> int:
    """The columns that a text takes."""
    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)


def padded(text: str, columns: int) -> str:
    return text + " " * max(0, columns - width(text))


def aligned(rows: Iterable[Row], indent: int = 2) -> list[str]:
    """One line a row, each column as wide as its widest cell."""
    some = list(rows)
    widths = [max(map(width, cells)) for cells in zip_longest(*some, fillvalue="")]
    return [" " * indent + _line(row, widths) for row in some]


def _line(row: Row, widths: Sequence[int]) -> str:
    return (" " * GAP).join(padded(cell, wide) for cell, wide in zip(row, widths, strict=False)).rstrip()


def one_line(text: str) -> str:
    """Without line breaks, and without what would steer a terminal."""
    return "".join(char if char.isprintable() else "·" for char in " ".join(text.split()))
