"""Complaints on both engines: clocks, steps taken back, news that joins, two who close, rising, hand-over, merge."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from sales.complaint_views import Only
from sales.complaints import Cause, Remedy, Step
from sales.hands import Hand
from sales.kinds import Kind, Severity
from sales.tellings import Entry, FollowUp, Party
from storage.company.company_settings import set_company
from storage.complaints import board, causes, raising, steps
from storage.complaints.joining import open_ones
from storage.tables.customers import CustomerRow
from storage.tables.tellings import ComplaintRow
from storage.told import journal
from tests.complaints.teller import LATE, MONDAY, Anna, only, planned, taken
from tests.people.company import Company, customer_of


def test_the_clock_is_set_with_the_entry_and_anew_when_the_severity_is_fixed(
    session: Session, anna: Anna, acme: Party
) -> None:
    telling = anna.tells(replace(LATE, customer=acme))
    before = only(session).answer_by
    anna.amends(telling, replace(LATE, customer=acme, severity=Severity.HIGH))
    after = only(session).answer_by
    assert before is not None
    assert after is not None
    assert after < before
    assert planned(session) == [("complaint_clock", "withdrawn"), ("complaint_clock", "waiting")]


@pytest.mark.parametrize(("grade", "hour"), [("A", 5), ("B", 9), (None, 9)])
def test_the_class_of_the_customer_drives_the_clock_that_is_wound(
    session: Session, anna: Anna, acme: Party, grade: str | None, hour: int
) -> None:
    set_company(session, name="clocks", value={"A": 50, "B": 100}, by=Hand(anna.member.id, MONDAY))
    session.get_one(CustomerRow, acme.id).grade = grade
    anna.tells(replace(LATE, customer=acme))
    assert only(session).answer_by == datetime(2026, 3, 3, hour, tzinfo=UTC)


def test_undo_withdraws_all_of_it_and_redo_brings_it_back(session: Session, anna: Anna, acme: Party) -> None:
    telling = anna.tells(replace(LATE, customer=acme))
    journal.undo(session, telling=telling, by=anna.by)
    assert (only(session).rises_at, planned(session)) == (None, [("complaint_clock", "withdrawn")])
    journal.redo(session, telling=telling, by=anna.by)
    assert (only(session).rises_at is None, planned(session)) == (False, [("complaint_clock", "waiting")])


def test_a_promise_told_later_has_no_follow_up_and_goes_with_its_message(
    session: Session, anna: Anna, acme: Party
) -> None:
    anna.tells(replace(LATE, customer=acme))
    promise = anna.tells(plans=(FollowUp(acme, date(2026, 3, 4), "answer them", answers=True),))
    assert (only(session).state, only(session).promised_day) == ("promised", date(2026, 3, 4))
    journal.undo(session, telling=promise, by=anna.by)
    assert (only(session).state, only(session).promised_day) == ("open", None)
    assert planned(session) == [("complaint_clock", "waiting"), ("promise", "withdrawn")]


def test_news_joins_and_carries_on_when_the_first_message_is_undone(session: Session, anna: Anna, acme: Party) -> None:
    first = anna.tells(replace(LATE, customer=acme))
    anna.tells(replace(LATE, customer=acme, text="still not here", severity=Severity.HIGH, news_of=only(session).id))
    row = only(session)
    grave = row.answer_by
    journal.undo(session, telling=first, by=anna.by)
    assert only(session).id == row.id
    assert len(open_ones(session, acme.id or 0, but=(0, 0))) == 1
    # Two working hours, not eight: it is as grave as what was told last.
    assert grave == datetime(2026, 3, 3, 3, tzinfo=UTC)


def test_news_of_a_customer_that_was_fixed_is_a_complaint_of_its_own(
    session: Session, anna: Anna, acme: Party, company: Company
) -> None:
    anna.tells(replace(LATE, customer=acme))
    news = replace(LATE, customer=acme, news_of=only(session).id)
    telling = anna.tells(news)
    globex = Party("Globex", customer_of(company, "Anna", "Globex", team="East"))
    anna.amends(telling, replace(news, customer=globex))
    assert [row.customer_id for row in session.exec(select(ComplaintRow).order_by(col(ComplaintRow.id)))] == [
        acme.id,
        globex.id,
    ]


def test_whoever_closes_second_changes_nothing(session: Session, anna: Anna, acme: Party) -> None:
    anna.tells(replace(LATE, customer=acme))
    number = only(session).id or 0
    closing = taken(anna, Step.CLOSE, cause=Cause.LATE, remedy=Remedy.EXPLAINED)
    assert steps.go(session, complaint=number, step=closing)
    assert not steps.go(session, complaint=number, step=replace(closing, remedy=Remedy.DISCOUNT))
    assert (only(session).remedy, only(session).answer_by) == ("explained", None)


def test_only_the_last_step_is_taken_back(session: Session, anna: Anna, acme: Party) -> None:
    anna.tells(replace(LATE, customer=acme))
    number = only(session).id or 0
    steps.go(session, complaint=number, step=taken(anna, Step.RESOLVE))
    resolved = steps.last(session, number)
    steps.go(session, complaint=number, step=taken(anna, Step.CLOSE))
    assert resolved is not None
    assert not steps.take_back(session, complaint=number, step=resolved.id, now=MONDAY)
    closed = steps.last(session, number)
    assert closed is not None
    assert steps.take_back(session, complaint=number, step=closed.id, now=MONDAY)
    assert only(session).state == "resolved"


def test_it_goes_up_step_by_step_and_once_for_two_replicas(
    session: Session, anna: Anna, acme: Party, company: Company
) -> None:
    anna.tells(replace(LATE, customer=acme))
    now = MONDAY + timedelta(days=3)
    (first,) = raising.found(session, now=now)
    assert [above.member for above in first.above] == [company["Boris"].id]
    assert raising.raise_it(session, first)
    assert not raising.raise_it(session, first)
    session.expire_all()
    assert raising.found(session, now=now) == []
    (second,) = raising.found(session, now=first.next)
    assert [above.member for above in second.above] == [company["Dora"].id]


def test_an_answer_keeps_it_from_going_up(session: Session, anna: Anna, acme: Party) -> None:
    anna.tells(replace(LATE, customer=acme))
    steps.go(session, complaint=only(session).id or 0, step=taken(anna, Step.ANSWER))
    assert raising.found(session, now=MONDAY + timedelta(days=9)) == []


def test_the_board_shows_each_theirs_by_urgency(session: Session, anna: Anna, acme: Party, company: Company) -> None:
    anna.tells(replace(LATE, customer=acme, text="second"))
    anna.tells(replace(LATE, customer=acme, text="first", severity=Severity.HIGH))
    now = MONDAY + timedelta(minutes=9)
    seen = {
        who: [line.text for line in board.board(session, company[who], only=Only.OPEN, page=7, now=now).lines]
        for who in ("Anna", "Boris", "Carl", "Max", "小李")
    }
    both = ["first", "second"]
    assert seen == {"Anna": both, "Boris": both, "Carl": both, "Max": [], "小李": []}
    assert board.board(session, company["Anna"], only=Only.MINE, page=1, now=now).total == 2
    assert board.board(session, company["Boris"], only=Only.LATE, page=1, now=now + timedelta(days=2)).late == 2


def test_the_week_counts_causes_for_a_hundred_orders(
    session: Session, anna: Anna, acme: Party, company: Company
) -> None:
    order = Entry(Kind.ORDER, acme, MONDAY.date(), "ten boxes")
    anna.tells(replace(LATE, customer=acme), *[order] * 4)
    closing = taken(anna, Step.CLOSE, cause=Cause.LATE, remedy=Remedy.DISCOUNT)
    steps.go(session, complaint=only(session).id or 0, step=closing)
    found = causes.week(session, company["Carl"], monday=MONDAY.date(), now=MONDAY + timedelta(days=7))
    assert (found.told, found.closed, found.open, found.orders, found.rate) == (1, 1, 0, 4, 25.0)
    assert (found.causes, found.remedies) == ({"late": 1}, {"discount": 1})
    nothing = causes.week(session, company["Max"], monday=MONDAY.date(), now=MONDAY)
    assert (nothing.told, nothing.closed, nothing.rate) == (0, 0, None)


def test_one_of_a_withdrawn_customer_is_on_no_board_and_may_be_reopened_without_harm(
    session: Session, anna: Anna, acme: Party
) -> None:
    anna.tells(replace(LATE, customer=acme))
    number = only(session).id or 0
    steps.go(session, complaint=number, step=taken(anna, Step.CLOSE))
    session.get_one(CustomerRow, acme.id).withdrawn = True
    assert steps.go(session, complaint=number, step=taken(anna, Step.REOPEN))
    assert board.board(session, anna.member, only=Only.OPEN, page=1, now=MONDAY).total == 0
    assert not steps.may(session, 987_654, Step.REOPEN)
