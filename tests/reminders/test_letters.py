"""What everybody is told of what is due: a table of absences, and of what came late."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reminders.letters import Away, Letter, Terms, letters
from reminders.permitted import after_quiet_hours
from sales.care.habits import Habits
from sales.reminder_cards import late_card, reminder_card
from storage.plans.due_followups import TOLD_IN, Due, Recipient, Waiting

BERLIN = ZoneInfo("Europe/Berlin")
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ANNA = Recipient(1, 1001, BERLIN)
BEN = Recipient(2, 1002, SHANGHAI)


def due(follow_up: int, minutes_ago: float, recipient: Recipient = ANNA, owner: int | None = None) -> Waiting:
    planned = NOW - timedelta(minutes=minutes_ago)
    return Waiting(Due(follow_up, owner or recipient.member, planned), recipient)


def away(hours: float) -> Away:
    return Away(NOW - timedelta(hours=hours), NOW)


def told(found: list[Letter]) -> list[str]:
    """Each message in short: whom, what, and whether it says that it is late."""
    return [f"{letter.sending.chat} {_in_short(letter)}" for letter in found]


def _in_short(letter: Letter) -> str:
    facts = letter.sending.facts
    match letter.sending.kind:
        case "follow_up":
            card = reminder_card(facts)
            return f"{card.follow_up}{' late' if card.late else ''}"
        case "late":
            return f"bundle {list(late_card(facts).follow_ups)}"
        case kind:
            return f"{kind} for {[reminder_card(one.facts).follow_up for one in letter.covers]}"


@pytest.mark.parametrize(
    ("waiting", "gone", "said"),
    [
        pytest.param([], None, [], id="nothing due"),
        pytest.param([due(1, 0), due(2, 3)], None, ["1001 1", "1001 2"], id="in time: one by one"),
        pytest.param([due(1, 11)], None, ["1001 1 late"], id="late without an absence"),
        pytest.param([due(1, 90)], away(4), ["1001 1 late"], id="one is late: it says so itself"),
        pytest.param([due(1, 90), due(2, 30)], away(4), ["1001 bundle [1, 2]"], id="two are late: one message"),
        pytest.param(
            [due(1, 90), due(2, 30), due(3, 2)],
            away(4),
            ["1001 bundle [1, 2]", "1001 3"],
            id="due now is not late",
        ),
        pytest.param(
            [due(1, 90), due(2, 80, BEN), due(3, 70)],
            away(4),
            ["1001 bundle [1, 3]", "1002 2 late"],
            id="each their own",
        ),
        pytest.param(
            [due(n, 100 + n) for n in range(100)],
            away(4),
            [f"1001 bundle {list(range(100))}"],
            id="one push",
        ),
        pytest.param(
            [due(1, 90)], away(25), ["1001 bundle [1]", "1002 bundle []"], id="gone for a day: everybody hears of it"
        ),
        pytest.param([], away(25), ["1001 bundle []", "1002 bundle []"], id="even with nothing due"),
        pytest.param([], away(23), [], id="gone for less than a day with nothing due"),
        pytest.param(
            [due(n, 1500 + n) for n in range(4)], None, ["1001 agenda for [0, 1, 2, 3]"], id="back after a long silence"
        ),
        pytest.param(
            [due(n, 1500 + n) for n in range(3)],
            None,
            ["1001 0 late", "1001 1 late", "1001 2 late"],
            id="three are no flood",
        ),
        pytest.param(
            [due(n, 1500, owner=9) for n in range(4)],
            None,
            [f"1001 {n} late" for n in range(4)],
            id="another's are on no list of mine",
        ),
    ],
)
def test_what_is_told(waiting: list[Waiting], gone: Away | None, said: list[str]) -> None:
    everybody = (ANNA, BEN) if gone and gone.long else ()
    assert told(letters(waiting, now=NOW, away=gone, everybody=everybody)) == said


def test_a_bundle_uses_up_the_keys_of_what_it_tells() -> None:
    late = [due(1, 90), due(2, 30)]
    [letter] = letters(late, now=NOW, away=away(4))
    assert [one.key for one in letter.covers] == [one.key for one in late]


def test_two_replicas_give_a_bundle_the_same_key() -> None:
    since = NOW - timedelta(hours=4)
    late = [due(1, 90), due(2, 30)]
    [one] = letters(late, now=NOW, away=Away(since, NOW))
    [other] = letters(late, now=NOW + timedelta(seconds=2), away=Away(since, NOW + timedelta(seconds=2)))
    assert one.sending.key == other.sending.key


@pytest.mark.parametrize(
    ("clock", "sent"),
    [
        pytest.param("2026-03-02 07:00", "2026-03-02 07:00", id="from seven on"),
        pytest.param("2026-03-02 21:59", "2026-03-02 21:59", id="until ten"),
        pytest.param("2026-03-02 22:00", "2026-03-03 07:00", id="late in the evening"),
        pytest.param("2026-03-03 03:10", "2026-03-03 07:00", id="at night"),
        pytest.param("2026-03-28 23:00", "2026-03-29 07:00", id="the night that is an hour short"),
    ],
)
def test_what_is_late_already_wakes_nobody(clock: str, sent: str) -> None:
    now = datetime.fromisoformat(clock).replace(tzinfo=BERLIN).astimezone(UTC)
    assert after_quiet_hours(now, ANNA) == datetime.fromisoformat(sent).replace(tzinfo=BERLIN)


def test_each_has_their_own_night() -> None:
    [anna, ben] = letters([], now=NOW + timedelta(hours=3), away=away(25), everybody=(ANNA, BEN))
    # Away until noon in UTC, which is 13:00 in Berlin, where that is the noon rest, and 20:00 in Shanghai.
    assert (anna.sending.due_at, ben.sending.due_at) == (NOW + timedelta(minutes=30), NOW)


@pytest.mark.parametrize("wants_morning", [True, False])
def test_what_is_over_the_days_number_comes_with_the_mornings_card(wants_morning: bool) -> None:  # noqa: FBT001 - a table
    reader = Recipient(1, 1001, BERLIN, Habits(a_day=1, kinds={"morning": wants_morning}))
    late = [due(number, 11 + number, reader) for number in (1, 2, 3)]
    terms = Terms({(1, NOW.astimezone(BERLIN).date()): 1})
    [letter] = letters(late, now=NOW, away=None, terms=terms)
    assert letter.told_later is wants_morning
    assert len(letter.covers) == 3
    within = {str(one.facts[TOLD_IN]).partition(":")[0] for one in letter.covers}
    assert within == ({"morning"} if wants_morning else {"agenda"})
