"""Saving, opening, deleting and exporting segments, and what becomes of buttons and words that come too late."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from handlers.exporting.asking import export
from handlers.outcome import Outcome
from handlers.prepared import UNPREPARED, Prepared
from handlers.reader import Reader
from handlers.segments import keeping, laying_out, showing
from sales.cards import Button
from sales.message_kinds import KINDS
from sales.segment_offers import condition_of, groups, values
from sales.segments import MOST_CONDITIONS, Chosen, Condition, Deed, Segment, Sign, Silent, segment_of
from sales.since import Stretch, This
from storage.company import asked
from storage.segments import saved
from storage.segments.bodies import SEGMENTS
from storage.tables.foresight import SegmentRow
from storage.tables.queues import JobRow, OutboxRow
from tests.people.company import NOON, Company
from tests.people.desks import carried_out, desk, texts
from tests.segments.test_phrases import CONDITIONS
from tests.segments.words import VOCABULARY
from understanding.segments.reading import SegmentRead
from wording.voice import Voice

A_UNSEEN = Segment((Chosen("grade", ("A",)), Silent(Deed.VISIT, This(Stretch.MONTH))))


def shown(session: Session, company: Company, outcome: Outcome) -> Segment | None:
    """The segment of the card that came, which stands in the chat from now on."""
    rows = carried_out(session, outcome)
    for row in rows:
        row.message_id = 1
        session.add(row)
    session.flush()
    return showing.shown_segment(desk(session, company["Anna"]))


def asks(session: Session, company: Company, words: str, segment: Segment) -> Outcome:
    return showing.segment(desk(session, company["Anna"]), words, Prepared(picked=SegmentRead(segment)))


def save(session: Session, company: Company, name: str, who: str = "Anna") -> None:
    saved.save(session, member=company[who].id, name=name, segment=A_UNSEEN, now=NOON)


@given(CONDITIONS)
def test_a_condition_survives_being_stored(condition: Condition) -> None:
    segment = Segment((condition,))
    assert SEGMENTS.read(SEGMENTS.write(segment)) == segment


@given(st.lists(CONDITIONS, max_size=12))
def test_a_segment_says_nothing_twice(conditions: list[Condition]) -> None:
    segment = segment_of(conditions)
    assert len(segment.conditions) <= MOST_CONDITIONS
    assert segment_of((*segment.conditions, *segment.conditions)) == segment


def test_every_offer_is_a_condition() -> None:
    there = groups(VOCABULARY)
    assert {"grade", "region", "own:tier", "owner", "sign"} <= set(there)
    for group in there:
        made = [condition_of(group, value, "CNY") for value in values(group, VOCABULARY)]
        assert len(set(made)) == len(made) > 0


def test_conditions_are_taken_off_and_put_on(session: Session, company: Company) -> None:
    assert shown(session, company, asks(session, company, "class A …", A_UNSEEN)) == A_UNSEEN
    left = shown(session, company, showing.drop(desk(session, company["Anna"]), {"place": 1}))
    assert left == Segment((Chosen("grade", ("A",)),))
    assert shown(session, company, showing.add(desk(session, company["Anna"]), {})) == left
    chosen = showing.take(desk(session, company["Anna"]), {"group": "sign", "value": "no_overdue"})
    found = shown(session, company, chosen)
    assert found is not None
    assert found.conditions[1:] == (condition_of("sign", f"no_{Sign.OVERDUE}", "USD"),)


@pytest.mark.parametrize(
    "press", [showing.drop, showing.add, showing.take, showing.back, keeping.ask_name, keeping.export]
)
def test_a_card_that_is_no_longer_known_is_too_old(session: Session, company: Company, press: object) -> None:
    assert callable(press)
    outcome = press(desk(session, company["Anna"]), {"place": 0, "group": "grade", "value": "A"})
    assert (outcome.messages, outcome.toast) == ((), "This button is too old. Please tell me in words.")


def test_it_is_saved_under_the_name_that_is_written(session: Session, company: Company) -> None:
    shown(session, company, asks(session, company, "class A …", A_UNSEEN))
    carried_out(session, keeping.ask_name(desk(session, company["Anna"]), {}))
    long = keeping.named(desk(session, company["Anna"]), "x" * 41, UNPREPARED)
    assert long is not None
    assert "at most 40" in texts(carried_out(session, long))[0]
    kept = keeping.named(desk(session, company["Anna"]), "  Unseen   A ", UNPREPARED)
    assert kept is not None
    assert texts(carried_out(session, kept))[0].startswith("✓ Saved as Unseen A.")
    assert [(one.name, one.segment) for one in saved.saved(session, company["Anna"].id)] == [("Unseen A", A_UNSEEN)]
    assert asked.open_question(session, member=company["Anna"].id, now=NOON) is None


def test_the_same_name_is_replaced_and_there_is_an_end(session: Session, company: Company) -> None:
    for number in range(saved.MOST_SAVED):
        save(session, company, f"Number {number}")
    save(session, company, "number 1")
    assert len(saved.saved(session, company["Anna"].id)) == saved.MOST_SAVED
    asked.ask(session, member=company["Anna"].id, what=asked.What.SEGMENT, now=NOON, about=SEGMENTS.write(A_UNSEEN))
    more = keeping.named(desk(session, company["Anna"]), "One more", UNPREPARED)
    assert more is not None
    assert "delete one first" in texts(carried_out(session, more))[0]


def test_saved_ones_are_ones_own(session: Session, company: Company) -> None:
    save(session, company, "Mine")
    number = saved.saved(session, company["Anna"].id)[0].id
    ben = desk(session, company["Boris"])
    assert saved.named(session, company["Boris"].id, "Mine") is None
    assert showing.open_saved(ben, {"saved": number}).messages == ()
    assert keeping.delete(ben, {"saved": number}).changes == ()
    carried_out(session, keeping.delete(desk(session, company["Anna"]), {"saved": number}))
    assert session.exec(select(SegmentRow)).all() == []


def test_what_was_emptied_of_an_erased_person_harms_nobody(session: Session, company: Company) -> None:
    save(session, company, "Mine")
    row = session.exec(select(SegmentRow)).one()
    row.body = "{}x"
    session.add(row)
    session.flush()
    assert saved.saved(session, company["Anna"].id) == ()
    reader = Reader(session, company["Anna"], Voice("en", company["Anna"].zone, NOON.date()), NOON)
    assert laying_out.segment(reader, {"body": "…", "saved": row.id}) is None


def test_a_name_opens_and_exports(session: Session, company: Company) -> None:
    save(session, company, "Mine")
    unread = showing.segment(desk(session, company["Anna"]), "mine", UNPREPARED)
    assert shown(session, company, unread) == A_UNSEEN
    carried_out(session, export(desk(session, company["Anna"]), "MINE"))
    carried_out(session, keeping.export(desk(session, company["Anna"]), {}))
    jobs = session.exec(select(JobRow).order_by(col(JobRow.id))).all()
    assert [SEGMENTS.read(job.facts["picked"]) for job in jobs] == [A_UNSEEN, A_UNSEEN]


def test_whoever_leads_nobody_is_not_offered_colleagues(session: Session, company: Company) -> None:
    def offered(who: str) -> int:
        reader = Reader(session, company[who], Voice("en", company[who].zone, NOON.date()), NOON)
        rows = laying_out.adding(reader, {"body": SEGMENTS.write(Segment()), "group": "owner"}).rows
        found = [one for row in rows for one in row if isinstance(one, Button)]
        assert {one.action for one in found} <= set(KINDS["segment_adding"].actions)
        return sum(one.action == "segment_value" for one in found)

    assert (offered("Anna"), offered("Boris")) == (1, len(company.members))


def test_nothing_but_unknown_words_is_said(session: Session, company: Company) -> None:
    read = Prepared(picked=SegmentRead(Segment(), ("purple", "elephants")))
    said = showing.segment(desk(session, company["Anna"]), "purple, elephants", read)
    assert texts(carried_out(session, said))[0].startswith("I understood none of this: purple, elephants")
    assert session.exec(select(OutboxRow).where(col(OutboxRow.kind) == "segment")).all() == []
