"""The map of customers in words: what each mark is called, and the list beside it that says the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sales.customer_map import Cell, CustomerMap, Need, Spot, Window
from sales.customers import Stage
from wording.catalogue import sentence
from wording.page_words import Page
from wording.pages.map_drawing import Bar, Line, Mark, bar, lines, mark, shape
from wording.terms import STAGES
from wording.voice import Voice

NEEDS = {
    Need.COMPLAINT: sentence("open complaint"),
    Need.OVERDUE: sentence("overdue"),
    Need.SLIPPING: STAGES[Stage.SLIPPING],
}
_CALM = "calm"
_LEGEND = 10
_KILOMETRE = 1000


@dataclass(frozen=True, slots=True)
class Press:
    """A mark or a line of the list: its `label`, and the field with the value that is sent when it is pressed.

    `customer` leads to that customer's page, else `to` is a part of the map.
    """

    label: str
    customer: int = 0
    to: str = ""


@dataclass(frozen=True, slots=True)
class MapMark:
    """`look` is how it is coloured, `number` what stands in it where it is of several."""

    drawn: Mark
    press: Press
    look: str
    number: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn: the list says the same as the marks."""

    marks: tuple[MapMark, ...]
    listed: tuple[Press, ...]
    lines: tuple[Line, ...]
    bar: Bar
    scale: str


@dataclass(frozen=True, slots=True)
class MapPage:
    """`told` are sentences above the map; `sheet` None: there is nothing to draw."""

    told: tuple[str, ...]
    hints: tuple[str, ...]
    sheet: Sheet | None = None


def map_page(view: CustomerMap, voice: Voice) -> MapPage:
    sheet = _sheet(view, view.window, voice) if view.window else None
    return MapPage(tuple(_told(view, voice)), tuple(_hints(view, voice)), sheet)


def _told(view: CustomerMap, voice: Voice) -> Iterator[str]:
    if view.window is None and not view.nowhere:
        yield voice.say(Page.NO_CUSTOMERS)
    else:
        yield voice.count("%(count)s customer here", "%(count)s customers here", view.within)
    if view.outside:
        yield voice.count("%(count)s lies outside", "%(count)s lie outside", view.outside)


def _hints(view: CustomerMap, voice: Voice) -> Iterator[str]:
    if view.nowhere:
        yield voice.count(
            "%(count)s customer has no place yet.", "%(count)s customers have no place yet.", view.nowhere
        )
        yield voice.say(Page.HOW_TO_PLACE)


def _sheet(view: CustomerMap, window: Window, voice: Voice) -> Sheet:
    scale = bar(window)
    marks = tuple(_marks(view.cells, window, voice))
    listed = [_of_spot(spot, voice) for spot in view.spots]
    in_metres = scale.metres < _KILOMETRE
    length = f"{scale.metres} m" if in_metres else f"{scale.metres // _KILOMETRE:,} km"
    return Sheet(marks, tuple(listed) or _most_first(view.cells, voice), lines(window), scale, length)


def _marks(cells: Iterable[Cell], window: Window, voice: Voice) -> Iterator[MapMark]:
    for cell in cells:
        number = str(cell.customers) if cell.customers > 1 else ""
        yield MapMark(mark(cell, window), _of_cell(cell, voice), cell.need or _CALM, number)


def _most_first(cells: Iterable[Cell], voice: Voice) -> tuple[Press, ...]:
    return tuple(_of_cell(cell, voice) for cell in sorted(cells, key=lambda one: (-one.customers, one.first)))


def _of_cell(cell: Cell, voice: Voice) -> Press:
    if cell.customers == 1:
        return _of_spot(Spot(cell.first, cell.name, tuple(cell.needs)), voice)
    more = cell.customers - 1
    name = voice.count("%(name)s and %(count)s more", "%(name)s and %(count)s more", more, name=cell.name)
    return Press(voice.join([name, *_up(cell.needs, voice)]), to=cell.closer.words)


def _up(needs: Mapping[Need, int], voice: Voice) -> Iterator[str]:
    for need, number in needs.items():
        yield voice.labelled(voice.say(NEEDS[need]), str(number))


def _of_spot(spot: Spot, voice: Voice) -> Press:
    up = (voice.say(NEEDS[need]) for need in spot.needs)
    return Press(voice.join([spot.name, *up]), customer=spot.customer)


def legend() -> tuple[tuple[str, str, str], ...]:
    """Each shape with its colour and what it means."""
    drawn = ((need, shape(need, _LEGEND, _LEGEND, _LEGEND - 1)) for need in (*Need, None))
    return tuple((need or _CALM, path, NEEDS[need] if need else Page.CALM) for need, path in drawn)
