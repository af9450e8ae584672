"""Whose hour of the day it is: members with their habits, by their own clocks."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import ColumnElement, exists, or_
from sqlmodel import Session, col, select

from sales.care.habits import Habits, read_habits
from sales.care.working_days import country_of, works
from sales.moments import local_day, local_moment
from sales.people import Member, Role
from storage.queues.outbox import known_keys
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow, MembershipRow


@dataclass(frozen=True, slots=True)
class AtTheirHour:
    """A member whose hour has come, on this local day."""

    member: int
    chat: int
    day: date
    habits: Habits
    zone: str


@dataclass(frozen=True, slots=True)
class Hour:
    """What comes once a day: its name is the beginning of its keys and the habit by which it is turned off.

    From the member's hour `starts` on until `ends`, both taken from their habits.
    """

    name: str
    starts: str
    ends: str = ""
    latest: time = time(22)
    roles: frozenset[Role] = frozenset({Role.REP, Role.CARE})
    """Who is told; what is for reps comes to whoever looks after customers besides, too."""

    def key(self, day: date, member: int) -> str:
        return f"{self.name}:{day.isoformat()}:{member}"

    def covers(self, habits: Habits, now: datetime, zone: ZoneInfo) -> bool:
        """Whether it may be told now: at the hour or after it, the same local day, and not too late."""
        day = local_day(now, zone)
        until: time = getattr(habits, self.ends) if self.ends else self.latest
        begins = local_moment(day, getattr(habits, self.starts), zone)
        return begins <= now < max(local_moment(day, until, zone), begins)


MORNING = Hour("morning", "agenda_at", "wrap_at")
WRAP = Hour("wrap", "wrap_at")
TALK_CARD = Hour("talk_card", "talk_at", latest=time(13), roles=frozenset({Role.MANAGER, Role.ADMIN}))
DIGEST = Hour("digest", "digest_at", roles=frozenset({Role.MANAGER, Role.ADMIN}))
LATE_NEWS = Hour("late_news", "agenda_at", "wrap_at", roles=frozenset({Role.MANAGER, Role.ADMIN}))

VISIT_PLAN = Hour("visit_plan", "wrap_at", roles=frozenset({Role.REP}))


def report_key(day: date, member: int) -> str:
    """Of the report that comes by itself once everything is told, whoever notices it."""
    return f"{WRAP.key(day, member)}:report"


def is_still_to_come(session: Session, hour: Hour, member: Member, *, now: datetime) -> bool:
    """Whether this hour comes for the member later today."""
    habits, day = read_habits(session.get_one(MemberRow, member.id).habits), local_day(now, member.zone)
    begins = local_moment(day, getattr(habits, hour.starts), member.zone)
    if not habits.wants(hour.name) or now >= begins or not works(day, habits, country_of(habits, member.zone)):
        return False
    return session.exec(select(MemberRow.id).where(col(MemberRow.id) == member.id, _has_it(hour))).first() is not None


def at_their_hour(session: Session, hour: Hour, *, now: datetime) -> list[AtTheirHour]:
    """Those with a day to plan who work today, whose hour has come, and who were not told today."""
    found = list(_at(session, hour, now))
    known: set[str] = set()
    for day in {one.day for one in found}:
        known |= known_keys(session, f"{hour.name}:{day.isoformat()}:")
    return [one for one in found if hour.key(one.day, one.member) not in known]


def _has_it(hour: Hour) -> ColumnElement[bool]:
    """Of a day: reps and customer care have one, and whoever looks after customers besides, managers who sell."""
    told = select(MembershipRow.member_id).where(col(MembershipRow.role).in_(sorted(hour.roles)))
    if Role.REP not in hour.roles:
        return col(MemberRow.id).in_(told)
    owns = exists().where(col(CustomerRow.owner_id) == col(MemberRow.id), col(CustomerRow.withdrawn).is_(False))
    return or_(col(MemberRow.id).in_(told), owns)


def _at(session: Session, hour: Hour, now: datetime) -> Iterator[AtTheirHour]:
    rows = session.exec(
        select(MemberRow.id, MemberRow.chat_id, MemberRow.zone, MemberRow.habits)
        .where(col(MemberRow.active), col(MemberRow.reachable), col(MemberRow.chat_id).is_not(None))
        .where(_has_it(hour))
        .order_by(col(MemberRow.id))
    )
    for member, chat, zone, habits in rows:
        day = _day(zone, json.dumps(habits, sort_keys=True), hour, now)
        if day is not None:
            yield AtTheirHour(member or 0, chat or 0, day, read_habits(habits), zone)


@lru_cache(maxsize=1024)
def _day(zone: str, habits: str, hour: Hour, now: datetime) -> date | None:
    """Many live by the same clocks and habits: each sort of them is worked out once a tick."""
    try:
        there, kept = ZoneInfo(zone), read_habits(_mapping(habits))
    except (ValueError, ZoneInfoNotFoundError):
        # The sweep of follow-ups tells of a record that is broken.
        return None
    day = local_day(now, there)
    wanted = kept.wants(hour.name) and hour.covers(kept, now, there) and works(day, kept, country_of(kept, there))
    return day if wanted else None


def _mapping(habits: str) -> Mapping[str, object]:
    found = json.loads(habits)
    return found if isinstance(found, dict) else {}
