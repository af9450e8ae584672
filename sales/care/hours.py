"""What a member may say about their own hours, each by name, as the store keeps it."""

from enum import StrEnum


class Hour(StrEnum):
    """One thing that can be set; the names are those of sales.care.habits."""

    AGENDA = "agenda"
    WRAP = "wrap"
    QUIET = "quiet"
    WORKDAYS = "workdays"
    COUNTRY = "country"
    A_DAY = "a_day"


MOST_A_DAY = 50
BY_ZONE = "zone"
NONE = "none"
