"""Where a date lies as seen from now: looking back, looking ahead, and whether both tell the same day."""

from dataclasses import dataclass

from understanding.dates.phrase import DatePhrase
from understanding.dates.when import Frame, When


@dataclass(frozen=True, slots=True)
class Sides:
    """What a phrase means looking back and looking ahead; `way` sums it up: "either" if they differ, "today", ..."""

    back: When | None
    ahead: When | None
    way: str


def sides(one: DatePhrase, frame: Frame) -> Sides:
    back, ahead = one.read(frame.looking(-1)), one.read(frame.looking(1))
    return Sides(back, ahead, _way(back, ahead, frame))


def _way(back: When | None, ahead: When | None, frame: Frame) -> str:
    if back is None or ahead is None:
        return "none"
    if back.start != ahead.start:
        return "either"
    if ahead.start.date() == frame.today.date():
        return "clock" if ahead.clock else "today"
    return "back" if ahead.start < frame.today else "ahead"
