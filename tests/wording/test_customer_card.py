"""The card, its sides and its changes, in both languages; and names that would break a lesser card."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sales.card_views import (
    Change,
    CustomerCard,
    Editing,
    History,
    OpenComplaint,
    OrdersSoFar,
    Overdue,
    People,
    PersonCard,
    Told,
    WholeCard,
)
from sales.cards import Card
from sales.customers import Contact, Customer, Stage
from sales.fields import FIELDS, Field, FieldKind, Of
from sales.freshness import Gap
from sales.kinds import Calendar, Kind
from sales.known import About, Known
from sales.money import Money
from sales.tellings import Entry, Source
from sales.views import AgendaLine, BirthdayLine
from tests.wording.shown import ACME, CHINESE, ENGLISH, FRIDAY, NOON, TUESDAY, shown
from wording.cards.customer import customer
from wording.cards.editing import changed, editing
from wording.cards.history import history
from wording.cards.people_there import people, person
from wording.cards.whole_card import whole_card

ACME_TOOLS = Customer(1, "3KP", "Acme Tools", 7, stage=Stage.ACTIVE)
LEE = Contact(1, "S. Lee", "+6565550123", "lee@acme.example", "--10-17", Calendar.LUNAR, title="buyer")
VISIT = Entry(Kind.VISIT, ACME, TUESDAY, "liked the new workshop", ("S. Lee",))
FULL = CustomerCard(
    ACME_TOOLS,
    "Anna",
    grade="A",
    contacts=(LEE, Contact(2, "Ms Tan", greetings=False)),
    people=4,
    entries=(VISIT, Entry(Kind.FEEDBACK, ACME, date(2025, 3, 3), "a bit pricey")),
    open=(AgendaLine(4, "Acme Tools", "send quote", FRIDAY),),
    plans=3,
    complaint=OpenComplaint(Entry(Kind.COMPLAINT, ACME, date(2026, 10, 12), "came late"), FRIDAY),
    complaints=2,
    overdue=(Overdue(Money(1_200_000, "SGD"), 2, date(2026, 10, 1)),),
    birthday=BirthdayLine(FRIDAY, "S. Lee", "Acme Tools"),
    gaps=(Gap(FIELDS["industry"]), Gap(FIELDS["credit_limit"], None, "5000000 SGD", date(2025, 3, 3))),
)
CARDS = {
    "all that is known": (
        FULL,
        """Acme Tools (3KP)
class A, active, direct customer
Looked after by Anna
🔴 Open complaint, Mon 12 Oct: came late, answer promised by Fri 27 Nov
and 1 more open complaint
Overdue: S$12,000, since Thu 1 Oct, 2 invoices
S. Lee, buyer: +65 6555 0123, lee@acme.example, birthday lunar 10/17
Ms Tan: no greetings please
and 2 more people
➜ send quote, Fri 27 Nov
and 2 more later
Visit, Tue 24 Nov, S. Lee: liked the new workshop
Feedback, Mon 3 Mar 2025: a bit pricey
🎂 Next birthday: S. Lee, Fri 27 Nov
Missing: Industry; still so? Credit limit: S$50,000 (Mon 3 Mar 2025)
[History][Log][Follow-up]
[Edit][People][More]""",
        """Acme Tools（3KP）
A类，活跃，直接客户
负责人：Anna
🔴 投诉未结，10月12日 周一：came late，答应11月27日 周五前回复
还有1个投诉未结
逾期：S$1.2万，10月1日 周四起，2张发票
S. Lee，buyer：+65 6555 0123，lee@acme.example，生日农历十月十七
Ms Tan：不要祝福
另外还有2人
➜ send quote，11月27日 周五
另外还有2件
拜访，11月24日 周二，S. Lee：liked the new workshop
反馈，2025年3月3日 周一：a bit pricey
🎂 下个生日：S. Lee，11月27日 周五
还缺：行业；还是这样吗？信用额度：S$5万（2025年3月3日 周一）
[往来][记一笔][待办]
[修改][联系人][更多]""",
    ),
    "orders that only the books know": (
        CustomerCard(replace(ACME_TOOLS, stage=Stage.SLIPPING), None, ordered=OrdersSoFar(99, date(2026, 10, 7), 7)),
        """Acme Tools (3KP)
slipping, direct customer
Nobody looks after it yet
99 orders, the last one Wed 7 Oct, every 7 days or so
[History][Log][Follow-up]
[Edit][People][More]""",
        """Acme Tools（3KP）
渐少，直接客户
还没有负责人
共99单，上次10月7日 周三，约7天一单
[往来][记一笔][待办]
[修改][联系人][更多]""",
    ),
    "a new one that the reader may not change": (
        CustomerCard(replace(ACME_TOOLS, stage=Stage.PROSPECT), None, changes=False),
        """Acme Tools (3KP)
