"""All sweeps, in the order in which a tick asks them."""

from collections.abc import Callable, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

import structlog

from reminders.absences import Absences
from reminders.agenda import Agendas
from reminders.agenda_following import AgendaFollowing
from reminders.changed_days import ChangedDays
from reminders.complaint_causes import tell_causes
from reminders.complaint_clocks import ComplaintClocks
from reminders.daily import Daily
from reminders.digests import Digests
from reminders.fact_questions import FactQuestions
from reminders.followups import FollowUps
from reminders.foresight import look_ahead
from reminders.group_digests import GroupDigests
from reminders.late_news import LateNewsOfDigests
from reminders.offers import offer_kinds
from reminders.planning import Planning
from reminders.pointless import Pointless
from reminders.pool import look_after_the_pool
from reminders.pushes import Pushes
from reminders.recurrences import Recurrences
from reminders.retention import forget
from reminders.sealing import Sealing
from reminders.sweep import Sweep
from reminders.talk_cards import TalkCards
from reminders.unreached import tell_unreached
from reminders.visit_plans import VisitPlans
from reminders.wrap import Wraps
from storage.store import Session, Store

log = structlog.get_logger(__name__)
REMIND_AT = time(9)
_CAUSES_AT = time(9)
_OFFERS_AT = time(11)
_UNREACHED_AT = time(9, 30)
_SCORES_AT = time(1)
_POOL_AT = time(2)
_FORGETS_AT = time(3)
_CHECKS_AT = time(4)

Invariants = Callable[[Session], Sequence[str]]
"""Looks through the database and says what is not as it must be."""


def sweeps(store: Store, zone: ZoneInfo, invariants: Invariants, *, remind_at: time = REMIND_AT) -> tuple[Sweep, ...]:
    """`zone` is the company's: its nights are for tidying up. At `remind_at` comes what has no clock time."""

    def check(session: Session, now: datetime) -> None:  # noqa: ARG001 - every daily work is told the moment
        for finding in invariants(session):
            log.error("an invariant does not hold", finding=finding)

    return (
        Absences(store),
        Recurrences(store, remind_at),
        Agendas(store, remind_at),
        FollowUps(store, remind_at),
        Wraps(store),
        VisitPlans(store),
        Digests(store),
        LateNewsOfDigests(store),
        GroupDigests(store),
        TalkCards(store),
        AgendaFollowing(store),
        FactQuestions(store),
        Planning(store, zone),
        ChangedDays(store, zone),
        Pushes(store),
        Pointless(store),
        ComplaintClocks(store),
        Sealing(store),
        Daily(store, "complaint causes", _CAUSES_AT, zone, tell_causes),
        Daily(store, "unreached", _UNREACHED_AT, zone, tell_unreached),
        Daily(store, "offers", _OFFERS_AT, zone, offer_kinds),
        Daily(store, "scores", _SCORES_AT, zone, look_ahead),
        Daily(store, "pool", _POOL_AT, zone, look_after_the_pool),
        Daily(store, "retention", _FORGETS_AT, zone, forget),
        Daily(store, "invariants", _CHECKS_AT, zone, check),
    )
