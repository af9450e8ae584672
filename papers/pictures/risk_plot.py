"""Draws who may be lost: everybody as a dot, the dearest with their numbers, and below them their names."""

from matplotlib.axes import Axes

from papers.pictures.palette import BLUE, FAINT, GRID, INK, VERMILION
from papers.pictures.placing import Wanted, place
from papers.pictures.sheet import BODY, MARGIN, SMALL, WIDTH, Box, Sheet, Style
from sales.pictures.risk_plot import Numbered, RiskPlot

_LEFT = 124
_PLOT = 430
_ABOVE, _BELOW = 160, 96
_LINE = 46
_NAMES = 0.52
"""How much of a line a name may take; the rest is for what is told of it."""
_LABEL = 34
_DOT, _NAMED_DOT = 8.0, 11.0
_EDGE = 0.05


def sheet(chart: RiskPlot) -> Sheet:
    names = _LINE * len(chart.named)
    paper = Sheet(_ABOVE + _PLOT + _BELOW + names + MARGIN)
    paper.title(chart.title, chart.note)
    box = Box(_LEFT, MARGIN + names + _BELOW, WIDTH - _LEFT - MARGIN, _PLOT)
    axes = paper.axes(box)
    axes.set_xscale("log")
    axes.set_xlim(chart.across[0].at, chart.across[-1].at)
    axes.set_ylim(-_EDGE, 1 + _EDGE)
    _ruled(paper, axes, chart, box)
    axes.plot(*_columns(chart.points), "o", color=BLUE, markersize=_DOT, alpha=0.35, markeredgewidth=0, zorder=2)
    _numbers(paper, axes, chart.named, box)
    for one in chart.named:
        _line(paper, one, MARGIN + names - _LINE * one.number + 12)
    return paper


def _columns(points: tuple[tuple[float, float], ...]) -> tuple[list[float], list[float]]:
    return [across for across, _ in points], [upwards for _, upwards in points]


def _ruled(paper: Sheet, axes: Axes, chart: RiskPlot, box: Box) -> None:
    for tick in chart.upwards:
        axes.axhline(tick.at, color=GRID if tick.at else FAINT, linewidth=1.5, zorder=0)
        _, bottom = paper.place_of(axes, chart.across[0].at, tick.at)
        paper.write(tick.label, _LEFT - 14, bottom, Style(SMALL, FAINT, "right", "center"))
    for tick in chart.across:
        axes.axvline(tick.at, color=GRID, linewidth=1.5, zorder=0)
    _sums(paper, axes, chart, box)
    paper.write(f"↑ {chart.upwards_name}", MARGIN, box.bottom + box.height + 14, Style(SMALL, FAINT))
    paper.write(f"{chart.across_name} →", WIDTH - MARGIN, box.bottom - 48, Style(SMALL, FAINT, "right", "top"))


def _sums(paper: Sheet, axes: Axes, chart: RiskPlot, box: Box) -> None:
    """One that has no room beside the one before it is left out."""
    told = None
    for tick in chart.across:
        left, _ = paper.place_of(axes, tick.at, 0)
        words = paper.keep_in(paper.write(tick.label, left, box.bottom - 10, Style(SMALL, FAINT, "center", "top")))
        if told and paper.touch(told, words):
            words.remove()
        else:
            told = words


def _numbers(paper: Sheet, axes: Axes, named: tuple[Numbered, ...], box: Box) -> None:
    """Each number beside its dot, with a line to it where others pushed it away."""
    spots = [paper.place_of(axes, one.across, one.upwards) for one in named]
    wanted = [Wanted(left, bottom, _LABEL, _LABEL * 0.8) for left, bottom in spots]
    for one, (left, bottom), (across, upwards) in zip(named, spots, place(wanted, box), strict=True):
        paper.join((left, bottom), (across, upwards), VERMILION)
        axes.plot([one.across], [one.upwards], "D", color=VERMILION, markersize=_NAMED_DOT * 0.8, zorder=3)
        paper.write(str(one.number), across, upwards, Style(BODY, INK, "center", "center", haloed=True))


def _line(paper: Sheet, one: Numbered, bottom: float) -> None:
    room = WIDTH - 2 * MARGIN - 60
    paper.write(str(one.number), MARGIN + 34, bottom, Style(BODY, VERMILION, "right"))
    paper.fit(paper.write(one.name, MARGIN + 60, bottom), room * _NAMES)
    words = paper.write(one.words, WIDTH - MARGIN, bottom, Style(BODY, FAINT, "right"))
    paper.fit(words, room * (1 - _NAMES) - 20)
