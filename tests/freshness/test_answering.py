"""What a tap on a question does, and what plain words do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, select

from handlers import asked as plain_words
from handlers.context import Context
from handlers.desk import Args, Desk
from handlers.freshness import answering, commands, laying_out, words
from handlers.heard import Place
from handlers.outcome import Outcome
from handlers.prepared import UNPREPARED, Prepared
from handlers.reader import Reader
from handlers.recording import carry_out
from handlers.rights import may_press
from handlers.told import undoing
from sales.cards import Button
from sales.fact_questions import Stage
from sales.fields import FIELDS
from sales.freshness import Gap
from sales.hands import Hand
from sales.kinds import Kind
from sales.tellings import Party
from storage.cards.known_facts import known
from storage.company import asked
from storage.freshness import asking
from storage.freshness.asking import Wanted
from storage.queues import outbox
from storage.tables.facts import FactAskedRow
from storage.tables.queues import OutboxRow
from tests.freshness.office import Office
from tests.people.company import NOON
from tests.people.desks import desk
from understanding.findings import Findings, FoundEntry, Mention

MINUTE = timedelta(minutes=1)


class Talk:
    """Anna at her desk, asked for one fact of Acme."""

    def __init__(self, office: Office, field: str, contact: int | None = None) -> None:
        self.office, self.session = office, office.session
        self.telling = office.log()
        wanted = Wanted(office.anna.id, office.customer(), self.telling, Gap(FIELDS[field], contact))
        self.asked = asking.ask(self.session, wanted, now=NOON)
        self.ask()

    def ask(self) -> None:
        about = str(self.asked)
        asked.ask(self.session, member=self.office.anna.id, what=asked.What.FACT_QUESTION, now=NOON, about=about)
        sending = outbox.Sending(
            key=asking.key(self.telling), chat=77, kind="fact", due_at=NOON, facts={"asked": self.asked, "fresh": 1}
        )
        outbox.put(self.session, sending)

    def desk(self, what: str = "…", *, minutes: int = 1) -> Desk:
        return desk(self.session, self.office.anna, what, at=NOON + minutes * MINUTE)

    def tap(self, action: Callable[[Desk, Args], Outcome], **args: str) -> Outcome:
        outcome = action(self.desk(), {"customer": self.office.customer(), "asked": self.asked, **args})
        carry_out(self.session, outcome, NOON)
        return outcome

    def write(self, text: str, prepared: Prepared = UNPREPARED, *, minutes: int = 1) -> bool:
        """Whether the words were taken for an answer."""
        outcome = words.written(self.desk(text, minutes=minutes), text, prepared)
        if outcome is not None:
            carry_out(self.session, outcome, NOON)
        return outcome is not None

    @property
    def stage(self) -> str:
        return self.session.exec(select(FactAskedRow.state)).one()

    @property
    def values(self) -> list[str]:
        row = self.session.get_one(FactAskedRow, self.asked)
        about = self.office.about(contact=row.contact_id)
        return [fact.value for fact in known(self.session, about) if fact.field == row.field]

    @property
    def waits_for_words(self) -> bool:
        return asked.open_question(self.session, member=self.office.anna.id, now=NOON) is not None

    @property
    def shown(self) -> str:
        """The card as it reads now, with its buttons."""
        at = self.desk()
        card = laying_out.fact(Reader(self.session, at.member, at.voice, at.now), {"asked": self.asked})
        assert card is not None
        labels = [button.label for row in card.rows for button in row if isinstance(button, Button)]
        return " / ".join([*card.text.splitlines(), *(f"[{label}]" for label in labels)])


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
