"""What became of the complaints of some days: answered in time, promised, solved, still open."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from sales.complaint_answers import answered_in_time
from sales.complaint_clocks import WorkingTime, working_time
from sales.complaints import STANDING, Step
from sales.kinds import Kind, Severity
from sales.measures import Period
from sales.people import Member
from sales.pictures.digest_facts import Answers
from sales.rights import Part
from storage.bulk import in_parts
from storage.cards.visibility import visible
from storage.company.company_settings import company_settings
from storage.company.teams import company_zone
from storage.complaints.standing import taken
from storage.tables.customers import CustomerRow
from storage.tables.tellings import ComplaintRow, ComplaintStepRow, EntryRow

_Told = tuple[ComplaintRow, EntryRow, str | None]
_Steps = Mapping[int, Sequence[ComplaintStepRow]]


def answers(session: Session, reader: Member, period: Period) -> Answers:
    told = _told(session, reader, period)
    steps, clocks = _steps(session, [row.id or 0 for row, _, _ in told]), _clocks(session)
    solved = [row for row, _, _ in told if row.state not in STANDING]
    return Answers(
        told=len(told),
        in_time=sum(_in_time(one, steps, clocks) for one in told),
        promised=sum(_is_promised(row, steps) for row, _, _ in told),
        solved=len(solved),
        open=len(told) - len(solved),
    )


def _told(session: Session, reader: Member, period: Period) -> Sequence[_Told]:
    rows = (
        select(ComplaintRow, EntryRow, CustomerRow.grade)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ComplaintRow.customer_id))
        .where(visible(reader, Part.COMPLAINTS), col(EntryRow.live), col(EntryRow.kind) == Kind.COMPLAINT)
        .where(col(EntryRow.on_day).between(period.first, period.last))
        .order_by(col(ComplaintRow.id))
    )
    return session.exec(rows).all()


def _steps(session: Session, complaints: Sequence[int]) -> _Steps:
    found: defaultdict[int, list[ComplaintStepRow]] = defaultdict(list)
    for part in in_parts(complaints):
        live = select(ComplaintStepRow).where(col(ComplaintStepRow.complaint_id).in_(part), col(ComplaintStepRow.live))
        for row in session.exec(live.order_by(col(ComplaintStepRow.at), col(ComplaintStepRow.id))):
            found[row.complaint_id].append(row)
    return found


def _clocks(session: Session) -> Callable[[str | None], WorkingTime]:
    """The company's working time for a class of customers."""
    settings, zone = company_settings(session), ZoneInfo(company_zone(session) or "UTC")
    return cache(lambda grade: working_time(settings, zone, grade))


def _in_time(one: _Told, steps: _Steps, clocks: Callable[[str | None], WorkingTime]) -> bool:
    row, entry, grade = one
    severity = Severity(entry.severity) if entry.severity else None
    return answered_in_time([taken(step) for step in steps.get(row.id or 0, ())], entry.moment, severity, clocks(grade))


def _is_promised(row: ComplaintRow, steps: _Steps) -> bool:
    """Once is enough: who put it right keeps no promise on the row."""
    return row.promised_day is not None or any(step.step == Step.PROMISE for step in steps.get(row.id or 0, ()))
