"""When those above hear of a complaint that nobody answered: by the rule of all pushes, unless it is grave."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlmodel import Session, col, select

from reminders.complaint_clocks import carry_out
from sales.kinds import Severity
from sales.tellings import Party
from storage.complaints import raising
from storage.tables.people import MemberRow
from storage.tables.queues import OutboxRow
from tests.complaints.teller import LATE, Anna
from tests.people.company import Company


def told_above(session: Session, now: datetime) -> list[tuple[str, datetime]]:
    """Who hears of what went up at that moment, and when."""
    carry_out(session, found=raising.found(session, now=now), now=now)
    raised = (
        select(MemberRow.name, OutboxRow.due_at)
        .join(MemberRow, col(MemberRow.id) == col(OutboxRow.member_id))
        .where(col(OutboxRow.key).contains(":raised:"))
    )
    return list(session.exec(raised.order_by(col(OutboxRow.id))))


@pytest.mark.parametrize(
    ("now", "severity", "told"),
    [
        # Shanghai is eight hours ahead; quiet are 22:00-07:00 and 12:00-13:30, the agenda comes at 8:30.
        pytest.param("2026-03-04T03:00", Severity.NORMAL, "2026-03-04T03:00", id="at work"),
        pytest.param("2026-03-04T15:00", Severity.NORMAL, "2026-03-04T23:00", id="at night"),
        pytest.param("2026-03-04T05:00", Severity.NORMAL, "2026-03-04T05:30", id="at noon"),
        pytest.param("2026-03-07T02:00", Severity.NORMAL, "2026-03-09T00:30", id="on a Saturday"),
        pytest.param("2026-03-04T15:00", Severity.HIGH, "2026-03-04T15:00", id="grave, at night"),
        pytest.param("2026-03-07T02:00", Severity.HIGH, "2026-03-07T02:00", id="grave, on a Saturday"),
    ],
)
def test_a_manager_is_told_when_a_push_may_go(anna: Anna, acme: Party, now: str, severity: Severity, told: str) -> None:
    anna.tells(replace(LATE, customer=acme, severity=severity))
    moment, expected = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (now, told))
    assert told_above(anna.session, moment) == [("Boris", expected)]


def test_a_manager_who_blocked_the_bot_is_passed_over(
    session: Session, anna: Anna, acme: Party, company: Company
) -> None:
    anna.tells(replace(LATE, customer=acme))
    session.get_one(MemberRow, company["Boris"].id).reachable = False
    now = datetime(2026, 3, 4, 3, tzinfo=UTC)
    assert told_above(session, now) == [("Dora", now)]
