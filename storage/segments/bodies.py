"""Segments to JSON text and back: for rows, and for buttons that carry one."""

from sales.segments import Segment
from storage.told.bodies import Body

SEGMENTS = Body(Segment)
