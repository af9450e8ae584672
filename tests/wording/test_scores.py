"""Why a customer has a class or a score, in both languages."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from sales.customers import Stage
from sales.money import Money
from sales.scores.abc import classes, grade_of
from sales.scores.credit_advice import Advice, Credit, Debt, Ground, credit_advice
from sales.scores.lifetime_value import LifetimeReason, Terms
from sales.scores.loyalty import Part, PartReason, loyalty
from sales.scores.rating import BEST, Asked, Criterial, Criterion, rating
from sales.scores.rfm import RfmReason, Segment
from sales.scores.stage_reasons import LossCause, ReturnCause, StageReason, Why
from sales.scores.track_record import Punctuality
from tests.wording.shown import CHINESE, ENGLISH
from wording.cards.scores.abc import class_lines
from wording.cards.scores.credit_advice import ADVICE, GROUNDS, credit_lines
from wording.cards.scores.figures import percent, roughly, trend
from wording.cards.scores.lifetime_value import lifetime_lines
from wording.cards.scores.loyalty import PARTS, loyalty_lines
from wording.cards.scores.rating import CRITERIA, rating_lines
from wording.cards.scores.rating_questions import QUESTIONS, rating_answers, rating_question
from wording.cards.scores.rfm import SEGMENTS, rfm_lines
from wording.cards.scores.stage import CAUSES, stage_lines
from wording.voice import Voice

Lines = Callable[[Voice], Iterable[str]]
CLASSES = classes([60, 25, 15, 0])
LAPSED = classes([60, 0], CLASSES.amount[:2] >= 0)


def yuan(sum_: int) -> Money:
    return Money(sum_ * 100, "CNY")


DEBT = Debt(yuan(30_000), yuan(12_400), 44)
PAYS = Punctuality(0.97, 12, 44)
PROMPT = Credit(Debt(yuan(45_000), yuan(0)), yuan(50_000), yuan(700_000), growth=1.1, pays=PAYS)
TOLD = Criterial(Criterion.SIZE, 4, 0, date(2026, 11, 14))
SOME: dict[Criterion, Criterial | int | None] = {
    Criterion.SIZE: TOLD,
    Criterion.HISTORY: 3,
    Criterion.PURCHASING_POWER: 5,
    Criterion.FINANCES: 4,
}
HALF = (PartReason(Part.SHARE, 0.45), PartReason(Part.COMPLAINTS, 0.692, 1), PartReason(Part.FEEDBACK, None))
LIFE = LifetimeReason(8_642_133, 3_212_211, 17_000_321, 31.42, 270_511, 14, 3, Terms())

TABLE: dict[str, tuple[Lines, str, str]] = {
    "a class by purchases": (
        lambda voice: class_lines(grade_of(CLASSES.reason(1), None), voice),
        (
            "Class A, by purchases\n"
            "No. 2 of 3 in 12 months, 25% of all purchases\n"
            "Bigger ones buy 60%; A goes up to 80%, B to 95%."
        ),
        "A类，按采购额\n近12个月在3家里排第2，占全部采购额的25%\n比它大的客户合计占60%；A类到80%，B类到95%。",
    ),
    "a class set by hand": (
        lambda voice: list(class_lines(grade_of(CLASSES.reason(1), "C"), voice))[:2],
        "Class C, set by hand\nBy purchases it would be A.",
        "C类，人工设定\n按采购额应该是A类。",
    ),
    "a class set by hand of who never bought": (
        lambda voice: class_lines(grade_of(CLASSES.reason(3), "B"), voice),
        "Class B, set by hand\nBy purchases it would have none.\nHas not ordered yet",
        "B类，人工设定\n按采购额还没有类别。\n还没下过单",
    ),
    "no class": (
        lambda voice: class_lines(grade_of(CLASSES.reason(3), None), voice),
        "No class yet\nHas not ordered yet",
        "还没有类别\n还没下过单",
    ),
    "bought before": (
        lambda voice: class_lines(grade_of(LAPSED.reason(1), None), voice),
        "Class C, by purchases\nBought nothing in the last 12 months",
        "C类，按采购额\n近12个月没有采购",
    ),
    "a champion": (
        lambda voice: rfm_lines(RfmReason(Segment.CHAMPIONS, 5, 4, 5, 12, 31, 4_120_000), "CNY", voice),
        (
            "RFM: Champions\n"
            "Last order 12 days ago: 5 of 5\n"
            "31 orders: 4 of 5\n"
            "Bought for ¥41,200: 5 of 5\n"
            "5 is the best fifth of all buyers."
        ),
        "RFM：冠军客户\n上次下单在12天前：5/5\n订单31个：4/5\n采购额¥4.12万：5/5\n5分是所有买家中最好的五分之一。",
    ),
    "no RFM": (lambda voice: rfm_lines(None, "CNY", voice), "RFM: Has not ordered yet", "RFM：还没下过单"),
    "lost": (
        lambda voice: stage_lines(
            StageReason(
                Stage.LOST, Why.SILENT_FOR_LONG, silent=81, expected=40, lost=0.934, cause=LossCause.COMPETITOR
            ),
            voice,
        ),
        (
            "Stage: lost\n"
            "Last order 81 days ago\n"
            "The next one was to be expected within 40 days.\n"
            "The chance that no order comes within 60 days: 93%\n"
            "Cause: went to a competitor"
        ),
        "阶段：流失\n上次下单在81天前\n按平时的节奏，40天内应该再下单。\n60天内不下单的可能性：93%\n原因：去了竞争对手那里",
    ),
    "slipping, by the rule of thumb": (
        lambda voice: stage_lines(StageReason(Stage.SLIPPING, Why.OVERDUE, silent=181, patience=180), voice),
        "Stage: slipping\nLast order 181 days ago\nToo few orders to know their rhythm; 180 days stand for it.",
        "阶段：渐少\n上次下单在181天前\n订单太少，看不出节奏，暂按180天算。",
    ),
    "won back": (
        lambda voice: stage_lines(
            StageReason(Stage.WON_BACK, Why.CAME_BACK, came_back=1, cause=ReturnCause.VISIT), voice
        ),
        "Stage: won back\nWas lost, and ordered again 1 day ago\nCause: a visit",
        "阶段：赢回\n流失过，1天前又下单了\n原因：拜访",
    ),
    "new": (
        lambda voice: stage_lines(StageReason(Stage.NEW, Why.JUST_BEGAN, began=20), voice),
        "Stage: new customer\nFirst order 20 days ago",
        "阶段：新客户\n首单在20天前",
    ),
    "growing": (
        lambda voice: stage_lines(StageReason(Stage.GROWING, Why.BUYS_MORE, growth=1.31), voice),
        "Stage: growing\nBuys 31% more than the year before",
        "阶段：上升\n采购比上一年多31%",
    ),
    "active": (
        lambda voice: stage_lines(StageReason(Stage.ACTIVE, Why.IN_RHYTHM, silent=3, growth=0.8), voice),
        "Stage: active\nLast order 3 days ago\nBuys 20% less than the year before",
        "阶段：活跃\n上次下单在3天前\n采购比上一年少20%",
    ),
    "a prospect": (
        lambda voice: stage_lines(StageReason(Stage.PROSPECT, Why.NEVER_ORDERED), voice),
        "Stage: prospect\nHas not ordered yet",
        "阶段：潜在客户\n还没下过单",
    ),
    "said to be lost": (
        lambda voice: stage_lines(StageReason(Stage.LOST, Why.SAID_LOST, cause=LossCause.OTHER), voice),
        "Stage: lost\nSomebody said so, and no order came since.\nCause: something else",
        "阶段：流失\n有人这样标记，之后没再下单。\n原因：其他原因",
    ),
    "a lifetime value": (
        lambda voice: lifetime_lines(LIFE, "CNY", voice),
        (
            "Lifetime value: about ¥86,000\n"
            "Eight of ten such customers come to between ¥32,000 and ¥170,000.\n"
            "Within 3 years 31 orders are expected, ¥2,700 each.\n"
            "An order's worth is read off their own 14 orders and off all others.\n"
            "Later money counts less: 10% a year."
        ),
        (
            "客户终身价值：约¥8.6万\n这样的客户，十家里有八家在¥3.2万到¥17万之间。\n"
            "3年内预计31单，每单约¥2,700。\n单笔金额参考了该客户自己的14单和其他所有客户。\n以后的钱打折算：每年10%。"
        ),
    ),
    "a lifetime value as margin": (
        lambda voice: list(lifetime_lines(LifetimeReason(100, 0, 200, 2.0, 50, 1, 1, Terms(0, 0.25)), "CNY", voice))[
            2:
        ],
        (
            "Within 1 year 2 orders are expected, ¥0.50 each.\n"
            "An order's worth is read off their own 1 order and off all others.\n"
            "Counted as margin: 25% of sales."
        ),
        "1年内预计2单，每单约¥0.50。\n单笔金额参考了该客户自己的1单和其他所有客户。\n按毛利算：销售额的25%。",
    ),
    "too little data for a lifetime value": (
        lambda voice: lifetime_lines(LifetimeReason(None, 0, 0, 0, 0, 3, 3, Terms()), "CNY", voice),
        "Lifetime value: too little data",
        "客户终身价值：数据太少",
    ),
    "no order for a lifetime value": (
        lambda voice: lifetime_lines(LifetimeReason(None, 0, 0, 0, 0, 0, 3, Terms()), "CNY", voice),
        "Lifetime value: Has not ordered yet",
        "客户终身价值：还没下过单",
    ),
    "loyalty": (
        lambda voice: loyalty_lines(loyalty(HALF), voice),
        (
            "Loyalty: looks around, 53 of 100\n"
            "Our share of their purchases: 45%\n"
            "Complaints: 69 of 100, 1 entry\n"
            "Feedback: not known"
        ),
        "忠诚度：在比较别家，53/100\n我们占其采购的份额：45%\n投诉：69/100，1条记录\n反馈：不清楚",
    ),
    "loyalty set by hand": (
        lambda voice: loyalty_lines(loyalty(HALF[:1], by_hand="loyal"), voice),
        "Loyalty: loyal, set by hand\nOur share of their purchases: 45%\nWorked out it would be 45 of 100.",
        "忠诚度：忠诚，人工设定\n我们占其采购的份额：45%\n计算结果是45/100。",
    ),
    "loyalty without complaints": (
        lambda voice: loyalty_lines(loyalty([PartReason(Part.COMPLAINTS, 1.0)]), voice),
        "Loyalty: too little is known (25%)\nComplaints: none",
        "忠诚度：了解得太少（25%）\n投诉：没有",
    ),
    "loyalty unknown": (
        lambda voice: loyalty_lines(loyalty(HALF[1:]), voice),
        "Loyalty: too little is known (25%)\nComplaints: 69 of 100, 1 entry\nFeedback: not known",
        "忠诚度：了解得太少（25%）\n投诉：69/100，1条记录\n反馈：不清楚",
    ),
    "a rating": (
        lambda voice: rating_lines(rating(SOME), voice),
        (
            "Rating: 77 of 100, 60% of it known\n"
            "Size: 4 of 5, told Sat 14 Nov\n"
            "Finances: 4 of 5\n"
            "Purchasing power: 5 of 5\n"
            "History with us: 3 of 5\n"
            "Not known: Market position, Pays in time, Reputation, Growth\n"
            "If all were known: between 46 and 86"
        ),
        (
            "评级：77/100，已知部分占60%\n规模：4/5，11月14日 周六填的\n财务状况：4/5\n购买力：5/5\n合作历史：3/5\n"
            "不清楚：市场地位，按时付款，口碑，成长性\n如果都清楚：在46到86之间"
        ),
    ),
    "a rating of which all is known": (
        lambda voice: rating_lines(rating({Criterion.SIZE: 5}, {Criterion.SIZE: 1}), voice),
        "Rating: 100 of 100\nSize: 5 of 5",
        "评级：100/100\n规模：5/5",
    ),
    "no rating": (
        lambda voice: list(rating_lines(rating({}), voice))[:1],
        "Rating: too little is known (0%)",
        "评级：了解得太少（0%）",
    ),
    "no more credit": (
        lambda voice: credit_lines(
            credit_advice(Credit(DEBT, yuan(50_000), yuan(400_000), growth=1.0, pays=PAYS)), voice
        ),
        (
            "No more credit until they have paid\n"
            "Something is overdue for more than two weeks.\n"
            "Overdue: ¥12,400, for up to 44 days\n"
            "Owed: ¥30,000 of ¥50,000 (60%)\n"
            "Paid in time: 97% of 12 invoices\n"
            "Buys as much as the year before"
        ),
        (
            "付清之前不再赊账\n有款项逾期超过两周。\n逾期：¥1.24万，最长44天\n欠款：¥3万，额度¥5万（已用60%）\n"
            "12张发票中97%按时付清\n采购和上一年差不多"
        ),
    ),
    "a higher limit": (
        lambda voice: list(credit_lines(credit_advice(PROMPT), voice))[:2],
        "The credit limit could be ¥71,000\nThey pay in time, buy no less, and the limit is nearly used up.",
        "信用额度可以提到¥7.1万\n付款按时，采购没少，额度快用完了。",
    ),
    "no limit": (
        lambda voice: credit_lines(credit_advice(Credit(Debt(yuan(9), yuan(0)), None, yuan(36_500))), voice),
        "Set a credit limit: ¥3,700 would do\nNo limit is set.\nOwed: ¥9",
        "设个信用额度：¥3,700比较合适\n还没设信用额度。\n欠款：¥9",
    ),
}


@pytest.mark.parametrize(("lines", "english", "chinese"), TABLE.values(), ids=TABLE.keys())
def test_explanations(lines: Lines, english: str, chinese: str) -> None:
    assert "\n".join(lines(ENGLISH)) == english
    assert "\n".join(lines(CHINESE)) == chinese


def test_everything_that_can_be_the_reason_has_words() -> None:
    assert SEGMENTS.keys() == set(Segment)
    assert CAUSES.keys() == {*LossCause, *ReturnCause}
    assert PARTS.keys() == set(Part)
    assert CRITERIA.keys() == set(Criterion)
    assert ADVICE.keys() == set(Advice)
    assert GROUNDS.keys() == set(Ground)
    for why in Why:
        assert len(list(stage_lines(StageReason(Stage.ACTIVE, why), ENGLISH))) > 1


@pytest.mark.parametrize("voice", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_seven_questions_with_five_answers_each(voice: Voice) -> None:
    assert QUESTIONS.keys() == set(Asked)
    for asked in Asked:
        assert "Acme" in rating_question(asked, "Acme", voice)
        labels, values = zip(*rating_answers(asked, voice), strict=True)
        assert values == tuple(range(1, BEST + 1))
        assert len(set(labels)) == BEST


def test_figures_are_no_finer_than_they_are_known() -> None:
    assert [percent(share, ENGLISH) for share in (0, 0.001, 0.29, 0.999, 1)] == ["0%", "under 1%", "29%", "99%", "100%"]
    assert [roughly(minor, "CNY", ENGLISH) for minor in (0, -1234, 99_600)] == ["¥0", "-¥12", "¥1,000"]
    assert trend(0, CHINESE) == "采购比上一年少100%"
