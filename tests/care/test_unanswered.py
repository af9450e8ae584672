"""Questions that nobody answered become lines of the agenda of whoever was asked: on both engines."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, col, select

from sales.care.customer_questions import question_in
from sales.comments import EntryPlace
from sales.drafts import Draft
from sales.hands import Hand
from sales.kinds import Kind
from sales.people import Member
from sales.tellings import Entry, FollowUp, Party, Telling
from storage.care import reminders
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.comments import keeping as comments
from storage.comments.keeping import NewComment
from storage.company.habits import keep_kind
from storage.plans import giving
from storage.plans.agenda import agenda
from storage.tables.care import ReminderRow
from storage.tables.followups import FollowUpRow
from storage.told import journal
from tests.reminders.office import DAY, MONDAY, REMIND_AT, TODAY, customer, hire

ASKS = "visited Acme, they asked whether we deliver in May. All fine otherwise"


@pytest.fixture
def anna(session: Session) -> Member:
    member = hire(session, "Anna")
    keep_kind(session, member=member.id, kind="unanswered", wanted=True)
    return member


def told(session: Session, by: Member, party: Party, words: str, days_ago: int) -> int:
    entry = Entry(Kind.VISIT, party, TODAY - days_ago * DAY, words)
    return _said(session, by, Telling(entries=(entry,)), words, days_ago)


def given(session: Session, by: Member, party: Party, who: str, days_ago: int) -> int:
    plan = FollowUp(party, TODAY + 30 * DAY, "check the price", who=who)
    return _said(session, by, Telling(follow_ups=(plan,)), "check the price", days_ago)


def _said(session: Session, by: Member, telling: Telling, words: str, days_ago: int) -> int:
    moment = MONDAY - days_ago * DAY
    draft = Draft(chat=by.chat or 0, message=100 + days_ago, moment=moment, text=words, telling=telling)
    return journal.record(session, draft=draft, by=journal.By(by, moment, REMIND_AT))


def planned(session: Session, days: int = 0) -> int:
    look = Look(MONDAY + days * DAY, TODAY + timedelta(days=days), ZoneInfo("UTC"))
    return reminders.plan(session, list(PLANNERS["unanswered"](session, look)))


def lines(session: Session, member: Member) -> list[dict[str, object]]:
    return [dict(line.about) for line in agenda(session, member, now=MONDAY).care if line.kind == "unanswered"]


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        (ASKS, "they asked whether we deliver in May"),
        ("Mr Lee wants to know what 200 would cost", "Lee wants to know what 200 would cost"),
        ("Acme is asking about the warranty; call back", "Acme is asking about the warranty"),
        ("they asked us if the pump fits", "they asked us if the pump fits"),
        ("they asked for 3 samples", ""),
        ("they asked us to call on Friday", ""),
        ("I asked whether they pay in May", ""),
        ("no questions, they know what they want", ""),
        ("拜访恒大，客户问能不能5月交货。其他都好", "客户问能不能5月交货"),
        ("王总想知道200台多少钱", "王总想知道200台多少钱"),
        ("恒大问什么时候能发货", "问什么时候能发货"),
        ("他们没什么问题", ""),
        ("问好王总", ""),
        ("我问了他们什么时候付款", ""),
    ],
)
def test_what_is_a_question_of_the_customer(words: str, asks: str) -> None:
    assert question_in(words).endswith(asks)
    assert bool(question_in(words)) is bool(asks)


def test_after_three_days_it_is_a_line_once(session: Session, anna: Member) -> None:
    told(session, anna, customer(session, anna), ASKS, days_ago=3)
    assert (planned(session), planned(session), planned(session, 1)) == (1, 0, 0)
    assert lines(session, anna) == [{"asks": "they asked whether we deliver in May"}]


@pytest.mark.parametrize(("days_ago", "found"), [(2, 0), (3, 1), (7, 1), (8, 0)])
def test_neither_sooner_nor_much_later(session: Session, anna: Member, days_ago: int, found: int) -> None:
    told(session, anna, customer(session, anna), ASKS, days_ago=days_ago)
    assert planned(session) == found


def test_whatever_is_logged_afterwards_ends_it_and_an_undo_brings_it_back(session: Session, anna: Member) -> None:
    acme = customer(session, anna)
    told(session, anna, acme, ASKS, days_ago=3)
    planned(session)
    answered = told(session, anna, acme, "told them that we do", days_ago=1)
    assert lines(session, anna) == []

    journal.undo(session, telling=answered, by=journal.By(anna, MONDAY, REMIND_AT))
    assert len(lines(session, anna)) == 1


def test_a_plan_for_the_customer_ends_it(session: Session, anna: Member) -> None:
    acme = customer(session, anna)
    told(session, anna, acme, ASKS, days_ago=3)
    planned(session)
    given(session, anna, acme, "me", days_ago=2)
    assert lines(session, anna) == []


def test_one_that_was_undone_asks_nothing(session: Session, anna: Member) -> None:
    telling = told(session, anna, customer(session, anna), ASKS, days_ago=3)
    planned(session)
    journal.undo(session, telling=telling, by=journal.By(anna, MONDAY, REMIND_AT))
    assert lines(session, anna) == []


def test_not_again_is_kept(session: Session, anna: Member) -> None:
    acme = customer(session, anna)
    told(session, anna, acme, ASKS, days_ago=4)
    planned(session)
    number = session.exec(select(ReminderRow.id)).one() or 0
    reminders.answer(session, number, answer="never", by=Hand(anna.id, MONDAY))
    told(session, anna, acme, "they asked if it rains", days_ago=3)
    assert planned(session) == 0


def test_a_colleague_who_neither_took_it_on_nor_declined_is_told(session: Session, anna: Member) -> None:
    boris = hire(session, "Boris")
    keep_kind(session, member=boris.id, kind="unanswered", wanted=True)
    given(session, anna, customer(session, anna), "Boris", days_ago=3)
    assert planned(session) == 1
    assert lines(session, anna) == []
    [line] = lines(session, boris)
    assert (line["by"], line["action"]) == ("Anna", "check the price")

    giving.answer(session, follow_up=int(str(line["follow_up"])), accepted=False, by=Hand(boris.id, MONDAY))
    assert lines(session, boris) == []


def test_what_a_colleague_answered_in_time_is_no_line(session: Session, anna: Member) -> None:
    boris = hire(session, "Boris")
    given(session, anna, customer(session, anna), "Boris", days_ago=3)
    plan = session.exec(select(FollowUpRow.id).where(col(FollowUpRow.given_to) == boris.id)).one() or 0
    giving.answer(session, follow_up=plan, accepted=True, by=Hand(boris.id, MONDAY))
    assert planned(session) == 0


def asked_about(session: Session, by: Member, telling: int, days_ago: int, to: Member) -> None:
    comment = NewComment(EntryPlace(telling, 0), to.id, "Who was there?", 500 + days_ago)
    comments.keep(session, comment, Hand(by.id, MONDAY - days_ago * DAY))


def test_a_colleague_s_comment_is_a_line_once_a_working_day_went_by(session: Session, anna: Member) -> None:
    boris = hire(session, "Boris")
    visit = told(session, anna, customer(session, anna), "visited Acme", 6)
    # On Friday: over the weekend no working day goes by.
    asked_about(session, boris, visit, 3, anna)
    assert [planned(session, days) for days in (0, 1)] == [0, 1]
    asked_about(session, boris, visit, 4, anna)
    assert planned(session, 0) == 1
    assert [(line["by"], line["action"]) for line in lines(session, anna)] == [("Boris", "Who was there?")]
    heard = comments.came_by(session, anna.id, 503)
    assert heard is not None
    reply = NewComment(heard.place, boris.id, "the buyer", 600, answers=heard.id)
    comments.keep(session, reply, Hand(anna.id, MONDAY))
    # What was asked later is answered; what was asked before it, too.
    assert lines(session, anna) == []
    assert planned(session, 2) == 0
