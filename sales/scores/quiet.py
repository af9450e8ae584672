"""Why a customer is quiet, as somebody who knows says, and how long that holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class QuietReason(StrEnum):
    """What keeps a customer who is not lost from ordering."""

    SEASONAL = "seasonal"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class QuietKnown:
    """Said on the day `since`; holds to the end of `until`, where a day was named, and no longer than the silence."""

    reason: QuietReason
    since: date
    until: date | None = None
    remark: str = ""

    def holds(self, last_order: date, today: date) -> bool:
        return self.is_of(last_order) and (self.until is None or today <= self.until)

    def is_of(self, last_order: date) -> bool:
        """Whether it is about the silence since that order; one of the same day came after the word, and ended it."""
        return last_order < self.since
