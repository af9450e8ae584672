"""Correcting an echo: the line, the field, the value."""

from datetime import date

import pytest

from sales.dealings import AgreementKind
from sales.fixes import REMOVE
from sales.kinds import Field, Kind
from sales.money import Money
from sales.tellings import Agreement, Entry, Fact, FollowUp, Telling
from sales.views import Fixing, Part
from tests.wording.shown import ACME, CHINESE, ENGLISH, FRIDAY, HENGDA, TUESDAY, shown
from wording.cards.fixing import fixing

ORDER = Entry(Kind.ORDER, ACME, TUESDAY, "20 pumps", amount=Money.of(340, "USD"))
QUOTE = FollowUp(ACME, FRIDAY, "send quote")
TOLD = Telling((ORDER, None), (QUOTE,), (Fact("S. Lee", Field.PHONE, "1", None, ACME),))
LOST, LIMIT = Fact("", "stage", "lost", None, ACME), Fact("", "credit_limit", "5000000 SGD", None, ACME)
PAPER = Agreement(AgreementKind.QUOTE, ACME, TUESDAY, Money.of(120_000, "SGD"), FRIDAY)

CARDS = {
    "which line": (
        Fixing(1, TOLD),
        """Which line is wrong?
1 Order US$340, Tue 24 Nov: 20 pumps
2 ➜ Fri 27 Nov: send quote
3 ☎ S. Lee: 1
[1][2][3]
[Back]""",
        """哪一行不对？
1 订单 US$340，11月24日 周二：20 pumps
2 ➜ 11月27日 周五：send quote
3 ☎ S. Lee：1
[1][2][3]
[返回]""",
    ),
    "which value of a field of the card": (
        Fixing(1, Telling((), (), (LOST, LIMIT)), "x0", "value"),
        """Please tap it.
Stage: lost
[prospect][new customer]
[active][growing]
[slipping][lost]
[won back]
[Back]""",
        """请点一下。
阶段：流失
[潜在客户][新客户]
[活跃][上升]
[渐少][流失]
[赢回]
[返回]""",
    ),
    "a sum of a field of the card is written": (
        Fixing(1, Telling((), (), (LOST, LIMIT)), "x1", "value"),
        """Please write a sum, like 50k or SGD 12,000.
Credit limit: S$50,000
[Back]""",
        """请写金额，例如5万或12000元。
信用额度：S$5万
[返回]""",
    ),
    "which field of a quote": (
        Fixing(1, Telling(agreements=(PAPER,))),
        """What is wrong?
Quote S$120,000, valid until Fri 27 Nov
[Customer][Amount]
[Valid until]
[Remove this line]
[Back]""",
        """哪里不对？
报价 S$12万，有效期到11月27日 周五
[客户][金额]
[有效期到]
[删掉这一行]
[返回]""",
    ),
    "which field of an entry": (
        Fixing(1, TOLD, "e0"),
        """What is wrong?
Order US$340, Tue 24 Nov: 20 pumps
[Kind][Customer]
[Date][Amount]
[Remove this line]
[Back]""",
        """哪里不对？
订单 US$340，11月24日 周二：20 pumps
[类型][客户]
[日期][金额]
[删掉这一行]
[返回]""",
    ),
    "which field of the only line": (
        Fixing(1, Telling((), (QUOTE,))),
        """What is wrong?
➜ Fri 27 Nov: send quote
[Customer][Reminder day]
[Time][What to do]
[Remove this line]
[Back]""",
        """哪里不对？
➜ 11月27日 周五：send quote
[客户][提醒日期]
[时间][要做的事]
[删掉这一行]
[返回]""",
    ),
    "which kind": (
        Fixing(1, TOLD, "e0", "kind"),
        """What was it?
Order US$340, Tue 24 Nov: 20 pumps
[Visit][Call]
[Feedback][Complaint]
[Opportunity][Order]
[Payment][Note]
[Back]""",
        """是什么？
订单 US$340，11月24日 周二：20 pumps
[拜访][电话]
[反馈][投诉]
[商机][订单]
[回款][备注]
[返回]""",
    ),
    "which customer": (
        Fixing(1, TOLD, "e0", "customer", (("2", "Globex"), ("3", "恒大钢铁"))),
        """Which customer is it?
Order US$340, Tue 24 Nov: 20 pumps
[Globex][恒大钢铁]
[Another name]
[Back]""",
        """是哪家客户？
订单 US$340，11月24日 周二：20 pumps
[Globex][恒大钢铁]
[写别的名字]
[返回]""",
    ),
    "which day ahead": (
        Fixing(1, TOLD, "f0", "day"),
        """By when?
➜ Fri 27 Nov: send quote
[Today][Tomorrow]
[Friday][Next Monday]
[In 1 week][In 2 weeks]
[Thu 26 Nov][Sat 28 Nov]
[Sun 29 Nov]
[Back]""",
        """哪天之前？
➜ 11月27日 周五：send quote
[今天][明天]
[周五][下周一]
[一周后][两周后]
[11月26日 周四][11月28日 周六]
[11月29日 周日]
[返回]""",
    ),
    "how grave": (
        Fixing(1, Telling((Entry(Kind.COMPLAINT, ACME, TUESDAY, "late"),)), "e0", "severity"),
        "How grave is it?\nComplaint, Tue 24 Nov: late\n[minor][normal]\n[grave]\n[Back]",
        "有多严重？\n投诉，11月24日 周二：late\n[不严重][一般]\n[严重]\n[返回]",
    ),
    "the amount is written": (
        Fixing(1, TOLD, "e0", "amount"),
        """What is the right amount?
Please write it like 12,000 or 3.5k.
Order US$340, Tue 24 Nov: 20 pumps
[Back]""",
        """金额应该是多少？
请这样写：12000 或 3.5万。
订单 US$340，11月24日 周二：20 pumps
[返回]""",
    ),
}


