"""What a tap on a question does, and what becomes of a question whose log is undone."""

from collections.abc import Callable

import pytest

from handlers.desk import Args, Desk
from handlers.freshness import answering, commands, laying_out
from handlers.outcome import Outcome
from handlers.reader import Reader
from handlers.recording import carry_out
from handlers.rights import may_press
from handlers.told import undoing
from sales.fact_questions import Stage
from sales.hands import Hand
from storage.cards.known_facts import known
from storage.freshness import asking
from tests.freshness.office import Office
from tests.freshness.talk import MINUTE, Talk
from tests.people.company import NOON
from tests.people.desks import desk


def test_a_tap_sets_the_value_and_can_be_taken_back(office: Office) -> None:
    talk = Talk(office, "grade")
    assert talk.shown.startswith(
        "Which class is Acme: A, B or C? / Please tap it. / [A] [B] [C]".replace("] [", "] / [")
    )
    talk.tap(answering.answer_fact, value="A")
    assert (talk.values, talk.stage, talk.waits_for_words) == (["A"], "answered", False)
    assert talk.shown == "✓ Saved: Acme / Class: A / [Undo]"
    assert office.row().grade == "A"
    talk.tap(answering.take_answer_back)
    assert (talk.values, talk.stage, office.row().grade) == ([], "undone", None)
    assert talk.shown == "Undone: Acme / Class: A"
    assert talk.tap(answering.take_answer_back).toast == "This is taken back already."


def test_what_may_be_stale_is_confirmed_with_one_tap(office: Office) -> None:
    office.fact("payment_terms", "30", days=400)
    talk = Talk(office, "payment_terms")
    assert talk.shown.startswith(
        "Still true? Acme / Payment terms: 30 days / Last told Sun 26 Jan 2025 / [Yes] / [Changed]"
    )
    talk.tap(answering.still_true)
    assert talk.shown == "✓ Still true: Acme / Payment terms: 30 days"
    [fact] = known(office.session, office.about())
    assert (fact.fresh_at, talk.stage, talk.waits_for_words) == (NOON + MINUTE, "confirmed", False)


def test_what_changed_is_asked_for_anew(office: Office) -> None:
    office.fact("payment_terms", "30", days=400)
    talk = Talk(office, "payment_terms")
    talk.tap(answering.has_changed)
    assert talk.shown.startswith("What payment terms does Acme have? / Please write how many days")
    assert talk.waits_for_words
    assert talk.write("60 days")
    assert (talk.values, talk.stage) == (["60"], "answered")
    assert talk.shown == "✓ Saved: Acme / Payment terms: 60 days / [Undo]"


@pytest.mark.parametrize(
    ("action", "stage", "shown"),
    [
        (answering.not_known, "unknown", "All right, that stays open: Acme, Class"),
        (answering.not_now, "later", "Not now: Acme, Class / I'll ask nothing about Acme for a week."),
    ],
)
def test_what_is_put_off(office: Office, action: Callable[[Desk, Args], Outcome], stage: str, shown: str) -> None:
    talk = Talk(office, "grade")
    talk.tap(action)
    assert (talk.stage, talk.values, talk.waits_for_words, talk.shown) == (stage, [], False, shown)
    assert talk.tap(action).toast == "You have answered this already."


def test_no_more_questions_until_they_are_wanted_again(office: Office) -> None:
    talk = Talk(office, "grade")
    talk.tap(answering.never_ask)
    assert not asking.wants_questions(office.session, member=office.anna.id)
    assert talk.shown.endswith("[Ask me again]")
    talk.tap(commands.ask_again)
    assert asking.wants_questions(office.session, member=office.anna.id)
    talk.tap(commands.ask_no_more)
    assert not asking.wants_questions(office.session, member=office.anna.id)


@pytest.mark.parametrize("action", ["answer_fact", "still_true", "has_changed", "take_answer_back"])
def test_who_lost_the_customer_may_not_change_it_any_more(office: Office, action: str) -> None:
    talk = Talk(office, "grade")
    args = {"customer": office.customer(), "asked": talk.asked}
    assert may_press(talk.desk(), action, args)
    office.row().owner_id = office.company.members["小李"]
    office.row().team_id = office.company.teams["South"]
    office.session.flush()
    assert not may_press(talk.desk(), action, args)


def test_a_question_is_the_members_own(office: Office) -> None:
    talk = Talk(office, "grade")
    at = desk(office.session, office.company["Boris"], "…")
    outcome = answering.answer_fact(at, {"customer": office.customer(), "asked": talk.asked, "value": "A"})
    assert (outcome.changes, outcome.toast) == ((), "You have answered this already.")


def test_the_question_goes_with_the_log(office: Office) -> None:
    talk = Talk(office, "grade")
    outcome = undoing.undo(talk.desk(), {"telling": talk.telling})
    carry_out(office.session, outcome, NOON)
    assert (talk.stage, talk.waits_for_words) == ("withdrawn", False)
    assert talk.shown == "Withdrawn: Acme, Class"
    edit = next(message for message in outcome.messages if message.kind == "fact")
    assert edit.edits == asking.key(talk.telling)


def test_an_answer_stays_when_the_log_is_undone(office: Office) -> None:
    talk = Talk(office, "grade")
    talk.tap(answering.answer_fact, value="A")
    carry_out(office.session, undoing.undo(talk.desk(), {"telling": talk.telling}), NOON)
    assert (talk.stage, talk.values) == ("answered", ["A"])


def test_what_was_settled_before_it_could_be_asked_is_not_asked(office: Office) -> None:
    talk = Talk(office, "grade")
    at = talk.desk()
    reader = Reader(office.session, at.member, at.voice, at.now)
    assert laying_out.fact(reader, {"asked": talk.asked, "fresh": 1})
    asking.settle(office.session, asked=talk.asked, stage=Stage.WITHDRAWN, by=Hand(office.anna.id, NOON))
    assert laying_out.fact(reader, {"asked": talk.asked, "fresh": 1}) is None
