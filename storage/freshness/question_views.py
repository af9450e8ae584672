"""Reads a question for a fact as its card shows it."""

from sqlmodel import Session

from sales.fact_questions import Asked, FactQuestion, Stage
from sales.known import About, Known
from sales.people import Member
from storage.cards import customers
from storage.cards.custom_fields import field_named
from storage.cards.known_facts import as_known, known
from storage.freshness import asking
from storage.freshness.sheets import sheet
from storage.tables.customers import ContactRow
from storage.tables.facts import FactRow


def question(session: Session, member: Member, asked: int) -> FactQuestion | None:
    """What was asked and what became of it; None: it is gone, or no longer theirs to see."""
    found = asking.find(session, asked, member=member.id)
    party = customers.party(session, member=member, customer=found.customer) if found else None
    field = field_named(session, found.field) if found else None
    if found is None or party is None or field is None:
        return None
    person = session.get(ContactRow, found.contact) if found.contact else None
    return FactQuestion(
        id=found.id,
        customer=found.customer,
        name=party.name,
        field=field,
        stage=found.stage,
        contact=person.name if person else None,
        known=_known(session, found),
        undoable=found.fact is not None,
    )


def _known(session: Session, asked: Asked) -> Known | None:
    """The answer, once there is one; till then what stands on record and may be stale."""
    if asked.fact is not None and asked.stage in (Stage.ANSWERED, Stage.UNDONE):
        return as_known(session.get_one(FactRow, asked.fact))
    facts = known(session, About(asked.customer, asked.contact)) or sheet(session, asked.customer).facts
    same = (fact for fact in facts if fact.field == asked.field)
    return max(same, key=lambda fact: fact.fresh_at, default=None)
