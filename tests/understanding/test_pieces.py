"""What was dictated in one breath is worded piece by piece."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sales.kinds import Kind
from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory([Known(1, "Acme Tools"), Known(2, "恒大钢铁")])


@pytest.mark.parametrize(
    ("text", "kind", "words", "action"),
    [
        ("今天去了恒大钢铁见了王总嫌价格高周五前要新报价", Kind.FEEDBACK, "嫌价格高", "发新报价"),
        ("恒大钢铁王总来电话下单12万下周三发货", Kind.ORDER, "下单12万", "发货"),
        ("上午打电话给恒大钢铁他们付了5万尾款明天再拜访", Kind.PAYMENT, "他们付了5万尾款", "再拜访"),
        ("恒大钢铁投诉泵又坏了产线停了明天派人去看", Kind.COMPLAINT, "投诉泵又坏了产线停了", "派人去看"),
        ("刚从恒大钢铁出来老梁说上次那批筒灯有二十来个不亮让咱周五前换新的", Kind.COMPLAINT, None, "换新的"),
        (
            "visited Acme Tools yesterday met S Lee they find it a bit pricey want new quote by Friday",
            Kind.FEEDBACK,
            "they find it a bit pricey",
            "send new quote",
        ),
        ("called Acme Tools they paid 5000 will visit them on Monday", Kind.PAYMENT, "they paid 5000", "visit them"),
        (
            "visited acme tools met the buyer they complained about the late delivery remind me to call them tomorrow",
            Kind.COMPLAINT,
            "they complained about the late delivery",
            "call them",
        ),
    ],
)
def test_an_entry_and_an_action_hold_their_own_words(text: str, kind: Kind, words: str | None, action: str) -> None:
    found = understand(text, MOMENT, PLACES)
    assert [one.action for one in found.follow_ups] == [action]
    if words is not None:
        assert [one.text for one in found.entries if one.kind is kind] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acme Tools got charged for maintenance they never signed up for", "they never signed up for"),
        ("恒大钢铁说按老价格签的单子硬给涨了8个点", "涨了8个点"),
    ],
)
def test_a_clause_that_tells_one_thing_stays_whole(text: str, words: str) -> None:
    assert any(words in one.text for one in understand(text, MOMENT, PLACES).entries)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acme Tools may order 20 pumps in May", "may order 20 pumps in May"),
        ("五月恒大钢铁可能要20台泵", "五月恒大钢铁可能要20台泵"),
        ("Acme Tools paid 5k on Monday", "paid 5k"),
        ("ordered 20 pumps from Acme Tools", "ordered 20 pumps"),
    ],
)
def test_no_word_hangs_loose_at_the_end(text: str, words: str) -> None:
    """The month in which somebody may buy is told; the day and the customer stand beside an entry anyway."""
    assert [one.text for one in understand(text, MOMENT, PLACES).entries] == [words]
