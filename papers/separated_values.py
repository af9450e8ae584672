"""Rows of words as a .csv that spreadsheet programs open in any language, and in which nothing is run as a formula."""

import csv
from collections.abc import Sequence
from io import StringIO

from papers.spreadsheets import harmless


def write_separated(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """With a mark for UTF-8, without which Excel takes Chinese for something else."""
    text = StringIO()
    csv.writer(text).writerows([headings, *([harmless(word) for word in row] for row in rows)])
    return text.getvalue().encode("utf-8-sig")
