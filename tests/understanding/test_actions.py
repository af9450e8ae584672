"""An action reads like a line of a list."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.message.doings import doing
from understanding.reading import understand

MOMENT = Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD")
PLACES = Directory([Known(1, "Acme Tools"), Known(2, "华信机械")])


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Visited Acme, they want a quote by Friday", "send quote"),
        ("Acme wants an updated price list by Friday", "send updated price list"),
        ("Acme: call again on the 12th", "call again"),
        ("Acme: send them a new quote by Friday", "send them a new quote"),
        ("call Acme tomorrow at 3pm about the quote", "call Acme about the quote"),
        ("Acme: send a photo by Friday", "send a photo"),
        ("remind me to drop in at Acme on Friday", "drop in at Acme"),
        ("Acme would like a demo next Tuesday", "give demo"),
        ("华信机械周五前要新报价", "发新报价"),
        ("华信机械要50箱样品，下周三前", "寄50箱样品"),
        ("华信机械让我们周五前发报价", "发报价"),
        ("提醒我下周一给华信机械打电话", "给华信机械打电话"),
        ("华信机械，答应周五下午3点前回复", "回复"),
        ("华信机械：周五前把保证金退给他们", "保证金退给他们"),
    ],
)
def test_an_action_is_what_is_to_be_done(text: str, action: str) -> None:
    assert [one.action for one in understand(text, MOMENT, PLACES).follow_ups] == [action]


@pytest.mark.parametrize("told", ["quote them 20 pumps", "call about the quote", "want us to call", "发报价", "报价"])
def test_what_is_a_doing_already_stays_as_it_is(told: str) -> None:
    assert doing(told) is None


@pytest.mark.parametrize("text", ["Acme by Friday", "华信机械 周五前", "remind me tomorrow", "明天提醒我"])
def test_an_action_is_never_empty(text: str) -> None:
    assert all(one.action for one in understand(text, MOMENT, PLACES).follow_ups)
