"""Tellings on record: amended, fixed by hand, undone and redone, on both engines."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlmodel import col, select

from sales.drafts import Draft
from sales.kinds import Calendar, Field, Kind
from sales.money import Money
from sales.tellings import Entry, Fact, FollowUp, Item, Party, Source, Telling, by_hand, reread
from storage.cards import directory
from storage.plans.followups import find
from storage.store import Session, Store
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import ComplaintRow, EntryRow, RevisionRow
from storage.told import echoes, journal
from storage.told.journal import By, Revision
from tests.journal.conftest import MONDAY, draft, employ, visit


def live(session: Session) -> list[EntryRow]:
    return list(session.exec(select(EntryRow).where(col(EntryRow.live)).order_by(col(EntryRow.slot))))


def test_a_new_name_becomes_a_customer_of_the_rep(session: Session, by: By) -> None:
    journal.record(session, draft=draft(visit("Acme")), by=by)
    assert [customer.name for customer in directory.directory(session, by.member)] == ["Acme"]


def test_the_same_message_is_recorded_once(session: Session, by: By) -> None:
    first = journal.record(session, draft=draft(visit()), by=by)
    assert journal.record(session, draft=draft(visit(), visit("Globex")), by=by) == first
    assert len(live(session)) == 1


def test_two_orders_of_one_message_are_both_kept(session: Session, by: By) -> None:
    orders = [replace(visit(), kind=Kind.ORDER, amount=Money(minor, "SGD")) for minor in (10_000, 20_000)]
    journal.record(session, draft=draft(*orders), by=by)
    assert [row.amount_minor for row in live(session)] == [10_000, 20_000]


def test_an_undone_message_leaves_nothing_on_any_card(session: Session, by: By) -> None:
    telling = journal.record(session, draft=draft(visit("Acme")), by=by)
    journal.undo(session, telling=telling, by=by)
    assert live(session) == []
    assert directory.directory(session, by.member) == []


def test_a_customer_whom_others_spoke_of_meanwhile_stays(session: Session, by: By) -> None:
    first = journal.record(session, draft=draft(visit("Acme")), by=by)
    acme = directory.directory(session, by.member)[0]
    journal.record(session, draft=draft(visit(Party(acme.name, acme.id)), message=2), by=by)
    journal.undo(session, telling=first, by=by)
    assert [customer.name for customer in directory.directory(session, by.member)] == ["Acme"]


def test_an_edit_after_an_undo_stays_undone(session: Session, by: By) -> None:
    telling = journal.record(session, draft=draft(visit()), by=by)
    journal.undo(session, telling=telling, by=by)
    journal.amend(session, telling=telling, revision=Revision(Telling((visit(), visit("Globex"))), Source.EDIT), by=by)
    assert live(session) == []
    assert directory.directory(session, by.member) == []


def test_a_field_set_by_hand_beats_a_new_reading(session: Session, by: By) -> None:
    telling = journal.record(session, draft=draft(visit()), by=by)
    there = journal.find(session, telling)
    assert there
    fixed = by_hand(replace(visit(there.told.parties[0]), on=date(2026, 3, 1)), "on")
    journal.amend(session, telling=telling, revision=Revision(Telling((fixed,)), Source.BUTTON), by=by)
    edited = reread(Telling((fixed,)), Telling((replace(visit(there.told.parties[0]), text="met the buyer"),)))
    journal.amend(session, telling=telling, revision=Revision(edited, Source.EDIT, "new words"), by=by)
    assert [(row.on_day, row.text) for row in live(session)] == [(date(2026, 3, 1), "met the buyer")]


def test_every_state_of_a_message_stays_in_its_history(session: Session, by: By) -> None:
    telling = journal.record(session, draft=draft(visit()), by=by)
    journal.amend(session, telling=telling, revision=Revision(Telling((visit("Globex"),)), Source.EDIT, "b"), by=by)
    journal.undo(session, telling=telling, by=by)
    journal.redo(session, telling=telling, by=by)
    rows = session.exec(select(RevisionRow).order_by(col(RevisionRow.number))).all()
    assert [(row.source, row.text) for row in rows] == [
        ("text", "as it was said"),
        ("edit", "b"),
        ("undo", "b"),
        ("redo", "b"),
    ]


def test_a_snoozed_follow_up_keeps_its_moment_when_the_message_is_edited(session: Session, by: By) -> None:
    plan = FollowUp(Party("Acme"), date(2026, 3, 6), "send the quote")
    telling = journal.record(session, draft=replace(draft(visit()), telling=Telling((visit(),), (plan,))), by=by)
    row = session.exec(select(FollowUpRow)).one()
    row.due_at = MONDAY
    edited = Telling((visit(),), (replace(plan, action="send the new quote"),))
    journal.amend(session, telling=telling, revision=Revision(edited, Source.EDIT, "b"), by=by)
    assert (row.due_at, row.action) == (MONDAY, "send the new quote")


def test_the_answer_to_a_reminder_closes_it_and_undoing_the_answer_opens_it(session: Session, by: By) -> None:
    plan = Telling((), (FollowUp(Party("Acme"), date(2026, 3, 6), "call"),))
    journal.record(session, draft=replace(draft(), telling=plan), by=by)
    number = session.exec(select(FollowUpRow.id)).one() or 0
    answer = journal.record(session, draft=replace(draft(visit(), message=2), closes=number), by=by)
    states = [standing.state for standing in [find(session, by.member, number)] if standing]
    journal.undo(session, telling=answer, by=by)
    states += [standing.state for standing in [find(session, by.member, number)] if standing]
    assert states == ["done", "open"]


def test_the_newest_fact_stands_on_the_card_and_an_undo_brings_the_older_one_back(session: Session, by: By) -> None:
    def phone(number: str, message: int) -> int:
        fact = Fact("Sarah Lee", Field.PHONE, number, None, Party("Acme"))
        return journal.record(session, draft=replace(draft(message=message), telling=Telling(facts=(fact,))), by=by)

    phone("111", 1)
    acme = directory.directory(session, by.member)[0]
    told = Fact("Sarah Lee", Field.PHONE, "222", None, Party(acme.name, acme.id))
    second = journal.record(session, draft=replace(draft(message=2), telling=Telling(facts=(told,))), by=by)
    sarah = session.exec(select(ContactRow)).one()
    numbers = [sarah.phone]
    journal.undo(session, telling=second, by=by)
    assert [*numbers, sarah.phone] == ["222", "111"]


def test_a_complaint_that_becomes_feedback_is_no_complaint_any_more(session: Session, by: By) -> None:
    complaint = replace(visit(), kind=Kind.COMPLAINT)
    telling = journal.record(session, draft=draft(complaint), by=by)
    changed = Telling((replace(complaint, kind=Kind.FEEDBACK),))
    journal.amend(session, telling=telling, revision=Revision(changed, Source.BUTTON), by=by)
    assert session.exec(select(ComplaintRow)).all() == []


def test_a_message_within_half_an_hour_is_about_the_same_customer(session: Session, by: By) -> None:
    journal.record(session, draft=draft(visit()), by=by)
    found = [
        echoes.talked_of(session, member=by.member, moment=MONDAY.replace(hour=2, minute=minute)) is not None
        for minute in (0, 30, 31)
    ]
    assert found == [True, True, False]


names = some.sampled_from(["Acme", "Globex", "恒大钢铁"])
people = some.lists(some.sampled_from(["Lee", "王总", "Sarah Lee"]), max_size=2, unique=True).map(tuple)
entries = some.builds(
    Entry,
    some.sampled_from(list(Kind)),
    names.map(Party),
    some.dates(date(2026, 1, 1), date(2026, 3, 1)),
    contacts=people,
    amount=some.none() | some.builds(Money, some.integers(0, 10**9), some.just("SGD")),
    items=some.lists(some.builds(Item, some.text(max_size=5)), max_size=2).map(tuple),
)
plans = some.builds(
    FollowUp, names.map(Party), some.none() | some.dates(date(2026, 3, 2), date(2026, 9, 1)), some.just("call")
)
facts = some.builds(
    Fact, some.just("Lee"), some.just(Field.BIRTHDAY), some.just("--03-12"), some.just(Calendar.LUNAR), names.map(Party)
)
tellings = some.builds(
    Telling,
    some.lists(entries, max_size=3).map(tuple),
    some.lists(plans, max_size=2).map(tuple),
    some.lists(facts, max_size=1).map(tuple),
)


def visible(session: Session) -> list[str]:
    """All that anybody can see on any card; ids and versions aside."""
    session.flush()
    rows: list[Any] = []
    rows += session.exec(select(CustomerRow.name).where(col(CustomerRow.withdrawn).is_(False)))
    rows += session.exec(
        select(col(ContactRow.name), col(ContactRow.birthday)).where(col(ContactRow.withdrawn).is_(False))
    )
    rows += session.exec(
        select(col(EntryRow.kind), col(EntryRow.on_day), col(EntryRow.amount_minor)).where(col(EntryRow.live))
    )
    rows += session.exec(
        select(col(FollowUpRow.action), col(FollowUpRow.due_at)).where(col(FollowUpRow.state) == "open")
    )
    return sorted(map(str, rows))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=tellings, told=tellings)
def test_undo_leaves_the_cards_as_they_were_and_redo_puts_all_back(
    store: Store, before: Telling, told: Telling
) -> None:
    # Nothing is kept: each example has the empty database to itself.
    with Session(store.engine) as session:
        anna = By(employ(session), MONDAY, time(9))
        journal.record(session, draft=Draft(7, 1, MONDAY, "a", telling=before), by=anna)
        settled = _known(session, anna, told)
        earlier = visible(session)
        telling = journal.record(session, draft=Draft(7, 2, MONDAY, "b", telling=settled), by=anna)
        later = visible(session)
        journal.undo(session, telling=telling, by=anna)
        assert visible(session) == earlier
        journal.redo(session, telling=telling, by=anna)
        assert visible(session) == later


def _known(session: Session, by: By, told: Telling) -> Telling:
    """The names that are on record already, as understanding would find them."""
    ids = {customer.name: customer.id for customer in directory.directory(session, by.member)}

    def found(party: Party | None) -> Party | None:
        return Party(party.name, ids.get(party.name)) if party else None

    return Telling(
        tuple(replace(entry, customer=found(entry.customer)) if entry else None for entry in told.entries),
        tuple(replace(plan, customer=found(plan.customer)) if plan else None for plan in told.follow_ups),
        tuple(replace(fact, customer=found(fact.customer)) if fact else None for fact in told.facts),
    )
