"""Whether what was promised for a day was done in time."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sales.moments import local_day


def kept_in_time(closed: datetime | None, day: date | None, zone: ZoneInfo) -> bool:
    """On its day or before it, by the clocks of `zone`; without a day or a moment nobody can say that it was late."""
    return closed is None or day is None or local_day(closed, zone) <= day
