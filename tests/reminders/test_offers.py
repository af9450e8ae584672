"""Further kinds of reminders are offered one at a time, one a week at the most, and each once."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from reminders.offers import offer_kinds
from sales.care.kinds import REMINDER_KINDS, Audience
from sales.people import Member, Role
from storage.company.habits import keep_kind
from storage.tables.people import MemberRow
from tests.reminders.office import DAY, HOUR, MONDAY, hire, queued

WEDNESDAY = MONDAY + 2 * DAY + HOUR
FURTHER = [kind.name for kind in REMINDER_KINDS.values() if not kind.standard and kind.audience is not Audience.LEADER]


@pytest.fixture(autouse=True)
def long_here(session: Session, anna: Member) -> None:
    session.get_one(MemberRow, anna.id).joined_at = MONDAY - 60 * DAY


def offered(session: Session) -> list[str]:
    return [str(row.facts["kind"]) for row in queued(session) if row.kind == "kind_offer"]


def test_one_a_week_until_all_were_offered(session: Session) -> None:
    for days in range(7 * (len(FURTHER) + 2)):
        offer_kinds(session, WEDNESDAY + days * DAY)
        assert len(offered(session)) == min(days // 7 + 1, len(FURTHER))
    assert offered(session) == FURTHER


def test_what_somebody_took_or_refused_is_not_offered(session: Session, anna: Member) -> None:
    keep_kind(session, member=anna.id, kind=FURTHER[0], wanted=False)
    keep_kind(session, member=anna.id, kind=FURTHER[1], wanted=True)
    offer_kinds(session, WEDNESDAY)
    assert offered(session) == FURTHER[2:3]


def test_who_has_just_come_is_left_alone(session: Session, anna: Member) -> None:
    session.get_one(MemberRow, anna.id).joined_at = WEDNESDAY - timedelta(days=13)
    offer_kinds(session, WEDNESDAY)
    assert offered(session) == []


def test_who_leads_a_team_is_offered_what_is_of_teams_alone(session: Session, anna: Member) -> None:
    keep_all(session, anna)
    boris = hire(session, "Boris", role=Role.MANAGER)
    session.get_one(MemberRow, boris.id).joined_at = MONDAY - 60 * DAY
    for week in range(3):
        offer_kinds(session, WEDNESDAY + 7 * week * DAY)
    assert offered(session) == ["rating_due"]


def keep_all(session: Session, anna: Member) -> None:
    for kind in FURTHER:
        keep_kind(session, member=anna.id, kind=kind, wanted=True)
