"""Follow-ups that come again: the row holds the coming occurrence, and moves on when that one is settled."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlmodel import Session, col, select

from sales.care.habits import read_habits
from sales.care.recurrence import BadRuleError, Rule, Works, latest_until, next_after, read_rule
from sales.care.working_days import country_of, works
from sales.hands import Hand
from sales.moments import local_day, local_moment
from storage.care.planning.visits import plan_visits
from storage.company.audit import Subject, note
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow

# Spelled as the partial index has it, or SQLite would not use it.
_COMES_AGAIN = text("follow_up.state = 'open' AND follow_up.rule IS NOT NULL")

_MISSED = "missed"
Coming = tuple[date, datetime]
"""The day of an occurrence and the moment of its reminder."""


def advance(session: Session, row: FollowUpRow, *, deed: str, remind_at: time, by: Hand) -> bool:
    """Go on to the first occurrence after the present one and after today; False: there is none.

    `deed` is how the present one ended, as the trail names it.
    """
    rule = _rule(row)
    if rule is None:
        return False
    owner = session.get_one(MemberRow, row.owner_id)
    today = local_day(by.now, ZoneInfo(owner.zone))
    day = next_after(rule, max(row.day or today, today), works_for(owner))
    return day is not None and _settle(session, row, (day, _moment(row, owner, day, remind_at)), deed=deed, by=by)


def turn_back(row: FollowUpRow) -> None:
    """Change places with the occurrence before; done twice, nothing has changed."""
    if row.was_day is not None:
        row.day, row.was_day = row.was_day, row.day
        row.due_at, row.was_due_at = row.was_due_at, row.due_at


def missed(session: Session, *, now: datetime, remind_at: time) -> list[int]:
    """Those that nobody settled before they came again."""
    rows = session.exec(select(FollowUpRow).where(_COMES_AGAIN, col(FollowUpRow.due_at) <= now))
    return [row.id or 0 for row in rows if _latest(session, row, now, remind_at)]


def roll_over(session: Session, *, follow_up: int, now: datetime, remind_at: time) -> bool:
    """What was missed gives way to its latest occurrence; False: it was settled meanwhile."""
    row = session.get_one(FollowUpRow, follow_up)
    latest = _latest(session, row, now, remind_at) if row.state == "open" else None
    return latest is not None and _settle(session, row, latest, deed=_MISSED, by=Hand(None, now))


def _latest(session: Session, row: FollowUpRow, now: datetime, remind_at: time) -> Coming | None:
    """The last occurrence whose moment has come; None: none has since the one that waits, or was put off to."""
    rule, owner = _rule(row), session.get_one(MemberRow, row.owner_id)
    if rule is None or row.day is None or row.due_at is None:
        return None
    today, known = local_day(now, ZoneInfo(owner.zone)), works_for(owner)
    for until in (today, today - timedelta(days=1)):
        day = latest_until(rule, row.day, until, known)
        moment = _moment(row, owner, day, remind_at) if day else None
        if day and moment and row.due_at < moment <= now:
            return day, moment
    return None


def works_for(owner: MemberRow) -> Works:
    """On which days the owner works."""
    habits, zone = read_habits(owner.habits), ZoneInfo(owner.zone)
    country = country_of(habits, zone)
    return lambda day: works(day, habits, country)


def _rule(row: FollowUpRow) -> Rule | None:
    try:
        return read_rule(row.rule, row.day) if row.rule else None
    except BadRuleError:
        return None


def _moment(row: FollowUpRow, owner: MemberRow, day: date, remind_at: time) -> datetime:
    return local_moment(day, row.at or remind_at, ZoneInfo(owner.zone))


def _settle(session: Session, row: FollowUpRow, coming: Coming, *, deed: str, by: Hand) -> bool:
    row.was_day, row.was_due_at = row.day, row.due_at
    row.day, row.due_at = coming
    row.moves = row.moves + 1 if deed == _MISSED else 0
    row.closed_by_telling = None
    plan_visits(session, [row], by.now)
    note(session, f"follow_up.{deed}", Subject("follow_up", row.id), by, words=str(row.was_day or ""))
    return True
