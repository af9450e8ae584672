"""Draws a customer's orders as bars, contacts as rows of marks below them, and the expected next order as a shade."""

from datetime import date

from matplotlib.axes import Axes
from matplotlib.text import Text

from papers.pictures.palette import BLUE, FAINT, GREEN, GRID, INK, ORANGE, VERMILION, tint
from papers.pictures.sheet import MARGIN, SMALL, WIDTH, Box, Sheet, Style
from sales.pictures.timeline import Bar, DayTick, Timeline

HEIGHT = 608
_LEFT = 172
_TOP = 150
_FOOT = 88
_ROW = 46
_GAP = 18
_THIN = 7.0
"""Pixels of the narrowest bar."""
_ROOM = 1.16
"""What lies above the highest bar, for words."""
_MARKS = (("o", GREEN), ("D", VERMILION))
_MARK = 9.0


def sheet(chart: Timeline) -> Sheet:
    paper = Sheet(HEIGHT)
    paper.title(chart.title, chart.measure)
    foot = _FOOT + _ROW * len(chart.rows) + _GAP
    box = Box(_LEFT, foot, WIDTH - _LEFT - MARGIN, HEIGHT - _TOP - foot)
    axes = paper.axes(box)
    axes.set_xlim(chart.first.toordinal() - 1, chart.last.toordinal() + 1)
    axes.set_ylim(0, (chart.top or 1) * _ROOM)
    _ruled(paper, axes, chart)
    _expect(paper, axes, chart)
    for bar in chart.bars:
        _bar(paper, axes, bar, chart.top)
    _rows(paper, chart)
    _days(paper, axes, chart)
    return paper


def _ruled(paper: Sheet, axes: Axes, chart: Timeline) -> None:
    """Lines across at the round numbers, each with its words."""
    for tick in chart.heights:
        axes.axhline(tick.at, color=GRID if tick.at else FAINT, linewidth=1.5, zorder=0)
        _, bottom = paper.place_of(axes, chart.first.toordinal(), tick.at)
        words = paper.write(tick.label, _LEFT - 14, bottom, Style(SMALL, FAINT, "right", "center"))
        paper.fit(words, _LEFT - 14 - 8)


def _expect(paper: Sheet, axes: Axes, chart: Timeline) -> None:
    """The shade when the next order is to be expected, and the line of today."""
    _, high = axes.get_ylim()
    today = _noon(chart.today.day)
    axes.plot([today, today], [0, high], color=INK, linewidth=1.5, linestyle=(0, (4, 3)), zorder=1)
    if chart.expected is None:
        return
    first, last = chart.expected.first.toordinal(), chart.expected.last.toordinal() + 1
    axes.axvspan(first, last, facecolor=tint(ORANGE, 0.45), edgecolor=ORANGE, linewidth=1.5, zorder=0)
    left, bottom = paper.place_of(axes, (first + last) / 2, high)
    words = paper.write(chart.expected.label, left, bottom + 10, Style(SMALL, across="center"))
    paper.keep_in(words, left=_LEFT)


def _bar(paper: Sheet, axes: Axes, bar: Bar, top: float) -> None:
    """At least so wide that a thumb-sized picture shows it; one that is cut off says how high it is."""
    first, last = bar.first.toordinal(), bar.last.toordinal() + 1
    low, high = axes.get_xlim()
    least = _THIN * (high - low) / (WIDTH - _LEFT - MARGIN)
    width = max(last - first - (0.12 * (last - first)), least)
    middle = (first + last) / 2
    axes.bar([middle], [min(bar.height, top * 1.04)], width, color=BLUE, zorder=2)
    if bar.label:
        left, bottom = paper.place_of(axes, middle, top * 1.06)
        paper.keep_in(paper.write(f"↑ {bar.label}", left, bottom, Style(SMALL, BLUE, "center")), left=_LEFT)


def _rows(paper: Sheet, chart: Timeline) -> None:
    for number, (row, (shape, colour)) in enumerate(zip(chart.rows, _MARKS, strict=False)):
        bottom = _FOOT + _ROW * (len(chart.rows) - 1 - number)
        axes = paper.axes(Box(_LEFT, bottom, WIDTH - _LEFT - MARGIN, _ROW))
        axes.set_xlim(chart.first.toordinal() - 1, chart.last.toordinal() + 1)
        axes.set_ylim(-1, 1)
        axes.axhline(0, color=GRID, linewidth=1.5, zorder=0)
        days = [_noon(day) for day in row.days]
        axes.plot(days, [0.0] * len(days), shape, color=colour, markersize=_MARK, markeredgecolor="white")
        name = paper.write(row.name, _LEFT - 14, bottom + _ROW / 2, Style(SMALL, INK, "right", "center"))
        paper.fit(name, _LEFT - 14 - 8)


def _days(paper: Sheet, axes: Axes, chart: Timeline) -> None:
    """The days under everything; today stands out, and a neighbour that it would touch gives way."""
    today = _day(paper, axes, chart.today, INK)
    for tick in chart.days:
        words = _day(paper, axes, tick, FAINT)
        if paper.touch(today, words):
            words.remove()


def _day(paper: Sheet, axes: Axes, tick: DayTick, colour: str) -> Text:
    left, _ = paper.place_of(axes, _noon(tick.day), 0)
    return paper.keep_in(paper.write(tick.label, left, _FOOT - 8, Style(SMALL, colour, "center", "top")))


def _noon(day: date) -> float:
    return day.toordinal() + 0.5
