"""The map of RFM segments as a picture's value: a square of recency by frequency and amount."""

from dataclasses import dataclass
from enum import StrEnum

from sales.scores.rfm import Segment


class Mood(StrEnum):
    """What a segment asks for: to be cherished, won, or looked after before it is too late; or it is gone."""

    GOOD = "good"
    HOPEFUL = "hopeful"
    PRESSING = "pressing"
    GONE = "gone"


MOODS = {
    Segment.CHAMPIONS: Mood.GOOD,
    Segment.LOYAL: Mood.GOOD,
    Segment.POTENTIAL_LOYALIST: Mood.HOPEFUL,
    Segment.NEW: Mood.HOPEFUL,
    Segment.PROMISING: Mood.HOPEFUL,
    Segment.NEED_ATTENTION: Mood.PRESSING,
    Segment.ABOUT_TO_SLEEP: Mood.PRESSING,
    Segment.AT_RISK: Mood.PRESSING,
    Segment.CANT_LOSE: Mood.PRESSING,
    Segment.HIBERNATING: Mood.GONE,
    Segment.LOST: Mood.GONE,
}


@dataclass(frozen=True, slots=True)
class Region:
    """A segment on the map: its name, how many are there and what they bought; `share` of all customers, 0 to 1."""

    segment: Segment
    name: str
    customers: str
    bought: str
    share: float


@dataclass(frozen=True, slots=True)
class SegmentMap:
    """`across` and `upwards` say what grows to the right and to the top."""

    title: str
    note: str
    across: str
    upwards: str
    regions: tuple[Region, ...]
