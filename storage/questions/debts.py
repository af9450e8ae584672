"""Who owes how much past its day, by customer and currency."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from sales.money import Money
from sales.people import Member
from sales.question_views import Debt, Debts
from sales.questions import Owing
from sales.rights import Part
from storage.cards.visibility import visible
from storage.figures.rates import exchange
from storage.segments.picking import holds
from storage.tables.customers import CustomerRow
from storage.tables.dealings import ReceivableRow

MOST_DEBTS = 8


def debts(session: Session, member: Member, question: Owing, today: date) -> Debts:
    """The largest first, by what they are worth today; where nobody knows, last."""
    its = ReceivableRow
    late = col(its.due_day) < today - timedelta(days=question.days)
    shown: list[Any] = [col(CustomerRow.id), col(CustomerRow.name), col(its.currency)]
    wanted: Select[Any] = (
        select(*shown, func.sum(its.open_minor), func.min(its.due_day))
        .join(its, col(its.customer_id) == col(CustomerRow.id))
        .where(col(its.live), col(its.open_minor) > 0, late, visible(member, Part.MONEY))
        .where(*holds(session, member, question.segment, today))
        .group_by(col(CustomerRow.id), col(CustomerRow.name), col(its.currency))
    )
    into = exchange(session)
    # The driver's SUM over big integers is a Decimal on PostgreSQL.
    lines = [
        (
            into.worth(Money(int(minor), currency), today) or 0,
            Debt(number, name, Money(int(minor), currency), (today - since).days),
        )
        for number, name, currency, minor, since in session.connection().execute(wanted)
    ]
    lines.sort(key=lambda one: (-one[0], one[1].name, one[1].customer))
    total = Money(sum(worth for worth, _ in lines), into.into)
    return Debts(question, total, len(lines), tuple(line for _, line in lines[:MOST_DEBTS]))
