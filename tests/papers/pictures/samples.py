"""Facts of all sorts, as pictures are made of: usual ones, none, one, absurd ones, and crowds at one point."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sales.order_book import Occasion
from sales.pictures.facts import AtRisk, CustomerCourse, Risks, Segmented, SegmentSum
from sales.scores.rfm import Segment
from wording.voice import Voice

TODAY = date(2026, 3, 2)
VOICES = {language: Voice(language, ZoneInfo("Asia/Shanghai"), TODAY) for language in ("en", "zh")}
SINCE = TODAY - timedelta(days=731)
LONG = "W" * 300
CHINESE = "恒大钢铁集团有限公司"
STRANGE = "Ядро $1 und $2 \u202e한국 🔴👩‍🏭 ñandú ﷽ ^_{x} \\frac"


def ago(*days: int) -> tuple[date, ...]:
    return tuple(TODAY - timedelta(days=number) for number in sorted(days, reverse=True))


def orders(every: int, until: int, minor: int = 120_000) -> tuple[Occasion, ...]:
    return tuple(Occasion(day, minor * (1 + number % 3)) for number, day in enumerate(ago(*range(9, until, every))))


def course(name: str, *bought: Occasion, expected: tuple[date, date] | None = None) -> CustomerCourse:
    return CustomerCourse(1, name, "CNY", SINCE, bought, ago(5, 46, 90, 400), ago(1, 33, 34, 35), expected)


SOON = (TODAY + timedelta(days=5), TODAY + timedelta(days=21))
GONE_BY = (TODAY - timedelta(days=40), TODAY - timedelta(days=12))
FAR = (TODAY + timedelta(days=300), TODAY + timedelta(days=900))
BEYOND = (TODAY + timedelta(days=800), TODAY + timedelta(days=900))
COURSES = {
    "every three weeks": course("Acme Tools", *orders(21, 700), expected=SOON),
    "overdue": course(CHINESE, *orders(14, 200)[:-3], expected=GONE_BY),
    "once a year": course("Globex", *orders(350, 700), expected=FAR),
    "so seldom that the next is out of sight": course("Globex", *orders(350, 700), expected=BEYOND),
    "every day": course("Initech", *orders(1, 730), expected=SOON),
    "one order": course("Umbrella", Occasion(TODAY - timedelta(days=30), 500)),
    "one order today": course("Umbrella", Occasion(TODAY, 500)),
    "no order": course("Nobody"),
    "no sums": course("Initech", *(Occasion(day, 0, 1) for day in ago(9, 40, 80))),
    "no sums, every day": course("Initech", *(Occasion(day, 0, 1) for day in ago(*range(200)))),
    "an absurd sum": course("Acme", *orders(21, 300), Occasion(TODAY - timedelta(days=2), 10**20), expected=SOON),
    "nothing but absurd sums": course("Acme", *(Occasion(day, 10**20) for day in ago(5, 50))),
    "a very long name": course(LONG, *orders(21, 700), expected=GONE_BY),
    "signs of all sorts": course(STRANGE, *orders(21, 700), expected=SOON),
}

_NO_SUMS = Segmented(TODAY, "USD", tuple(SegmentSum(one, 0, 0) for one in Segment))
SEGMENTED = {
    "all": Segmented(TODAY, "CNY", tuple(SegmentSum(one, 7 * n, 10**7 * n) for n, one in enumerate(Segment))),
    "one customer": Segmented(TODAY, "USD", (SegmentSum(Segment.CHAMPIONS, 1, 100),)),
    "a million, absurdly rich": Segmented(TODAY, "VND", tuple(SegmentSum(one, 10**6, 10**18) for one in Segment)),
    "nothing bought for a year": _NO_SUMS,
}


def at_risk(name: str, lost: float, minor: int) -> AtRisk:
    return AtRisk(1, name, lost, minor)


def risks(*everybody: AtRisk) -> Risks:
    return Risks(TODAY, "CNY", everybody[:10], tuple((one.lost, one.minor) for one in everybody), without=3)


RISKS = {
    "spread": risks(*(at_risk(f"Customer {n}", 0.95 - n / 40, 10 ** (3 + n % 7)) for n in range(30))),
    "200 at one point": risks(*(at_risk(CHINESE, 0.8, 2_000_000) for _ in range(200))),
    "200 in the upper right corner": risks(*(at_risk("Acme", 1.0, 10**9) for _ in range(200))),
    "one": risks(at_risk("Acme Tools", 0.5, 1)),
    "absurd sums": risks(at_risk(LONG, 0.9, 10**20), at_risk(STRANGE, 0.2, 1)),
    "nobody by name": Risks(TODAY, "JPY", (), ((0.01, 500), (0.02, 90_000))),
}