prospect, direct customer
Nobody looks after it yet
Nothing on record yet.
[History][People][More]""",
        "Acme Tools（3KP）\n潜在客户，直接客户\n还没有负责人\n还没有记录。\n[往来][联系人][更多]",
    ),
}


@pytest.mark.parametrize(("view", "english", "chinese"), CARDS.values(), ids=CARDS.keys())
def test_customer(view: CustomerCard, english: str, chinese: str) -> None:
    assert shown(customer(view, ENGLISH)) == english
    assert shown(customer(view, CHINESE)) == chinese


def known(field: str, value: str, calendar: Calendar | None = None) -> Known:
    return Known(field, value, NOON, 5, calendar=calendar, source=Source.BUTTON)


def test_a_change_says_what_was_before_and_when_a_birthday_comes_round() -> None:
    limit = Change(About(1), "Acme", FIELDS["credit_limit"], known("x", "5000000 SGD"), known("x", "100 SGD"))
    assert shown(changed(limit, ENGLISH)).startswith("✓ Changed: Acme\nCredit limit: S$50,000\nbefore: S$1\n")
    born = known("birthday", "--02-29", Calendar.SOLAR)
    birthday = Change(About(1, 2), "王总", FIELDS["birthday"], born, next=date(2027, 2, 28))
    assert (
        changed(birthday, CHINESE).text
        == "✓ 改好了：王总\n生日：2月29日\n下次：2027年2月28日 周日\n没有2月29日的年份，按28日过。"
    )


def test_nothing_known_any_more_and_taken_back() -> None:
    empty = Change(About(1), "Acme", FIELDS["grade"], known("grade", ""), known("grade", "B"))
    assert changed(empty, ENGLISH).text == "✓ Changed: Acme\nClass: empty now\nbefore: B"
    assert changed(replace(empty, value=known("grade", "A"), undone=True), ENGLISH).text == "Taken back: Acme\nClass: A"


WILD = {
    "markup": "<b>Acme</b> & \"Sons\" 'Ltd' _*[x](y)",
    "right to left": "\u202eemcA\u202c \u200fשלום",
    "emoji": "👨‍👩‍👧‍👦 Acme 🛠️",
    "two hundred": "钢" * 200,
    "lines": "Acme\nTools\r\n\tLtd",
    "combining": "e" + "\u0301" * 500,
}


def wild_cards(name: str) -> list[Card]:
    firm = replace(ACME_TOOLS, name=name)
    somebody = replace(LEE, name=name, title=name, email=name, phone=name)
    own = Field("own:x", Of.CUSTOMER, FieldKind.CHOICE, choices=(name,), label=name)
    entry = replace(VISIT, text=name, contacts=(name,))
    filled = ((own, (known("own:x", name),)), (FIELDS["phone"], (known("phone", name),)))
    return [
        customer(replace(FULL, customer=firm, owner=name, contacts=(somebody,), entries=(entry,)), ENGLISH),
        whole_card(WholeCard(firm, filled, (name,)), ENGLISH),
        history(History(firm, 2, (Told(entry, name),), more=True), ENGLISH),
        people(People(firm, 1, 1, 1, (somebody,)), ENGLISH),
        person(PersonCard(firm, somebody, filled, TUESDAY), ENGLISH),
        editing(Editing(About(1), name, (own,), own, (known("own:x", name),)), ENGLISH),
        changed(Change(About(1), name, own, known("own:x", name), known("own:x", name)), ENGLISH),
    ]


@pytest.mark.parametrize("name", WILD.values(), ids=WILD.keys())
def test_the_card_stays_whole_whatever_they_are_called(name: str) -> None:
    tame = [wild_card.text.count("\n") for wild_card in wild_cards("Acme")]
    for card, lines in zip(wild_cards(name), tame, strict=True):
        assert card.text.count("\n") == lines
        assert not set(card.text) & set("\u202e\u202c\u200f\r\t")
        assert max(map(len, card.text.split("\n"))) < 400
        assert all(0 < len(button.label) <= 64 for row in card.rows for button in row)


def test_the_history_turns_both_ways() -> None:
    page = History(ACME_TOOLS, 2, (Told(VISIT, "Boris"),), more=True)
    assert (
        shown(history(page, ENGLISH))
        == "History: Acme Tools, page 2\nVisit, Tue 24 Nov, S. Lee: liked the new workshop (Boris)\n"
        "[‹ Newer][Older ›]\n[Card]"
    )


def test_old_facts_keep_their_year() -> None:
    stale = replace(FULL, gaps=(Gap(FIELDS["head_count"], None, "1200", TUESDAY - timedelta(900)),))
    assert customer(stale, ENGLISH).text.splitlines()[-1] == "still so? Head-count: 1,200 (Fri 7 Jun 2024)"
