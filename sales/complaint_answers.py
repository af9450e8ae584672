"""Whether who complained was answered before the clock ran out."""

from collections.abc import Sequence
from datetime import datetime

from sales.complaint_clocks import WorkingTime, clock_of
from sales.complaints import Standing, Step, Taken, after
from sales.kinds import Severity

_ANSWERS = frozenset({Step.ANSWER, Step.RESOLVE, Step.CLOSE})


def answered_in_time(
    steps: Sequence[Taken], told_at: datetime, severity: Severity | None, working: WorkingTime
) -> bool:
    """By the clock that ran then: the company's, or that of the promise."""
    now = Standing()
    for taken in steps:
        if taken.step in _ANSWERS and now.waits:
            clock = clock_of(now, told_at, severity, working)
            return clock is not None and taken.at <= clock.answer_by
        now = after(now, taken)
    return False
