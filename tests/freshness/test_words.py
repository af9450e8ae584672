"""Which plain words answer a question for a fact, and which are messages of their own."""

from dataclasses import replace

import pytest
from sqlmodel import col, select

from handlers import asked as plain_words
from handlers.context import Context
from handlers.freshness import words
from handlers.heard import Place
from handlers.prepared import Prepared
from handlers.recording import carry_out
from sales.kinds import Kind
from sales.tellings import Party
from storage.company import asked
from storage.freshness import asking
from storage.tables.queues import OutboxRow
from tests.freshness.office import Office
from tests.freshness.talk import Talk
from tests.people.company import NOON
from understanding.findings import Findings, FoundEntry, Mention

NOTHING = Prepared()
VISIT = Mention("Globex", 9, None)


@pytest.mark.parametrize(
    ("field", "said", "value"),
    [
        ("grade", "b", "B"),
        ("loyalty", "looks around", "switching"),
        ("credit_limit", "50k", "5000000 USD"),
        ("payment_terms", "net 45 days", "45"),
        ("purchase_frequency", "every 2 weeks", "14"),
        ("industry", "steel trade", "steel trade"),
        ("region", "华东", "华东"),
    ],
)
def test_plain_words_answer(office: Office, field: str, said: str, value: str) -> None:
    talk = Talk(office, field)
    assert talk.write(said)
    assert (talk.values, talk.stage) == ([value], "answered")


@pytest.mark.parametrize(
    ("field", "said", "value"),
    [
        ("phone", "+65 9123 4567", "+6591234567"),
        ("email", "Lee@Acme.com", "lee@acme.com"),
        ("birthday", "12 March", "--03-12"),
        ("role", "decides", "decides"),
        ("title", "head of purchasing", "head of purchasing"),
    ],
)
def test_plain_words_answer_what_was_asked_of_a_person(office: Office, field: str, said: str, value: str) -> None:
    talk = Talk(office, field, office.person())
    assert talk.write(said)
    assert talk.values == [value]
    assert "S. Lee" in talk.shown


@pytest.mark.parametrize("said", ["no idea", "Don't know.", "不清楚", "我不知道。"])
def test_not_to_know_is_an_answer(office: Office, said: str) -> None:
    talk = Talk(office, "industry")
    assert talk.write(said)
    assert (talk.values, talk.stage) == ([], "unknown")


TELLS = Prepared(Findings(entries=(FoundEntry(Kind.VISIT, VISIT, NOON.date(), "visited Globex"),)))


@pytest.mark.parametrize(
    ("field", "said", "prepared"),
    [
        pytest.param("industry", "visited Globex", TELLS, id="it tells of a visit"),
        pytest.param("payment_terms", "visited Globex, 30 days", TELLS, id="a visit with a number in it"),
        pytest.param("industry", "thanks", NOTHING, id="small talk"),
        pytest.param("industry", "x" * 61, NOTHING, id="more than an answer"),
        pytest.param("grade", "hm", NOTHING, id="no such choice"),
        pytest.param("phone", "he will tell me", NOTHING, id="no number"),
    ],
)
def test_what_is_no_answer_is_a_message_of_its_own(office: Office, field: str, said: str, prepared: Prepared) -> None:
    talk = Talk(office, field, office.person() if field == "phone" else None)
    assert not talk.write(said, prepared)
    assert talk.stage == "open"


def test_words_that_may_be_anything_answer_for_ten_minutes_only(office: Office) -> None:
    talk = Talk(office, "industry")
    assert not talk.write("steel trade", minutes=11)
    assert talk.write("steel trade", minutes=9)


def test_one_word_read_as_an_entry_of_the_same_customer_is_the_answer(office: Office) -> None:
    person = office.person()
    talk = Talk(office, "title", person)
    acme = Party("Acme", office.customer())
    entry = FoundEntry(Kind.VISIT, Mention("Acme", acme.id, None), NOON.date(), "")
    assert talk.write("buyer", Prepared(Findings(entries=(entry,)), context=Context(party=acme)))
    assert talk.values == ["buyer"]


def test_a_number_that_nobody_can_dial_is_said_to_be_none(office: Office) -> None:
    talk = Talk(office, "phone", office.person())
    outcome = words.written(talk.desk("12"), "12", NOTHING)
    assert outcome
    assert str(outcome.messages[0].facts["text"]).startswith("That is no phone number")
    assert talk.stage == "open"


def test_the_old_card_keeps_its_question_without_buttons(office: Office) -> None:
    talk = Talk(office, "grade")
    talk.write("A")
    old = office.session.exec(select(OutboxRow).where(col(OutboxRow.kind) == "answered")).one()
    assert (old.edits, old.facts["text"]) == (asking.key(talk.telling), "Which class is Acme: A, B or C?")


def test_a_reply_to_the_card_answers_however_late(office: Office) -> None:
    talk = Talk(office, "industry")
    asked.settle(office.session, member=office.anna.id)
    row = office.session.exec(select(OutboxRow).where(col(OutboxRow.key) == asking.key(talk.telling))).one()
    row.message_id, row.lane = 500, office.anna.chat or 0
    office.session.flush()
    at = talk.desk("steel", minutes=600)
    at = replace(at, heard=replace(at.heard, reply_to=500))
    outcome = plain_words.answer(at, "steel", NOTHING)
    assert outcome
    carry_out(office.session, outcome, NOON)
    assert talk.values == ["steel"]
    assert words.replied(replace(at, heard=replace(at.heard, reply_to=501)), "steel", NOTHING) is None


def test_a_place_that_was_asked_for(office: Office) -> None:
    talk = Talk(office, "place")
    outcome = words.placed(talk.desk(), Place(1.29027, 103.85196))
    assert outcome
    carry_out(office.session, outcome, NOON)
    assert talk.values == ["1.29027,103.85196"]
    assert words.placed(talk.desk(), Place(1.0, 2.0)) is None


def test_a_place_that_nobody_asked_for(office: Office) -> None:
    talk = Talk(office, "grade")
    assert words.placed(talk.desk(), Place(1.0, 2.0)) is None
