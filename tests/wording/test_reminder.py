"""Reminders, in every stage and both languages, and the bundle after downtime."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from sales.care.late_bundle import LateBundle
from sales.kinds import Kind
from sales.tellings import FollowUp
from sales.views import Last, Reminder
from tests.wording.shown import ACME, CHINESE, ENGLISH, FRIDAY, HENGDA, NOON, TUESDAY, shown
from wording.cards.late import late
from wording.cards.reminder import reminder

DUE = Reminder(
    5,
    FollowUp(ACME, TUESDAY, "send new quote", contacts=("S. Lee",)),
    Last(Kind.VISIT, date(2026, 11, 20), "a bit pricey"),
    "+65 6555 0123",
)

STAGES = {
    "due": (
        DUE,
        """Acme Tools: send new quote
Today, Tue 24 Nov, S. Lee
Last: visit Fri 20 Nov, a bit pricey
+65 6555 0123
Just reply, I'll log it.
[Done][In 1 h][Tomorrow]
[Next Monday][Pick a day]
[Log it][Drop it][Why this?]""",
        """Acme Tools：send new quote
今天，11月24日 周二，S. Lee
上次：11月20日 周五拜访，a bit pricey
+65 6555 0123
直接回一句，我来记。
[办好了][1小时后][明天]
[下周一][选日子]
[记一笔][不办了][为什么提醒]""",
    ),
    "due at a clock time, late, of somebody else, from a list": (
        Reminder(
            5, FollowUp(None, FRIDAY, "call", time(15)), late=NOON - timedelta(hours=3), owner="Anna", listed=True
        ),
        """call
Follow-up of Anna
Fri 27 Nov, 15:00
This comes late: it was due Tue 24 Nov, 09:00.
Just reply, I'll log it.
[Done][In 3 days][Hand on]
[In 1 h][Tomorrow][Pick a day]
[Log it][Drop it][Why this?]
[Back]""",
        """call
Anna的待办
11月27日 周五 15:00
提醒晚了：原定11月24日 周二 09:00。
直接回一句，我来记。
[办好了][3天后][转交]
[1小时后][明天][选日子]
[记一笔][不办了][为什么提醒]
[返回]""",
    ),
    "handing it on": (
        replace(DUE, stage="handing", listed=True, colleagues=((7, "Boris"), (8, "王芳"), (9, "Li"))),
        """Acme Tools: send new quote
Today, Tue 24 Nov, S. Lee
Last: visit Fri 20 Nov, a bit pricey
+65 6555 0123
Who shall do it?
[Boris][王芳]
[Li]
[Back]""",
        """Acme Tools：send new quote
