"""Draws two sums side by side for each stretch of days."""

from matplotlib.axes import Axes

from papers.pictures.heat_map import TITLE
from papers.pictures.palette import BLUE, FAINT, GRID, INK, ORANGE
from papers.pictures.sheet import BODY, SMALL, Box, Sheet, Style
from sales.pictures.digest_picture import Pairs

_PLOT, _LABELS, _NOTE = 230, 44, 36
_HEIGHTS = 124
_WIDE = 0.38
_ROOM = 1.08
COLOURS = (BLUE, ORANGE)


def height(chart: Pairs) -> float:
    return TITLE + (_PLOT + _LABELS if chart.labels else 0) + (_NOTE if chart.note else 0)


def draw(chart: Pairs, paper: Sheet, box: Box) -> None:
    top = box.bottom + box.height
    _heading(chart, paper, box, top - 34)
    if chart.note:
        paper.fit(paper.write(chart.note, box.left, box.bottom + 4, Style(SMALL, FAINT)), box.width)
    if not chart.labels:
        return
    plot = Box(box.left + _HEIGHTS, top - TITLE - _PLOT, box.width - _HEIGHTS, _PLOT)
    axes = paper.axes(plot)
    axes.set_xlim(-0.5, len(chart.labels) - 0.5)
    axes.set_ylim(chart.low * _ROOM, (chart.high or (0 if chart.low else 1)) * _ROOM)
    _ruled(chart, paper, axes, plot)
    for side, colour in enumerate(COLOURS):
        _bars(chart, axes, side, colour)
    _stretches(chart, paper, axes, plot)


def _heading(chart: Pairs, paper: Sheet, box: Box, bottom: float) -> None:
    """What the colours mean stands at the right of the title."""
    left = box.left + box.width
    for name, colour in zip(reversed(chart.names), reversed(COLOURS), strict=True):
        if not chart.labels:
            break
        words = paper.fit(paper.write(name, left, bottom, Style(SMALL, INK, "right")), box.width / 5)
        left -= paper.width_of(words) + 8
        left -= paper.width_of(paper.write("■", left, bottom, Style(SMALL, colour, "right"))) + 28
    paper.fit(paper.write(chart.title, box.left, bottom, Style(BODY)), left - box.left)


def _ruled(chart: Pairs, paper: Sheet, axes: Axes, plot: Box) -> None:
    for tick in chart.heights:
        axes.axhline(tick.at, color=GRID if tick.at else FAINT, linewidth=1.5, zorder=0)
        _, bottom = paper.place_of(axes, 0, tick.at)
        words = paper.write(tick.label, plot.left - 14, bottom, Style(SMALL, FAINT, "right", "center"))
        paper.fit(words, _HEIGHTS - 14)


def _bars(chart: Pairs, axes: Axes, side: int, colour: str) -> None:
    """One that is higher than the others by far is cut off at the top."""
    places = [number + (side - 0.5) * _WIDE for number in range(len(chart.pairs))]
    sums = [min(max(pair[side], chart.low * _ROOM), chart.high * _ROOM) for pair in chart.pairs]
    axes.bar(places, sums, _WIDE, color=colour, zorder=2)


def _stretches(chart: Pairs, paper: Sheet, axes: Axes, plot: Box) -> None:
    told = None
    for number, label in enumerate(chart.labels):
        left, _ = paper.place_of(axes, number, 0)
        words = paper.keep_in(paper.write(label, left, plot.bottom - 8, Style(SMALL, FAINT, "center", "top")))
        if told and paper.touch(told, words):
            words.remove()
        elif label:
            told = words
