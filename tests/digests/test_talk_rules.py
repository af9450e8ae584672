"""What to praise and what to ask first, by the rules of the talk card."""

from datetime import date, timedelta

import pytest

from sales.care.habits import Habits
from sales.measures import Measure, Period
from sales.talk_card import (
    Ask,
    Praise,
    Praised,
    RepTalk,
    TalkCard,
    Wanting,
    fifth_in_a_row,
    read_told,
    silent_days,
    since_last,
    stands_out,
    to_talk_about,
    write_told,
)

THURSDAY = date(2026, 3, 5)
ANNA, BEN, LI = 1, 2, 3
NAMES = {ANNA: "Anna", BEN: "Ben", LI: "小李"}
VISITS = Praise(Praised.VISITS, number=5)
BACK = Praise(Praised.WON_BACK, customer=7)
REACHED = Praise(Praised.TARGET, measure=Measure.PAID)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        pytest.param(THURSDAY, date(2026, 3, 4), id="the day before"),
        pytest.param(date(2026, 3, 2), date(2026, 2, 27), id="over the weekend"),
        pytest.param(date(2026, 2, 19), date(2026, 2, 16), id="over Chinese New Year"),
    ],
)
def test_since_the_last_working_day(day: date, first: date) -> None:
    assert since_last(day, Habits(), "SG") == Period(first, day - timedelta(days=1))


def test_what_stands_first_in_the_order_is_said_once_and_the_neediest_come_first() -> None:
    asks = [(BEN, Ask(Wanting.TARGET)), (LI, Ask(Wanting.SILENCE)), (LI, Ask(Wanting.ANSWER, complaint=2))]
    found = to_talk_about(NAMES, [(ANNA, VISITS), (ANNA, BACK)], asks, {})
    assert [(one.name, one.praise, one.ask and one.ask.reason) for one in found] == [
        ("小李", None, Wanting.ANSWER),
        ("Ben", None, Wanting.TARGET),
        ("Anna", BACK, None),
    ]


def test_who_gives_no_reason_is_left_out() -> None:
    assert to_talk_about(NAMES, [], [], {}) == ()


def test_the_same_is_not_praised_on_following_days() -> None:
    """What stands next is praised instead; it is another thing where it is about somebody else."""
    before = read_told(write_told(to_talk_about(NAMES, [(ANNA, BACK), (BEN, REACHED)], [], {})))
    assert before == {ANNA: "won_back:7", BEN: "target:paid"}
    other = Praise(Praised.WON_BACK, customer=8)
    for praises, said in (([BACK], None), ([BACK, VISITS], VISITS), ([other, VISITS], other)):
        found = to_talk_about(NAMES, [(ANNA, one) for one in praises], [], before)
        assert [one.praise for one in found] == ([said] if said else [])


@pytest.mark.parametrize(
    ("kept", "run"),
    [
        pytest.param("+++++", 5, id="the fifth yesterday"),
        pytest.param("++++", 0, id="four"),
        pytest.param("++++++", 0, id="the fifth was praised"),
        pytest.param("++++++++++", 10, id="the tenth"),
        pytest.param("-+++++", 0, id="broken yesterday"),
        pytest.param("+++++-+++", 5, id="a new run"),
    ],
)
def test_every_fifth_promise_in_a_row(kept: str, run: int) -> None:
    days = [(THURSDAY - timedelta(days=number), sign == "+") for number, sign in enumerate(kept, 1)]
    yesterday = Period(THURSDAY - timedelta(days=1), THURSDAY - timedelta(days=1))
    assert fifth_in_a_row(days, yesterday) == run


@pytest.mark.parametrize(
    ("visits", "usual", "does"), [(3, 0, True), (2, 0, False), (3, 2, True), (4, 3, False), (9, 6, True)]
)
def test_visits_stand_out_against_the_usual_day(visits: int, usual: float, *, does: bool) -> None:
    assert stands_out(visits, usual) is does


@pytest.mark.parametrize(
    ("last", "days"),
    [
        pytest.param(date(2026, 3, 4), 0, id="yesterday"),
        pytest.param(date(2026, 3, 3), 0, id="one day"),
        pytest.param(date(2026, 3, 2), 2, id="two days"),
        pytest.param(date(2026, 2, 27), 3, id="a weekend does not count"),
    ],
)
def test_silence_counts_working_days(last: date, days: int) -> None:
    assert silent_days(last, THURSDAY, Habits(), "SG") == days


def test_six_on_a_screen_and_none_beyond_the_last() -> None:
    card = TalkCard(THURSDAY, tuple(RepTalk(number, f"Rep {number}", VISITS) for number in range(1, 8)))
    assert (card.pages, len(card.screen)) == (2, 6)
    assert [one.member for one in card.opened(page=9, member=0).screen] == [7]
    shown = card.opened(page=1, member=7).shown
    assert shown is not None
    assert shown.name == "Rep 7"
