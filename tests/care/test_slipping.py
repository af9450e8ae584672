"""Who has gone quiet is told of once, those first who matter most, and nobody is flooded: on both engines."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from sales.customers import Stage
from sales.drafts import Draft
from sales.hands import Hand
from sales.kinds import Category, Kind, Severity
from sales.known import About, Statement
from sales.people import Member
from sales.scores.quiet import QuietReason
from sales.scores.stage_reasons import LossCause, Why
from sales.tellings import Entry, Item, Party, Telling
from storage.cards.facts import set_fact
from storage.care import pointless, reminders
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.care.reminders import State
from storage.care.views import ABOUT
from storage.company.company_settings import set_company
from storage.company.habits import keep_kind
from storage.company.settings import set_setting
from storage.foresight import silences
from storage.foresight.silences import Word
from storage.foresight.summary import Summary
from storage.store import Store
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow, QuietKnownRow, StageChangeRow
from storage.told import journal
from tests.reminders.office import BERLIN, DAY, REMIND_AT, TODAY, hire, promise

# Two at night where the company is; the office opens later.
NIGHT = datetime(2026, 3, 2, 1, tzinfo=UTC)
MORNING = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
LAST = TODAY - 58 * DAY


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        scored(session, TODAY)
        yield session


@pytest.fixture
def anna(session: Session) -> Member:
    return hire(session, "Anna")


def scored(session: Session, on: date) -> None:
    set_setting(session, "foresight.summary", asdict(Summary(on.isoformat(), 1, 1, 1, "USD")))


def quiet(session: Session, owner: Member, name: str = "Acme Tools", lost: float = 0.8, value: int = 100_000) -> int:
    row = CustomerRow(name=name, owner_id=owner.id, team_id=owner.team, created_at=NIGHT, stage="slipping")
    session.add(row)
    session.flush()
    number = row.id or 0
    figures = CustomerFiguresRow(customer_id=number, orders=12, last_order=LAST, usual_gap=21.0, currency="USD")
    score = CustomerScoreRow(
        customer_id=number,
        scored_on=TODAY,
        currency="USD",
        lost=lost,
        within=60,
        quiet_of_ten=round(10 * lost),
        value_minor=value,
        stage=Stage.SLIPPING,
        why=Why.OVERDUE,
    )
    session.add_all([figures, score])
    session.flush()
    return number


def planned(session: Session, days: int = 0) -> list[int]:
    """Whose silence comes up, that many days later; the night before has scored everybody again."""
    today = TODAY + timedelta(days=days)
    scored(session, today)
    for row in session.exec(select(CustomerScoreRow)):
        row.scored_on = today
    session.flush()
    found = list(PLANNERS["slipping"](session, Look(NIGHT + timedelta(days=days), today, BERLIN)))
    reminders.plan(session, found)
    return [one.subject_id for one in found]


def told(session: Session) -> ReminderRow:
    """The alert stands in the chat."""
    row = session.exec(select(ReminderRow).order_by(col(ReminderRow.id).desc())).first()
    assert row is not None
    row.state = State.TOLD
    session.flush()
    return row


def word(member: Member, customer: int, day: date = TODAY) -> Word:
    return Word(customer, day, Hand(member.id, MORNING))


def ordered(session: Session, anna: Member, customer: int, on: date = TODAY) -> int:
    entry = Entry(Kind.ORDER, Party("Acme Tools", customer), on, "20 pumps")
    told, message = Telling(entries=(entry,)), on.toordinal()
    draft = Draft(chat=anna.chat or 0, message=message, moment=MORNING, text="20 pumps", telling=told)
    return journal.record(session, draft=draft, by=journal.By(anna, MORNING, REMIND_AT))


def test_it_comes_at_the_hour_of_the_agenda(session: Session, anna: Member) -> None:
    acme = quiet(session, anna)
    assert planned(session) == [acme]
    assert told(session).due_at == MORNING


def test_an_order_of_a_year_to_come_is_a_slip_of_the_keyboard(session: Session, anna: Member) -> None:
    acme = quiet(session, anna)
    for on in (LAST, TODAY.replace(year=2062)):
        ordered(session, anna, acme, on)
    assert planned(session) == [acme]
    about = ABOUT["slipping"](session, told(session))
    assert about is not None
    assert about["last"] == LAST.isoformat()
    ordered(session, anna, acme, TODAY + 2 * DAY)
    assert ABOUT["slipping"](session, told(session)) is None


def test_a_few_a_day_and_those_first_of_whom_most_is_to_be_lost(session: Session, anna: Member) -> None:
    small = quiet(session, anna, "Small", lost=0.9, value=1_000)
    sure = quiet(session, anna, "Sure", lost=0.9, value=50_000)
    big = quiet(session, anna, "Big", lost=0.5, value=900_000)
    assert planned(session) == [big, sure]
    assert planned(session) == []
    assert planned(session, 1) == [small]


def test_the_number_is_the_companys_and_each_owners(session: Session, anna: Member) -> None:
    ben = hire(session, "Ben")
    mine = [quiet(session, anna, f"Mine {number}") for number in range(3)]
    his = quiet(session, ben, "His")
    set_company(session, name="alerts_a_day", value=1, by=Hand(anna.id, NIGHT))
    assert planned(session) == [mine[0], his]
    set_company(session, name="alerts_a_day", value=0, by=Hand(anna.id, NIGHT))
    assert planned(session, 1) == []


def test_of_whom_no_sum_is_known_counts_as_a_usual_buyer(session: Session, anna: Member) -> None:
    poor, unknown, rich = (
        quiet(session, anna, name, value=value) for name, value in (("Poor", 1_000), ("Unknown", 0), ("Rich", 900_000))
    )
    usual = quiet(session, anna, "Usual", lost=0.7, value=50_000)
    set_company(session, name="alerts_a_day", value=9, by=Hand(anna.id, NIGHT))
    assert planned(session) == [rich, unknown, usual, poor]


def test_where_no_sum_is_known_at_all_the_chance_decides(session: Session, anna: Member) -> None:
    less, more = quiet(session, anna, "Less", lost=0.6, value=0), quiet(session, anna, "More", lost=0.8, value=0)
    assert planned(session) == [more, less]


def test_once_for_each_silence(session: Session, anna: Member) -> None:
    acme = quiet(session, anna)
    assert planned(session) == [acme]
    assert planned(session, 1) == planned(session, 30) == []
    session.get_one(CustomerFiguresRow, acme).last_order = TODAY + 31 * DAY
    assert planned(session, 95) == [acme]


def test_scores_of_another_day_say_nothing(session: Session, anna: Member) -> None:
    quiet(session, anna)
    scored(session, TODAY - DAY)
    assert list(PLANNERS["slipping"](session, Look(NIGHT, TODAY, BERLIN))) == []


def test_who_fell_silent_so_long_that_they_count_as_lost_is_told_of_within_a_year(
    session: Session, anna: Member
) -> None:
    acme, old, gone = quiet(session, anna), quiet(session, anna, "Old"), quiet(session, anna, "Gone")
    for number in (acme, old, gone):
        score = session.get_one(CustomerScoreRow, number)
        score.stage, score.why = Stage.LOST, Why.SILENT_FOR_LONG
        session.get_one(CustomerRow, number).stage = Stage.LOST
    session.get_one(CustomerFiguresRow, old).last_order = TODAY - 365 * DAY
    set_fact(session, Statement("stage", "lost"), of=About(gone), by=Hand(anna.id, NIGHT))
    assert planned(session) == [acme]


def test_who_is_planned_for_within_two_weeks_is_thought_of(session: Session, anna: Member) -> None:
    acme, beta = quiet(session, anna), quiet(session, anna, "Beta")
    promise(session, anna, TODAY + 14 * DAY, party=Party("Acme Tools", acme))
    promise(session, anna, TODAY + 15 * DAY, party=Party("Beta", beta))
    assert planned(session) == [beta]


def test_who_does_not_want_it_or_does_not_work_today_is_left_alone(session: Session, anna: Member) -> None:
    acme = quiet(session, anna)
    keep_kind(session, member=anna.id, kind="slipping", wanted=False)
    assert planned(session) == []
    keep_kind(session, member=anna.id, kind="slipping", wanted=True)
    saturday = 5
    assert planned(session, saturday) == []
    assert planned(session, saturday + 2) == [acme]


def test_whoever_lives_far_behind_the_company_is_told_in_their_own_morning(session: Session) -> None:
    quiet(session, hire(session, "Max", zone=ZoneInfo("America/New_York")))
    assert len(planned(session)) == 1
    assert told(session).due_at == datetime(2026, 3, 2, 13, 30, tzinfo=UTC)


def test_it_tells_the_rhythm_the_items_and_what_may_be_the_cause(session: Session, anna: Member) -> None:
    acme = quiet(session, anna)
    for days in (141, 116, 91, 66, 41):
        bolts = Entry(Kind.ORDER, Party("Acme Tools", acme), TODAY - days * DAY, "bolts", items=(Item("bolts"),))
        complaint = Entry(
            Kind.COMPLAINT,
            Party("Acme Tools", acme),
            LAST,
            "late delivery",
            category=Category.DELIVERY,
            severity=Severity.NORMAL,
        )
        entries = (bolts, complaint) if days == 41 else (bolts,)
        draft = Draft(anna.chat or 0, days, MORNING, "bolts", telling=Telling(entries=entries))
        journal.record(session, draft=draft, by=journal.By(anna, MORNING, REMIND_AT))
    assert planned(session) == [acme]
    about = ABOUT["slipping"](session, told(session))
    assert about is not None
    assert (about["gap"], about["of_ten"], about["within"]) == (25, 8, 60)
    assert about["items"] == [("bolts", 25, (TODAY - 41 * DAY).isoformat())]
    assert about["complaints"] == [(LAST.isoformat(), "late delivery")]


def test_an_order_withdraws_it_and_an_undo_of_the_order_does_not_bring_it_back_as_new(
    session: Session, anna: Member
) -> None:
    acme = quiet(session, anna)
    planned(session)
    row = told(session)
    assert pointless.found(session, now=MORNING) == []
    telling = ordered(session, anna, acme)
    assert pointless.found(session, now=MORNING) == [row.id]
    journal.undo(session, telling=telling, by=journal.By(anna, MORNING, REMIND_AT))
    assert planned(session, 1) == []


@pytest.mark.parametrize("stage", ["withdrawn", "lost"])
def test_who_is_off_the_books_or_lost_is_no_alert_any_more(session: Session, anna: Member, stage: str) -> None:
    acme = quiet(session, anna)
    planned(session)
    row, customer = told(session), session.get_one(CustomerRow, acme)
    customer.withdrawn, customer.stage = stage == "withdrawn", stage if stage == "lost" else "slipping"
    assert pointless.found(session, now=MORNING) == [row.id]
    customer.withdrawn, customer.stage = False, "lost"
    session.get_one(CustomerScoreRow, acme).why = Why.SILENT_FOR_LONG
    assert pointless.found(session, now=MORNING) == []


def test_a_season_keeps_quiet_until_its_day_and_then_asks_once_more(session: Session, anna: Member) -> None:
    acme = quiet(session, anna)
    planned(session)
    row, until = told(session), TODAY + 30 * DAY
    assert silences.know(session, reminder=row.id or 0, word=word(anna, acme), reason=QuietReason.SEASONAL, until=until)
    assert not silences.know(session, reminder=row.id or 0, word=word(anna, acme), reason=QuietReason.OTHER)
    assert [planned(session, days) for days in (1, 29, 30, 31, 32)] == [[], [], [], [acme], []]


def test_a_reason_without_a_day_holds_until_they_order(session: Session, anna: Member) -> None:
    acme = quiet(session, anna)
    planned(session)
    silences.know(session, reminder=told(session).id or 0, word=word(anna, acme), reason=QuietReason.OTHER)
    silences.remark(session, customer=acme, words="they move house")
    assert session.get_one(QuietKnownRow, acme).remark == "they move house"
    assert planned(session, 60) == []
    session.get_one(CustomerFiguresRow, acme).last_order = TODAY + 5 * DAY
    assert planned(session, 95) == [acme]


def test_lost_stands_on_the_card_with_its_cause_and_can_be_taken_back(session: Session, anna: Member) -> None:
    acme = quiet(session, anna)
    planned(session)
    row = told(session)
    assert silences.lose(session, reminder=row.id or 0, word=word(anna, acme), cause=LossCause.PRICE)
    assert session.get_one(CustomerRow, acme).stage == Stage.LOST
    assert silences.is_said_lost(session, acme)
    silences.forget(session, reminder=row.id or 0, word=word(anna, acme))
    assert reminders.take_back(session, row.id or 0)
    assert (session.get_one(CustomerRow, acme).stage, silences.is_said_lost(session, acme)) == (Stage.SLIPPING, False)
    changes = select(StageChangeRow).order_by(col(StageChangeRow.id))
    assert [(one.stage, one.cause) for one in session.exec(changes)] == [("lost", "price"), ("slipping", None)]


def test_who_gets_a_customer_gets_the_alert(session: Session, anna: Member) -> None:
    acme = quiet(session, anna)
    planned(session)
    ben, row = hire(session, "Ben"), told(session)
    session.get_one(CustomerRow, acme).owner_id = ben.id
    session.flush()
    assert reminders.find(session, ben, row.id or 0) is row
    assert reminders.find(session, anna, row.id or 0) is None
