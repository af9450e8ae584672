"""A complaint whose customer is handed over, merged or whose people are erased stays whole, and comes back whole."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from sqlmodel import Session, col, select

from sales.complaint_views import Only
from sales.complaints import Cause, Remedy, Step, Taken
from sales.handovers import Stage
from sales.hands import Hand
from sales.tellings import Party
from storage.care.reminders import State
from storage.company import handing_over, handovers
from storage.company.handing_over import Terms
from storage.company.handovers import NewHandOver
from storage.complaints import board, steps
from storage.duplicates import undoing
from storage.duplicates.merging import Two, merge_customers
from storage.privacy.persons import Who, person
from storage.tables.care import ReminderRow
from storage.tables.changes import ChangeSetRow
from storage.tables.customers import ContactRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow
from tests.complaints.teller import LATE, MONDAY, Anna, only, taken
from tests.people.company import Company, customer_of
from tests.privacy.at_once import erase


@pytest.fixture
def hand(company: Company) -> Hand:
    return Hand(company["Boris"].id, MONDAY + timedelta(hours=2))


def handed_over(session: Session, company: Company, hand: Hand) -> int:
    """All of Anna's customers go to Rita; says which hand-over it is."""
    new = NewHandOver(company["Anna"].id, company["Rita"].id, stage=Stage.PREVIEW)
    handovers.begin(session, new=new, by=hand)
    begun = handovers.begun(session, hand.member or 0, hand.now)
    assert begun is not None
    handing_over.carry_out(session, number=begun.id, by=hand, terms=Terms(time(9), "pack"))
    session.flush()
    return begun.id


def reminded(session: Session) -> list[tuple[str, int | None]]:
    session.expire_all()
    rows = session.exec(select(ReminderRow).order_by(col(ReminderRow.id)))
    return [(row.state, row.member_id) for row in rows if row.kind == "complaint_clock"]


def test_who_gets_the_customer_has_the_complaint_and_is_reminded_anew(
    session: Session, anna: Anna, acme: Party, company: Company, hand: Hand
) -> None:
    anna.tells(replace(LATE, customer=acme))
    number, mine, theirs = only(session).id or 0, company["Anna"].id, company["Rita"].id
    steps.go(session, complaint=number, step=replace(taken(anna, Step.TAKE), holder=mine))
    session.exec(select(ReminderRow)).one().state = State.TOLD
    about = handed_over(session, company, hand)
    assert (only(session).taken_by, reminded(session)) == (theirs, [("waiting", theirs)])
    # Whatever happens next is worked out of the steps: they say the same.
    steps.go(session, complaint=number, step=Taken(Step.ANSWER, hand.now, theirs))
    assert only(session).taken_by == theirs
    handing_over.undo(session, number=about, by=hand)
    session.expire_all()
    holders = session.exec(select(ComplaintStepRow.holder).where(col(ComplaintStepRow.step) == Step.TAKE)).all()
    assert list(holders) == [mine]


def test_a_hand_over_that_is_taken_back_leaves_no_trace(
    session: Session, anna: Anna, acme: Party, company: Company, hand: Hand
) -> None:
    anna.tells(replace(LATE, customer=acme))
    steps.go(session, complaint=only(session).id or 0, step=replace(taken(anna, Step.TAKE), holder=anna.member.id))
    session.exec(select(ReminderRow)).one().state = State.TOLD
    handing_over.undo(session, number=handed_over(session, company, hand), by=hand)
    assert (only(session).taken_by, reminded(session)) == (anna.member.id, [("told", anna.member.id)])


def test_two_customers_with_complaints_are_merged_and_parted(
    session: Session, anna: Anna, acme: Party, company: Company, hand: Hand
) -> None:
    twin = Party("Acme Ltd", customer_of(company, "Anna", "Acme Ltd", team="East"))
    anna.tells(replace(LATE, customer=acme, text="mine"))
    anna.tells(replace(LATE, customer=twin, text="theirs"))
    merge_customers(session, Two(acme.id or 0, twin.id or 0), choices={}, by=hand)
    session.expire_all()
    shown = board.board(session, company["Carl"], only=Only.OPEN, page=1, now=hand.now).lines
    assert [(line.customer, line.text) for line in shown] == [("Acme", "mine"), ("Acme", "theirs")]
    # One of them is closed while they are one customer; it is closed when they are two again.
    closing = taken(anna, Step.CLOSE, cause=Cause.LATE, remedy=Remedy.EXPLAINED)
    steps.go(session, complaint=shown[1].id, step=closing)
    undoing.undo(session, session.exec(select(ChangeSetRow.id)).one() or 0, by=hand)
    session.expire_all()
    rows = session.exec(select(ComplaintRow).order_by(col(ComplaintRow.id)))
    assert [(row.customer_id, row.state) for row in rows] == [(acme.id, "open"), (twin.id, "closed")]
    planned = session.exec(select(ReminderRow.customer_id, ReminderRow.state).order_by(col(ReminderRow.id)))
    assert list(planned) == [(acme.id, "waiting"), (twin.id, "withdrawn")]


def test_who_complained_is_erased_and_the_complaint_stands(
    session: Session, anna: Anna, acme: Party, hand: Hand
) -> None:
    words = "Sarah Lee says: pump failed again"
    anna.tells(replace(LATE, customer=acme, text=words, quote=words))
    number = only(session).id or 0
    steps.go(session, complaint=number, step=taken(anna, Step.CLOSE, cause=Cause.LATE, remedy=Remedy.EXPLAINED))
    steps.remark(session, complaint=number, words="told Sarah Lee", now=hand.now)
    sarah = ContactRow(customer_id=acme.id or 0, name="Sarah Lee")
    session.add(sarah)
    session.flush()
    found = person(session, Who.CONTACT, sarah.id or 0)
    assert found is not None
    erase(session, found, by=hand)
    session.expire_all()
    row = only(session)
    assert "Sarah" not in f"{row.quote}{row.remark}{[step.remark for step in session.exec(select(ComplaintStepRow))]}"
    steps.go(session, complaint=number, step=Taken(Step.REOPEN, hand.now, anna.member.id))
    assert only(session).state == "reopened"
