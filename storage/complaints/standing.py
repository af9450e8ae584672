"""Where a complaint stands on record: what its steps lead to, its clock, and the reminders that go with it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from sales.complaint_clocks import Clock, WorkingTime, clock_of, working_time
from sales.complaints import Cause, Remedy, Standing, State, Step, Taken, standing
from sales.kinds import Kind, Severity
from storage.care.reminders import Planned
from storage.company.company_settings import company_settings
from storage.company.teams import company_zone
from storage.complaints.reminding import planned, remind
from storage.tables.customers import CustomerRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow, EntryRow


def steps_of(session: Session, complaint: int) -> list[ComplaintStepRow]:
    """Its steps that were not taken back, in order."""
    live = select(ComplaintStepRow).where(
        col(ComplaintStepRow.complaint_id) == complaint, col(ComplaintStepRow.live).is_(True)
    )
    return list(session.exec(live.order_by(col(ComplaintStepRow.at), col(ComplaintStepRow.id))))


def taken(row: ComplaintStepRow) -> Taken:
    return Taken(
        step=Step(row.step),
        at=row.at,
        by=row.member_id,
        holder=row.holder,
        day=row.day,
        moment=row.moment,
        cause=Cause(row.cause) if row.cause else None,
        remedy=Remedy(row.remedy) if row.remedy else None,
        remark=row.remark,
    )


def working_time_of(session: Session, entry: EntryRow) -> WorkingTime:
    """The company's, for the class of the customer; the entry's zone holds until somebody has said where it is."""
    customer = session.get(CustomerRow, entry.customer_id) if entry.customer_id else None
    zone = ZoneInfo(company_zone(session) or entry.zone)
    return working_time(company_settings(session), zone, customer.grade if customer else None)


def wanted(session: Session, row: ComplaintRow) -> list[Planned]:
    """The reminders that are to go with it as it stands."""
    entry = session.get_one(EntryRow, row.entry_id)
    steps = steps_of(session, row.id or 0)
    stands = standing(map(taken, steps))
    return list(planned(session, row, stands, _clock(session, entry, steps, stands), teller=entry.member_id))


def settle(session: Session, row: ComplaintRow, *, now: datetime) -> Standing:
    """Bring the row, its clock and its reminders in line with its steps; in the transaction of whatever changed."""
    session.flush()
    entry = session.get_one(EntryRow, row.entry_id)
    steps = steps_of(session, row.id or 0)
    stands = standing(map(taken, steps))
    _write(row, stands)
    clock = _clock(session, entry, steps, stands)
    _wind(row, clock)
    session.flush()
    remind(session, row, list(planned(session, row, stands, clock, teller=entry.member_id)), now=now)
    return stands


def _write(row: ComplaintRow, stands: Standing) -> None:
    row.state, row.taken_by = stands.state, stands.holder
    row.promised_day, row.promised_at = stands.promised, stands.promised_at
    row.promise_asked = row.promise_asked or stands.promised is not None or stands.state is State.CLOSED
    row.resolved_at, row.closed_at, row.closed_by = stands.resolved_at, stands.closed_at, stands.closed_by
    row.cause, row.remedy, row.remark = stands.cause, stands.remedy, stands.remark


def joined(session: Session, steps: Iterable[ComplaintStepRow]) -> list[EntryRow]:
    """The entries that brought further news, in order."""
    entries = (session.get(EntryRow, step.entry_id) for step in steps if step.entry_id is not None)
    return [entry for entry in entries if entry is not None and entry.live]


def gravest(entries: Iterable[EntryRow]) -> Severity | None:
    """A complaint is as grave as the gravest that was told of it."""
    told = {entry.severity for entry in entries}
    return next((severity for severity in reversed(Severity) if severity in told), None)


def _clock(session: Session, entry: EntryRow, steps: Sequence[ComplaintStepRow], stands: Standing) -> Clock | None:
    """None: nobody waits, or it was undone, or is no complaint any more."""
    if not entry.live or entry.kind != Kind.COMPLAINT:
        return None
    severity = gravest([entry, *joined(session, steps)])
    return clock_of(stands, entry.moment, severity, working_time_of(session, entry))


def _wind(row: ComplaintRow, clock: Clock | None) -> None:
    """A clock that was set anew begins at the bottom again; one that runs on stays where it is."""
    answer_by = clock.answer_by if clock else None
    if row.answer_by != answer_by or answer_by is None:
        row.answer_by, row.rises_at, row.raised = answer_by, answer_by, 0
