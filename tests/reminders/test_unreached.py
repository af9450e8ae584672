"""Somebody blocked the bot or left: their manager gets one list a day and takes over what is open."""

import pytest
from sqlmodel import Session, select

from reminders.pushes import carry_out, decide, look
from reminders.unreached import tell_unreached
from sales.care.coming import PlannedLine
from sales.hands import Hand
from sales.people import Member
from storage.care import unreached
from storage.care.planning.visits import occasion
from storage.care.reminders import Planned, plan
from storage.tables.care import ReminderRow
from storage.tables.handovers import HandOverRow
from storage.tables.people import MemberRow
from tests.reminders.chatting import Chatting
from tests.reminders.office import DAY, HOUR, MINUTE, MONDAY, REMIND_AT, TODAY, customer, hire, promise, queued, row_of


@pytest.mark.parametrize("lost", ["blocked", "left"])
def test_the_manager_hears_of_it_once_a_day(session: Session, boris: Member, anna: Member, lost: str) -> None:
    promise(session, anna, TODAY, party=customer(session, anna))
    row = session.get_one(MemberRow, anna.id)
    row.reachable, row.active = lost != "blocked", lost != "left"
    session.flush()
    for moment in (MONDAY, MONDAY + HOUR, MONDAY + DAY):
        tell_unreached(session, moment + MINUTE)
    assert [(one.kind, one.lane) for one in queued(session)] == [("unreached", boris.chat)] * 2


def test_nobody_hears_of_those_who_can_be_told(session: Session, boris: Member, anna: Member) -> None:
    promise(session, anna, TODAY, party=customer(session, anna))
    tell_unreached(session, MONDAY + MINUTE)
    assert queued(session, to=boris) == []
    assert unreached.unreached(session, boris, member=anna.id, now=MONDAY) is None


def test_the_manager_takes_it_over(session: Session, boris: Member, anna: Member) -> None:
    number = promise(session, anna, TODAY, party=customer(session, anna))
    session.get_one(MemberRow, anna.id).reachable = False
    seen = unreached.unreached(session, boris, member=anna.id, now=MONDAY)
    assert seen is not None
    assert (seen.name, seen.total) == ("Anna", 1)
    unreached.take_over(session, giver=anna.id, to=boris, remind_at=REMIND_AT, by=Hand(boris.id, MONDAY))
    assert row_of(session, number).owner_id == boris.id
    assert unreached.unreached(session, boris, member=anna.id, now=MONDAY) is None


@pytest.mark.parametrize("kind", ["cadence", "visit_outcome"])
def test_reminders_are_lines_of_the_same_list(session: Session, boris: Member, anna: Member, kind: str) -> None:
    """Neither is told to the manager by itself."""
    acme = customer(session, anna)
    visit = promise(session, anna, TODAY, party=acme)
    row_of(session, visit).purpose = "visit"
    subject, which = (
        (visit, occasion(row_of(session, visit))) if kind == "visit_outcome" else (acme.id or 0, "2026-02-10:1")
    )
    one = Planned(kind=kind, subject_id=subject, occasion=which, day=TODAY, due_at=MONDAY, customer_id=acme.id)
    plan(session, [one])
    session.get_one(MemberRow, anna.id).reachable = False
    session.flush()

    verdicts = list(decide(look(session, now=MONDAY + HOUR), MONDAY + HOUR))
    carry_out(session, verdicts=verdicts, now=MONDAY + HOUR)
    session.expire_all()
    tell_unreached(session, MONDAY + HOUR)
    assert [row.kind for row in queued(session, to=boris)] == ["unreached"]
    seen = unreached.unreached(session, boris, member=anna.id, now=MONDAY + HOUR)
    assert seen is not None
    assert seen.total == 2

    taken = unreached.take_over(session, giver=anna.id, to=boris, remind_at=REMIND_AT, by=Hand(boris.id, MONDAY + HOUR))
    assert taken == 2
    assert session.exec(select(ReminderRow.member_id)).one() == boris.id
    assert unreached.unreached(session, boris, member=anna.id, now=MONDAY + HOUR) is None


def test_a_colleague_may_not_look(session: Session, boris: Member, anna: Member) -> None:
    promise(session, boris, TODAY, party=customer(session, boris))
    session.get_one(MemberRow, boris.id).reachable = False
    assert unreached.unreached(session, anna, member=boris.id, now=MONDAY) is None


def test_private_notes_stay_where_they_are(session: Session, boris: Member, anna: Member) -> None:
    note, plan = promise(session, anna, TODAY), promise(session, anna, TODAY, party=customer(session, anna))
    session.get_one(MemberRow, anna.id).reachable = False
    seen = unreached.unreached(session, boris, member=anna.id, now=MONDAY)
    assert seen is not None
    assert [line.follow_up for line in seen.lines if isinstance(line, PlannedLine)] == [plan]
    unreached.take_over(session, giver=anna.id, to=boris, remind_at=REMIND_AT, by=Hand(boris.id, MONDAY))
    assert row_of(session, note).owner_id == anna.id


def pressed_after(session: Session, boris: Member, giver: Member) -> str:
    """What takes the place of the list that was shown before."""
    chat = Chatting(session, boris)
    chat.gets("unreached", {"out_of_reach": giver.id})
    chat.press("take_plans", **{"from": giver.id})
    return str(chat.card.facts["text"])


def test_what_was_handed_over_meanwhile_says_to_whom(session: Session, boris: Member, anna: Member) -> None:
    ben = hire(session, "Ben")
    number = promise(session, anna, TODAY, party=customer(session, anna))
    session.get_one(MemberRow, anna.id).active = False
    row_of(session, number).owner_id = ben.id
    session.flush()
    assert pressed_after(session, boris, anna) == "What Anna had open went to Ben."


def test_what_went_by_a_hand_over_says_to_whom(session: Session, boris: Member, anna: Member) -> None:
    ben = hire(session, "Ben")
    session.get_one(MemberRow, anna.id).active = False
    session.add(HandOverRow(by_id=boris.id, from_id=anna.id, to_id=ben.id, stage="done", at=MONDAY))
    session.flush()
    assert pressed_after(session, boris, anna) == "What Anna had open went to Ben."


@pytest.mark.parametrize(
    ("reachable", "words"),
    [(True, "Anna can be reached again and keeps what is open."), (False, "Anna has nothing open any more.")],
)
def test_what_is_theirs_again_or_done_says_so(
    session: Session, boris: Member, anna: Member, words: str, *, reachable: bool
) -> None:
    session.get_one(MemberRow, anna.id).reachable = reachable
    session.flush()
    assert pressed_after(session, boris, anna) == words
