"""How the alerts fared is said in plain words, and no more than the figures carry."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from sales.scores.fared import Answer, Fared, Looked, Tally
from wording.cards.scores.fared import fared
from wording.voice import Voice

TODAY = date(2026, 3, 3)
LOOKED = Looked(TODAY, date(2025, 7, 4), date(2026, 1, 2))
AHEAD = {"A": 30, "B": 60, "C": 90}
GOOD = Fared(
    LOOKED, Tally(41, 33, 0.78, 23.4), Tally(60, 40), {Answer.PLANNED: 3, Answer.ORDERED: 1}, AHEAD, leads=True
)


def said(view: Fared, language: str = "en") -> list[str]:
    return fared(view, Voice(language, ZoneInfo("Asia/Singapore"), TODAY)).text.splitlines()


def test_what_a_manager_reads() -> None:
    assert said(GOOD) == [
        "How alerts fared, your teams' customers",
        "Lived once more: Fri 4 Jul 2025 – Fri 2 Jan, with what was known then",
        "Of 41 alerts 33 were right: no order came in the days looked ahead (80%)",
        "On average 23 days earlier than 90 days of silence would have told",
        "“90 days silent” alone would have told of 60, 66% of them right",
        "It said 78%, 80% came true: take it at its word",
        "Told in the last 90 days: 4",
        "visit or call planned 3, ordered by themselves 1",
        "Days looked ahead by class: A 30, B 60, C 90",
    ]


def test_the_same_in_chinese() -> None:
    assert said(GOOD, "zh")[2:6] == [
        "41条提醒里33条说对了：预看的天数内没有下单（80%）",
        "平均比“90天没下单”早23天",
        "只看“90天没下单”会提醒60条，对的占66%",
        "说的是78%，实际80%：可以照它说的信",
    ]


@pytest.mark.parametrize(
    ("looked", "ours", "told"),
    [
        pytest.param(None, Tally(), "Not looked at yet: that is done at night, once there are orders.", id="new"),
        pytest.param(Looked(TODAY), Tally(), "Too little data: there are no orders to look back on.", id="none"),
        pytest.param(
            Looked(TODAY, enough=date(2026, 6, 1)),
            Tally(),
            "Too little data: the orders do not reach back far enough. I can say from Mon 1 Jun on.",
            id="short",
        ),
        pytest.param(
            LOOKED,
            Tally(7, 7, 0.8, 3),
            "Too little data: 7 alerts in that time; it takes 20 to say how good they are.",
            id="few",
        ),
        pytest.param(
            LOOKED,
            Tally(20, 10, 0.8, -12.2),
            "It said 80%, only 50% came true: it worries too much here",
            id="worries",
        ),
        pytest.param(
            LOOKED,
            Tally(20, 10, 0.8, -12.2),
            "On average 12 days later than 90 days of silence: it waits for the own rhythm",
            id="later",
        ),
        pytest.param(
            LOOKED, Tally(20, 19, 0.6), "It said 60%, even 95% came true: take it for more than it says", id="more"
        ),
    ],
)
def test_what_is_not_known_or_not_good_is_said(looked: Looked | None, ours: Tally, told: str) -> None:
    lines = said(Fared(looked, ours, Tally(), {}, AHEAD))
    assert told in lines
    assert not any("sooner" in line for line in lines)
