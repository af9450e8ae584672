"""Draws names with a bar each, and words at its end."""

from matplotlib.patches import Rectangle

from papers.pictures.heat_map import TITLE
from papers.pictures.palette import FAINT, GRID, INK, tint
from papers.pictures.sheet import BODY, SMALL, Box, Sheet, Style
from sales.pictures.digest_picture import BarList

_LINE, _NOTE = 42, 36
_NAMES, _WORDS = 300, 330
_THICK = 24


def height(chart: BarList) -> float:
    return TITLE + _LINE * len(chart.lines) + (_NOTE if chart.note else 0)


def draw(chart: BarList, paper: Sheet, box: Box, colour: str) -> None:
    top = box.bottom + box.height
    paper.fit(paper.write(chart.title, box.left, top - 34, Style(BODY)), box.width)
    if chart.note:
        paper.fit(paper.write(chart.note, box.left, box.bottom + 4, Style(SMALL, FAINT)), box.width)
    if not chart.lines:
        return
    plot = Box(box.left + _NAMES, top - TITLE - _LINE * len(chart.lines), box.width - _NAMES - _WORDS, _LINE)
    axes = paper.axes(Box(plot.left, plot.bottom, plot.width, _LINE * len(chart.lines)))
    axes.set_xlim(0, plot.width)
    axes.set_ylim(0, _LINE * len(chart.lines))
    for number, line in enumerate(chart.lines):
        middle = _LINE * (len(chart.lines) - number - 0.5)
        if line.share is not None:
            axes.add_patch(_bar(middle, plot.width, tint(GRID, 0.55)))
            axes.add_patch(_bar(middle, plot.width * min(max(line.share, 0), 1), colour))
        style = Style(SMALL, INK, upwards="center")
        paper.fit(paper.write(line.name, box.left, plot.bottom + middle, style), _NAMES - 16)
        words = paper.write(
            line.words, box.left + box.width, plot.bottom + middle, Style(SMALL, INK, "right", "center")
        )
        paper.fit(words, _WORDS - 16)


def _bar(middle: float, wide: float, colour: str) -> Rectangle:
    return Rectangle((0, middle - _THICK / 2), wide, _THICK, facecolor=colour, linewidth=0)
