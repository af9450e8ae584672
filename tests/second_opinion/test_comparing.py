"""Where a model reads as the rules do nothing changes; where it does not the rep is asked, and nothing is overruled."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.context import NO_CONTEXT, Context
from handlers.told.resolving import resolve
from sales.drafts import Choice, IsItRight, Question, WhichCustomer, WhichDay
from sales.kinds import Kind
from sales.money import Money
from sales.tellings import Party as OnRecord
from second_opinion.answer import Answer, Happened, Planned
from second_opinion.comparing import compared
from second_opinion.pointing import NotPointingError, Pointing
from second_opinion.shortlist import shortlist
from tests.second_opinion.conftest import ACME, AGREED, BETA, DIRECTORY, MOMENT, QUOTE, TEXT, asking
from tests.second_opinion.stub import marks
from understanding.directory import Known
from understanding.findings import Doubt, Findings, FoundEntry, FoundFollowUp, Mention, Span
from understanding.reading import understand

TODAY, THURSDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 6)
ORDER = "Acme ordered 20 pumps for 12k"


def named(text: str, said: str, known: Known | None = None) -> Mention:
    """A customer as the rules name it, surely."""
    span = Span(text.index(said), text.index(said) + len(said))
    return Mention(known.name, known.key, span, 0.9) if known else Mention(said, None, span, 0.6)


def entry(customer: Mention | None, kind: Kind = Kind.VISIT, amount: Money | None = None) -> FoundEntry:
    return FoundEntry(kind, customer, TODAY, "", amount=amount, sure=0.9)


def follow_up(customer: Mention | None, day: date | None = FRIDAY) -> FoundFollowUp:
    return FoundFollowUp(customer, day, None, "send quote", sure=0.9)


def happened(words: str, kind: Kind = Kind.VISIT, **more: object) -> Happened:
    return Happened.model_validate({"kind": kind, "words": words, "customer": None, "name": None, "sum": None} | more)


def planned(words: str, **more: object) -> Planned:
    return Planned.model_validate({"words": words, "customer": None, "name": None, "day": None} | more)


def beside(
    text: str, found: Findings, *lines: Happened | Planned, listed: tuple[Known, ...] = (ACME, BETA)
) -> Findings:
    """What is left of the findings beside this answer."""
    events = tuple(one for one in lines if isinstance(one, Happened))
    plans = tuple(one for one in lines if isinstance(one, Planned))
    return compared(found, Pointing(text, MOMENT, listed).opinion(Answer(happened=events, planned=plans)), text)


def asked(text: str, found: Findings, context: Context = NO_CONTEXT) -> tuple[Question, ...]:
    return resolve(found, text=text, told_at=MOMENT.at, context=context).questions


ACME_SAID = named(TEXT, "Acme", ACME)
FOUND = Findings((entry(ACME_SAID),), (follow_up(ACME_SAID),))
VISITED = happened("Visited Acme", customer=1, name="Acme")
WANTED = planned("they want a quote by Friday", customer=1, day="by Friday")


async def test_agreement_changes_nothing() -> None:
    async with asking(marks(AGREED, QUOTE)) as model:
        found, after = await model.hears()
    assert after == found
    assert after.entries
    assert after.follow_ups[0].day == FRIDAY


@pytest.mark.parametrize("day", ["Friday", "by Friday", "a quote by Friday"])
def test_it_is_the_day_that_counts_not_the_words_for_it(day: str) -> None:
    wanted = planned("they want a quote by Friday", customer=1, day=day)
    assert beside(TEXT, FOUND, VISITED, wanted) == FOUND


def test_a_plan_without_a_name_is_no_other_customer() -> None:
    assert beside(TEXT, FOUND, VISITED, planned("a quote by Friday", day="Friday")) == FOUND


def test_another_customer_is_asked_for_with_both() -> None:
    text = "Visited Acme, they and Beta share a warehouse"
    after = beside(text, Findings((entry(named(text, "Acme", ACME)),)), happened("Visited Acme", customer=2))
    assert asked(text, after) == (WhichCustomer("Acme", (Choice(71, "Acme Tools"), Choice(72, "Beta Foods"))),)


def test_a_customer_who_is_none_is_asked_for() -> None:
    after = beside(TEXT, FOUND, happened("Visited Acme"), planned("they want a quote by Friday", day="Friday"))
    assert asked(TEXT, after) == (WhichCustomer("Acme", (Choice(71, "Acme Tools"),)),)


def test_a_further_customer_makes_all_of_it_doubtful() -> None:
    text = "Visited Acme and Beta"
    found = Findings((entry(named(text, "Acme", ACME)),))
    after = beside(text, found, happened("Visited Acme", customer=1), happened("and Beta", customer=2))
    assert asked(text, after) == (IsItRight(("customers",)),)


def test_a_customer_whom_the_rules_did_not_see_is_asked_for() -> None:
    text = "visited zubrowka this morning"
    after = beside(text, Findings((entry(None),)), happened("visited zubrowka", name="zubrowka"))
    assert asked(text, after) == (WhichCustomer("zubrowka"),)


def test_a_new_customer_is_the_same_where_the_names_overlap() -> None:
    text = "visited Zubrowka Mills this morning"
    found = Findings((entry(named(text, "Zubrowka Mills")),))
    assert beside(text, found, happened("visited Zubrowka", name="Zubrowka")) == found


SPOKEN_OF = Mention("Acme Tools", 71, None, 0.8)


def test_whom_a_message_without_a_name_means_is_not_the_models_to_know() -> None:
    found = Findings((entry(SPOKEN_OF),))
    assert beside("met them again", found, happened("met them again")) == found


def test_a_name_that_nobody_said_is_never_learned() -> None:
    text = "met them again, Beta was there, too"
    after = beside(text, Findings((entry(SPOKEN_OF),)), happened("met them again", customer=2, name="Beta"))
    questions = asked(text, after, Context(party=OnRecord("Acme Tools", 71)))
    assert questions == (WhichCustomer("", (Choice(71, "Acme Tools"), Choice(72, "Beta Foods"))),)


def test_other_kinds_are_in_doubt() -> None:
    after = beside(TEXT, FOUND, happened("Visited Acme", Kind.CALL, customer=1), WANTED)
    assert asked(TEXT, after) == (IsItRight(("kinds",)),)
    assert [(one.kind, one.sure < 0.5) for one in after.entries] == [(Kind.VISIT, True)]


def test_a_call_that_nobody_took_may_be_told_or_not() -> None:
    found = Findings((replace(entry(ACME_SAID, Kind.CALL), attempt=True),), FOUND.follow_ups)
    assert beside(TEXT, found, WANTED) == found


SOLD = Findings((entry(named(ORDER, "Acme", ACME), Kind.ORDER, Money.of(12_000, "SGD")),))


@pytest.mark.parametrize("told", ["12k", "for 12k"])
def test_the_same_sum_in_other_words(told: str) -> None:
    assert beside(ORDER, SOLD, happened("ordered 20 pumps", Kind.ORDER, customer=1, sum=told)) == SOLD


@pytest.mark.parametrize("told", ["20", None])
def test_another_sum_or_none_is_in_doubt(told: str | None) -> None:
    after = beside(ORDER, SOLD, happened("ordered 20 pumps", Kind.ORDER, customer=1, sum=told))
    assert after.doubts == {Doubt.SUMS}
    assert [(one.amount, one.sure < 0.5) for one in after.entries] == [(Money.of(12_000, "SGD"), True)]


def test_of_a_sum_that_nobody_can_read_nothing_is_known() -> None:
    assert beside(ORDER, SOLD, happened(ORDER, Kind.ORDER, customer=1, sum="pumps")) == SOLD


def test_another_day_is_asked_for_with_both() -> None:
    text = "Visited Acme, back on Thursday, send them the quote by Friday"
    found = Findings((entry(named(text, "Acme", ACME)),), (follow_up(named(text, "Acme", ACME)),))
    after = beside(text, found, VISITED, planned("send them the quote", customer=1, day="Thursday"))
    assert asked(text, after) == (WhichDay(0, (FRIDAY, THURSDAY)),)


def test_a_plan_that_only_the_rules_see_is_asked_for() -> None:
    assert asked(TEXT, beside(TEXT, FOUND, VISITED)) == (WhichDay(0, (FRIDAY,)),)


def test_a_plan_that_only_the_model_sees_is_asked_for() -> None:
    after = beside(TEXT, replace(FOUND, follow_ups=()), VISITED, WANTED)
    assert [(one.customer, one.day, one.action) for one in after.follow_ups] == [(ACME_SAID, FRIDAY, WANTED.words)]
    assert asked(TEXT, after) == (WhichDay(0, (FRIDAY,)),)


def test_a_plan_without_a_day_that_only_one_sees_is_in_doubt() -> None:
    undated = Findings(FOUND.entries, (follow_up(ACME_SAID, None),))
    assert asked(TEXT, beside(TEXT, undated, VISITED)) == (IsItRight(("plans",)),)
    after = beside(TEXT, Findings(FOUND.entries), VISITED, planned("they want a quote", customer=1))
    assert not after.follow_ups
    assert after.doubts == {Doubt.PLANS}


words = st.sampled_from([TEXT, ORDER, "恒大下周三要报价,12万", ""]) | st.text(max_size=60)


@settings(max_examples=60, deadline=None)
@given(text=words, data=st.data())
def test_whatever_is_pointed_at_nothing_is_taken_away_and_nothing_raises(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    cut = st.tuples(places, places).map(lambda ends: text[min(ends) : max(ends)])
    party = {"customer": st.none() | st.integers(0, 3), "name": st.none() | cut}
    event = st.builds(Happened, kind=st.sampled_from(Kind), words=cut, sum=st.none() | cut, **party)
    plan = st.builds(Planned, words=cut, day=st.none() | cut, **party)
    lines = data.draw(st.lists(event | plan, max_size=4))
    found = understand(text, MOMENT, DIRECTORY)
    try:
        after = beside(text, found, *lines, listed=shortlist(text, MOMENT, DIRECTORY, found))
    except NotPointingError:
        return
    assert [one.kind for one in after.entries] == [one.kind for one in found.entries]
    assert len(after.follow_ups) >= len(found.follow_ups)
    assert [one.amount for one in after.entries] == [one.amount for one in found.entries]
    assert all(now.sure <= before.sure for before, now in zip(found.entries, after.entries, strict=True))
