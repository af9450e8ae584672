"""Divides what was counted by what it is a share of."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from sales.measures import IN_TIME, By, Counted, Measure
from sales.ratios import Ratio


def share(ratio: Ratio, of: int, to: int) -> int | None:
    """None: there is nothing to divide by."""
    return round(Fraction(ratio.times * of, to)) if to > 0 else None


def shared(ratio: Ratio, by: By, of: Iterable[Counted], to: Iterable[Counted]) -> list[Counted]:
    """What has nothing to be divided by is left out."""
    return list(_shares(ratio, by, {one.key: one.number for one in of}, list(to)))


def _shares(ratio: Ratio, by: By, of: dict[str | None, int], to: list[Counted]) -> Iterator[Counted]:
    for key, under in _under(ratio, by, of, to):
        part = share(ratio, of.get(key, 0), under)
        if part is not None:
            yield Counted(key, part)


def _under(ratio: Ratio, by: By, of: dict[str | None, int], to: list[Counted]) -> Iterator[tuple[str | None, int]]:
    """Customers are there on every day; of the rest each day, rep or region has its own."""
    if ratio.to is Measure.CUSTOMERS and by in IN_TIME:
        total = sum(one.number for one in to)
        yield from ((key, total) for key in of)
    else:
        yield from ((one.key, one.number) for one in to)
