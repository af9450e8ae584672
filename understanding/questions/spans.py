"""Takes how long something has been so out of a question: for more than 30 days, 超过一周."""

import re
from datetime import datetime

from sales.since import Within
from understanding.questions.sheet import Sheet
from understanding.segments.board import Board
from understanding.segments.times import TIME, mark


def days(sheet: Sheet, at: datetime) -> int:
    """0: nothing is said of it."""
    board = Board(sheet.rest)
    spans = mark(board, at)
    for found in re.finditer(TIME, board.rest):
        since = spans.get(found.start())
        if isinstance(since, Within):
            sheet.blot(*found.span())
            return since.days
    return 0
