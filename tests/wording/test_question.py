"""The one open question, in both languages, as a table."""

from dataclasses import replace
from datetime import date

import pytest

from sales.drafts import (
    Choice,
    Draft,
    IsItRight,
    KeepNote,
    NewName,
    NewValue,
    Question,
    Step,
    StepField,
    WhichCustomer,
    WhichDay,
)
from sales.kinds import Kind
from sales.tellings import FollowUp, Telling
from sales.views import Asking
from tests.wording.shown import ACME, CHINESE, ENGLISH, FRIDAY, NOON, TUESDAY, shown
from wording.cards.question import question
from wording.voice import Voice

KNOWN = Telling((), (FollowUp(ACME, None, "send new quote"),))
DRAFT = Draft(chat=1, message=2, moment=NOON, text="visited hengda", telling=KNOWN)
HENGDA_OR = (
    Choice(1, "Hengda Steel", date(2026, 11, 9)),
    Choice(2, "Hengda Property"),
    Choice(3, "Hengda Hotels"),
    Choice(4, "Hengda the fourth"),
)

ASKED: dict[str, tuple[Question, str, str]] = {
    "which customer, of three": (
        WhichCustomer("Hengda", HENGDA_OR),
        """Which Hengda was it? I have kept the rest.
[Hengda Steel, seen Mon 9 Nov]
[Hengda Property]
[Hengda Hotels]
[New customer: Hengda]
[None of them][Ask me later]""",
        """是哪家Hengda？其他的我先记着。
[Hengda Steel，11月9日 周一联系过]
[Hengda Property]
[Hengda Hotels]
[新客户：Hengda]
[都不是][晚点问我]""",
    ),
    "which customer, none named": (
        WhichCustomer(""),
        "Which customer was it? I have kept the rest.\n[New customer][No customer]\n[Ask me later]",
        "是哪家客户？其他的我先记着。\n[新客户][没有客户]\n[晚点问我]",
    ),
    "which day, of two readings": (
        WhichDay(0, (FRIDAY, date(2026, 12, 4))),
        "On which day shall I remind you?\n➜ send new quote\n[Fri 27 Nov][Fri 4 Dec]\n[Ask me later]",
        "哪天提醒你？\n➜ send new quote\n[11月27日 周五][12月4日 周五]\n[晚点问我]",
    ),
    "which day, since it is over": (
        WhichDay(0, (), date(2026, 11, 3)),
        """Tue 3 Nov is over already.
On which day shall I remind you?
➜ send new quote
[Today][Tomorrow]
[Friday][Next Monday]
[In 1 week][In 2 weeks]
[Ask me later]""",
        """11月3日 周二已经过了。
哪天提醒你？
➜ send new quote
[今天][明天]
[周五][下周一]
[一周后][两周后]
[晚点问我]""",
    ),
    "keep a note": (
        KeepNote(),
        "I found nothing to store in that. Keep it as a note?\n[Keep as a note][No]",
        "这句里没有要记的内容。记成备注吗？\n[记成备注][不用]",
    ),
    "whether it was read right": (
        IsItRight(("kinds",)),
        "Did I read this right?\nAcme Tools\n➜ no date yet: send new quote\n[Yes, save it][No]\n[Ask me later]",
        "我这样理解对吗？\nAcme Tools\n➜ 没定日子：send new quote\n[对，记下][不用]\n[晚点问我]",
    ),
    "step: customer": (
        Step(Kind.VISIT, StepField.CUSTOMER),
        "Visit: Which customer? Write the name.\n[Skip][Cancel]",
        "拜访：哪家客户？写名字就行。\n[跳过][取消]",
    ),
    "step: category": (
        Step(Kind.COMPLAINT, StepField.CATEGORY),
        """Complaint: What is it about?
[Delivery][Quality][Price]
[Service][Billing][Something else]
[Skip][Cancel]""",
        "投诉：是哪方面的？\n[交货][质量][价格]\n[服务][账单][其他]\n[跳过][取消]",
    ),
    "step: the day of a plan": (
        Step(None, StepField.DAY),
        """Follow-up: By when? Tap or write it.
[Today][Tomorrow]
[Friday][Next Monday]
[In 1 week][In 2 weeks]
[Skip][Cancel]""",
        "待办：哪天之前？点一下或直接写。\n[今天][明天]\n[周五][下周一]\n[一周后][两周后]\n[跳过][取消]",
    ),
    "step: the day of a visit": (
        Step(Kind.VISIT, StepField.DAY),
        """Visit: When was it? Tap or write it.
[Today][Yesterday]
[Sun 22 Nov][Sat 21 Nov]
[Fri 20 Nov][Thu 19 Nov]
[Wed 18 Nov]
[Skip][Cancel]""",
        """拜访：哪天的事？点一下或直接写。
[今天][昨天]
[11月22日 周日][11月21日 周六]
[11月20日 周五][11月19日 周四]
[11月18日 周三]
[跳过][取消]""",
    ),
    "a new customer's name": (
        NewName("Hengda"),
        "What is Hengda's full name?\nJust write it; I put it on record as a new customer.\n[Cancel]",
        "Hengda的全名是什么？\n直接写，我记成新客户。\n[取消]",
    ),
    "a new customer's name, nothing said": (
        NewName(""),
        "What is the new customer called?\nJust write the name.\n[Cancel]",
        "新客户叫什么？\n写名字就行。\n[取消]",
    ),
    "another amount": (
        NewValue(1, "e0", "amount"),
        "What is the right amount?\nPlease write it like 12,000 or 3.5k.\n[Cancel]",
        "金额应该是多少？\n请这样写：12000 或 3.5万。\n[取消]",
    ),
    "something else": (
        NewValue(1, "e0", "odd"),
        "What is it to be instead?\nPlease write it.\n[Cancel]",
        "应该是什么？\n请写给我。\n[取消]",
    ),
}


