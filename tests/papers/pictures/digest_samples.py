"""Facts of all sorts for the page under a digest: one rep, some, two hundred, nothing, and absurd sums."""

from datetime import date, timedelta

from sales.digests import Asked, Pace, until
from sales.pictures.digest_facts import Answers, DigestFacts, RepDays, Slipping, columns, shown, stretches
from tests.papers.pictures.samples import CHINESE, LONG, STRANGE, TODAY

NAMES = ("Anna", "小李", "Ben Carter", "Chen Mei", "Rita", "王芳", "Max", "Padma Venkataraman")
ANSWERS = Answers(told=12, in_time=9, promised=7, solved=8, open=4)


def facts(
    pace: Pace, *names: str, minor: int = 1_250_000, answers: Answers = ANSWERS, owners: int = 4, day: date = TODAY
) -> DigestFacts:
    """Each does a little less than the one before, and nothing on Sundays."""
    asked = Asked(pace, until(pace, day))
    days = [shown(asked).first + timedelta(days=number) for number in range(shown(asked).days)]
    reps = [
        RepDays(
            name,
            ("East", "West", "South", CHINESE, LONG)[number % 5],
            {
                on: (number * 7 + on.day * 3) % 9 * (len(names) - number) // len(names)
                for on in days
                if on.weekday() < 6
            },
        )
        for number, name in enumerate(names)
    ]
    firsts = stretches(asked)[1]
    return DigestFacts(
        "East",
        asked,
        "CNY",
        tuple(reps),
        {first: minor * (number * 5 % 7) for number, first in enumerate(firsts)},
        {first: minor * (number * 3 % 5) for number, first in enumerate(firsts)},
        answers,
        tuple(Slipping(NAMES[number % 8], 1 + number, minor * (owners - number)) for number in range(owners)),
    )


def _crowd(number: int) -> list[str]:
    return [f"{NAMES[one % 8]} {one}" for one in range(number)]


_NOTHING = Asked(Pace.DAY, until(Pace.DAY, TODAY))
_WILD = facts(Pace.MONTH, LONG, STRANGE, CHINESE * 4, day=date(2026, 3, 31))
DIGESTS = {
    "one rep, a day": facts(Pace.DAY, "Anna", owners=1),
    "eight reps, a week": facts(Pace.WEEK, *NAMES),
    "fourteen reps, a month": facts(Pace.MONTH, *_crowd(14), day=date(2026, 1, 31)),
    "200 reps, a quarter": facts(Pace.QUARTER, *_crowd(200), owners=40, day=date(2026, 3, 31)),
    "the first of a month": facts(Pace.MONTH, *NAMES, day=date(2026, 3, 1)),
    "the first of a quarter": facts(Pace.QUARTER, *NAMES, day=date(2026, 1, 1)),
    "nobody and nothing": DigestFacts("", _NOTHING, "CNY"),
    "reps who told nothing": DigestFacts("East", _NOTHING, "CNY", tuple(RepDays(name) for name in NAMES)),
    "wild names": _WILD,
    "absurd sums": facts(Pace.MONTH, "Anna", minor=10**20),
    "more given back than ordered": facts(Pace.WEEK, "Anna", minor=-4_000_000),
    "one sum dwarfs all": DigestFacts(
        LONG,
        _NOTHING,
        "JPY",
        (RepDays("Anna", "", {TODAY: 10**9, TODAY - timedelta(days=1): 3}),),
        {day: 10**12 if day == TODAY else -(10**4) for day in columns(_NOTHING)},
        dict.fromkeys(columns(_NOTHING), 10**4),
        Answers(told=10**9, open=10**9),
        (Slipping(LONG, 10**6, 10**20), Slipping("", 1, 1)),
    ),
}
