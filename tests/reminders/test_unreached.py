"""Somebody blocked the bot or left: their manager gets one list a day and takes over what is open."""

import pytest
from sqlmodel import Session

from reminders.unreached import tell_unreached
from sales.hands import Hand
from sales.people import Member
from storage.care import unreached
from storage.tables.people import MemberRow
from tests.reminders.office import DAY, HOUR, MINUTE, MONDAY, REMIND_AT, TODAY, customer, promise, queued, row_of


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
    assert unreached.unreached(session, boris, member=anna.id) is None


def test_the_manager_takes_it_over(session: Session, boris: Member, anna: Member) -> None:
    number = promise(session, anna, TODAY, party=customer(session, anna))
    session.get_one(MemberRow, anna.id).reachable = False
    seen = unreached.unreached(session, boris, member=anna.id)
    assert seen is not None
    assert (seen.name, seen.total) == ("Anna", 1)
    unreached.take_over(session, giver=anna.id, to=boris, remind_at=REMIND_AT, by=Hand(boris.id, MONDAY))
    assert row_of(session, number).owner_id == boris.id
    assert unreached.unreached(session, boris, member=anna.id) is None


def test_a_colleague_may_not_look(session: Session, boris: Member, anna: Member) -> None:
    promise(session, boris, TODAY, party=customer(session, boris))
    session.get_one(MemberRow, boris.id).reachable = False
    assert unreached.unreached(session, anna, member=boris.id) is None


def test_private_notes_stay_where_they_are(session: Session, boris: Member, anna: Member) -> None:
    note, plan = promise(session, anna, TODAY), promise(session, anna, TODAY, party=customer(session, anna))
    session.get_one(MemberRow, anna.id).reachable = False
    seen = unreached.unreached(session, boris, member=anna.id)
    assert seen is not None
    assert [line.follow_up for line in seen.lines] == [plan]
    unreached.take_over(session, giver=anna.id, to=boris, remind_at=REMIND_AT, by=Hand(boris.id, MONDAY))
    assert row_of(session, note).owner_id == anna.id
