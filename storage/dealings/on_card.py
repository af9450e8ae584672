"""What the card of a customer shows of business under way."""

from sqlmodel import Session

from sales.dealings import NO_DEALINGS, Dealings
from sales.people import Member
from sales.rights import Part
from storage.cards.customers import parts
from storage.dealings.agreements import on_paper
from storage.dealings.deals import of_customer as deals_of


def of_customer(session: Session, member: Member, customer: int) -> Dealings:
    """The open opportunities, and the newest quotes and contracts; nothing for those who may not see them."""
    if Part.DEALINGS not in parts(session, member, customer):
        return NO_DEALINGS
    return Dealings(deals_of(session, member, customer), on_paper(session, customer))
