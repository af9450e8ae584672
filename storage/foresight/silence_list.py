"""Reads who has gone quiet, was lost or came back, as far as a member sees their orders, by what is at stake."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, false, func
from sqlmodel import Session, col, select

from sales.customers import Stage
from sales.money import Money
from sales.people import Member
from sales.rights import Part
from sales.scores.stage_reasons import LossCause, ReturnCause
from sales.silences import Silence, SilencePage
from storage.cards.visibility import visible
from storage.care.about.slipping import silence as facts_of
from storage.care.planning.slipping import KIND
from storage.care.reminders import UNANSWERED, find
from storage.foresight.quiet_reasons import quiet_reasons
from storage.foresight.summary import summary
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow, StageChangeRow
from storage.tables.people import MemberRow, TeamRow

SHOWN = (Stage.SLIPPING, Stage.LOST, Stage.WON_BACK)
_stage = col(CustomerRow.stage)
_Row = tuple[CustomerRow, CustomerScoreRow | None, CustomerFiguresRow | None]


def silence_page(session: Session, member: Member, *, team: int, page: int, size: int) -> SilencePage:
    """A page beyond the end is the last one."""
    here = [visible(member, Part.MONEY), _shown(), *([col(CustomerRow.team_id) == team] if team else [])]
    by_stage = _joined(select(_stage, func.count()), *here).group_by(_stage)
    counts = {Stage(stage): count for stage, count in session.exec(by_stage)}
    pages = max(1, -(-sum(counts.values()) // size))
    shown = min(max(page, 1), pages)
    wanted = _joined(_all(), *here).order_by(*_worst_first()).offset((shown - 1) * size).limit(size)
    lines = _lines(session, member, [tuple(row) for row in session.exec(wanted)])
    leads = bool(member.leads) or member.sees_all
    looked = summary(session) is not None
    return SilencePage(shown, pages, counts, lines, _teams(session, member), team, owners=leads, looked=looked)


def silence(session: Session, member: Member, *, customer: int, today: date) -> Silence | None:
    """One of them with what an alert tells; None: the member does not see their orders."""
    rows = [
        tuple(row)
        for row in session.exec(_joined(_all(), visible(member, Part.MONEY), col(CustomerRow.id) == customer))
    ]
    if not rows:
        return None
    [(_, score, figures)] = rows
    about = facts_of(session, figures, score, today) if figures and score else {}
    return _lines(session, member, rows, about)[0]


def _all() -> Any:  # noqa: ANN401 - SQLModel's types of a selection are private
    return select(CustomerRow, CustomerScoreRow, CustomerFiguresRow)


def _joined(wanted: Any, *where: ColumnElement[bool]) -> Any:  # noqa: ANN401 - as above
    return (
        wanted.select_from(CustomerRow)
        .join(CustomerScoreRow, col(CustomerScoreRow.customer_id) == col(CustomerRow.id), isouter=True)
        .join(CustomerFiguresRow, col(CustomerFiguresRow.customer_id) == col(CustomerRow.id), isouter=True)
        .where(*where)
    )


def _shown() -> ColumnElement[bool]:
    """Who ordered since the last night is slipping no more, though the stage on the card says so until the next one."""
    expected = func.coalesce(col(CustomerScoreRow.expected_on), col(CustomerScoreRow.scored_on))
    last = col(CustomerFiguresRow.last_order)
    overtaken = (_stage == Stage.SLIPPING) & func.coalesce(last > expected, false())
    return _stage.in_(SHOWN) & ~overtaken


def _worst_first() -> tuple[Any, ...]:
    """Who slips away by what is likely to be lost; who is lost or came back, the latest first."""
    place = case({stage.value: number for number, stage in enumerate(SHOWN)}, value=_stage)
    risk = func.coalesce(col(CustomerScoreRow.lost), 0) * func.coalesce(col(CustomerScoreRow.value_minor), 0)
    at_risk = case((_stage == Stage.SLIPPING, risk), else_=0)
    last = col(CustomerFiguresRow.last_order)
    return place, at_risk.desc(), last.is_(None), last.desc(), col(CustomerRow.id)


def _teams(session: Session, member: Member) -> tuple[tuple[int, str], ...]:
    wanted = select(TeamRow).order_by(func.lower(col(TeamRow.name)), col(TeamRow.id))
    if not member.sees_all:
        wanted = wanted.where(col(TeamRow.id).in_(sorted(member.leads)))
    return tuple((row.id or 0, row.name) for row in session.exec(wanted))


def _lines(
    session: Session, member: Member, rows: Sequence[_Row], about: Mapping[str, Any] | None = None
) -> tuple[Silence, ...]:
    ids = [row.id or 0 for row, _, _ in rows]
    known, changes, alerts = quiet_reasons(session, ids), _changes(session, ids), _alerts(session, member, ids)
    owners = _names(session, [row.owner_id for row, _, _ in rows])
    return tuple(
        Silence(
            customer=row.id or 0,
            name=row.name,
            owner=owners.get(row.owner_id or 0, ""),
            stage=Stage(row.stage),
            gap=max(1, round(figures.usual_gap)) if figures and figures.usual_gap is not None else None,
            last=figures.last_order if figures else None,
            value=Money(score.value_minor, score.currency) if score and score.value_minor else None,
            known=known.get(row.id or 0),
            cause=_cause(row, changes.get(row.id or 0)),
            said_lost=_is_said_lost(row, changes.get(row.id or 0)),
            reminder=alerts.get(row.id or 0),
            about=about or {},
        )
        for row, score, figures in rows
    )


def _changes(session: Session, customers: Sequence[int]) -> Mapping[int, StageChangeRow]:
    """The last one of each."""
    wanted = select(StageChangeRow).where(col(StageChangeRow.customer_id).in_(customers))
    return {row.customer_id: row for row in session.exec(wanted.order_by(col(StageChangeRow.id)))}


def _cause(row: CustomerRow, change: StageChangeRow | None) -> LossCause | ReturnCause | None:
    if change is None or change.stage != row.stage or not change.cause:
        return None
    return LossCause(change.cause) if change.stage == Stage.LOST else ReturnCause(change.cause)


def _is_said_lost(row: CustomerRow, change: StageChangeRow | None) -> bool:
    return bool(row.stage == Stage.LOST and change and change.stage == Stage.LOST and change.member_id)


def _alerts(session: Session, member: Member, customers: Sequence[int]) -> Mapping[int, int]:
    wanted = select(ReminderRow).where(
        col(ReminderRow.kind) == KIND,
        col(ReminderRow.customer_id).in_(customers),
        col(ReminderRow.state).in_(UNANSWERED),
    )
    rows = session.exec(wanted.order_by(col(ReminderRow.id))).all()
    return {row.customer_id or 0: row.id or 0 for row in rows if find(session, member, row.id or 0)}


def _names(session: Session, members: Sequence[int | None]) -> Mapping[int, str]:
    wanted = select(MemberRow.id, MemberRow.name).where(col(MemberRow.id).in_([one for one in members if one]))
    return {number or 0: name for number, name in session.exec(wanted)}
