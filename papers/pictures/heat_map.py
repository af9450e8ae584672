"""Draws who did how much on which day: the more, the darker."""

import numpy as np
from matplotlib.colors import to_rgb
from numpy.typing import NDArray

from papers.pictures.palette import BLUE, FAINT, GRID, INK, PAPER, tint
from papers.pictures.sheet import BODY, SMALL, Box, Sheet, Style
from sales.pictures.digest_picture import HeatMap, HeatRow

TITLE = 54
"""What the title of a part takes."""
_ROW = 38
_NAMES, _TOTALS = 236, 96
_LABELS = 62
_NOTE = 36
_WIDEST = 64.0
"""Of few days the columns do not grow without end."""
_FAINTEST = 0.22
_DAY = 21.0


def height(chart: HeatMap) -> float:
    return TITLE + _ROW * len(chart.rows) + _labels(chart) + (_NOTE if chart.note else 0)


def _labels(chart: HeatMap) -> float:
    """Of one line, or of two."""
    if not chart.rows:
        return 0
    return _LABELS if any("\n" in label for label in chart.columns) else _LABELS / 2


def draw(chart: HeatMap, paper: Sheet, box: Box) -> None:
    top = box.bottom + box.height
    paper.fit(paper.write(chart.title, box.left, top - 34, Style(BODY)), box.width)
    if chart.note:
        paper.fit(paper.write(chart.note, box.left, box.bottom + 4, Style(SMALL, FAINT)), box.width)
    if not chart.rows:
        return
    wide = min(box.width - _NAMES - _TOTALS, _WIDEST * len(chart.columns))
    grid = Box(box.left + _NAMES, top - TITLE - _ROW * len(chart.rows), wide, _ROW * len(chart.rows))
    _cells(chart, paper, grid)
    for number, row in enumerate(chart.rows):
        _row(row, paper, grid, grid.bottom + grid.height - _ROW * (number + 0.5))
    _columns(chart, paper, grid)


def _cells(chart: HeatMap, paper: Sheet, grid: Box) -> None:
    axes = paper.axes(grid)
    axes.imshow(_colours(chart), aspect="auto", interpolation="nearest")
    down, across = len(chart.rows), len(chart.columns)
    axes.hlines([at - 0.5 for at in range(down + 1)], -0.5, across - 0.5, colors=PAPER, linewidth=3)
    axes.vlines([at - 0.5 for at in range(across + 1)], -0.5, down - 0.5, colors=PAPER, linewidth=3)


def _colours(chart: HeatMap) -> NDArray[np.float64]:
    return np.array([[to_rgb(_shade(number, chart.top)) for number in row.cells] for row in chart.rows])


def _shade(number: float, top: float) -> str:
    """Nothing is told apart from little."""
    if number <= 0:
        return tint(GRID, 0.55)
    return tint(BLUE, _FAINTEST + (1 - _FAINTEST) * min(number / (top or 1), 1))


def _row(row: HeatRow, paper: Sheet, grid: Box, middle: float) -> None:
    colour = FAINT if row.folded else INK
    name = paper.write(row.name, grid.left - _NAMES, middle, Style(SMALL, colour, upwards="center"))
    paper.fit(name, _NAMES - 14)
    words = Style(SMALL, colour, "right", "center")
    paper.fit(paper.write(row.words, grid.left + grid.width + _TOTALS, middle, words), _TOTALS - 12)


def _columns(chart: HeatMap, paper: Sheet, grid: Box) -> None:
    """One that has no room beside the one before it is left out."""
    told, wide = None, grid.width / len(chart.columns)
    for number, label in enumerate(chart.columns):
        words = paper.write(
            label, grid.left + wide * (number + 0.5), grid.bottom - 6, Style(_DAY, FAINT, "center", "top")
        )
        paper.keep_in(words, left=grid.left - _NAMES)
        if told and paper.touch(told, words):
            words.remove()
        elif label:
            told = words
