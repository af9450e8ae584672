"""What work led to: customers reached, promises, deals, answers, and the rates of them, on a month counted by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from sales.complaints import Step
from sales.kinds import Kind
from sales.measures import By, Measure, Period, Tally
from sales.segments import Chosen, Segment
from storage.figures.rates import remember_currency
from storage.measures.counting import count
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow
from tests.people.company import Company, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
TODAY = date(2026, 3, 31)
MARCH = Period(date(2026, 3, 1), TODAY)
_CUSTOMERS = (("Acme", "Anna", "A"), ("Bolt", "Anna", "A"), ("Globex", "Max", "B"))
_TOLD = (
    ("Anna", 1, Kind.VISIT, 2),
    ("Anna", 1, Kind.VISIT, 9),
    ("Max", 3, Kind.VISIT, 3),
    ("Anna", 1, Kind.ORDER, 10),
    ("Anna", 1, Kind.ORDER, 20),
    ("Max", 3, Kind.ORDER, 20),
    ("Max", 1, Kind.COMPLAINT, 11),
    ("Max", 3, Kind.COMPLAINT, 12),
)
# Whose, for which day, done on which.
_PROMISES = (("Anna", 3, 3), ("Anna", 4, 6), ("Anna", 5, None), ("Max", 31, None), ("Max", 6, 5))
# Whose, of which customer, how it ended, where it came from.
_DEALS = (("Anna", 1, "won", "fair"), ("Anna", 1, "lost", None), ("Max", 3, "won", "web"), ("Max", 3, "open", None))


@pytest.fixture
def company(session: Session) -> Company:
    remember_currency(session, "USD")
    there = found_company(session)
    for name, owner, grade in _CUSTOMERS:
        team = there.teams["East" if owner == "Anna" else "West"]
        session.add(CustomerRow(name=name, owner_id=there[owner].id, team_id=team, grade=grade, created_at=NOW))
        session.flush()
    tellings = [_tell(session, there, told) for told in _TOLD]
    for who, due, done in _PROMISES:
        closed = NOW.replace(day=done) if done else None
        promise = FollowUpRow(telling_id=tellings.pop(), slot=1, customer_id=1, owner_id=there[who].id, action="call")
        promise.day, promise.closed_at, promise.state = date(2026, 3, due), closed, "done" if done else "open"
        session.add(promise)
    for who, customer, state, source in _DEALS:
        ended = None if state == "open" else NOW.replace(day=8)
        deal = OpportunityRow(customer_id=customer, member_id=there[who].id, title="", stage="lead", opened_at=NOW)
        deal.source, deal.state, deal.closed_at = source, state, ended
        session.add(deal)
    session.flush()
    return there


def _tell(session: Session, company: Company, told: tuple[str, int, Kind, int]) -> int:
    who, customer, kind, day = told
    at = NOW.replace(day=day)
    entry = put_entry(session, company[who].id, (customer, kind), date(2026, 3, day), at)
    if kind is Kind.ORDER:
        entry.amount_minor, entry.currency = 30_000 * day, "USD"
    if kind is Kind.COMPLAINT:
        complaint = ComplaintRow(entry_id=entry.id or 0, customer_id=customer)
        session.add(complaint)
        session.flush()
        # The first is answered after an hour and then solved; the second was taken by mistake and waits.
        for step, minutes, live in ((Step.ANSWER, 60, customer == 1), (Step.RESOLVE, 600, customer == 1)):
            when = at + timedelta(minutes=minutes)
            by = company[who].id
            session.add(ComplaintStepRow(complaint_id=complaint.id or 0, step=step, at=when, member_id=by, live=live))
    return entry.telling_id


def counted(session: Session, company: Company, tally: Tally, who: str = "Ada") -> dict[str | None, int]:
    return {one.key: one.number for one in count(session, company[who], tally, TODAY)}


@pytest.mark.parametrize(
    ("measure", "number"),
    [
        (Measure.CUSTOMERS, 3),
        (Measure.REACHED, 2),
        # The one for today is neither kept nor broken yet.
        (Measure.PROMISED, 4),
        (Measure.KEPT, 2),
        (Measure.BROKEN, 2),
        (Measure.ENDED, 3),
        (Measure.WON, 2),
        (Measure.ANSWERED, 1),
        (Measure.WAITED, 60),
        (Measure.AVERAGE_ORDER, 30_000 * (10 + 20 + 20) // 3),
        (Measure.COVERAGE, 67),
        (Measure.KEPT_RATE, 50),
        (Measure.WIN_RATE, 67),
        (Measure.COMPLAINT_RATE, 667),
        (Measure.ANSWER_TIME, 60),
    ],
)
def test_a_month_in_numbers(session: Session, company: Company, measure: Measure, number: int) -> None:
    assert counted(session, company, Tally(measure, MARCH)) == {None: number}


def test_told_apart(session: Session, company: Company) -> None:
    anna, max_ = (str(company[name].id) for name in ("Anna", "Max"))
    rate = Tally(Measure.COVERAGE, MARCH, By.REP)
    assert counted(session, company, rate) == {anna: 50, max_: 100}
    # Of the customers of each, whoever passed the complaint on.
    assert counted(session, company, Tally(Measure.COMPLAINT_RATE, MARCH, By.REP)) == {anna: 500, max_: 1000}
    assert counted(session, company, Tally(Measure.WIN_RATE, MARCH, By.SOURCE)) == {"fair": 50, "web": 100}
    assert counted(session, company, Tally(Measure.COVERAGE, MARCH, By.WEEK)) == {"2026-03-02": 67, "2026-03-09": 33}
    assert counted(session, company, Tally(Measure.ORDERS, MARCH, By.CATEGORY)) == {None: 3}


def test_of_a_segment(session: Session, company: Company) -> None:
    only_a = Segment((Chosen("grade", ("A",)),))
    assert counted(session, company, Tally(Measure.COVERAGE, MARCH, segment=only_a)) == {None: 50}


def test_a_rate_of_nothing_is_no_number(session: Session, company: Company) -> None:
    for measure in (Measure.AVERAGE_ORDER, Measure.KEPT_RATE, Measure.WIN_RATE, Measure.ANSWER_TIME):
        assert counted(session, company, Tally(measure, MARCH.before())) == {}


def test_no_rate_tells_what_the_card_hides(session: Session, company: Company) -> None:
    """Anna sees neither Max's customers nor his deals; care sees complaints, and neither orders nor sources."""
    assert counted(session, company, Tally(Measure.WIN_RATE, MARCH), "Anna") == {None: 50}
    assert counted(session, company, Tally(Measure.COVERAGE, MARCH), "Anna") == {None: 50}
    assert counted(session, company, Tally(Measure.COMPLAINT_RATE, MARCH), "Carl") == {}
    assert counted(session, company, Tally(Measure.COMPLAINTS, MARCH, By.SOURCE), "Carl") == {}
