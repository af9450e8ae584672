"""What people say for a group of customers, in English and Chinese, and what is understood of it."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sales.fields import FIELDS
from sales.scores.rfm import SEGMENTS
from sales.segments import (
    MOST_CONDITIONS,
    Bought,
    Chosen,
    Condition,
    Deed,
    Done,
    Has,
    Lacks,
    Risk,
    Side,
    Sign,
    Silent,
    Unlike,
    segment_of,
)
from sales.since import Ever, From, Since, Stretch, This, Within
from tests.segments.words import AT, NAMES, PEOPLE, TEAMS, VALUES, VOCABULARY
from understanding.segments.reading import read_segment
from wording.segment_words import condition_words
from wording.voice import Voice

A, JIANGSU, ZH = Chosen("grade", ("A",)), Chosen("region", ("Jiangsu",)), Chosen("region", ("江苏",))
MONTH = This(Stretch.MONTH)
UNSEEN = Silent(Deed.VISIT, MONTH)
FIFTY = Bought(Side.MORE, 5_000_000, "CNY")

PHRASES: dict[str, list[Condition]] = {
    "A-class in Jiangsu not visited this month": [A, JIANGSU, UNSEEN],
    "江苏本月没拜访的A类客户": [ZH, UNSEEN, A],
    "class A or B": [Chosen("grade", ("A", "B"))],
    "A and B customers": [Chosen("grade", ("A", "B"))],
    "A类和B类": [Chosen("grade", ("A", "B"))],
    "a customer in Berlin": [Chosen("region", ("Berlin",))],
    "A customer in Berlin": [Chosen("region", ("Berlin",))],
    "A Jiangsu": [A, JIANGSU],
    "A customers not called for 30 days": [A, Silent(Deed.CALL, Within(30))],
    "30天没下单的客户": [Silent(Deed.ORDER, Within(30))],
    "半年没下单": [Silent(Deed.ORDER, Within(182))],
    "近三个月没联系的渠道商": [Silent(Deed.CONTACT, Within(90)), Chosen("relation", ("channel",))],
    "never ordered": [Silent(Deed.ORDER, Ever())],
    "prospects without a visit": [Chosen("stage", ("prospect",)), Silent(Deed.VISIT, Ever())],
    "从没拜访过的潜在客户": [Silent(Deed.VISIT, Ever()), Chosen("stage", ("prospect",))],
    "not visited since 1 May": [Silent(Deed.VISIT, From(date(2025, 5, 1)))],
    "2025年12月1日以来没拜访": [Silent(Deed.VISIT, From(date(2025, 12, 1)))],
    "no orders in 6 months": [Silent(Deed.ORDER, Within(180))],
    "haven’t been visited": [Silent(Deed.VISIT, Ever())],
    "we have not seen this quarter": [Silent(Deed.VISIT, This(Stretch.QUARTER))],
    "visited this week": [Done(Deed.VISIT, This(Stretch.WEEK))],
    "本周拜访过的客户": [Done(Deed.VISIT, This(Stretch.WEEK))],
    "ordered in the last 14 days": [Done(Deed.ORDER, Within(14))],
    "customers who ordered but not visited this month": [Done(Deed.ORDER, Ever()), UNSEEN],
    "my customers with overdue invoices": [Chosen("owner", ("1",)), Has(Sign.OVERDUE)],
    "Anna's customers": [Chosen("owner", ("1",))],
    "小李的客户，逾期": [Chosen("owner", ("3",)), Has(Sign.OVERDUE)],
    "owner: Anna or Ben Lee": [Chosen("owner", ("1", "2"))],
    "team East": [Chosen("team", ("10",))],
    "东区团队": [Chosen("team", ("11",))],
    "East": [Chosen("region", ("East",))],
    "tag: East": [Chosen("tags", ("East",))],
    "slipping or lost": [Chosen("stage", ("slipping", "lost"))],
    "not in Jiangsu": [Unlike("region", ("Jiangsu",))],
    "除了江苏以外的A类客户": [Unlike("region", ("江苏",)), A],
    "customers in Suzhou or Shanghai": [Chosen("region", ("Suzhou", "Shanghai"))],
    "ordered more than 50,000 in 12 months": [FIFTY],
    "采购额超过5万": [FIFTY],
    "采购5万以上的B类": [FIFTY, Chosen("grade", ("B",))],
    "bought less than 20k a year": [Bought(Side.LESS, 2_000_000, "CNY")],
    "open complaints": [Has(Sign.COMPLAINT)],
    "without open complaints": [Lacks(Sign.COMPLAINT)],
    "没有投诉的A类客户": [Lacks(Sign.COMPLAINT), A],
    "birthday this month": [Has(Sign.BIRTHDAY)],
    "本月过生日": [Has(Sign.BIRTHDAY)],
    "risk over 70%": [Risk(70)],
    "流失概率70%以上": [Risk(70)],
    "70% likely to be lost": [Risk(70)],
    "tagged VIP in textiles": [Chosen("tags", ("VIP",)), Chosen("industry", ("Textiles",))],
    "标签VIP 纺织行业": [Chosen("tags", ("VIP",)), Chosen("industry", ("纺织",))],
    "Tier: silver": [Chosen("own:tier", ("silver",))],
    "RFM champions": [Chosen("rfm", ("champions",))],
    "冠军客户": [Chosen("rfm", ("champions",))],
    "new customers": [Chosen("stage", ("new",))],
    "RFM: Lost Customers": [Chosen("rfm", ("lost",))],
    "legal form: company": [Chosen("form", ("company",))],
    "companies in Berlin": [Chosen("region", ("Berlin",))],
}


@pytest.mark.parametrize("words", PHRASES)
def test_words_are_conditions(words: str) -> None:
    read = read_segment(words, VOCABULARY, AT)
    assert (list(read.segment.conditions), read.left_out) == (PHRASES[words], ())


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("purple elephants in Atlantis", ("purple elephants", "Atlantis")),
        ("紫色大象", ("紫色大象",)),
        ("not visited last month", ("not visited last month",)),
        ("上个月没拜访的客户", ("上个月没拜访",)),
        ("ordered over USD 5k", ("ordered over USD 5k",)),
        ("ordered more than 50k this year", ("ordered more than 50k this year",)),
        ("risk over 700%", ("risk over 700%",)),
        ("", ()),
        ("???", ()),
        ("customers", ()),
    ],
)
def test_what_is_not_understood_is_named_and_not_guessed(words: str, left_out: tuple[str, ...]) -> None:
    read = read_segment(words, VOCABULARY, AT)
    assert (read.segment.conditions, read.left_out) == ((), left_out)


def test_what_is_understood_counts_beside_what_is_not() -> None:
    read = read_segment("class A, purple elephants", VOCABULARY, AT)
    assert (read.segment.conditions, read.left_out) == ((A,), ("purple elephants",))


def test_of_one_thing_the_last_word_counts_and_values_are_either() -> None:
    read = read_segment("not visited for 30 days, not visited this month, class A, class B", VOCABULARY, AT)
    assert read.segment.conditions == (UNSEEN, Chosen("grade", ("A", "B")))


def test_more_conditions_than_fit_are_said() -> None:
    words = "A, lost, direct, Berlin, textiles, VIP, large, gold, overdue, never ordered"
    read = read_segment(words, VOCABULARY, AT)
    assert (len(read.segment.conditions), read.left_out) == (MOST_CONDITIONS, ("…",))


@pytest.mark.parametrize(
    "words", ["江" * 5_000, "not " * 3_000, "9" * 10_000, "A or " * 900, "\u0301" * 4_000, "🐘" * 900]
)
def test_wild_words_do_no_harm(words: str) -> None:
    read_segment(words, VOCABULARY, AT)


CHOICES = {
    **{name: FIELDS[name].choices for name in ("grade", "stage", "relation", "form")},
    "rfm": tuple(one.value for one in SEGMENTS),
    "owner": tuple(map(str, PEOPLE)),
    "team": tuple(map(str, TEAMS)),
    **VALUES,
    "own:tier": ("gold", "silver"),
}
CHOSEN = st.sampled_from(sorted(CHOICES)).flatmap(
    lambda name: st.tuples(
        st.just(name), st.lists(st.sampled_from(CHOICES[name]), min_size=1, max_size=3, unique=True).map(tuple)
    )
)
SINCE: st.SearchStrategy[Since] = st.one_of(
    st.builds(Within, st.integers(1, 999)),
    st.builds(This, st.sampled_from(Stretch)),
    st.builds(From, st.dates(date(2020, 1, 1), AT.date())),
    st.just(Ever()),
)
CONDITIONS: st.SearchStrategy[Condition] = st.one_of(
    CHOSEN.map(lambda one: Chosen(*one)),
    CHOSEN.map(lambda one: Unlike(*one)),
    st.builds(Silent, st.sampled_from(Deed), SINCE),
    st.builds(Done, st.sampled_from(Deed), SINCE),
    st.builds(Bought, st.sampled_from(Side), st.integers(1, 10**9).map(lambda one: one * 100), st.just("CNY")),
    st.builds(Risk, st.integers(1, 100)),
    st.builds(Has, st.sampled_from(Sign)),
    st.builds(Lacks, st.sampled_from(Sign)),
)


def same(condition: Condition) -> object:
    """Of a list of values the order says nothing."""
    if isinstance(condition, Chosen | Unlike):
        return condition.is_, condition.name, frozenset(condition.values)
    return condition


@pytest.mark.parametrize("language", ["en", "zh"])
@given(conditions=st.lists(CONDITIONS, min_size=1, max_size=3))
@settings(max_examples=400, deadline=None)
def test_what_is_said_back_is_understood_as_the_same(language: str, conditions: list[Condition]) -> None:
    segment = segment_of(conditions)
    voice = Voice(language, ZoneInfo("Asia/Shanghai"), AT.date())
    words = "; ".join(condition_words(one, NAMES, voice) for one in segment.conditions)
    read = read_segment(words, VOCABULARY, AT)
    assert [same(one) for one in read.segment.conditions] == [same(one) for one in segment.conditions], words
    assert read.left_out == (), words
