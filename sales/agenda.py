"""What an agenda shows: of a day or a week, all that a member is to do or to think of."""

from dataclasses import dataclass
from datetime import date

from sales.care.views import CareView
from sales.complaint_views import BoardLine
from sales.views import AgendaLine


@dataclass(frozen=True, slots=True)
class Unseen:
    """A customer that nobody has touched for long, for the first days, when little else is known."""

    id: int
    name: str
    touched_on: date | None = None


@dataclass(frozen=True, slots=True)
class ToVisit:
    """Somebody whom the member wants to visit that day: their own plan, and no promise."""

    id: int
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is open for a member: overdue, that day's and the next.

    `waiting` counts questions not yet answered, `more` the follow-ups for which there was no room. `care` are
    reminders that wait for an answer, `complaints` those that are not closed. `today` is the day that is shown.
    """

    today: date
    overdue: tuple[AgendaLine, ...] = ()
    due: tuple[AgendaLine, ...] = ()
    ahead: tuple[AgendaLine, ...] = ()
    waiting: int = 0
    more: int = 0
    complaints: tuple[BoardLine, ...] = ()
    more_complaints: int = 0
    care: tuple[CareView, ...] = ()
    more_care: int = 0
    unseen: tuple[Unseen, ...] = ()
    visits: tuple[ToVisit, ...] = ()
    until: date | None = None
    """The last day, where it is more than one."""

    @property
    def is_due(self) -> bool:
        """Whether there is anything for the day itself."""
        return bool(self.overdue or self.due or self.complaints or self.care or self.visits)

    @property
    def is_worth_telling(self) -> bool:
        """Whether it is told in the morning; what only comes next is no reason."""
        return self.is_due or bool(self.unseen)
