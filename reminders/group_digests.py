"""The sweep of the evening for teams that read their digest in a group, by the clocks of the team."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from sales.care.habits import Habits
from sales.care.working_days import works, zone_country
from sales.digests import Asked, Pace, due, tells_of
from sales.moments import local_day, local_moment
from storage.company.teams import teams
from storage.queues.outbox import Sending, known_keys, put
from storage.store import Session, Store
from storage.team_groups.keeping import groups
from storage.ticks import Tick

_LATEST = time(22)
_HABITS = Habits()
"""A team has no hours of its own: those that members have by default."""


@dataclass(frozen=True, slots=True)
class GroupDigests:
    """Looks without a write lock. What an evening missed is left out."""

    store: Store
    name: str = "group digests"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(_look, now=tick.now))
        if found:
            await self.store.write(partial(_put, found=found))


def _look(session: Session, *, now: datetime) -> list[Sending]:
    found = list(_due(session, now))
    known = {key for one in found for key in known_keys(session, one.key)}
    return [one for one in found if one.key not in known]


def _due(session: Session, now: datetime) -> Iterator[Sending]:
    tree = teams(session)
    for row in groups(session):
        zone = ZoneInfo(tree.zone(row.team_id))
        day, country = local_day(now, zone), zone_country(zone.key)
        begins, ends = (local_moment(day, at, zone) for at in (_HABITS.digest_at, _LATEST))
        if begins <= now < ends and works(day, _HABITS, country):
            # The week's stands first on the days that bring it.
            pace = next(one for one in due(day, _HABITS, country) if one in (Pace.DAY, Pace.WEEK))
            facts = {**Asked(pace, tells_of(pace, day)).facts, "team": row.team_id}
            key = f"group_digest:{day.isoformat()}:{row.team_id}"
            yield Sending(key=key, chat=row.chat_id, kind="group_digest", due_at=now, facts=facts)


def _put(session: Session, *, found: Sequence[Sending]) -> None:
    for sending in found:
        put(session, sending)
