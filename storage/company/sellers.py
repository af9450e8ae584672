"""Who sells in the teams that a reader leads, and how many customers each has."""

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.page_views import Seller
from sales.people import Member, Role
from storage.cards.visibility import visible
from storage.company.people import members
from storage.company.teams import teams
from storage.digests.led import led_by, on_leave
from storage.tables.customers import CustomerRow


def sellers(session: Session, reader: Member) -> tuple[Seller, ...]:
    """By name."""
    led, away, tree = led_by(session, reader).reps, on_leave(session), teams(session)
    owned = select(CustomerRow.owner_id, func.count()).where(visible(reader)).group_by(col(CustomerRow.owner_id))
    counts = dict(session.exec(owned).all())
    there = [one for one in members(session) if one.id in led]
    found = (
        Seller(one, tuple(tree[team].name for team in _sells_in(one)), counts.get(one.id, 0), one.id in away)
        for one in there
    )
    return tuple(sorted(found, key=lambda one: (one.member.name.casefold(), one.member.id)))


def _sells_in(member: Member) -> tuple[int, ...]:
    return tuple(place.team for place in member.places if place.role is Role.REP)
