"""Where a model reads as the rules do nothing changes; where it does not the rep is asked, and nothing is overruled."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.context import NO_CONTEXT, Context
from handlers.resolving import resolve
from sales.drafts import Choice, Question, WhichCustomer, WhichDay
from sales.kinds import Kind
from sales.tellings import Party as OnRecord
from second_opinion.answer import Answer, Happened, Planned
from second_opinion.comparing import compared
from second_opinion.pointing import NotPointingError, Pointing
from second_opinion.shortlist import shortlist
from tests.second_opinion.conftest import AGREED, DIRECTORY, MOMENT, QUOTE, TEXT, asking
from tests.second_opinion.stub import marks
from understanding.findings import Doubt, Findings, Moment
from understanding.reading import understand

FRIDAY = date(2026, 3, 6)
ACME, NEITHER = "Visited Acme", "Visited Acme, next time Beta by Friday"


def happened(words: str, kind: Kind = Kind.VISIT, **more: object) -> Happened:
    return Happened.model_validate({"kind": kind, "words": words, "customer": None, "name": None, "sum": None} | more)


def planned(words: str, **more: object) -> Planned:
    return Planned.model_validate({"words": words, "customer": None, "name": None, "day": None} | more)


def read(text: str, *lines: Happened | Planned, moment: Moment = MOMENT) -> tuple[Findings, Findings]:
    """What the rules find, and what is left of it beside this answer."""
    found = understand(text, moment, DIRECTORY)
    listed = shortlist(text, moment, DIRECTORY, found)
    events = tuple(one for one in lines if isinstance(one, Happened))
    plans = tuple(one for one in lines if isinstance(one, Planned))
    opinion = Pointing(text, moment, listed).opinion(Answer(happened=events, planned=plans))
    return found, compared(found, opinion, text)


def asked(text: str, found: Findings, context: Context = NO_CONTEXT) -> tuple[Question, ...]:
    return resolve(found, text=text, today=MOMENT.at.date(), context=context).questions


async def test_agreement_changes_nothing() -> None:
    async with asking(marks(AGREED, QUOTE)) as model:
        found, after = await model.hears()
    assert after == found
    assert after.entries
    assert after.follow_ups[0].day == FRIDAY


@pytest.mark.parametrize("day", ["Friday", "by Friday", "a quote by Friday"])
def test_it_is_the_day_that_counts_not_the_words_for_it(day: str) -> None:
    found, after = read(
        TEXT, happened(ACME, customer=1, name="Acme"), planned("they want a quote by Friday", customer=1, day=day)
    )
    assert after == found


def test_another_customer_is_asked_for() -> None:
    text = "Visited Acme, they and Beta share a warehouse"
    found, after = read(text, happened(ACME, customer=2, name="Beta"))
    (question,) = [one for one in asked(text, after) if isinstance(one, WhichCustomer)]
    assert found.entries[0].customer is not None
    assert {choice.name for choice in question.choices} == {"Acme Tools", "Beta Foods"}
    assert question.said == "Acme"


def test_a_customer_who_is_none_is_asked_for() -> None:
    _, after = read(TEXT, happened(ACME), planned("they want a quote by Friday", day="Friday"))
    assert asked(TEXT, after) == (WhichCustomer("Acme", (Choice(71, "Acme Tools"),)),)


def test_a_customer_whom_the_rules_did_not_see_is_asked_for() -> None:
    text = "visited zubrowka this morning"
    found, after = read(text, happened("visited zubrowka", name="zubrowka"))
    bare = replace(found, entries=tuple(replace(one, customer=None) for one in found.entries))
    listed = shortlist(text, MOMENT, DIRECTORY, bare)
    opinion = Pointing(text, MOMENT, listed).opinion(
        Answer(happened=(happened("visited zubrowka", name="zubrowka"),), planned=())
    )
    assert asked(text, compared(bare, opinion, text)) == (WhichCustomer("zubrowka"),)
    assert after == found or asked(text, after)


def test_whom_a_message_without_a_name_means_is_not_the_models_to_know() -> None:
    text, spoken_of = "met them again, they want a quote by Friday", replace(MOMENT, context=71)
    found, after = read(text, happened("met them again"), planned("a quote by Friday", day="Friday"), moment=spoken_of)
    assert [one.customer for one in after.entries] == [one.customer for one in found.entries]


def test_a_name_that_nobody_said_is_never_learned() -> None:
    text, spoken_of = "met them again, beta was there, too", replace(MOMENT, context=71)
    found = understand("met them again", spoken_of, DIRECTORY)
    opinion = Pointing(text, spoken_of, shortlist(text, spoken_of, DIRECTORY, found)).opinion(
        Answer(happened=(happened("met them again", customer=2, name="beta"),), planned=())
    )
    after = compared(found, opinion, text)
    questions = asked(text, after, Context(party=OnRecord("Acme Tools", 71)))
    assert [one.said for one in questions if isinstance(one, WhichCustomer)] == [""]


def test_other_kinds_are_in_doubt() -> None:
    found, after = read(
        TEXT,
        happened(ACME, Kind.CALL, customer=1),
        planned("they want a quote by Friday", customer=1, day="Friday"),
    )
    assert Doubt.KINDS in after.doubts
    assert [one.kind for one in after.entries] == [one.kind for one in found.entries]
    assert all(one.sure < 0.5 for one in after.entries)


ORDER = "Acme ordered 20 pumps for 12k"


def test_the_same_sum_in_other_words() -> None:
    found, after = read(ORDER, happened("ordered 20 pumps", Kind.ORDER, customer=1, sum="for 12k"))
    assert found.entries[0].amount is not None
    assert after == found


@pytest.mark.parametrize("told", ["20", None])
def test_another_sum_or_none_is_in_doubt(told: str | None) -> None:
    found, after = read(ORDER, happened("ordered 20 pumps", Kind.ORDER, customer=1, sum=told))
    assert Doubt.SUMS in after.doubts
    assert after.entries[0].amount == found.entries[0].amount
    assert after.entries[0].sure < 0.5


def test_another_day_is_asked_for_with_both() -> None:
    text = "Visited Acme on Thursday, send them the quote by Friday"
    _, after = read(text, happened(ACME, customer=1), planned("send them the quote", customer=1, day="Thursday"))
    assert WhichDay(0, (FRIDAY, date(2026, 3, 5))) in asked(text, after)


def test_a_plan_that_only_the_rules_see_is_asked_for() -> None:
    _, after = read(TEXT, happened(ACME, customer=1))
    assert WhichDay(0, (FRIDAY,)) in asked(TEXT, after)


def test_a_plan_that_only_the_model_sees_is_asked_for() -> None:
    found, after = read(
        NEITHER,
        *(happened(NEITHER, one.kind, customer=1) for one in understand(NEITHER, MOMENT, DIRECTORY).entries),
        planned("next time Beta by Friday", customer=1, day="Friday"),
    )
    bare = replace(found, follow_ups=())
    opinion = Pointing(NEITHER, MOMENT, shortlist(NEITHER, MOMENT, DIRECTORY, bare)).opinion(
        Answer(happened=(), planned=(planned("next time Beta by Friday", customer=1, day="Friday"),))
    )
    proposed = compared(bare, opinion, NEITHER)
    (plan,) = proposed.follow_ups
    assert (plan.day, plan.action) == (FRIDAY, "next time Beta by Friday")
    assert WhichDay(0, (FRIDAY,)) in asked(NEITHER, proposed)
    assert after.entries


def test_a_plan_without_a_day_that_only_one_sees_is_in_doubt() -> None:
    text = "Visited Acme this morning"
    _, after = read(text, happened(ACME, customer=1), planned("this morning", customer=1))
    assert Doubt.PLANS in after.doubts
    assert after.follow_ups == ()


words = st.sampled_from([TEXT, ORDER, NEITHER, "恒大下周三要报价,12万", ""]) | st.text(max_size=60)


@settings(max_examples=60, deadline=None)
@given(text=words, data=st.data())
def test_whatever_is_pointed_at_nothing_is_taken_away_and_nothing_raises(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    cut = st.tuples(places, places).map(lambda ends: text[min(ends) : max(ends)])
    numbers = st.none() | st.integers(0, 3)
    event = st.builds(
        Happened, kind=st.sampled_from(Kind), words=cut, customer=numbers, name=st.none() | cut, sum=st.none() | cut
    )
    plan = st.builds(Planned, words=cut, customer=numbers, name=st.none() | cut, day=st.none() | cut)
    lines = data.draw(st.lists(event | plan, max_size=4))
    try:
        found, after = read(text, *lines)
    except NotPointingError:
        return
    assert [one.kind for one in after.entries] == [one.kind for one in found.entries]
    assert len(after.follow_ups) >= len(found.follow_ups)
    assert [one.amount for one in after.entries] == [one.amount for one in found.entries]
    for before, now in zip(found.entries, after.entries, strict=True):
        assert now.sure <= before.sure
