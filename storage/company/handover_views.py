"""What the cards of hand-overs show: the choice, the preview, and the pack for the successor."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.birthdays import next_birthday
from sales.handovers import SOON, HandOver, HandOverCard, Pack, PackLine, Stage
from sales.kinds import Calendar
from sales.money import Money
from sales.people import Member
from storage.change_sets import open_until
from storage.company import handovers
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.dealings import ReceivableRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryRow

PAGE = 8
OFFERED = 12


def hand_over_of(session: Session, facts: Mapping[str, Any]) -> HandOver | None:
    """The hand-over that a message is about, by its id or by when it was begun."""
    if facts.get("hand_over"):
        return handovers.find(session, int(facts["hand_over"]))
    return handovers.begun(session, int(facts["by"]), datetime.fromisoformat(str(facts["at"])))


def card(session: Session, reader: Member, facts: Mapping[str, Any]) -> HandOverCard | None:
    about = hand_over_of(session, facts)
    if about is None:
        return None
    total = handovers.going(session, handovers.everything(about))
    pages = max(1, -(-total.customers // PAGE))
    page = min(max(int(facts.get("page") or 1), 1), pages)
    offered = handovers.successors(session, reader, about.giver)[:OFFERED] if about.stage is Stage.WHOM else []
    return HandOverCard(
        about=about,
        going=handovers.going(session, about),
        total=total.customers,
        page=page,
        pages=pages,
        lines=_lines(session, about, page) if about.stage is Stage.CHOOSING else (),
        successors=tuple((one.id, one.name) for one in offered),
        undo_until=open_until(session, about.change) if about.change else None,
    )


def _lines(session: Session, about: HandOver, page: int) -> tuple[tuple[int, str, bool], ...]:
    wanted = (
        select(CustomerRow.id, CustomerRow.name)
        .where(handovers.owned(handovers.everything(about)))
        .order_by(func.lower(col(CustomerRow.name)), col(CustomerRow.id))
    )
    shown = session.exec(wanted.offset((page - 1) * PAGE).limit(PAGE))
    return tuple((number or 0, name, number in about.chosen) for number, name in shown)


def pack(session: Session, reader: Member, facts: Mapping[str, Any], today: date) -> Pack | None:
    """The customers that came by a hand-over and are still the reader's."""
    about = hand_over_of(session, facts)
    if about is None or about.stage is not Stage.DONE or about.to != reader.id:
        return None
    by = session.get_one(MemberRow, about.by).name
    lines = pack_lines(session, about, today)
    return Pack(about, by, lines, int(facts.get("page") or 1), PAGE, int(facts.get("place") or 0))


def pack_lines(session: Session, about: HandOver, today: date) -> tuple[PackLine, ...]:
    """Every customer with what is urgent there, the most urgent first."""
    came = select(CustomerRow).where(
        col(CustomerRow.id).in_(about.chosen),
        col(CustomerRow.owner_id) == about.to,
        col(CustomerRow.withdrawn).is_(False),
    )
    rows = session.exec(came).all()
    numbers = [row.id or 0 for row in rows]
    complaints, birthdays = _complaints(session, numbers), _birthdays(session, numbers, today)
    promises, debts = _promises(session, numbers), _debts(session, numbers)
    lines = (
        PackLine(
            customer=row.id or 0,
            name=row.name,
            grade=row.grade,
            complaints=complaints.get(row.id or 0, 0),
            overdue=sum(day < today for day in promises.get(row.id or 0, ())),
            promised=min(promises.get(row.id or 0, ()), default=None),
            birthday=birthdays[row.id or 0][0] if row.id in birthdays else None,
            person=birthdays[row.id or 0][1] if row.id in birthdays else "",
            debt=debts[row.id or 0][0] if row.id in debts else None,
            debt_overdue=row.id in debts and bool((due := debts[row.id or 0][1]) and due < today),
        )
        for row in rows
    )
    return tuple(sorted(lines, key=lambda line: line.urgency))


def _complaints(session: Session, customers: Iterable[int]) -> dict[int, int]:
    counted = (
        select(ComplaintRow.customer_id, func.count())
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .where(col(ComplaintRow.customer_id).in_(list(customers)), col(ComplaintRow.state) != "closed")
        .where(col(EntryRow.live))
        .group_by(col(ComplaintRow.customer_id))
    )
    return {customer or 0: count for customer, count in session.exec(counted)}


def _promises(session: Session, customers: Iterable[int]) -> dict[int, list[date]]:
    days = select(FollowUpRow).where(
        col(FollowUpRow.customer_id).in_(list(customers)),
        col(FollowUpRow.state) == "open",
        col(FollowUpRow.day).is_not(None),
    )
    promised: dict[int, list[date]] = {}
    for row in session.exec(days):
        if row.customer_id is not None and row.day is not None:
            promised.setdefault(row.customer_id, []).append(row.day)
    return promised


def _birthdays(session: Session, customers: Iterable[int], today: date) -> dict[int, tuple[date, str]]:
    """The next birthday of each customer's people, as far as it is near."""
    born = select(ContactRow).where(
        col(ContactRow.customer_id).in_(list(customers)),
        col(ContactRow.withdrawn).is_(False),
        col(ContactRow.birthday).is_not(None),
    )
    coming: dict[int, tuple[date, str]] = {}
    for row in session.exec(born):
        day = next_birthday(row.birthday or "", Calendar(row.calendar) if row.calendar else None, today)
        if day is not None and day <= today + SOON:
            coming[row.customer_id] = min(coming.get(row.customer_id, (day, row.name)), (day, row.name))
    return coming


def _debts(session: Session, customers: Iterable[int]) -> dict[int, tuple[Money, date | None]]:
    """What each owes in the currency of the oldest invoice, and when that was due."""
    invoices = select(ReceivableRow).where(
        col(ReceivableRow.customer_id).in_(list(customers)), col(ReceivableRow.live), col(ReceivableRow.open_minor) > 0
    )
    owed: dict[int, tuple[Money, date | None]] = {}
    for row in session.exec(invoices.order_by(col(ReceivableRow.due_day).nulls_last(), col(ReceivableRow.id))):
        before, due = owed.get(row.customer_id, (Money(0, row.currency), row.due_day))
        more = row.open_minor if row.currency == before.currency else 0
        owed[row.customer_id] = Money(before.minor + more, before.currency), due
    return owed
