"""A sheet to draw on, measured in pixels: its paper, its words, and the PNG that it becomes."""

from bisect import bisect_left
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from papers.pictures import fonts
from papers.pictures.palette import INK, PAPER

WIDTH = 1080
_DPI = 100
_POINT = 72 / _DPI
BODY, SMALL, TITLE = 29.0, 25.0, 37.0
"""Heights of words in pixels: a phone shows a third of that, and 8 points can be read there."""
_LEAST = 21.0
_SNUG = 0.97
"""Widths go up and down with the size in steps, by whole pixels."""
MARGIN = 36
_APART = 8
"""Words that are nearer to each other than twice that read as one."""
_HALO = [withStroke(linewidth=4, foreground=PAPER, alpha=0.85)]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the sheet in pixels, counted from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; `size` in pixels; `haloed` where dots may lie under them."""

    size: float = BODY
    colour: str = INK
    across: Literal["left", "center", "right"] = "left"
    upwards: Literal["top", "center", "baseline", "bottom"] = "baseline"
    haloed: bool = False


BODY_STYLE = Style()


class Sheet:
    """So many pixels of paper, as wide as every picture."""

    def __init__(self, height: int) -> None:
        fonts.provide()
        self.height = height
        self.figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor=PAPER)
        FigureCanvasAgg(self.figure)

    def axes(self, box: Box) -> Axes:
        """Bare: without frame and ticks."""
        place = (box.left / WIDTH, box.bottom / self.height, box.width / WIDTH, box.height / self.height)
        found = self.figure.add_axes(place, facecolor="none")
        found.set_axis_off()
        return found

    def write(self, words: str, left: float, bottom: float, style: Style = BODY_STYLE) -> Text:
        """Words at a place in pixels."""
        return self.figure.text(
            left / WIDTH,
            bottom / self.height,
            fonts.drawable(words),
            fontsize=style.size * _POINT,
            fontfamily=[*fonts.FAMILY],
            color=style.colour,
            ha=style.across,
            va=style.upwards,
            # A name may hold two dollar signs, which are no formula.
            parse_math=False,
            path_effects=_HALO if style.haloed else None,
        )

    def place_of(self, axes: Axes, across: float, upwards: float) -> tuple[float, float]:
        """Where a point of the axes lies, in pixels."""
        left, bottom = axes.transData.transform((across, upwards))
        return float(left), float(bottom)

    def join(self, one: tuple[float, float], other: tuple[float, float], colour: str) -> None:
        """A thin line between two places in pixels."""
        (left, bottom), (right, top) = one, other
        ends = [left / WIDTH, right / WIDTH], [bottom / self.height, top / self.height]
        self.figure.add_artist(Line2D(*ends, color=colour, linewidth=1, alpha=0.7))

    def fit(self, text: Text, width: float) -> Text:
        """Smaller, then shorter, until the words are no wider than that."""
        size, wide = float(text.get_fontsize()), self.width_of(text)
        if wide <= width:
            return text
        text.set_fontsize(max(_SNUG * size * width / wide, min(size, _LEAST * _POINT)))
        if self.width_of(text) <= width:
            return text
        words = text.get_text()
        kept = bisect_left(range(len(words)), True, key=lambda signs: self._too_wide(text, words[: signs + 1], width))
        text.set_text(words[:kept].rstrip() + "…")
        return text

    def _too_wide(self, text: Text, words: str, width: float) -> bool:
        text.set_text(words + "…")
        return self.width_of(text) > width

    def keep_in(self, text: Text, left: float = MARGIN, right: float = WIDTH - MARGIN) -> Text:
        """Move words that would be cut at an edge."""
        box = text.get_window_extent()
        shift = max(left - box.x0, 0) or min(right - box.x1, 0)
        across, upwards = text.get_position()
        text.set_position((across + shift / WIDTH, upwards))
        return text

    def width_of(self, text: Text) -> float:
        return float(text.get_window_extent().width)

    def touch(self, one: Text, other: Text) -> bool:
        boxes = (text.get_window_extent() for text in (one, other))
        first, second = (box.padded(_APART) for box in boxes)
        return bool(first.overlaps(second))

    def title(self, title: str, note: str) -> None:
        """The two lines at the top."""
        head = self.write(title, MARGIN, self.height - 56, Style(TITLE))
        self.fit(head, WIDTH - 2 * MARGIN)
        self.fit(self.write(note, MARGIN, self.height - 98, Style(SMALL)), WIDTH - 2 * MARGIN)


def png(sheet: Sheet) -> bytes:
    picture = BytesIO()
    sheet.figure.savefig(picture, format="png", dpi=_DPI)
    return picture.getvalue()
