"""The echo, in both languages, as a table."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from sales.kinds import Calendar, Category, Field, Kind, Sentiment, Severity
from sales.money import Money
from sales.tellings import Entry, Fact, FollowUp, Item, Party, Telling
from sales.views import Echo, Part
from tests.wording.shown import ACME, CHINESE, ENGLISH, FRIDAY, HENGDA, NOON, TUESDAY, shown
from wording.cards.added import added
from wording.cards.echo import echo

VISIT = Entry(Kind.VISIT, ACME, TUESDAY, "visited acme", ("S. Lee",))
FEEDBACK = Entry(Kind.FEEDBACK, ACME, TUESDAY, "a bit pricey", ("S. Lee",), sentiment=Sentiment.NEGATIVE)
QUOTE = FollowUp(ACME, FRIDAY, "send new quote")
TOLD = Telling((VISIT, FEEDBACK), (QUOTE,))
COMPLAINT = Entry(Kind.COMPLAINT, ACME, TUESDAY, "pump failed again", category=Category.QUALITY, severity=Severity.HIGH)
ORDER = Entry(Kind.ORDER, HENGDA, TUESDAY, amount=Money.of(120_000, "CNY"), items=(Item("pumps", "20", "boxes"),))
SEVERAL = Telling((ORDER, COMPLAINT), (FollowUp(ACME, FRIDAY, "call", time(15), "Li Lei"),))


def one(*entries: Entry) -> Echo:
    return Echo(1, (Part(1, Telling(entries)),))


CARDS = {
    "a visit with feedback and a plan": (
        Echo(1, (Part(1, TOLD),)),
        """✓ Saved: Acme Tools
Visit, Tue 24 Nov, S. Lee
Feedback: a bit pricey
➜ Fri 27 Nov: send new quote
[Fix][More]
[Undo]""",
        """✓ 记好了：Acme Tools
拜访，11月24日 周二，S. Lee
反馈：a bit pricey
➜ 11月27日 周五：send new quote
[改一下][更多]
[撤销]""",
    ),
    "a new customer": (
        Echo(1, (Part(1, Telling((VISIT,)), new=frozenset({"Acme Tools"})),)),
        "✓ Saved: Acme Tools (new)\nVisit, Tue 24 Nov, S. Lee\n[Fix][More]\n[Undo]",
        "✓ 记好了：Acme Tools（新客户）\n拜访，11月24日 周二，S. Lee\n[改一下][更多]\n[撤销]",
    ),
    "nobody there": (
        one(replace(VISIT, attempt=True, contacts=())),
        "✓ Saved: Acme Tools\nVisit, nobody there, Tue 24 Nov\n[Fix][More]\n[Undo]",
        "✓ 记好了：Acme Tools\n拜访，人不在，11月24日 周二\n[改一下][更多]\n[撤销]",
    ),
    "an order with items and a sum": (
        one(ORDER),
        "✓ Saved: 恒大钢铁\nOrder ¥120,000, Tue 24 Nov: pumps × 20 boxes\n[Fix][More]\n[Undo]",
        "✓ 记好了：恒大钢铁\n订单 ¥12万，11月24日 周二：pumps × 20 boxes\n[改一下][更多]\n[撤销]",
    ),
    "facts about people": (
        Echo(
            1,
            (
                Part(
                    1,
                    Telling(
                        facts=(
                            Fact("S. Lee", Field.PHONE, "+65 6555 0123", None, ACME),
                            Fact("S. Lee", Field.BIRTHDAY, "--03-12", Calendar.SOLAR, ACME),
                            Fact("S. Lee", Field.EMAIL, "lee@acme.example", None, ACME),
                        )
                    ),
                ),
            ),
        ),
        """✓ Saved: Acme Tools
☎ S. Lee: +65 6555 0123
Birthday of S. Lee: 12 Mar, next on Fri 12 Mar 2027
✉ S. Lee: lee@acme.example
[Fix][More]
[Undo]""",
        """✓ 记好了：Acme Tools
☎ S. Lee：+65 6555 0123
S. Lee生日：3月12日，下次：2027年3月12日 周五
✉ S. Lee：lee@acme.example
[改一下][更多]
[撤销]""",
    ),
    "several customers: numbered lines": (
        Echo(1, (Part(1, replace(SEVERAL, entries=(ORDER, replace(COMPLAINT, kind=Kind.NOTE)))),)),
        """✓ Saved: 恒大钢铁, Acme Tools
