"""Draws an answer: a name, a bar and its number on each line, under it the thinner bar of the days before."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from papers.pictures.palette import BLUE, GRID, INK, ORANGE, tint
from papers.pictures.sheet import MARGIN, SMALL, WIDTH, Box, Sheet, Style
from sales.pictures.answer_chart import AnswerChart, ChartRow

_HEAD, _FOOT, _LEGEND = 130, 24, 44
_LINE, _DOUBLE = 46, 60
_NAMES, _GAP = 290, 16
_WORDS, _TWO_WORDS = 210, 330
_THICK, _THIN = 26, 12
_BOTH = (BLUE, ORANGE)


def sheet(chart: AnswerChart) -> Sheet:
    line = _LINE if chart.legend is None else _DOUBLE
    lines, legend = line * len(chart.rows), 0 if chart.legend is None else _LEGEND
    paper = Sheet(_HEAD + legend + lines + _FOOT)
    paper.title(chart.title, chart.note)
    _explain(paper, chart)
    room = _WORDS if chart.legend is None else _TWO_WORDS
    plot = Box(MARGIN + _NAMES, _FOOT, WIDTH - 2 * MARGIN - _NAMES - room, lines)
    axes = paper.axes(plot)
    axes.set_xlim(0, plot.width)
    axes.set_ylim(0, lines)
    for number, row in enumerate(chart.rows):
        _row(paper, axes, row, (plot, lines - line * (number + 0.5)))
    return paper


def _explain(paper: Sheet, chart: AnswerChart) -> None:
    """Which colour is of which days."""
    if chart.legend is None:
        return
    left, half = float(MARGIN), (WIDTH - 2 * MARGIN) / 2
    for words, colour in zip(chart.legend, _BOTH, strict=True):
        sign = paper.write("■", left, paper.height - _HEAD - 16, Style(SMALL, colour))
        past = left + paper.width_of(sign) + 8
        paper.fit(paper.write(words, past, paper.height - _HEAD - 16, Style(SMALL, INK)), half - 48)
        left += half


def _row(paper: Sheet, axes: Axes, row: ChartRow, where: tuple[Box, float]) -> None:
    plot, middle = where
    if row.before is None:
        _bar(axes, row.share, (middle, _THICK), BLUE)
    else:
        _bar(axes, row.share, (middle + _THIN / 2, _THICK), BLUE)
        _bar(axes, row.before, (middle - _THICK / 2, _THIN), ORANGE)
    style = Style(SMALL, INK, upwards="center")
    paper.fit(paper.write(row.name, MARGIN, plot.bottom + middle, style), _NAMES - _GAP)
    right = Style(SMALL, INK, "right", "center")
    words = paper.write(row.words, WIDTH - MARGIN, plot.bottom + middle, right)
    paper.fit(words, WIDTH - MARGIN - plot.left - plot.width - _GAP)


def _bar(axes: Axes, share: float, place: tuple[float, int], colour: str) -> None:
    """What is below nothing has no bar; its words say so."""
    _, wide = axes.get_xlim()
    middle, thick = place
    bottom = middle - thick / 2
    axes.add_patch(Rectangle((0, bottom), wide, thick, facecolor=tint(GRID, 0.55), linewidth=0))
    axes.add_patch(Rectangle((0, bottom), wide * min(max(share, 0), 1), thick, facecolor=colour, linewidth=0))
