"""Complaints as messages tell them: opened, joined by further news, promised an answer; undone with their messages."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from sales.complaints import Step
from sales.kinds import Kind
from sales.moments import local_moment
from sales.tellings import Entry, FollowUp, Telling
from storage.care.reminders import withdraw
from storage.complaints.answered import project_answers
from storage.complaints.reminding import CLOCK, PROMISE
from storage.complaints.standing import settle
from storage.tables.care import ReminderRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow, EntryRow, TellingRow


def project_complaints(session: Session, row: TellingRow, told: Telling, now: datetime) -> frozenset[int]:
    """Bring complaints in line with what is told now; says which follow-ups are promised answers, and no plans."""
    if row.is_new and not _concerns(told):
        return frozenset()
    touched = set[int]()
    rows = session.exec(select(EntryRow).where(col(EntryRow.telling_id) == row.id).order_by(col(EntryRow.slot))).all()
    for entry_row in rows:
        entry = told.entries[entry_row.slot] if entry_row.live else None
        touched |= _write(session, row, entry_row, entry, now)
    touched |= project_answers(session, row, told, now)
    answers, promised = _promises(session, row, told, now)
    touched |= promised
    session.flush()
    for number in sorted(touched):
        if (complaint := session.get(ComplaintRow, number)) is not None:
            settle(session, complaint, now=now)
    return answers


def _concerns(told: Telling) -> bool:
    about = any(entry and (entry.kind is Kind.COMPLAINT or entry.answers) for entry in told.entries)
    return about or any(plan and plan.answers for plan in told.follow_ups)


def _write(session: Session, row: TellingRow, entry_row: EntryRow, entry: Entry | None, now: datetime) -> set[int]:
    """What became of one entry: a complaint of its own, news of another, or none. Says whose standing that touches."""
    own, news = _own(session, entry_row), _news(session, entry_row)
    if entry is None:
        return {*_taken_off(session, own), *_left(news)}
    if entry.kind is not Kind.COMPLAINT:
        return {*_dropped(session, own, now), *_left(news)}
    of = _joinable(session, entry, entry_row)
    if of is not None:
        return {*_dropped(session, own, now), *_left(news, but=of), *_join(session, row, entry_row, of, now)}
    return {_open(session, own, entry_row, entry), *_left(news)}


def _own(session: Session, entry: EntryRow) -> ComplaintRow | None:
    return session.exec(select(ComplaintRow).where(col(ComplaintRow.entry_id) == entry.id)).first()


def _news(session: Session, entry: EntryRow) -> list[ComplaintStepRow]:
    steps = select(ComplaintStepRow).where(col(ComplaintStepRow.entry_id) == entry.id)
    return list(session.exec(steps.order_by(col(ComplaintStepRow.id))))


def _joinable(session: Session, entry: Entry, row: EntryRow) -> int | None:
    """The complaint of which it is news, if that is still one of the same customer."""
    there = session.get(ComplaintRow, entry.news_of) if entry.news_of else None
    fits = there is not None and there.customer_id == row.customer_id and there.entry_id != row.id
    return entry.news_of if fits else None


def _open(session: Session, own: ComplaintRow | None, row: EntryRow, entry: Entry) -> int:
    there = own or ComplaintRow(entry_id=row.id or 0)
    there.customer_id, there.quote = row.customer_id, entry.quote or None
    session.add(there)
    session.flush()
    return there.id or 0


def _join(session: Session, row: TellingRow, entry: EntryRow, complaint: int, now: datetime) -> Iterable[int]:
    there = next((step for step in _news(session, entry) if step.complaint_id == complaint), None)
    if there is not None:
        there.live = True
    else:
        news = _step(row, Step.JOIN, complaint, now)
        news.entry_id = entry.id
        session.add(news)
    return {complaint}


def _step(row: TellingRow, step: Step, complaint: int, now: datetime) -> ComplaintStepRow:
    return ComplaintStepRow(complaint_id=complaint, step=step, at=now, member_id=row.member_id, telling_id=row.id)


def _left(news: Iterable[ComplaintStepRow], *, but: int | None = None) -> Iterable[int]:
    """It is news of these no more."""
    left = [step for step in news if step.complaint_id != but and step.live]
    for step in left:
        step.live = False
    return {step.complaint_id for step in left}


def _taken_off(session: Session, own: ComplaintRow | None) -> Iterable[int]:
    """Its message was undone; where others brought news of it, the first of these carries it on."""
    if own is None:
        return set()
    carried = select(ComplaintStepRow).where(
        col(ComplaintStepRow.complaint_id) == own.id,
        col(ComplaintStepRow.entry_id).is_not(None),
        col(ComplaintStepRow.live),
    )
    heir = session.exec(carried.order_by(col(ComplaintStepRow.id))).first()
    if heir is not None and heir.entry_id is not None:
        own.entry_id, heir.live = heir.entry_id, False
    return {own.id or 0}


def _dropped(session: Session, own: ComplaintRow | None, now: datetime) -> Iterable[int]:
    """It is no complaint of its own any more."""
    if own is None:
        return set()
    of_it = (col(ReminderRow.subject_id) == own.id) & col(ReminderRow.kind).in_([CLOCK, PROMISE])
    withdraw(session, of_it, now=now)
    for step in session.exec(select(ComplaintStepRow).where(col(ComplaintStepRow.complaint_id) == own.id)).all():
        session.delete(step)
    session.flush()
    session.delete(own)
    session.flush()
    return set()


def _promises(session: Session, row: TellingRow, told: Telling, now: datetime) -> tuple[frozenset[int], set[int]]:
    """The slots of follow-ups that are promised answers, and the complaints that these concern."""
    rows = select(ComplaintStepRow).where(
        col(ComplaintStepRow.telling_id) == row.id, col(ComplaintStepRow.step) == Step.PROMISE
    )
    there = {step.slot: step for step in session.exec(rows)} if not row.is_new else {}
    before = {step.complaint_id for step in there.values()}
    for step in there.values():
        step.live = False
    concerned = dict[int, int]()
    for slot, plan in enumerate(told.follow_ups):
        complaint = _complaint_of(session, row, plan) if plan and plan.answers and plan.day else None
        if plan is not None and complaint is not None:
            step = there.get(slot) or _step(row, Step.PROMISE, complaint, now)
            _write_promise(step, plan, complaint, row)
            step.slot = slot
            session.add(step)
            concerned[slot] = complaint
    return frozenset(concerned), before | set(concerned.values())


def _write_promise(step: ComplaintStepRow, plan: FollowUp, complaint: int, row: TellingRow) -> None:
    step.complaint_id, step.day, step.live = complaint, plan.day, True
    at = plan.day is not None and plan.at is not None
    step.moment = local_moment(plan.day, plan.at, ZoneInfo(row.zone)) if at and plan.day and plan.at else None


def _complaint_of(session: Session, row: TellingRow, plan: FollowUp) -> int | None:
    """The complaint that the same message told or brought news of; else the newest of the customer that is open."""
    customer = plan.customer.id if plan.customer else None
    beside = _beside(session, row)
    found = next((one for one in beside if one.customer_id == customer), next(iter(beside), None))
    if found is not None:
        return found.id
    standing = (
        select(ComplaintRow.id)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .where(col(ComplaintRow.customer_id) == customer, col(ComplaintRow.state) != "closed", col(EntryRow.live))
    )
    return session.exec(standing.order_by(col(ComplaintRow.id).desc())).first() if customer else None


def _beside(session: Session, row: TellingRow) -> list[ComplaintRow]:
    entries = [
        entry.id for entry in session.exec(select(EntryRow).where(col(EntryRow.telling_id) == row.id)) if entry.live
    ]
    own = select(ComplaintRow).where(col(ComplaintRow.entry_id).in_(entries))
    joined = (
        select(ComplaintRow)
        .join(ComplaintStepRow, col(ComplaintStepRow.complaint_id) == col(ComplaintRow.id))
        .where(col(ComplaintStepRow.entry_id).in_(entries), col(ComplaintStepRow.live))
    )
    return [*session.exec(own.order_by(col(ComplaintRow.id))), *session.exec(joined.order_by(col(ComplaintRow.id)))]
