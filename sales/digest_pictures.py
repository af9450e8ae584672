"""Whether a picture comes under the digests of somebody."""

from sales.care.habits import Habits

WITH_PICTURE = "digest_picture"
"""The wish, kept beside the kinds of reminders."""


def wants_picture(habits: Habits) -> bool:
    return habits.kinds.get(WITH_PICTURE, True)
