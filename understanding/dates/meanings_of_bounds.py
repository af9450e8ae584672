"""What "by", "before", "after" and "since" mean."""

from dataclasses import replace

from understanding.dates.meanings_of_days import shift
from understanding.dates.meanings_of_feasts import feast
from understanding.dates.meanings_of_spans import Span
from understanding.dates.when import Bound, Edge, Frame, Reading, When


def before(base: Reading) -> Reading:
    return _bounded(base, Bound.BEFORE)


def by(base: Reading) -> Reading:
    return _bounded(base, Bound.BEFORE)


def after(base: Reading) -> Reading:
    return _bounded(base, Bound.AFTER)


def before_feast(rule: str) -> Reading:
    """年前: before the lunar new year."""
    return before(feast(rule))


def after_feast(rule: str) -> Reading:
    return after(feast(rule))


def since(base: Reading) -> Reading:
    return _bounded(base, Bound.SINCE)


def since_back(base: Reading) -> Reading:
    """Since Monday: the last one."""

    def read(frame: Frame) -> When | None:
        ahead, back = (since(base)(replace(frame, lean=lean)) for lean in (1, -1))
        return back if back and ahead and ahead.start > frame.now else ahead

    return read


def until(base: Reading) -> Reading:
    return _bounded(base, Bound.BEFORE)


def through(base: Reading) -> Reading:
    """Or earlier: the whole of it, too."""
    return _bounded(base, Bound.THROUGH)


def _bounded(base: Reading, bound: Bound) -> Reading:
    def read(frame: Frame) -> When | None:
        told = base(frame)
        return told.bounded(bound) if told else None

    return read


def span_since(told: Span) -> Reading:
    return since(shift(told, -1))


def more_ago(told: Span) -> Reading:
    return before(shift(told, -1))


def within(told: When) -> When:
    return replace(told, edge=Edge.WITHIN, whole=(told.start, told.end))
