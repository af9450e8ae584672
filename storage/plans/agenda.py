"""Reads what an agenda shows: one query for each sort of line, however many customers there are."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from sales.agenda import Agenda, Unseen
from sales.complaint_views import Board, Only
from sales.moments import local_day, local_moment
from sales.people import Member, Role
from sales.reminder_cards import AgendaCard
from sales.reports import Wrap
from sales.views import OFTEN, AgendaLine
from storage.care import agenda_lines
from storage.care.pauses import follow_up_not_paused
from storage.complaints.board import board
from storage.plans.giving import in_hands_of
from storage.tables.customers import CustomerRow
from storage.tables.followups import DraftRow, FollowUpRow
from storage.tables.people import MemberRow
from storage.visit_plans.accepted import to_visit

# A phone's screen; digit buttons stay in a few rows.
SHOWN = 16
AHEAD = 5
COMPLAINTS = 5
UNSEEN = 3
_FIRST_DAYS = timedelta(days=7)
_A_DAY = timedelta(days=1)


def digest(view: Agenda | Wrap) -> str:
    """What tells one state of a card from another."""
    return sha256(repr(view).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Days:
    """Which days are asked for; `first` is the reader's today for most."""

    member: Member
    today: date
    first: date
    last: date

    @property
    def plain(self) -> bool:
        """The list of today, with what is overdue and what comes next."""
        return self.first == self.last == self.today

    def begins(self) -> datetime:
        return local_moment(self.first, time(), self.member.zone)

    def ends(self) -> datetime:
        return local_moment(self.last + _A_DAY, time(), self.member.zone)


def agenda(session: Session, member: Member, *, now: datetime, card: AgendaCard | None = None) -> Agenda:
    """What is open for the member and for whom they stand in: of their own today, or of the days of the card."""
    asked = card or AgendaCard()
    today = local_day(now, member.zone)
    first = asked.day or today
    days = _Days(member, today, first, first + (asked.days - 1) * _A_DAY)
    return _of_today(session, days, now) if days.plain else _of_days(session, days, now)


def _of_today(session: Session, days: _Days, now: datetime) -> Agenda:
    mine, day = _mine(days), col(FollowUpRow.day)
    late = _lines(session, SHOWN, mine, day < days.today)
    due = _lines(session, SHOWN, mine, day == days.today)
    ahead = _lines(session, AHEAD, mine, (day > days.today) | day.is_(None))
    total = session.exec(select(func.count()).select_from(FollowUpRow).where(mine)).one()
    complaints = _complaints(session, days.member, now)
    care = agenda_lines.of(session, days.member, now=now, until=days.ends())
    few = len(late) + len(due) + len(complaints.lines) + len(care.lines) < UNSEEN
    return Agenda(
        today=days.today,
        overdue=late,
        due=due,
        ahead=ahead,
        waiting=_questions(session, days.member),
        more=total - len(late) - len(due) - len(ahead),
        complaints=complaints.lines[:COMPLAINTS],
        more_complaints=max(0, complaints.total - COMPLAINTS),
        care=care.lines,
        more_care=care.more,
        unseen=_unseen(session, days.member, now) if few else (),
        visits=to_visit(session, days.member, days.first, days.last),
    )


def _of_days(session: Session, days: _Days, now: datetime) -> Agenda:
    """Of days to come: what is planned for them, and what was put off until then."""
    there = (_mine(days), col(FollowUpRow.day).between(days.first, days.last))
    planned = _lines(session, SHOWN, *there)
    total = session.exec(select(func.count()).select_from(FollowUpRow).where(*there)).one()
    care = agenda_lines.of(session, days.member, now=now, since=days.begins(), until=days.ends())
    return Agenda(
        today=days.first,
        until=days.last if days.last > days.first else None,
        due=planned,
        more=total - len(planned),
        care=care.lines,
        more_care=care.more,
        visits=to_visit(session, days.member, days.first, days.last),
    )


def _mine(days: _Days) -> ColumnElement[bool]:
    whose = in_hands_of(sorted({days.member.id, *days.member.covers}))
    return whose & (col(FollowUpRow.state) == "open") & follow_up_not_paused(days.member.id, days.today)


def _lines(session: Session, limit: int, *where: ColumnElement[bool]) -> tuple[AgendaLine, ...]:
    rows = session.exec(
        select(FollowUpRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id), isouter=True)
        .where(*where)
        .order_by(col(FollowUpRow.day).nulls_last(), col(FollowUpRow.at).nulls_first(), col(FollowUpRow.id))
        .limit(limit)
    )
    return tuple(
        AgendaLine(row.id or 0, customer, row.action, row.day, row.at, row.rule, row.moves >= OFTEN)
        for row, customer in rows
    )


def _complaints(session: Session, member: Member, now: datetime) -> Board:
    """All that are open for customer care, else those of the member's own customers and those that they took."""
    only = Only.OPEN if Role.CARE in member.roles else Only.MINE
    return board(session, member, only=only, page=1, now=now)


def _questions(session: Session, member: Member) -> int:
    mine = select(func.count()).select_from(DraftRow).where(col(DraftRow.member_id) == member.id)
    return session.exec(mine).one()


def _unseen(session: Session, member: Member, now: datetime) -> tuple[Unseen, ...]:
    """On the first days: the member's customers that nobody has touched for longest."""
    joined = session.exec(select(MemberRow.joined_at).where(col(MemberRow.id) == member.id)).first()
    if joined is None or now - joined > _FIRST_DAYS:
        return ()
    touched, number = col(CustomerRow.touched_on), col(CustomerRow.id)
    planned: Any = (
        select(FollowUpRow.id).where(col(FollowUpRow.customer_id) == number, col(FollowUpRow.state) == "open").exists()
    )
    wanted = select(number, col(CustomerRow.name), touched).where(
        col(CustomerRow.owner_id) == member.id,
        col(CustomerRow.withdrawn).is_(False),
        col(CustomerRow.stage) != "lost",
        touched.is_(None) | (touched < local_day(now - _FIRST_DAYS, member.zone)),
        ~planned,
    )
    rows = session.exec(wanted.order_by(touched.nulls_first(), number).limit(UNSEEN))
    return tuple(Unseen(key or 0, name, seen) for key, name, seen in rows)
