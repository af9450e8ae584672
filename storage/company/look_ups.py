"""The look-up budget: how many different customers' cards a member opened on a day."""

from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.people import Member
from sales.views import ManyLooks
from storage.company import people
from storage.company.company_settings import company_settings
from storage.insertion import InsertOnce
from storage.tables.access import LookUpRow

_ONCE = InsertOnce(LookUpRow.metadata.tables["look_up"])


def budget(session: Session) -> int:
    """How many different customers a member may open a day."""
    return company_settings(session).look_ups_a_day


def may_open(session: Session, member: Member, *, customer: int, day: date) -> bool:
    """Whether there is room for this customer; one that was opened today already takes none."""
    return opened(session, member, day=day, without=customer) < budget(session)


def opened(session: Session, member: Member, *, day: date, without: int = 0) -> int:
    """How many different customers the member opened on that day."""
    looks = select(func.count()).select_from(LookUpRow).where(col(LookUpRow.member_id) == member.id)
    return session.exec(looks.where(col(LookUpRow.on_day) == day, col(LookUpRow.customer_id) != without)).one()


def many(session: Session, member: Member, *, looker: int, day: date) -> ManyLooks | None:
    """What a manager is told of somebody who opened too many; None once they do not manage them any more."""
    other = people.member(session, looker)
    if other is None or not any(one.id == member.id for one in people.managers_of(session, other)):
        return None
    return ManyLooks(other.name, opened(session, other, day=day), day)


def opened_today(session: Session, member: Member, *, day: date) -> frozenset[int]:
    """The customers that the member opened on that day already."""
    looks = select(LookUpRow.customer_id).where(col(LookUpRow.member_id) == member.id, col(LookUpRow.on_day) == day)
    return frozenset(session.exec(looks))


def count(session: Session, *, member: int, customer: int, day: date) -> None:
    """Count the look; twice the same customer on a day counts once."""
    _ONCE.one(session, {"member_id": member, "customer_id": customer, "on_day": day})
