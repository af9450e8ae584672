"""The demo's year as of the day of the labelled questions, with the people, fields and debts that they name."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.demo.history import write_history
from sales.complaints import State
from sales.hands import Hand
from sales.known import About, Statement
from sales.people import Member, Role
from sales.tellings import Source
from storage.cards.facts import set_fact
from storage.company import people
from storage.figures.keeping import keep_figures
from storage.figures.rates import remember_currency
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow, ReceivableRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow, TeamRow
from storage.tables.tellings import ComplaintRow, EntryRow
from tests.people.company import hire
from tests.questions.plain_book import PlainBook
from tests.questions.second_count import SecondCount

TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 2, tzinfo=UTC)
ZONE = "Asia/Shanghai"
_RATES = {"CNY": Decimal(1), "USD": Decimal("7.1429")}
"""As bot/demo/rates.py has them: 0.14 of a dollar a yuan, to four places."""
_TEAMS = {"Singapore": "East", "华东": "东区"}
_HIRED = {"Ben Lee": ("Anna", "East"), "王伟": ("小李", "东区")}
_GRADES = ("A", "B", "C", None)
_STAGES = ("active", "prospect", "slipping", "active", "lost", "new")
_FIELDS = {
    "region": ("Jiangsu", "Zhejiang", "江苏", "浙江", None),
    "industry": ("Textiles", "Automotive", "纺织"),
    "tags": ("VIP", None, "重点", None),
}


def fill_demo(session: Session) -> Member:
    """Returns the manager, who asks."""
    remember_currency(session, "CNY")
    write_history(session, today=TODAY, zone=ZONE, remind_at=time(9))
    for team in session.exec(select(TeamRow)):
        team.name = _TEAMS.get(team.name, team.name)
    session.flush()
    _hire(session)
    customers = list(session.exec(select(CustomerRow).order_by(col(CustomerRow.id))))
    for place, customer in enumerate(customers):
        _describe(session, customer, place)
    _settle(session)
    _end(session)
    keep_figures(session, [one.id for one in customers])
    boss = people.member(session, _ids(session)["Boris"])
    assert boss is not None
    return boss


def second_count(session: Session) -> SecondCount:
    return SecondCount(PlainBook(session, TODAY, ZONE, _RATES))


def _ids(session: Session) -> dict[str, int]:
    return {one.name: one.id or 0 for one in session.exec(select(MemberRow))}


def _hire(session: Session) -> None:
    """Two more reps, who take over every third customer of a colleague with all that was told there."""
    teams = {one.name: one.id or 0 for one in session.exec(select(TeamRow))}
    for number, (name, (colleague, team)) in enumerate(_HIRED.items(), start=5001):
        member = hire(session, name, number)
        people.add_place(session, member=member, role=Role.REP, team=teams[team])
        owned = select(CustomerRow).where(col(CustomerRow.owner_id) == _ids(session)[colleague])
        for customer in list(session.exec(owned.order_by(col(CustomerRow.id))))[::3]:
            customer.owner_id = member
            for entry in session.exec(select(EntryRow).where(col(EntryRow.customer_id) == customer.id)):
                entry.member_id = member
    session.flush()


def _describe(session: Session, customer: CustomerRow, place: int) -> None:
    customer.grade, customer.stage = _GRADES[place % len(_GRADES)], _STAGES[place % len(_STAGES)]
    if place % 4 == 1:
        customer.created_at = _noon(TODAY - timedelta(days=5 * place))
    for field, values in _FIELDS.items():
        value = values[place % len(values)]
        if value:
            said = Statement(field, value, None, Source.BUTTON)
            set_fact(session, said, of=About(customer.id or 0), by=Hand(None, NOW))
    if place % 3 == 0:
        due = TODAY - timedelta(days=7 * place - 20)
        owed = ReceivableRow(
            customer_id=customer.id or 0, number=str(place), open_minor=1_000_00 + place, currency="CNY"
        )
        owed.due_day = due
        session.add(owed)


def _settle(session: Session) -> None:
    """Every other complaint was closed soon after it was told."""
    its = select(ComplaintRow, EntryRow).join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
    for place, (complaint, entry) in enumerate(session.exec(its.order_by(col(ComplaintRow.id)))):
        if place % 2:
            complaint.state, complaint.closed_at = State.CLOSED, _noon(min(entry.on_day + timedelta(days=3), TODAY))
        else:
            complaint.state, complaint.closed_at = State.OPEN, None


def _end(session: Session) -> None:
    """Of three deals one was won and one lost; of three promises one was kept, one kept late."""
    for place, deal in enumerate(session.exec(select(OpportunityRow).order_by(col(OpportunityRow.id)))):
        if place % 3:
            deal.state, deal.closed_at = "won" if place % 3 == 1 else "lost", _noon(TODAY - timedelta(days=4 * place))
    for place, promise in enumerate(session.exec(select(FollowUpRow).order_by(col(FollowUpRow.id)))):
        promise.day = TODAY - timedelta(days=place)
        if place % 3 < 2:
            promise.state, promise.closed_at = "done", _noon(promise.day + timedelta(days=2 * (place % 3)))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), ZoneInfo(ZONE)).astimezone(UTC)
