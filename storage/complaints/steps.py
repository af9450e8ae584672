"""Steps of a complaint, taken by buttons: each moves it where it may go, and can be taken back while it is the last."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from sales.complaints import Step, Taken, allows, standing
from storage.complaints.standing import settle, steps_of, taken
from storage.tables.tellings import ComplaintRow, ComplaintStepRow, EntryRow


@dataclass(frozen=True, slots=True)
class Last:
    """The last step that a button took, which a button can take back."""

    id: int
    step: Step
    by: int


def may(session: Session, complaint: int, step: Step) -> bool:
    """Whether it may go there from where it stands; one that is not on record may go nowhere."""
    if session.get(ComplaintRow, complaint) is None:
        return False
    return allows(standing(taken(row) for row in steps_of(session, complaint)).state, step)


def go(session: Session, *, complaint: int, step: Taken) -> bool:
    """Take a step; False: it leads nowhere from where the complaint stands by now."""
    if not may(session, complaint, step.step):
        return False
    session.add(_row(complaint, step))
    settle(session, session.get_one(ComplaintRow, complaint), now=step.at)
    return True


def _row(complaint: int, step: Taken) -> ComplaintStepRow:
    return ComplaintStepRow(
        complaint_id=complaint,
        step=step.step,
        at=step.at,
        member_id=step.by,
        holder=step.holder,
        day=step.day,
        moment=step.moment,
        cause=step.cause,
        remedy=step.remedy,
        remark=step.remark,
    )


def last(session: Session, complaint: int) -> Last | None:
    """None where nothing was done yet, or the last thing was told, which is taken back where it was told."""
    found = steps_of(session, complaint)
    if not found or found[-1].telling_id is not None:
        return None
    return Last(found[-1].id or 0, Step(found[-1].step), found[-1].member_id)


def take_back(session: Session, *, complaint: int, step: int, now: datetime) -> bool:
    """False: another step came after it."""
    latest = last(session, complaint)
    if latest is None or latest.id != step:
        return False
    session.get_one(ComplaintStepRow, step).live = False
    settle(session, session.get_one(ComplaintRow, complaint), now=now)
    return True


def remark(session: Session, *, complaint: int, words: str, now: datetime) -> bool:
    """The sentence that goes with how it was closed; False: it is not closed (any more)."""
    closing = [row for row in steps_of(session, complaint) if row.step == Step.CLOSE]
    if not closing or session.get_one(ComplaintRow, complaint).state != "closed":
        return False
    closing[-1].remark = words
    settle(session, session.get_one(ComplaintRow, complaint), now=now)
    return True


def no_promise(session: Session, *, complaint: int) -> None:
    """None was made, and it is not asked again."""
    session.get_one(ComplaintRow, complaint).promise_asked = True
    session.flush()


def close_before(session: Session, day: date, *, now: datetime) -> None:
    """Close all that were told of an earlier day: what the demo's year has put right."""
    older = (
        select(ComplaintRow, EntryRow)
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .where(col(EntryRow.on_day) < day, col(ComplaintRow.state) != "closed")
    )
    for row, entry in session.exec(older.order_by(col(ComplaintRow.id))).all():
        session.add(_row(row.id or 0, Taken(Step.CLOSE, at=entry.moment, by=entry.member_id)))
        settle(session, row, now=now)
