"""What comes again goes on to its next time: settled, left out, missed, taken back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from reminders.recurrences import Recurrences
from sales.care.recurrence import anchored
from sales.hands import Hand
from storage.plans import followups, recurring
from storage.plans.followups import Move
from storage.store import Store
from storage.tables.followups import FollowUpRow
from tests.reminders.office import DAY, HOUR, MONDAY, REMIND_AT, TODAY, hire, promise, row_of, tick

WEEK = timedelta(days=7)


def _weekly(session: Session) -> FollowUpRow:
    row = row_of(session, promise(session, hire(session, "Anna"), TODAY))
    row.rule = anchored("FREQ=WEEKLY;BYDAY=MO", TODAY)
    session.flush()
    return row


def _go_on(session: Session, row: FollowUpRow, now: datetime, deed: str = "done") -> None:
    by = Hand(row.owner_id, now)
    assert followups.go_on(session, follow_up=row.id or 0, deed=deed, remind_at=REMIND_AT, by=by)


def test_done_moves_it_to_the_next_time(session: Session) -> None:
    row = _weekly(session)
    _go_on(session, row, MONDAY)
    assert (row.state, row.day, row.due_at) == ("open", TODAY + WEEK, MONDAY + WEEK)


def test_done_late_leaves_out_what_has_gone_by(session: Session) -> None:
    row = _weekly(session)
    _go_on(session, row, MONDAY + 2 * WEEK + DAY)
    assert row.day == TODAY + 3 * WEEK


def test_the_clock_time_is_kept_over_the_change_of_the_clocks(session: Session) -> None:
    row = _weekly(session)
    for week in range(5):
        _go_on(session, row, MONDAY + week * WEEK)
    # Berlin's clocks went forward on 29 March: nine o'clock is an hour earlier in UTC.
    assert row.due_at == datetime(2026, 4, 6, 7, tzinfo=UTC)


def test_turned_back_twice_is_as_before(session: Session) -> None:
    row = _weekly(session)
    _go_on(session, row, MONDAY)
    recurring.turn_back(row)
    assert (row.day, row.due_at) == (TODAY, MONDAY)
    recurring.turn_back(row)
    assert row.day == TODAY + WEEK


def test_another_zone_moves_the_coming_time_and_those_after(session: Session) -> None:
    row = _weekly(session)
    move = Move(row.owner_id, ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo"))
    followups.replan(session, move=move, remind_at=REMIND_AT, now=MONDAY - DAY)
    assert row.due_at == datetime(2026, 3, 2, 0, tzinfo=UTC)


async def test_what_was_missed_gives_way_to_the_latest_time_once(any_store: Store) -> None:
    with any_store.transaction() as session:
        number = _weekly(session).id or 0
    sweep = Recurrences(any_store, REMIND_AT)
    seen = []
    for hours in range(0, 24 * 22, 6):
        await sweep.sweep(tick(MONDAY + hours * HOUR))
        with any_store.transaction() as session:
            seen.append(row_of(session, number).day)
    assert list(dict.fromkeys(seen)) == [TODAY + week * WEEK for week in range(4)]
    assert seen[27] == TODAY
    assert seen[28] == TODAY + WEEK


def test_a_rule_whose_days_end_is_closed(session: Session) -> None:
    row = _weekly(session)
    row.rule, row.day = anchored("FREQ=YEARLY", date(9998, 1, 1)), date(9999, 1, 1)
    _go_on(session, row, MONDAY)
    assert row.state == "done"
    assert row.at is None or isinstance(row.at, time)