@pytest.mark.parametrize(("asked", "english", "chinese"), ASKED.values(), ids=ASKED.keys())
def test_question(asked: Question, english: str, chinese: str) -> None:
    view = Asking(3, replace(DRAFT, questions=(asked,)))
    assert shown(question(view, ENGLISH)) == english
    assert shown(question(view, CHINESE)) == chinese


def test_a_question_that_was_answered_meanwhile() -> None:
    assert shown(question(Asking(3, DRAFT), ENGLISH)) == "You have answered this already."


def test_nothing_else_is_kept_when_nothing_was_told() -> None:
    draft = Draft(1, 2, NOON, "hengda", questions=(WhichCustomer("Hengda"),))
    assert question(Asking(3, draft), ENGLISH).text == "Which Hengda was it?"


def test_a_day_for_a_plan_that_is_gone() -> None:
    draft = replace(DRAFT, questions=(WhichDay(7, (FRIDAY,)),))
    assert question(Asking(3, draft), ENGLISH).text == "On which day shall I remind you?"


@pytest.mark.parametrize("asks", StepField)
@pytest.mark.parametrize("kind", [None, *Kind])
def test_every_step_can_be_skipped_and_cancelled(kind: Kind | None, asks: StepField) -> None:
    card = question(Asking(3, replace(DRAFT, questions=(Step(kind, asks),))), CHINESE)
    assert [button.label for button in card.rows[-1]] == ["跳过", "取消"]


@pytest.mark.parametrize(
    ("today", "labels"),
    [
        pytest.param(TUESDAY, "Today Tomorrow Friday Next Monday In 1 week In 2 weeks", id="Tuesday"),
        pytest.param(date(2026, 11, 26), "Today Tomorrow Next Monday In 1 week In 2 weeks", id="tomorrow is Friday"),
        pytest.param(FRIDAY, "Today Tomorrow Friday Next Monday In 2 weeks", id="Friday"),
        pytest.param(date(2026, 11, 29), "Today Tomorrow Friday In 1 week In 2 weeks", id="tomorrow is Monday"),
    ],
)
def test_no_day_is_offered_twice(today: date, labels: str) -> None:
    view = Asking(3, replace(DRAFT, questions=(Step(None, StepField.DAY),)))
    card = question(view, Voice("en", ENGLISH.zone, today))
    assert " ".join(button.label for row in card.rows[:-1] for button in row) == labels