1 恒大钢铁, Order ¥120,000, Tue 24 Nov: pumps × 20 boxes
2 Acme Tools, Note: pump failed again
3 Acme Tools ➜ Fri 27 Nov, 15:00: call (Li Lei)
[Fix][More]
[Undo]""",
        """✓ 记好了：恒大钢铁，Acme Tools
1 恒大钢铁，订单 ¥12万，11月24日 周二：pumps × 20 boxes
2 Acme Tools，备注：pump failed again
3 Acme Tools ➜ 11月27日 周五 15:00：call（Li Lei负责）
[改一下][更多]
[撤销]""",
    ),
    "amended by a short message": (
        Echo(1, (Part(1, Telling((VISIT,))), Part(2, Telling((FEEDBACK,))))),
        """✓ Saved: Acme Tools
Visit, Tue 24 Nov, S. Lee
↳ Acme Tools
Feedback, Tue 24 Nov, S. Lee: a bit pricey
[Fix][More]
[Undo]""",
        """✓ 记好了：Acme Tools
拜访，11月24日 周二，S. Lee
↳ Acme Tools
反馈，11月24日 周二，S. Lee：a bit pricey
[改一下][更多]
[撤销]""",
    ),
    "the last part undone": (
        Echo(1, (Part(1, Telling((VISIT,))), Part(2, Telling((), (QUOTE,)), undone=True))),
        """✓ Saved: Acme Tools
Visit, Tue 24 Nov, S. Lee
↳ Acme Tools
Undone: ➜ Fri 27 Nov: send new quote
[Fix][More]
[Undo][Redo]""",
        """✓ 记好了：Acme Tools
拜访，11月24日 周二，S. Lee
↳ Acme Tools
已撤销：➜ 11月27日 周五：send new quote
[改一下][更多]
[撤销][恢复]""",
    ),
    "all undone": (
        Echo(1, (Part(1, Telling((VISIT,)), undone=True),), promise=4),
        "Undone: Acme Tools\nVisit, Tue 24 Nov, S. Lee\n[Redo]",
        "已撤销：Acme Tools\n拜访，11月24日 周二，S. Lee\n[恢复]",
    ),
    "a complaint: by when": (
        Echo(1, (Part(1, Telling((COMPLAINT,))),), promise=4),
        """✓ Saved: Acme Tools
Complaint, Tue 24 Nov: pump failed again
By when did you promise an answer?
[Today][Tomorrow]
[In 3 days][No promise]
[Fix][More]
[Undo]""",
        """✓ 记好了：Acme Tools
投诉，11月24日 周二：pump failed again
答应什么时候回复？
[今天][明天]
[3天后][没答应]
[改一下][更多]
[撤销]""",
    ),
    "a complaint with its promise": (
        Echo(1, (Part(1, Telling((COMPLAINT,))),), promise=4, promised=FRIDAY),
        """✓ Saved: Acme Tools
Complaint, Tue 24 Nov: pump failed again
Answer promised by Fri 27 Nov
[Fix][More]
[Undo]""",
        """✓ 记好了：Acme Tools
投诉，11月24日 周二：pump failed again
答应11月27日 周五前回复
[改一下][更多]
[撤销]""",
    ),
    "a promise that stands among the plans": (
        Echo(
            1,
            (Part(1, Telling((COMPLAINT,), (FollowUp(ACME, FRIDAY, "reply", answers=True),))),),
            promise=4,
            promised=FRIDAY,
        ),
        """✓ Saved: Acme Tools
Complaint, Tue 24 Nov: pump failed again
➜ Fri 27 Nov: reply
[Fix][More]
[Undo]""",
        """✓ 记好了：Acme Tools
投诉，11月24日 周二：pump failed again
➜ 11月27日 周五：reply
[改一下][更多]
[撤销]""",
    ),
    "a reminder closed by it": (
        Echo(1, (Part(1, Telling((VISIT,))),), closed=("send new quote",)),
        "✓ Saved: Acme Tools\nVisit, Tue 24 Nov, S. Lee\n✓ Done: send new quote\n[Fix][More]\n[Undo]",
        "✓ 记好了：Acme Tools\n拜访，11月24日 周二，S. Lee\n✓ 办好了：send new quote\n[改一下][更多]\n[撤销]",
    ),
    "everything": (
        Echo(
            1,
            (Part(1, Telling((COMPLAINT, FEEDBACK)), said="acme: pump failed\nagain!!", by="Anna", at=NOON),),
            promised=FRIDAY,
            whole=True,
        ),
        """✓ Saved: Acme Tools
