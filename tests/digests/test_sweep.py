"""Who gets which digests in the evening."""

from datetime import UTC, datetime, timedelta
from functools import partial

from sqlmodel import col, select

from reminders.digests import Digests
from sales.digest_pictures import WITH_PICTURE
from sales.digests import QUIET_DAYS, Pace, kind_of
from storage.company.habits import keep_habit, keep_kind
from storage.store import Session, Store
from storage.tables.queues import OutboxRow
from storage.ticks import Tick
from tests.people.company import found_company

THURSDAY = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
FRIDAY = THURSDAY + timedelta(days=1)
LEADERS = {"Dora", "Boris", "Max"}


async def test_leaders_are_told_at_half_past_six_once(any_store: Store) -> None:
    company = await any_store.write(_named)
    assert await told(any_store, company, THURSDAY - timedelta(minutes=1)) == []
    assert await told(any_store, company, THURSDAY) == [("Boris", "day"), ("Dora", "day"), ("Max", "day")]
    assert len(await told(any_store, company, THURSDAY + timedelta(minutes=5))) == len(LEADERS)


async def test_the_weeks_takes_the_place_of_the_days(any_store: Store) -> None:
    company = await any_store.write(_named)
    for kind, wanted in ((kind_of(Pace.WEEK), False), (QUIET_DAYS, True)):
        await any_store.write(partial(keep_kind, member=company["Max"], kind=kind, wanted=wanted))
    await any_store.write(partial(keep_kind, member=company["Dora"], kind=kind_of(Pace.WEEK), wanted=False))
    await any_store.write(partial(keep_kind, member=company["Dora"], kind=kind_of(Pace.DAY), wanted=False))
    assert await told(any_store, company, FRIDAY) == [("Boris", "week"), ("Max", "day")]


async def test_who_only_runs_the_bot_asks_for_them(any_store: Store) -> None:
    company = await any_store.write(_named)
    await any_store.write(partial(keep_kind, member=company["Ada"], kind=kind_of(Pace.DAY), wanted=True))
    await any_store.write(partial(keep_habit, member=company["Ada"], name="digest", value="17:30"))
    assert await told(any_store, company, THURSDAY - timedelta(hours=1)) == [("Ada", "day")]


async def test_what_an_evening_missed_is_left_out(any_store: Store) -> None:
    company = await any_store.write(_named)
    assert await told(any_store, company, THURSDAY + timedelta(hours=5)) == []


async def test_a_picture_comes_after_each_text_unless_it_is_turned_off(any_store: Store) -> None:
    company = await any_store.write(_named)
    await any_store.write(partial(keep_kind, member=company["Max"], kind=WITH_PICTURE, wanted=False))
    await told(any_store, company, THURSDAY)
    rows = await any_store.read(
        lambda session: [(one.member_id, one.kind, one.facts.get("under")) for one in session.exec(_ALL)]
    )
    keys = {who: f"digest:2026-03-05:{company[who]}" for who in LEADERS}
    both = [[(company[who], "digest", None), (company[who], "digest_picture", keys[who])] for who in ("Dora", "Boris")]
    assert sorted(map(str, rows)) == sorted(map(str, [*both[0], *both[1], (company["Max"], "digest", None)]))


def _named(session: Session) -> dict[str, int]:
    return found_company(session).members


async def told(store: Store, company: dict[str, int], now: datetime) -> list[tuple[str, str]]:
    """Sweep, and say who has a digest in the outbox, and of what pace."""
    await Digests(store).sweep(Tick(now, now))
    names = {number: name for name, number in company.items()}
    rows = await store.read(lambda session: [(one.member_id, one.facts) for one in session.exec(_DIGESTS)])
    return sorted((names[member or 0], str(facts["pace"])) for member, facts in rows)


_DIGESTS = select(OutboxRow).where(col(OutboxRow.kind) == "digest")
_ALL = select(OutboxRow).order_by(col(OutboxRow.id))
