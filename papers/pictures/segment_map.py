"""Draws the square of RFM segments: each with its name, how many customers it has and what they bought."""

from itertools import product

from matplotlib.patches import Rectangle

from papers.pictures.palette import BLUE, FAINT, GREEN, INK, ORANGE, tint
from papers.pictures.sheet import BODY, MARGIN, SMALL, WIDTH, Box, Sheet, Style
from sales.pictures.segment_map import MOODS, Mood, Region, SegmentMap
from sales.scores.rfm import QUINTILES, Segment, segment_of

HEIGHT = 1080
_LEFT, _FOOT = 84, 84
_SIDE_ACROSS = (WIDTH - _LEFT - MARGIN) / QUINTILES
_SIDE_UPWARDS = (HEIGHT - _FOOT - 128) / QUINTILES
_GAP = 5
_LINE = 36
_COLOURS = {Mood.GOOD: BLUE, Mood.HOPEFUL: GREEN, Mood.PRESSING: ORANGE, Mood.GONE: FAINT}
FAINTEST, FULLEST = 0.3, 0.7
"""How much colour an empty segment has, and one that has all customers: words stay readable on both."""
Cell = tuple[int, int]
"""Recency and weight, 1 to 5."""


def sheet(chart: SegmentMap) -> Sheet:
    paper = Sheet(HEIGHT)
    paper.title(chart.title, chart.note)
    axes = paper.axes(Box(0, 0, WIDTH, HEIGHT))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(0, HEIGHT)
    for region in chart.regions:
        for cell in _cells(region.segment):
            axes.add_patch(_tile(region, cell))
        _tell(paper, region)
    paper.write(f"{chart.across} →", WIDTH - MARGIN, _FOOT - 44, Style(SMALL, FAINT, "right"))
    words = paper.write(f"{chart.upwards} →", _LEFT - 26, HEIGHT - 128, Style(SMALL, FAINT, "center", "top"))
    words.set_rotation(90)
    return paper


def _cells(segment: Segment) -> list[Cell]:
    every = product(range(1, QUINTILES + 1), repeat=2)
    return [(recency, weight) for recency, weight in every if segment_of(recency, weight, weight) is segment]


def _tile(region: Region, cell: Cell) -> Rectangle:
    """Without a gap towards its own, so that a segment is one area."""
    own, (recency, weight) = set(_cells(region.segment)), cell
    left = _GAP if (recency, weight - 1) not in own else 0
    right = _GAP if (recency, weight + 1) not in own else 0
    below = _GAP if (recency - 1, weight) not in own else 0
    above = _GAP if (recency + 1, weight) not in own else 0
    full = tint(_COLOURS[MOODS[region.segment]], FAINTEST + (FULLEST - FAINTEST) * region.share)
    corner = (_across(weight) + left, _upwards(recency) + below)
    return Rectangle(corner, _SIDE_ACROSS - left - right, _SIDE_UPWARDS - below - above, facecolor=full, linewidth=0)


def _tell(paper: Sheet, region: Region) -> None:
    """Name, customers and sum in the middle of the largest block of the segment's cells."""
    first, last = _block(_cells(region.segment))
    wide = (last[1] - first[1] + 1) * _SIDE_ACROSS
    middle = _across(first[1]) + wide / 2
    upper = (_upwards(first[0]) + _upwards(last[0] + 1)) / 2 + _LINE
    lines = [(region.name, BODY, INK), (region.customers, SMALL, INK), (region.bought, SMALL, INK)]
    for number, (words, size, colour) in enumerate(lines):
        line = paper.write(words, middle, upper - number * _LINE, Style(size, colour, "center", "center"))
        paper.fit(line, wide - 4 * _GAP)


def _block(cells: list[Cell]) -> tuple[Cell, Cell]:
    """The corners of the largest rectangle of these cells; of equals the one nearest to the top."""
    every, found = set(cells), []
    for first, last in product(cells, repeat=2):
        inside = set(product(range(first[0], last[0] + 1), range(first[1], last[1] + 1)))
        if inside and inside <= every:
            found.append((len(inside), first, last))
    _, first, last = max(found)
    return first, last


def _across(weight: int) -> float:
    return _LEFT + (weight - 1) * _SIDE_ACROSS


def _upwards(recency: int) -> float:
    return _FOOT + (recency - 1) * _SIDE_UPWARDS
