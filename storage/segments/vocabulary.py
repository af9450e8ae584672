"""What a member's words for a segment may name: values on cards that they see, colleagues, teams, added fields."""

from collections import defaultdict

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.fields import FieldKind, Of
from sales.people import Member
from sales.rights import Part
from sales.segment_views import Names
from sales.segment_vocabulary import Vocabulary
from sales.segments import FREE
from storage.cards.custom_fields import custom_fields
from storage.cards.visibility import visible
from storage.company.people import members
from storage.company.teams import teams
from storage.figures.rates import reporting_currency
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactRow

MOST_VALUES = 500
"""Of one field, the most frequent: who tags every customer with words of its own means no group by them."""
_NAMED = frozenset({FieldKind.TEXT, FieldKind.CHOICE, FieldKind.YES_NO, FieldKind.NUMBER})


def vocabulary(session: Session, member: Member) -> Vocabulary:
    own = tuple(field for field in custom_fields(session) if field.of is Of.CUSTOMER and field.kind in _NAMED)
    return Vocabulary(
        values=values_on_cards(session, member, (*FREE, *(field.name for field in own))),
        people=tuple((one.id, one.name) for one in members(session)),
        teams=tuple((team.id, team.name) for team in teams(session)),
        fields=own,
        currency=reporting_currency(session),
        member=member.id,
    )


def values_on_cards(session: Session, member: Member, names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The values of each field, the most frequent first."""
    often = func.count()
    wanted = (
        select(FactRow.field, FactRow.value, often)
        .where(col(FactRow.field).in_(names), col(FactRow.live), col(FactRow.contact_id).is_(None))
        .group_by(col(FactRow.field), col(FactRow.value))
        .order_by(often.desc(), col(FactRow.value))
    )
    if not member.sees_all:
        seen = visible(member, Part.FACTS)
        wanted = wanted.join(CustomerRow, col(CustomerRow.id) == col(FactRow.customer_id)).where(seen)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, value, _ in session.exec(wanted):
        found[name].append(value)
    return {name: tuple(values[:MOST_VALUES]) for name, values in found.items()}


def names_of(session: Session) -> Names:
    """Retired fields and people who left have no name any more."""
    return Names(
        {one.id: one.name for one in members(session)},
        {team.id: team.name for team in teams(session)},
        {field.name: field for field in custom_fields(session)},
    )