今天，11月24日 周二，S. Lee
上次：11月20日 周五拜访，a bit pricey
+65 6555 0123
交给谁办？
[Boris][王芳]
[Li]
[返回]""",
    ),
    "snoozed": (
        replace(DUE, stage="snoozed", what=FollowUp(ACME, TUESDAY, "send new quote", time(16, 20))),
        "Moved to Tue 24 Nov, 16:20\nAcme Tools: send new quote\n[Done][Pick a day]\n[Undo]",
        "改到11月24日 周二 16:20\nAcme Tools：send new quote\n[办好了][选日子]\n[撤销]",
    ),
    "snoozed without a day": (
        replace(DUE, stage="snoozed", what=FollowUp(ACME, None, "send new quote")),
        "Moved to no date yet\nAcme Tools: send new quote\n[Done][Pick a day]\n[Undo]",
        "改到没定日子\nAcme Tools：send new quote\n[办好了][选日子]\n[撤销]",
    ),
    "done": (
        replace(DUE, stage="done"),
        "✓ Done: Acme Tools, send new quote\n[Reopen]",
        "✓ 办好了：Acme Tools，send new quote\n[重新打开]",
    ),
    "logged": (
        replace(DUE, stage="logged"),
        "✓ Logged: Acme Tools, send new quote\n[Reopen]",
        "✓ 记下了：Acme Tools，send new quote\n[重新打开]",
    ),
    "dropped": (
        replace(DUE, stage="dropped", listed=True),
        "Dropped: Acme Tools, send new quote\n[Reopen]\n[Back]",
        "不办了：Acme Tools，send new quote\n[重新打开]\n[返回]",
    ),
    "withdrawn": (
        replace(DUE, stage="withdrawn"),
        "Withdrawn: Acme Tools, send new quote",
        "已撤回：Acme Tools，send new quote",
    ),
}


@pytest.mark.parametrize(("view", "english", "chinese"), STAGES.values(), ids=STAGES.keys())
def test_reminder(view: Reminder, english: str, chinese: str) -> None:
    assert shown(reminder(view, ENGLISH)) == english
    assert shown(reminder(view, CHINESE)) == chinese


def test_a_day_is_picked_from_two_weeks() -> None:
    card = reminder(replace(DUE, stage="picking"), ENGLISH)
    days = [dict(button.args)["day"] for row in card.rows[:-1] for button in row if hasattr(button, "args")]
    assert days == [(TUESDAY + timedelta(ahead)).isoformat() for ahead in range(1, 15)]
    assert card.rows[0][0].label == "Wed 25 Nov"
    assert card.rows[-1][0].label == "Back"


CALL = Reminder(1, FollowUp(ACME, TUESDAY, "call"), late=NOON - timedelta(hours=5))
SAMPLES = Reminder(2, FollowUp(HENGDA, TUESDAY, "寄样品"), late=NOON - timedelta(hours=13))

BUNDLES = {
    "two late": (
        LateBundle(NOON - timedelta(hours=10), NOON, (CALL, SAMPLES)),
        """I'm back: away 02:00–12:00, Tue 24 Nov
Your messages are safe.
2 reminders are late:
1 Acme Tools: call, due 07:00
2 恒大钢铁: 寄样品, due Mon 23 Nov, 23:00
[1][2]
[All into today]""",
        """我回来了：11月24日 周二 02:00–12:00掉线
你发的都在。
2条提醒迟了：
1 Acme Tools：call，原定07:00
2 恒大钢铁：寄样品，原定11月23日 周一 23:00
[1][2]
[都放进今天]""",
    ),
    "one late": (
        LateBundle(NOON - timedelta(hours=10), NOON, (replace(CALL, late=None),)),
        """I'm back: away 02:00–12:00, Tue 24 Nov
Your messages are safe.
1 reminder is late:
1 Acme Tools: call
[1]
[All into today]""",
        """我回来了：11月24日 周二 02:00–12:00掉线
你发的都在。
1条提醒迟了：
1 Acme Tools：call
[1]
[都放进今天]""",
    ),
    "away for more than a day, nothing late": (
        LateBundle(NOON - timedelta(days=3), NOON, ()),
        """I'm back: away Sat 21 Nov, 12:00 – Tue 24 Nov, 12:00
What you sent before Mon 23 Nov, 12:00 may be missing; please look.""",
        """我回来了：11月21日 周六 12:00 至 11月24日 周二 12:00掉线
11月23日 周一 12:00以前发的可能没收到，请看一眼。""",
    ),
}


@pytest.mark.parametrize(("view", "english", "chinese"), BUNDLES.values(), ids=BUNDLES.keys())
def test_after_downtime(view: LateBundle, english: str, chinese: str) -> None:
    assert shown(late(view, ENGLISH)) == english
    assert shown(late(view, CHINESE)) == chinese


def test_a_flood_of_late_ones_is_cut() -> None:
    card = late(LateBundle(NOON - timedelta(hours=10), NOON, (CALL,) * 20), ENGLISH)
    assert card.text.splitlines()[-1] == "4 more: /today"
    assert [len(row) for row in card.rows] == [8, 8, 1]
