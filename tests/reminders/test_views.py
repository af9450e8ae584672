"""What the cards of follow-ups are given to show, on both engines."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from sqlmodel import Session

from sales.drafts import Draft
from sales.hands import Hand
from sales.kinds import Kind
from sales.people import Member
from sales.reminder_cards import AgendaCard, LateCard, ReminderCard, list_card, reminder_card
from sales.tellings import Entry, Party, Telling
from storage.plans.agenda import agenda
from storage.plans.followup_views import late_bundle, reminder
from storage.plans.followups import Ending, Plan, finish, snooze
from storage.store import Store
from storage.tables.customers import ContactRow
from storage.tables.followups import DraftRow
from storage.told import journal
from tests.reminders.office import DAY, HOUR, MONDAY, REMIND_AT, TODAY, customer, hire, promise, row_of


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


def card_of(session: Session, follow_up: int, *, fresh: bool = False) -> dict[str, str | int | None]:
    row = row_of(session, follow_up)
    return ReminderCard(follow_up, row.due_at, row.day, fresh=fresh).facts


def visited(session: Session, anna: Member, acme: Party, on: date, words: str) -> None:
    told = Telling(entries=(Entry(Kind.VISIT, acme, on, words),))
    draft = Draft(chat=anna.chat or 0, message=900 + on.day, moment=MONDAY, text=words, telling=told)
    journal.record(session, draft=draft, by=journal.By(anna, MONDAY, REMIND_AT))


def test_the_last_entry_and_the_number_are_at_hand(session: Session, anna: Member) -> None:
    acme = customer(session, anna)
    session.add(ContactRow(customer_id=acme.id or 0, name="S. Lee", phone="+65 6555 0123"))
    visited(session, anna, acme, TODAY - DAY, "a bit pricey")
    visited(session, anna, acme, TODAY - 5 * DAY, "first visit")

    view = reminder(session, anna, card_of(session, promise(session, anna, TODAY, party=acme)))

    assert view is not None
    assert view.last is not None
    assert (view.what.customer, view.last.text, view.phone) == (acme, "a bit pricey", "+65 6555 0123")


@pytest.mark.parametrize(
    ("contacts", "phone"),
    [
        pytest.param("王总", "+86 1", id="the one who is meant, whatever the title"),
        pytest.param("Nobody", None, id="no number of somebody else"),
        pytest.param("", None, id="two have a number and nobody is named"),
    ],
)
def test_whose_number(session: Session, anna: Member, contacts: str, phone: str | None) -> None:
    acme = customer(session, anna)
    for name, number in (("王经理", "+86 1"), ("李", "+86 2"), ("Lee", None)):
        session.add(ContactRow(customer_id=acme.id or 0, name=name, phone=number))
    follow_up = promise(session, anna, TODAY, party=acme)
    row_of(session, follow_up).contacts = contacts

    view = reminder(session, anna, card_of(session, follow_up))

    assert view is not None
    assert view.phone == phone


def test_what_is_settled_is_not_sent_but_its_card_tells_the_end(session: Session, anna: Member) -> None:
    follow_up = promise(session, anna, TODAY)
    fresh, shown = card_of(session, follow_up, fresh=True), card_of(session, follow_up)
    finish(session, follow_up=follow_up, ending=Ending.DONE, by=Hand(anna.id, MONDAY))

    assert reminder(session, anna, fresh) is None
    view = reminder(session, anna, shown)
    assert view is not None
    assert view.stage == "done"


def test_a_reminder_that_was_put_off_before_it_was_sent_is_not_sent(session: Session, anna: Member) -> None:
    follow_up = promise(session, anna, TODAY)
    fresh = card_of(session, follow_up, fresh=True)
    snooze(session, follow_up=follow_up, plan=Plan(MONDAY + HOUR), by=Hand(anna.id, MONDAY))

    assert reminder(session, anna, fresh) is None


def test_what_a_telling_closed_is_logged(session: Session, anna: Member) -> None:
    follow_up = promise(session, anna, TODAY)
    facts = card_of(session, follow_up)
    row = row_of(session, follow_up)
    row.state, row.closed_by_telling = "done", row.telling_id

    view = reminder(session, anna, facts)
    assert view is not None
    assert view.stage == "logged"


def test_the_bundle_leaves_out_what_is_settled_meanwhile(session: Session, anna: Member) -> None:
    done, put_off, late = (promise(session, anna, TODAY) for _ in range(3))
    finish(session, follow_up=done, ending=Ending.DONE, by=Hand(anna.id, MONDAY))
    snooze(session, follow_up=put_off, plan=Plan(MONDAY + DAY), by=Hand(anna.id, MONDAY))
    bundle = LateCard(MONDAY - HOUR, MONDAY + HOUR, (done, put_off, late), fresh=True)

    view = late_bundle(session, anna, bundle.facts)
    assert view is not None
    assert [(one.id, one.late) for one in view.reminders] == [(late, MONDAY)]

    finish(session, follow_up=late, ending=Ending.DONE, by=Hand(anna.id, MONDAY))
    assert late_bundle(session, anna, bundle.facts) is None


def test_after_a_day_the_bundle_is_sent_even_if_it_is_empty(session: Session, anna: Member) -> None:
    view = late_bundle(session, anna, LateCard(MONDAY - 2 * DAY, MONDAY, fresh=True).facts)
    assert view is not None
    assert view.reminders == ()


def test_the_agenda_has_what_is_over_due_and_to_come(session: Session, anna: Member) -> None:
    acme = customer(session, anna)
    ahead = promise(session, anna, TODAY + timedelta(days=1), party=acme)
    some_day = promise(session, anna, None)
    at_four, whole_day = (promise(session, anna, TODAY, at) for at in (time(16), None))
    overdue = promise(session, anna, TODAY - timedelta(days=9))
    promise(session, hire(session, "Ben"), TODAY)
    finish(session, follow_up=promise(session, anna, TODAY), ending=Ending.DONE, by=Hand(anna.id, MONDAY))

    view = agenda(session, anna, now=MONDAY)

    assert [line.id for line in view.overdue] == [overdue]
    assert [line.id for line in view.due] == [whole_day, at_four]
    assert [(line.id, line.customer) for line in view.ahead] == [(ahead, "Acme Tools"), (some_day, None)]
    assert (view.more, view.waiting) == (0, 0)


def test_the_agenda_fits_a_screen_and_says_how_much_more_there_is(session: Session, anna: Member) -> None:
    for day in range(-30, 30):
        promise(session, anna, TODAY + timedelta(days=day))

    view = agenda(session, anna, now=MONDAY)

    assert len(view.overdue) + len(view.due) + len(view.ahead) + view.more == 60
    assert len(view.overdue) < 30


def test_the_agenda_counts_the_questions_that_wait(session: Session, anna: Member) -> None:
    for message in range(2):
        row = DraftRow(member_id=anna.id, chat_id=1, message_id=message, body="{}", created_at=MONDAY)
        session.add(row)
    session.flush()

    assert agenda(session, anna, now=MONDAY).waiting == 2


@pytest.mark.parametrize("within", [None, AgendaCard(), LateCard(MONDAY, MONDAY + HOUR, (3, 1, 2))])
@pytest.mark.parametrize("planned", [None, MONDAY])
def test_facts_come_back_as_they_went(planned: datetime | None, within: AgendaCard | LateCard | None) -> None:
    card = ReminderCard(4, planned, planned.date() if planned else None, late=True, fresh=True, within=within)
    assert reminder_card(card.facts) == card


def test_other_messages_are_no_lists() -> None:
    assert list_card("echo", {}) is None
