"""The agenda, customers and the short lists, in both languages."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from sales.agenda import Agenda
from sales.customers import Customer, Stage
from sales.kinds import Kind
from sales.views import AgendaLine, BirthdayLine, CustomerPage, Last
from tests.wording.shown import CHINESE, ENGLISH, FRIDAY, TUESDAY, shown
from wording.cards.agenda import agenda
from wording.cards.customers import customers
from wording.cards.lists import birthdays

LATE = AgendaLine(1, "Acme Tools", "call", TUESDAY - timedelta(1))
TODAY = AgendaLine(2, "恒大钢铁", "发报价", TUESDAY, time(15))
TODAY_ANY_TIME = AgendaLine(3, None, "buy stamps", TUESDAY)
NEXT = AgendaLine(4, "Globex", "visit", FRIDAY)

AGENDAS = {
    "a full day": (
        Agenda(TUESDAY, (LATE,), (TODAY, TODAY_ANY_TIME), (NEXT,), waiting=1, more=3),
        """Today, Tue 24 Nov: 2 due, 1 overdue
— Overdue —
1 Acme Tools: call, Mon 23 Nov
— Today —
2 恒大钢铁: 发报价, 15:00
3 buy stamps
— Next —
4 Globex: visit, Fri 27 Nov
and 3 more later
1 question waits for your answer.
[1][2][3][4]""",
        """今天，11月24日 周二：2件待办，1件逾期
— 逾期 —
1 Acme Tools：call，11月23日 周一
— 今天 —
2 恒大钢铁：发报价，15:00
3 buy stamps
— 接下来 —
4 Globex：visit，11月27日 周五
另外还有3件
还有1个问题等你回答。
[1][2][3][4]""",
    ),
    "nothing at all": (
        Agenda(TUESDAY),
        "Nothing due today, Tue 24 Nov.\nTell me of a visit, and what is to follow.",
        "今天没有待办，11月24日 周二。\n跟我说一次拜访，和接下来要做的事。",
    ),
    "nothing today": (
        Agenda(TUESDAY, ahead=(NEXT, replace(NEXT, day=None))),
        """Nothing due today, Tue 24 Nov.
— Next —
1 Globex: visit, Fri 27 Nov
2 Globex: visit, no date yet
[1][2]""",
        """今天没有待办，11月24日 周二。
— 接下来 —
1 Globex：visit，11月27日 周五
2 Globex：visit，没定日子
[1][2]""",
    ),
}


@pytest.mark.parametrize(("view", "english", "chinese"), AGENDAS.values(), ids=AGENDAS.keys())
def test_agenda(view: Agenda, english: str, chinese: str) -> None:
    assert shown(agenda(view, ENGLISH)) == english
    assert shown(agenda(view, CHINESE)) == chinese


ACME_TOOLS = Customer(1, "3KP", "Acme Tools", 7, stage=Stage.ACTIVE)
GLOBEX = Customer(2, "3KQ", "Globex", 7)
PAGES = {
    "a page in the middle": (
        CustomerPage(2, 3, 25, ((ACME_TOOLS, Last(Kind.VISIT, TUESDAY)), (GLOBEX, None))),
        "25 customers, page 2 of 3\n1 Acme Tools, visit Tue 24 Nov\n2 Globex\n[1][2]\n[‹ Before][More ›]",
        "25家客户，第2/3页\n1 Acme Tools，11月24日 周二拜访\n2 Globex\n[1][2]\n[‹ 上一页][下一页 ›]",
    ),
    "the only page": (
        CustomerPage(1, 1, 1, ((GLOBEX, None),)),
        "1 customer\n1 Globex\n[1]",
        "1家客户\n1 Globex\n[1]",
    ),
    "none": (
        CustomerPage(1, 1, 0),
        "You have no customers yet.\nTell me of a visit, and the first one is here.",
        "你还没有客户。\n跟我说一次拜访，第一家就有了。",
    ),
}


@pytest.mark.parametrize(("view", "english", "chinese"), PAGES.values(), ids=PAGES.keys())
def test_customers(view: CustomerPage, english: str, chinese: str) -> None:
    assert shown(customers(view, ENGLISH)) == english
    assert shown(customers(view, CHINESE)) == chinese


def test_birthdays_to_come() -> None:
    assert shown(birthdays([BirthdayLine(FRIDAY, "S. Lee", "Acme Tools")], ENGLISH)) == (
        "Birthdays to come\nFri 27 Nov: S. Lee, Acme Tools"
    )
    assert shown(birthdays([], CHINESE)) == "30天内没有人过生日。"
