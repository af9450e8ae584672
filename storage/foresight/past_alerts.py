"""Keeps and reads how the alerts of past weeks would have fared, and how those that were told were answered."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import numpy as np
from sqlalchemy import case, func
from sqlmodel import Session, col, delete, select

from sales.people import Member
from sales.rights import Part
from sales.scores.fared import Answer, Fared, Looked, Tally
from sales.scores.past_alerts import Alerts, PastAlerts
from storage.bulk import add_alike
from storage.cards.visibility import visible
from storage.care.planning.slipping import KIND
from storage.care.reminders import State
from storage.company.company_settings import company_settings
from storage.company.settings import set_setting, setting
from storage.foresight.reading import OrderRows
from storage.foresight.silences import BECAUSE, KNOWN, LOST, SEASONAL
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, PastAlertRow

_NAME = "foresight.past_alerts"
_TOLD_FOR = timedelta(days=90)
_ANSWERS = {
    "planned": Answer.PLANNED,
    "fine": Answer.FINE,
    SEASONAL: Answer.REASON,
    KNOWN: Answer.REASON,
    BECAUSE: Answer.REASON,
    LOST: Answer.LOST,
}


def keep_past_alerts(session: Session, *, found: PastAlerts | None, rows: OrderRows, looked: Looked) -> None:
    """In place of those of the last time."""
    session.exec(delete(PastAlertRow))
    if found is not None:
        for plain, alerts in ((False, found.ours), (True, found.plain)):
            add_alike(session, PastAlertRow, list(_rows(alerts, rows)), {"plain": plain})
    days = {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(looked).items()}
    set_setting(session, _NAME, days)


def _rows(alerts: Alerts, rows: OrderRows) -> Iterator[dict[str, Any]]:
    for place in range(len(alerts.customer)):
        yield {
            "customer_id": int(rows.ids[alerts.customer[place]]),
            "on_day": date.fromordinal(int(alerts.day[place])),
            "chance": float(alerts.chance[place]),
            "right": bool(alerts.right[place]),
            "sooner": None if np.isnan(alerts.sooner[place]) else int(alerts.sooner[place]),
        }


def looked_at(session: Session) -> Looked | None:
    """None: no night has done so."""
    match setting(session, _NAME):
        case {"on": str(on), "since": since, "until": until, "enough": enough, "every": int(every)}:
            return Looked(date.fromisoformat(on), _day(since), _day(until), _day(enough), every)
        case _:
            return None


def _day(said: object) -> date | None:
    return date.fromisoformat(said) if isinstance(said, str) else None


def fared(session: Session, member: Member, *, today: date) -> Fared:
    """Of the customers whose orders the member sees now."""
    tallies = _tallies(session, member)
    return Fared(
        looked_at(session),
        tallies.get(False, Tally()),
        tallies.get(True, Tally()),
        _told(session, member, today),
        company_settings(session).ahead,
        leads=bool(member.leads),
        sees_all=member.sees_all,
    )


def _tallies(session: Session, member: Member) -> dict[bool, Tally]:
    right, count = col(PastAlertRow.right), func.count()
    many, sooner = func.sum(case((right, 1), else_=0)), func.avg(case((right, col(PastAlertRow.sooner))))
    wanted = (
        select(PastAlertRow.plain, count, many)
        .add_columns(func.avg(col(PastAlertRow.chance)), sooner)
        .join(CustomerRow, col(CustomerRow.id) == col(PastAlertRow.customer_id))
        .where(visible(member, Part.MONEY))
        .group_by(col(PastAlertRow.plain))
    )
    rows = session.connection().execute(wanted).all()
    return {
        bool(plain): Tally(all_, int(hit), float(said or 0), None if days is None else float(days))
        for plain, all_, hit, said, days in rows
    }


def _told(session: Session, member: Member, today: date) -> dict[Answer, int]:
    """Those that were sent in the last months; who ordered before anybody answered did so by themselves."""
    wanted = (
        select(ReminderRow, CustomerFiguresRow)
        .join(CustomerRow, col(CustomerRow.id) == col(ReminderRow.customer_id))
        .join(CustomerFiguresRow, col(CustomerFiguresRow.customer_id) == col(CustomerRow.id), isouter=True)
        .where(visible(member, Part.MONEY), col(ReminderRow.kind) == KIND)
        .where(col(ReminderRow.day) > today - _TOLD_FOR, col(ReminderRow.state) != State.WAITING)
    )
    return Counter(_became(row, figures) for row, figures in session.exec(wanted) if _was_told(row))


def _was_told(row: ReminderRow) -> bool:
    """What was withdrawn before its moment nobody has seen."""
    return row.state != State.WITHDRAWN or (row.settled_at is not None and row.settled_at >= row.due_at)


def _became(row: ReminderRow, figures: CustomerFiguresRow | None) -> Answer:
    if row.answer is not None:
        return _ANSWERS.get(row.answer, Answer.FINE)
    last_order = figures.last_order if figures else None
    return Answer.ORDERED if last_order is not None and last_order >= row.day else Answer.NOTHING
