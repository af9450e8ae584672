"""After a standstill one message tells of all that only has to say that it is late, follow-up or not."""

from datetime import time

from reminders.followups import FollowUps
from reminders.pushes import Pushes
from sales.cards import Button
from sales.drafts import Draft
from sales.people import Member
from sales.reminder_cards import late_card
from sales.tellings import FollowUp, Telling
from storage.plans.followup_views import late_bundle
from storage.store import Session, Store
from storage.told import journal
from tests.reminders.office import (
    DAY,
    HOUR,
    MINUTE,
    MONDAY,
    REMIND_AT,
    SUNDAY,
    TODAY,
    customer,
    hire,
    kinds,
    promise,
    tick,
    waiting_in,
)
from wording.cards.late import late
from wording.voice import Voice


def _visit(session: Session, anna: Member, name: str = "Acme Tools") -> None:
    """At nine; at ten she would have been asked how it went."""
    plan = FollowUp(customer(session, anna, name), TODAY, "visit them", time(9), purpose="visit")
    told = Telling(follow_ups=(plan,))
    draft = Draft(chat=anna.chat or 0, message=900 + len(name), moment=SUNDAY, text="visit", telling=told)
    journal.record(session, draft=draft, by=journal.By(anna, SUNDAY, REMIND_AT))


async def _back_at_noon(store: Store) -> None:
    for sweep in (FollowUps(store), Pushes(store)):
        await sweep.sweep(tick(MONDAY - 2 * HOUR))
    for sweep in (FollowUps(store), Pushes(store)):
        await sweep.sweep(tick(MONDAY + 2 * HOUR))
        await sweep.sweep(tick(MONDAY + 2 * HOUR + MINUTE))


async def test_a_question_after_a_visit_is_a_line_of_the_bundle(any_store: Store) -> None:
    with any_store.transaction() as session:
        anna = hire(session, "Anna")
        _visit(session, anna)
        promise(session, anna, TODAY)
    await _back_at_noon(any_store)

    (row,) = waiting_in(any_store, anna)
    assert row.kind == "late"
    assert len(late_card(row.facts).reminders) == 1
    with any_store.transaction() as session:
        view = late_bundle(session, anna, row.facts)
        assert view is not None
        card = late(view, Voice("en", anna.zone, TODAY))
    assert "3 How did it go" in card.text
    opened = card.rows[0][2]
    assert isinstance(opened, Button)
    assert opened.action == "care_open"


async def test_what_was_answered_meanwhile_is_no_line_any_more(any_store: Store) -> None:
    with any_store.transaction() as session:
        anna = hire(session, "Anna")
        _visit(session, anna, "Acme Tools")
        _visit(session, anna, "Globex Ltd.")
    await _back_at_noon(any_store)

    (row,) = waiting_in(any_store, anna)
    card = late_card(row.facts)
    facts = {**row.facts, "follow_ups": "", "reminders": ""}
    with any_store.transaction() as session:
        assert len(card.reminders) == 2
        assert late_bundle(session, anna, {**facts, "reminders": "4711"}) is None


async def test_in_time_it_comes_by_itself(any_store: Store) -> None:
    with any_store.transaction() as session:
        anna = hire(session, "Anna")
        _visit(session, anna)
    for sweep in (FollowUps(any_store), Pushes(any_store)):
        await sweep.sweep(tick(MONDAY - DAY))
        await sweep.sweep(tick(MONDAY + HOUR))
    assert "visit_outcome" in kinds(waiting_in(any_store, anna))
