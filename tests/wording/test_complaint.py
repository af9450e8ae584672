"""What those who must know are told of a complaint."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sales.kinds import Category, Kind, Severity
from sales.money import Money
from sales.tellings import Entry, Item
from sales.views import ComplaintAlert
from tests.wording.shown import ACME, CHINESE, ENGLISH, FRIDAY, NOON, TUESDAY, shown
from wording.cards.complaint import complaint

PUMP = Entry(
    Kind.COMPLAINT,
    ACME,
    TUESDAY,
    "pump failed again",
    ("S. Lee",),
    Money.of(8_000, "CNY"),
    Category.QUALITY,
    Severity.HIGH,
    items=(Item("pump", "1"),),
)
LATER = NOON + timedelta(hours=2)
GRAVE = ComplaintAlert(9, PUMP, "Anna", NOON, "Acme: pump failed again, line stopped", answer_by=LATER)
STRAY = Entry(Kind.COMPLAINT, None, TUESDAY, "late again")

ALERTS = {
    "grave": (
        GRAVE,
        """🔴 Complaint: Acme Tools
Quality, grave, ¥8,000, S. Lee
pump failed again
“Acme: pump failed again, line stopped”
1 pump
Told Tue 24 Nov, 12:00 by Anna
[I'll take it][Rep handles it]
[Answered][Promise…]
[Put right][Close…]
[Customer card]""",
        """🔴 投诉：Acme Tools
质量，严重，¥8,000，S. Lee
pump failed again
“Acme: pump failed again, line stopped”
pump × 1
11月24日 周二 12:00，Anna记
[我来处理][业务员跟进]
[已回复][答应时间]
[已解决][结案]
[客户卡]""",
    ),
    "promised and taken": (
        replace(GRAVE, entry=replace(PUMP, severity=Severity.NORMAL), promised=FRIDAY, taken_by="Boris", quote=""),
        """Complaint: Acme Tools
Quality, normal, ¥8,000, S. Lee
pump failed again
1 pump
Told Tue 24 Nov, 12:00 by Anna
Answer promised by Fri 27 Nov
Boris takes care of it
[Answered][Promise…]
[Put right][Close…]
[Customer card]""",
        """投诉：Acme Tools
质量，一般，¥8,000，S. Lee
pump failed again
pump × 1
11月24日 周二 12:00，Anna记
答应11月27日 周五前回复
Boris在处理
[已回复][答应时间]
[已解决][结案]
[客户卡]""",
    ),
    "of nobody in particular": (
        ComplaintAlert(9, STRAY, "Anna", NOON, "late again", answer_by=LATER),
        """Complaint: no customer yet
“late again”
Told Tue 24 Nov, 12:00 by Anna
[I'll take it][Rep handles it]
[Answered][Promise…]
[Put right][Close…]""",
        """投诉：还没定客户
“late again”
11月24日 周二 12:00，Anna记
[我来处理][业务员跟进]
[已回复][答应时间]
[已解决][结案]""",
    ),
    "taken back": (
        replace(GRAVE, undone=True),
        "Withdrawn: complaint of Acme Tools\nAnna took it back.",
        "已撤回：Acme Tools的投诉\nAnna撤回了。",
    ),
    "taken back, of nobody": (
        ComplaintAlert(9, STRAY, "Anna", NOON, "late again", undone=True),
        "Withdrawn: a complaint\nAnna took it back.",
        "已撤回：一条投诉\nAnna撤回了。",
    ),
}


@pytest.mark.parametrize(("view", "english", "chinese"), ALERTS.values(), ids=ALERTS.keys())
def test_complaint(view: ComplaintAlert, english: str, chinese: str) -> None:
    assert shown(complaint(view, ENGLISH)) == english
    assert shown(complaint(view, CHINESE)) == chinese
