"""How far the plan of somebody in the team is."""

from datetime import date

from sqlmodel import Session

from sales.people import Member
from sales.visit_plans.plan import TeamLine
from storage.visit_plans.reading import week_plan


def line(session: Session, reader: Member, member: Member, week: date) -> TeamLine:
    """As far as the reader may see the customers."""
    view = week_plan(session, reader, member, week)
    visited = sum(1 for one in view.stops if one.visited)
    return TeamLine(member.id, member.name, view.state, len(view.stops), visited)