Complaint, Tue 24 Nov: pump failed again
Feedback, S. Lee: a bit pricey
Complaint: Quality, grave
Feedback: displeased
“acme: pump failed again!!”
Anna, Tue 24 Nov, 12:00
Answer promised by Fri 27 Nov
[Fix][Less]
[Undo]""",
        """✓ 记好了：Acme Tools
投诉，11月24日 周二：pump failed again
反馈，S. Lee：a bit pricey
投诉：质量，严重
反馈：不满意
“acme: pump failed again!!”
Anna，11月24日 周二 12:00
答应11月27日 周五前回复
[改一下][收起]
[撤销]""",
    ),
    "no customer": (
        one(Entry(Kind.NOTE, None, TUESDAY, "buy stamps")),
        "✓ Saved, without a customer\nNote, Tue 24 Nov: buy stamps\n[Fix][More]\n[Undo]",
        "✓ 记好了，没有客户\n备注，11月24日 周二：buy stamps\n[改一下][更多]\n[撤销]",
    ),
    "every line taken out": (
        Echo(1, (Part(1, Telling((None,))),)),
        "Nothing of this message is stored\n[Fix][More]\n[Undo]",
        "这条没有记下任何内容\n[改一下][更多]\n[撤销]",
    ),
    "undone without a customer": (
        Echo(1, (Part(1, Telling((Entry(Kind.NOTE, None, TUESDAY, "stamps"),)), undone=True),)),
        "Undone\nNote, Tue 24 Nov: stamps\n[Redo]",
        "已撤销\n备注，11月24日 周二：stamps\n[恢复]",
    ),
    "a plan without a date, with a person": (
        Echo(1, (Part(1, Telling((), (FollowUp(ACME, None, "call back"),))),)),
        "✓ Saved: Acme Tools\n➜ no date yet: call back\n[Fix][More]\n[Undo]",
        "✓ 记好了：Acme Tools\n➜ 没定日子：call back\n[改一下][更多]\n[撤销]",
    ),
}


@pytest.mark.parametrize(("view", "english", "chinese"), CARDS.values(), ids=CARDS.keys())
def test_echo(view: Echo, english: str, chinese: str) -> None:
    assert shown(echo(view, ENGLISH)) == english
    assert shown(echo(view, CHINESE)) == chinese


def test_of_many_customers_it_names_two() -> None:
    told = Telling(tuple(replace(VISIT, customer=Party(name)) for name in ("Acme", "Globex", "Initech", "Umbrella")))
    card = echo(Echo(1, (Part(1, told),)), ENGLISH)
    assert card.text.splitlines()[0] == "✓ Saved: Acme, Globex and 2 more"


def test_another_day_or_other_people_are_told() -> None:
    other = replace(FEEDBACK, on=date(2026, 11, 23), contacts=("Ms Tan",))
    card = echo(one(VISIT, other), ENGLISH)
    assert card.text.splitlines()[2] == "Feedback, Mon 23 Nov, Ms Tan: a bit pricey"


def test_the_promise_is_a_day_or_nothing() -> None:
    card = echo(Echo(7, (Part(7, Telling((COMPLAINT,))),), promise=4), ENGLISH)
    days = [(TUESDAY + timedelta(ahead)).isoformat() for ahead in (0, 1, 3)]
    assert [dict(button.args) for row in card.rows[:2] for button in row if hasattr(button, "args")] == [
        {"telling": 7, "day": day} for day in [*days, ""]
    ]


def test_a_short_message_says_where_it_went() -> None:
    part = Part(2, Telling((FEEDBACK,)))
    assert shown(added(part, ENGLISH)) == "✓ Added: Acme Tools\nFeedback, Tue 24 Nov, S. Lee: a bit pricey"
    assert shown(added(part, CHINESE)) == "✓ 补上了：Acme Tools\n反馈，11月24日 周二，S. Lee：a bit pricey"
    assert shown(added(replace(part, undone=True), CHINESE)).startswith("已撤销：Acme Tools\n")


def test_a_short_message_without_a_customer() -> None:
    part = Part(2, Telling((Entry(Kind.NOTE, None, TUESDAY, "x"),)))
    assert added(part, ENGLISH).text.startswith("✓ Added\n")
    assert added(replace(part, undone=True), ENGLISH).text.startswith("Undone\n")


def test_everything_of_a_message_that_is_hardly_known() -> None:
    view = Echo(1, (Part(1, Telling((VISIT,))), Part(2, Telling((FEEDBACK,)), by="Anna")), whole=True)
    assert echo(view, ENGLISH).text.splitlines()[-1] == "Anna"
