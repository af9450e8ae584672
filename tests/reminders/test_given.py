"""Follow-ups in the hands of a colleague: who is meant, who is reminded, and who is when the colleague is not there."""

import pytest
from sqlmodel import Session

from sales.hands import Hand
from sales.tellings import FollowUp, Source, Telling
from storage.plans import due_followups, followups, giving
from storage.plans.agenda import agenda
from storage.tables.people import MemberRow
from storage.told import journal
from tests.reminders.office import ACTION, DAY, MONDAY, REMIND_AT, TODAY, hire, member, promise, row_of


@pytest.mark.parametrize(
    ("who", "found"), [("Boris", True), ("boris klein", True), ("小李", True), ("Kim", False), ("Anna", False)]
)
def test_one_colleague_is_meant_or_none(session: Session, who: str, found: bool) -> None:  # noqa: FBT001 - a table
    anna = hire(session, "Anna")
    others = [hire(session, name) for name in ("Boris Klein", "李强", "Kim Lee", "Kim Tan")]
    named = giving.colleague_named(session, who, teller=anna.id)
    assert (named in [one.id for one in others]) is found


def _given(session: Session) -> tuple[int, int, int]:
    """A follow-up of Anna's that Boris took on."""
    anna, boris = hire(session, "Anna"), hire(session, "Boris")
    number = promise(session, anna, TODAY)
    row = row_of(session, number)
    row.given_to = boris.id
    session.flush()
    giving.answer(session, follow_up=number, accepted=True, by=Hand(boris.id, MONDAY - DAY))
    return number, anna.id, boris.id


def test_who_took_it_on_is_reminded_and_has_it_on_the_list(session: Session) -> None:
    number, anna, boris = _given(session)
    (waiting,) = due_followups.waiting(session, now=MONDAY)
    assert (waiting.due.follow_up, waiting.recipient.member) == (number, boris)
    lists = {who: agenda(session, member(session, who), now=MONDAY).due for who in (anna, boris)}
    assert [line.action for line in lists[boris]] == [ACTION]
    assert not lists[anna]


def test_it_falls_back_to_its_owner_when_the_colleague_has_left(session: Session) -> None:
    _, anna, boris = _given(session)
    session.get_one(MemberRow, boris).active = False
    session.flush()
    (waiting,) = due_followups.waiting(session, now=MONDAY)
    assert waiting.recipient.member == anna
    assert agenda(session, member(session, anna), now=MONDAY).due


def test_who_declined_may_not_touch_it(session: Session) -> None:
    number, _, boris = _given(session)
    giving.answer(session, follow_up=number, accepted=False, by=Hand(boris, MONDAY))
    assert followups.find(session, member(session, boris), number) is None
    (waiting,) = due_followups.waiting(session, now=MONDAY)
    assert waiting.recipient.member != boris


def test_it_is_handed_on_to_a_colleague_and_taken_back(session: Session) -> None:
    anna, boris = hire(session, "Anna"), hire(session, "Boris")
    number = promise(session, anna, TODAY)
    giving.hand_on(session, follow_up=number, to=boris.id, by=Hand(anna.id, MONDAY))
    giving.answer(session, follow_up=number, accepted=True, by=Hand(boris.id, MONDAY))
    assert agenda(session, member(session, boris.id), now=MONDAY).due
    giving.take_back(session, follow_up=number, by=Hand(anna.id, MONDAY))
    assert not agenda(session, member(session, boris.id), now=MONDAY).due
    assert agenda(session, member(session, anna.id), now=MONDAY).due


def test_only_those_of_the_same_team_who_are_there_can_be_asked(session: Session) -> None:
    anna, boris, clara = (hire(session, name) for name in ("Anna", "Boris", "Clara"))
    session.get_one(MemberRow, clara.id).active = False
    session.flush()
    assert giving.colleagues(session, anna) == [(boris.id, "Boris")]
    assert giving.colleagues(session, anna, but=(boris.id,)) == []


def test_what_is_told_again_leaves_it_with_the_colleague(session: Session) -> None:
    anna, boris = hire(session, "Anna"), hire(session, "Boris")
    row = row_of(session, promise(session, anna, TODAY))
    giving.hand_on(session, follow_up=row.id or 0, to=boris.id, by=Hand(anna.id, MONDAY))
    told = Telling(follow_ups=(FollowUp(None, TODAY + DAY, "send another quote"),))
    revision = journal.Revision(told, Source.EDIT, "send another quote")
    journal.amend(session, telling=row.telling_id, revision=revision, by=journal.By(anna, MONDAY, REMIND_AT))
    assert (row.action, row.given_to) == ("send another quote", boris.id)
