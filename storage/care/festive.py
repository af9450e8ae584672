"""Which of a member's customers keep a festival: by the country of a telephone number there, else the member's own."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, exists, or_
from sqlmodel import Session, col, select

from sales.care.working_days import zone_country
from sales.festivals import Festival
from sales.phones import calling_code
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.people import MemberRow


def keepers(session: Session, member: int, festival: Festival) -> Sequence[tuple[int, str]]:
    """Ids and names, by name; those where nobody wants greetings are left out."""
    there = (col(ContactRow.customer_id) == col(CustomerRow.id), col(ContactRow.withdrawn).is_(False))
    codes = sorted({calling_code(country) for country in festival.countries})
    abroad = or_(*(col(ContactRow.phone).startswith(code) for code in codes))
    keeping: ColumnElement[bool] = exists().where(*there, abroad)
    if zone_country(session.get_one(MemberRow, member).zone) in festival.countries:
        keeping = or_(keeping, ~exists().where(*there, col(ContactRow.phone).is_not(None)))
    some, greeted = exists().where(*there), exists().where(*there, col(ContactRow.greetings))
    wanted = select(CustomerRow.id, CustomerRow.name).where(
        col(CustomerRow.owner_id) == member, col(CustomerRow.withdrawn).is_(False), keeping, or_(~some, greeted)
    )
    rows = session.exec(wanted.order_by(col(CustomerRow.name), col(CustomerRow.id)))
    return [(number or 0, name) for number, name in rows]
