"""The customers that a member sees, gathered in the database by where they are: however many, few rows come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, Label, case, func, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import KeyedColumnElement
from sqlmodel import Session, col
from sqlmodel import select as rows_of

from sales.customer_map import GRID, WHOLE, Cell, CustomerMap, Extent, MapAsked, Need, Spot, Window
from sales.customers import Stage
from sales.map_openings import Patch, around_all, around_most
from sales.people import Member
from sales.rights import part_of_field
from sales.segments import Chosen, Condition, Has, Segment, Sign, part_told
from storage.cards.coordinates import Number, coordinates, floored, tells_its_place
from storage.cards.visibility import visible
from storage.segments.conditions import clause
from storage.segments.picking import holds
from storage.tables.customers import CustomerRow

MOST_NAMED = 50
"""So many are told one by one; of more the marks are told."""
_NEEDS: dict[Need, Condition] = {
    Need.COMPLAINT: Has(Sign.COMPLAINT),
    Need.OVERDUE: Has(Sign.OVERDUE),
    Need.SLIPPING: Chosen("stage", (Stage.SLIPPING,)),
}
_ONCE = "MATERIALIZED"
"""Else the numbers would be read off the text anew wherever they are named."""
Columns = ReadOnlyColumnCollection[str, KeyedColumnElement[Any]]


@dataclass(frozen=True, slots=True)
class _Look:
    """Who looks at what; `told` has to hold of the customer's row."""

    session: Session
    member: Member
    told: Sequence[ColumnElement[bool]]
    today: date


def customer_map(session: Session, member: Member, asked: MapAsked, today: date) -> CustomerMap:
    look = _Look(session, member, [*_told(session, member, asked, today)], today)
    return _seen(look, asked.window) if asked.window else _opening(look, everybody=asked.everybody)


def _opening(look: _Look, *, everybody: bool) -> CustomerMap:
    total = look.session.exec(rows_of(func.count()).select_from(CustomerRow).where(*look.told)).one()
    patches = list(_patches(look))
    placed = sum(patch.customers for patch in patches)
    window = around_all(patches) if everybody else around_most(patches)
    if window is None:
        return CustomerMap(nowhere=total)
    seen = _seen(look, window)
    return replace(seen, outside=placed - seen.within, nowhere=total - placed)


def _seen(look: _Look, window: Window) -> CustomerMap:
    cells = tuple(_named(look.session, [*_cells(look, window)]))
    within = sum(cell.customers for cell in cells)
    return CustomerMap(window, within, cells, tuple(_there(look, window)) if within <= MOST_NAMED else ())


def _told(session: Session, member: Member, asked: MapAsked, today: date) -> Iterator[ColumnElement[bool]]:
    """A stage and what is up are two questions: the answers to both must hold."""
    yield from holds(session, member, asked.segment, today)
    if asked.need:
        yield from holds(session, member, Segment((_NEEDS[asked.need],)), today)


def _spots(look: _Look, window: Window | None = None) -> CTE:
    """Who is where and, as high as a window, what is up there, as far as the reader may see it."""
    north, east = coordinates(look.session)
    flags = _flags(look) if window else ()
    columns: list[ColumnElement[Any]] = [col(CustomerRow.id).label("id"), north.label("north"), east.label("east")]
    wanted = select(*columns, *flags)
    # One comparison, before anything else is looked up: each reads the number off the text anew.
    inside = (north.between(window.south, window.north),) if window else ()
    seen = visible(look.member, part_of_field("place"))
    return wanted.where(*inside, *look.told, *tells_its_place(), seen).cte("spots").prefix_with(_ONCE)


def _flags(look: _Look) -> Iterator[Label[int]]:
    for need, condition in _NEEDS.items():
        seen = visible(look.member, part_told(condition))
        yield case((seen & clause(look.session, condition, look.today), 1), else_=0).label(need.value)


def _patches(look: _Look) -> Iterator[Patch]:
    its = _spots(look).c
    row, column = floored(its.north + 90).label("row"), floored(its.east + WHOLE / 2).label("column")
    edges = func.min(its.north), func.max(its.north), func.min(its.east), func.max(its.east)
    wanted = select(row, column, func.count(), *edges).where(_is_place(its)).group_by(row, column)
    for up, on, count, *extent in look.session.connection().execute(wanted.order_by(row, column)):
        yield Patch(up, on, count, Extent(*extent))


def _cells(look: _Look, window: Window) -> Iterator[Cell]:
    its = _spots(look, window).c
    east = _east_of(window.west, its.east)
    row = floored((window.north - its.north) / (window.span / GRID)).label("row")
    column = floored((east + window.beside) / (window.across / GRID)).label("column")
    edges = func.min(its.north), func.max(its.north), func.min(east), func.max(east)
    told = func.min(its.id), func.avg(its.north), func.avg(east), *edges, *(func.sum(its[need.value]) for need in Need)
    wanted = select(row, column, func.count(), *told).where(_inside(window, its)).group_by(row, column)
    for found in look.session.connection().execute(wanted.order_by(row, column)):
        up, on, count, first, north, aside, south, top, left, right, *needs = found
        extent = Extent(south, top, window.west + left, window.west + right)
        there = {need: number for need, number in zip(Need, needs, strict=True) if number}
        yield Cell(up, on, count, window.place(north, aside), extent, there, first)


def _east_of(west: float, east: Number) -> Number:
    """Degrees, wherever the date line lies."""
    return east - west + case((east < west, WHOLE), else_=0.0)


def _is_place(its: Columns) -> ColumnElement[bool]:
    """0,0 is what programs write where they know nothing."""
    return (its.north != 0) | (its.east != 0)


def _inside(window: Window, its: Columns) -> ColumnElement[bool]:
    return _is_place(its) & (its.north > window.south) & (_east_of(window.west, its.east) < window.width)


def _there(look: _Look, window: Window) -> Iterator[Spot]:
    spots = _spots(look, window)
    wanted = select(col(CustomerRow.id), col(CustomerRow.name), *(spots.c[need.value] for need in Need))
    by_name = func.lower(col(CustomerRow.name)), col(CustomerRow.id)
    there = wanted.join(spots, spots.c.id == col(CustomerRow.id)).where(_inside(window, spots.c))
    for customer, name, *flags in look.session.connection().execute(there.order_by(*by_name).limit(MOST_NAMED)):
        yield Spot(customer, name, tuple(need for need, is_up in zip(Need, flags, strict=True) if is_up))


def _named(session: Session, cells: Sequence[Cell]) -> Iterable[Cell]:
    ids = [cell.first for cell in cells]
    names = dict(session.exec(rows_of(CustomerRow.id, CustomerRow.name).where(col(CustomerRow.id).in_(ids))).all())
    return (replace(cell, name=names[cell.first]) for cell in cells)