@pytest.mark.parametrize(("view", "english", "chinese"), CARDS.values(), ids=CARDS.keys())
def test_fixing(view: Fixing, english: str, chinese: str) -> None:
    assert shown(fixing(view, ENGLISH)) == english
    assert shown(fixing(view, CHINESE)) == chinese


def labels(view: Fixing) -> list[str]:
    return [button.label for row in fixing(view, ENGLISH).rows for button in row]


def test_what_happened_lies_behind() -> None:
    told = Telling((Entry(Kind.VISIT, ACME, date(2026, 11, 10)),))
    days = labels(Fixing(1, told, "e0", "on"))
    assert days[:3] == ["Today", "Yesterday", "Sun 22 Nov"]
    assert days[7:-1] == [
        "Sat 7 Nov",
        "Sun 8 Nov",
        "Mon 9 Nov",
        "Tue 10 Nov",
        "Wed 11 Nov",
        "Thu 12 Nov",
        "Fri 13 Nov",
    ]


def test_a_complaint_has_a_category_and_a_severity() -> None:
    told = Telling((Entry(Kind.COMPLAINT, ACME, TUESDAY),))
    assert {"Category", "Severity"} <= set(labels(Fixing(1, told)))
    assert "Quality" in labels(Fixing(1, told, "e0", "category"))


def test_a_clock_time() -> None:
    assert "15:00" in labels(Fixing(1, TOLD, "f0", "at"))


def test_lines_of_all_messages_of_the_echo() -> None:
    other = Telling((Entry(Kind.CALL, HENGDA, TUESDAY),))
    parts = Part(1, TOLD), Part(2, other), Part(3, other, undone=True)
    card = fixing(Fixing(1, TOLD, parts=parts), ENGLISH)
    assert card.text.splitlines()[1:] == [
        "1 Order US$340, Tue 24 Nov: 20 pumps",
        "2 ➜ Fri 27 Nov: send quote",
        "3 ☎ S. Lee: 1",
        "4 Call, Tue 24 Nov",
    ]
    assert [dict(button.args) for button in card.rows[0] if hasattr(button, "args")] == [
        {"telling": 1, "line": "e0"},
        {"telling": 1, "line": "f0"},
        {"telling": 1, "line": "x0"},
        {"telling": 2, "line": "e0"},
    ]


def test_a_line_that_is_gone_is_chosen_anew() -> None:
    for line in ("e1", "e7", "f9", "zz", "e-1"):
        assert fixing(Fixing(1, TOLD, line), ENGLISH).text.startswith("Which line is wrong?")


def test_taking_a_line_out() -> None:
    card = fixing(Fixing(1, TOLD, "e0"), ENGLISH)
    (remove,) = [button for row in card.rows for button in row if button.label == "Remove this line"]
    assert hasattr(remove, "args")
    assert dict(remove.args) == {"telling": 1, "line": "e0", "field": REMOVE, "value": ""}
