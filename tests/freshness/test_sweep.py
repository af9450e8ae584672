"""After which logs a fact is asked for, once, and after which it is not."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from reminders.fact_questions import FactQuestions, look, put
from sales.fact_questions import Stage
from sales.hands import Hand
from sales.kinds import Kind
from sales.tellings import Entry
from storage.company import asked
from storage.freshness import asking
from storage.store import Store
from storage.tables.access import ShareRow
from storage.tables.customers import CustomerRow
from storage.tables.facts import FactAskedRow
from storage.tables.followups import DraftRow, FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.queues import OutboxRow
from storage.ticks import Tick
from storage.told import journal
from tests.freshness.office import Office
from tests.people.company import NOON, Company, found_company

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def sweep(session: Session, at: datetime = NOON + MINUTE) -> list[tuple[int, str]]:
    """One tick: whom the customers are and which fields were asked for now."""
    before = {row.id for row in session.exec(select(FactAskedRow))}
    put(session, found=look(session, now=at), now=at)
    rows = session.exec(select(FactAskedRow).order_by(col(FactAskedRow.id)))
    return [(row.customer_id, row.field) for row in rows if row.id not in before]


@pytest.fixture(autouse=True)
def begun(request: pytest.FixtureRequest) -> None:
    """The first look leaves alone what was logged before."""
    if "office" in request.fixturenames:
        sweep(request.getfixturevalue("office").session, NOON - MINUTE)


def test_what_lacks_most_is_asked_for_a_moment_after_the_log(office: Office) -> None:
    office.log()
    assert sweep(office.session, NOON + 14 * SECOND) == []
    assert sweep(office.session, NOON + 16 * SECOND) == [(office.customer(), "grade")]
    assert sweep(office.session, NOON + 21 * SECOND) == []
    [row] = office.session.exec(select(OutboxRow)).all()
    assert (row.kind, row.lane, row.member_id) == ("fact", office.anna.chat, office.anna.id)
    assert asked.open_question(office.session, member=office.anna.id, now=NOON + MINUTE) is asked.What.FACT_QUESTION


def test_it_is_the_person_met_last_whose_number_is_asked_for(office: Office) -> None:
    office.fact("grade", "A")
    first, last = office.person("S. Lee"), office.person("K. Tan")
    office.log(office.visit("Acme", "S. Lee", on=NOON.date() - DAY), at=NOON - DAY)
    office.log(office.visit("Acme", "K. Tan"))
    sweep(office.session)
    [row] = office.session.exec(select(FactAskedRow)).all()
    assert (row.field, row.contact_id) == ("phone", last)
    assert first != last


def test_who_was_met_by_mistake_does_not_count(office: Office) -> None:
    office.fact("grade", "A")
    lee, _ = office.person("S. Lee"), office.person("K. Tan")
    office.log(office.visit("Acme", "S. Lee", on=NOON.date() - DAY), at=NOON - DAY)
    office.undo(office.log(office.visit("Acme", "K. Tan"), at=NOON - DAY))
    office.log()
    sweep(office.session)
    assert office.session.exec(select(FactAskedRow.contact_id)).one() == lee


def test_what_was_logged_before_the_first_look_is_left_alone(any_store: Store) -> None:
    with any_store.transaction() as session:
        Office(found_company(session)).log()
        assert sweep(session) == []
        assert sweep(session, NOON + 90 * SECOND) == []


def test_what_was_told_while_the_bot_was_away_is_not_asked_about(office: Office) -> None:
    office.log()
    assert sweep(office.session, NOON + 3 * MINUTE) == []


def test_a_rep_who_writes_on_is_asked_about_the_last_log_only(office: Office) -> None:
    office.log()
    office.log(office.visit("Globex"), at=NOON + 10 * SECOND)
    assert sweep(office.session, NOON + 20 * SECOND) == []
    assert sweep(office.session, NOON + 30 * SECOND) == [(office.customer("Globex"), "grade")]


def test_of_two_logs_in_one_look_the_last_counts(office: Office) -> None:
    office.log()
    office.log(office.visit("Globex"), at=NOON + SECOND)
    assert sweep(office.session) == [(office.customer("Globex"), "grade")]


@pytest.mark.parametrize(
    ("kind", "asks"),
    [(Kind.VISIT, 1), (Kind.CALL, 1), (Kind.ORDER, 0), (Kind.NOTE, 0), (Kind.COMPLAINT, 0)],
)
def test_only_whoever_was_met_is_asked_about(office: Office, kind: Kind, asks: int) -> None:
    office.log(office.visit(kind=kind))
    assert len(sweep(office.session)) == asks


def test_where_the_echo_speaks_of_a_complaint_it_keeps_quiet(office: Office) -> None:
    head = office.log(office.visit(kind=Kind.COMPLAINT), office.visit())
    assert sweep(office.session) == []
    office.log(at=NOON + 5 * MINUTE, head=head)
    assert sweep(office.session, NOON + 6 * MINUTE) == []


def test_nobody_was_there(office: Office) -> None:
    visit = office.visit()
    office.log(Entry(visit.kind, visit.customer, visit.on, attempt=True))
    assert sweep(office.session) == []


def test_an_undone_log_asks_nothing(office: Office) -> None:
    telling = office.log()
    journal.undo(office.session, telling=telling, by=journal.By(office.anna, NOON, NOON.time()))
    assert sweep(office.session) == []


@pytest.mark.parametrize(("state", "quiet"), [("open", True), ("queued", True), ("later", False)])
def test_it_keeps_quiet_while_a_telling_waits_for_an_answer(office: Office, state: str, *, quiet: bool) -> None:
    office.session.add(
        DraftRow(member_id=office.anna.id, chat_id=1, message_id=1, body="{}", state=state, created_at=NOON)
    )
    office.log()
    assert (sweep(office.session) == []) is quiet


def test_it_keeps_quiet_while_a_command_has_asked(office: Office) -> None:
    asked.ask(office.session, member=office.anna.id, what=asked.What.ZONE, now=NOON)
    office.log()
    assert sweep(office.session) == []


def test_whoever_answered_a_reminder_is_not_asked_at_once(office: Office) -> None:
    telling = office.log()
    office.session.add(
        FollowUpRow(telling_id=telling, slot=0, owner_id=office.anna.id, action="call", closed_by_telling=telling)
    )
    assert sweep(office.session) == []


def test_not_in_a_group(office: Office) -> None:
    office.session.get_one(MemberRow, office.anna.id).chat_id = 77
    telling = office.log()
    office.session.get_one(MemberRow, office.anna.id).chat_id = 78
    assert telling
    assert sweep(office.session) == []


@pytest.mark.parametrize("column", ["asked_for_facts", "reachable"])
def test_who_wants_no_questions_or_cannot_be_reached_gets_none(office: Office, column: str) -> None:
    setattr(office.session.get_one(MemberRow, office.anna.id), column, False)
    office.log()
    assert sweep(office.session) == []


def test_never_twice_a_week_for_a_customer_whoever_asks(office: Office) -> None:
    office.session.add(ShareRow(customer_id=office.customer(), member_id=office.company.members["Rita"], at=NOON))
    office.log()
    assert len(sweep(office.session)) == 1
    later = NOON + 6 * DAY
    office.log(at=later, by="Rita")
    assert sweep(office.session, later + MINUTE) == []
    later = NOON + 8 * DAY
    office.log(at=later, by="Rita")
    assert sweep(office.session, later + MINUTE) == [(office.customer(), "industry")]


def test_not_now_is_a_week_from_the_tap(office: Office) -> None:
    office.log()
    sweep(office.session)
    [row] = office.session.exec(select(FactAskedRow)).all()
    asking.settle(office.session, asked=row.id or 0, stage=Stage.LATER, by=Hand(office.anna.id, NOON + 3 * DAY))
    for days, questions in ((9, 0), (11, 1)):
        office.log(at=NOON + days * DAY)
        assert len(sweep(office.session, NOON + days * DAY + MINUTE)) == questions


def test_one_question_at_a_time_and_three_a_day(office: Office) -> None:
    names = [f"C{number}" for number in range(6)]
    found = []
    for number, name in enumerate(names):
        at = NOON + number * (HOUR if number else MINUTE)
        office.log(office.visit(name), at=at)
        asked.settle(office.session, member=office.anna.id)
        found.append(len(sweep(office.session, at + MINUTE)))
    assert found == [1, 1, 1, 0, 0, 0]


def test_an_unanswered_question_waits_half_an_hour_for_its_answer(office: Office) -> None:
    office.log()
    sweep(office.session)
    asked.settle(office.session, member=office.anna.id)
    office.log(office.visit("Globex"), at=NOON + 10 * MINUTE)
    assert sweep(office.session, NOON + 11 * MINUTE) == []


def test_of_several_customers_one_is_asked_about(office: Office) -> None:
    office.log(office.visit("Globex"), office.visit("Acme"))
    assert sweep(office.session) == [(office.customer("Globex"), "grade")]


def test_somebody_elses_customer_is_not_asked_about(office: Office) -> None:
    office.customer("Hengda", "小李")
    office.log(office.visit("Hengda"))
    assert sweep(office.session) == []


def test_a_withdrawn_customer_is_not_asked_about(office: Office) -> None:
    office.log()
    office.session.get_one(CustomerRow, office.customer()).withdrawn = True
    assert sweep(office.session) == []


async def test_two_replicas_ask_once(any_store: Store) -> None:
    with any_store.transaction() as session:
        office = Office(found_company(session))
    await FactQuestions(any_store).sweep(Tick(NOON - MINUTE, NOON))
    with any_store.transaction() as session:
        Office(Company(office.company.teams, office.company.members, session)).log()
        seen = look(session, now=NOON + MINUTE)
    await any_store.write(lambda session: put(session, found=seen, now=NOON + MINUTE))
    await any_store.write(lambda session: put(session, found=seen, now=NOON + MINUTE))
    await FactQuestions(any_store).sweep(Tick(NOON + MINUTE, NOON))
    with any_store.transaction() as session:
        assert len(session.exec(select(FactAskedRow)).all()) == 1
        assert len(session.exec(select(OutboxRow)).all()) == 1
