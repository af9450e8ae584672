"""A small book whose numbers can be counted on the fingers: four customers, four reps, two quarters."""

from datetime import UTC, date, datetime

from sqlmodel import Session

from sales.complaints import State
from sales.hands import Hand
from sales.kinds import Category, Kind, Sentiment
from sales.known import About, Statement
from sales.people import Role
from sales.tellings import Source
from storage.cards.facts import set_fact
from storage.company import people
from storage.figures.keeping import keep_figures
from storage.figures.rates import remember_currency
from storage.tables.customers import CustomerRow
from storage.tables.dealings import ReceivableRow
from storage.tables.tellings import ComplaintRow, EntryRow, TellingRow
from tests.people.company import Company, found_company, hire

NOW = datetime(2026, 3, 10, 2, tzinfo=UTC)
_REPS = {"Anna": "East", "Ben Lee": "West", "小李": "South", "王伟": "West"}
# Name, whose, class, stage, region, industry, and since when they are on record.
_CUSTOMERS = (
    ("Acme", "Anna", "A", "active", "Jiangsu", "Textiles", date(2025, 11, 3)),
    ("Globex", "Ben Lee", "B", "slipping", "Zhejiang", "Automotive", date(2025, 11, 4)),
    ("金桥型材", "小李", "A", "prospect", "江苏", "纺织", date(2026, 3, 3)),
    ("盛达物流", "王伟", "C", "lost", "浙江", "物流", date(2026, 1, 5)),
)
_TOLD = (
    ("Anna", "Acme", Kind.VISIT, date(2026, 3, 2), None),
    ("Anna", "Acme", Kind.VISIT, date(2026, 3, 5), None),
    ("Anna", "Globex", Kind.VISIT, date(2026, 2, 26), None),
    ("Ben Lee", "Globex", Kind.VISIT, date(2026, 2, 10), None),
    ("小李", "盛达物流", Kind.VISIT, date(2026, 3, 4), None),
    ("Ben Lee", "Globex", Kind.CALL, date(2026, 3, 9), None),
    ("小李", "金桥型材", Kind.CALL, date(2026, 3, 9), None),
    ("Anna", "Acme", Kind.ORDER, date(2026, 3, 2), 12_000),
    ("Anna", "Acme", Kind.ORDER, date(2026, 2, 10), 8_000),
    ("Ben Lee", "Globex", Kind.ORDER, date(2025, 12, 1), 30_000),
    ("王伟", "盛达物流", Kind.ORDER, date(2026, 1, 20), 5_000),
    ("Anna", "Acme", Kind.PAYMENT, date(2026, 3, 6), 8_000),
    ("王伟", "盛达物流", Kind.PAYMENT, date(2026, 2, 3), 5_000),
    ("小李", "金桥型材", Kind.OPPORTUNITY, date(2026, 3, 4), 40_000),
)
_COMPLAINTS = (
    ("Anna", "Acme", Category.DELIVERY, date(2026, 2, 20), None),
    ("Anna", "Acme", Category.QUALITY, date(2026, 3, 9), None),
    ("Ben Lee", "Globex", Category.DELIVERY, date(2025, 6, 2), date(2026, 3, 4)),
)
_OWED = (("Globex", date(2026, 1, 20), 20_000), ("盛达物流", date(2026, 3, 1), 4_000), ("Acme", date(2026, 4, 1), 900))


def fill(session: Session) -> Company:
    remember_currency(session, "CNY")
    company = found_company(session)
    for number, name in enumerate(("Ben Lee", "王伟"), start=2001):
        company.members[name] = hire(session, name, number)
        people.add_place(session, member=company.members[name], role=Role.REP, team=company.teams[_REPS[name]])
    ids = {told[0]: _customer(session, company, told) for told in _CUSTOMERS}
    for who, customer, kind, day, amount in _TOLD:
        _tell(session, company.members[who], _entry(ids[customer], kind, day, amount))
    for who, customer, category, day, closed in _COMPLAINTS:
        entry = _entry(ids[customer], Kind.COMPLAINT, day)
        entry.category = category
        _complain(session, _tell(session, company.members[who], entry), ids[customer], closed)
    grumble = _entry(ids["Acme"], Kind.FEEDBACK, date(2026, 3, 5))
    grumble.sentiment, grumble.category = Sentiment.NEGATIVE, Category.PRICE
    _tell(session, company.members["Anna"], grumble)
    for customer, due, major in _OWED:
        number = ids[customer]
        session.add(ReceivableRow(customer_id=number, number="1", due_day=due, open_minor=major * 100, currency="CNY"))
    keep_figures(session, ids.values())
    return company


def _customer(session: Session, company: Company, told: tuple[str, str, str, str, str, str, date]) -> int:
    name, who, grade, stage, region, industry, since = told
    made = _noon(since)
    team = company.teams[_REPS[who]]
    row = CustomerRow(name=name, owner_id=company.members[who], team_id=team, grade=grade, stage=stage, created_at=made)
    session.add(row)
    session.flush()
    for field, value in (("region", region), ("industry", industry)):
        said = Statement(field, value, None, Source.BUTTON)
        set_fact(session, said, of=About(row.id or 0), by=Hand(None, made))
    return row.id or 0


def _entry(customer: int, kind: Kind, day: date, amount: int | None = None) -> EntryRow:
    """Who told it comes with the telling."""
    return EntryRow(
        telling_id=0,
        slot=0,
        member_id=0,
        customer_id=customer,
        kind=kind,
        on_day=day,
        moment=_noon(day),
        zone="UTC",
        text="…",
        amount_minor=amount * 100 if amount else None,
        currency="CNY" if amount else None,
    )


def _noon(day: date) -> datetime:
    """By the clocks of the company."""
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def _complain(session: Session, entry: int, customer: int, closed: date | None) -> None:
    row = ComplaintRow(entry_id=entry, customer_id=customer)
    if closed:
        row.state, row.closed_at = State.CLOSED, _noon(closed)
    session.add(row)


def _tell(session: Session, member: int, entry: EntryRow) -> int:
    told = TellingRow(chat_id=1, message_id=0, member_id=member, said_at=entry.moment, zone="UTC", text="…")
    session.add(told)
    session.flush()
    told.message_id = entry.telling_id = told.id or 0
    entry.member_id = member
    session.add(entry)
    session.flush()
    return entry.id or 0
