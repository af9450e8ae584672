"""How the team of a digest stands with its targets in the month or quarter of its last day."""

from datetime import date

from sqlmodel import Session

from sales.digests import Asked, Pace
from sales.people import Member
from sales.targets import Span
from sales.team_targets import TeamTargets, together
from storage.company import people
from storage.digests.led import Led
from storage.targets.keeping import targets_of
from storage.targets.standings import standings

_SPANS = {Pace.QUARTER: Span.QUARTER}


def team_targets(session: Session, reader: Member, asked: Asked, led: Led, today: date) -> TeamTargets:
    """As far as its days go; nothing is counted where nobody has a target."""
    aimed = targets_of(session, led.reps).keys()
    if not aimed:
        return TeamTargets()
    there = [one for one in people.members(session) if one.id in aimed]
    day = min(asked.period.last, today)
    found = standings(session, reader, there, day, until=day)
    return together(found, _SPANS.get(asked.pace, Span.MONTH))
