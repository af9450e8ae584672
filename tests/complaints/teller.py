"""Anna, who tells of complaints message by message, and what stands on record then."""

from datetime import UTC, datetime, time, timedelta

from sqlmodel import Session, col, select

from sales.complaints import Cause, Remedy, Step, Taken
from sales.drafts import Draft
from sales.kinds import Category, Kind, Severity
from sales.tellings import Entry, FollowUp, Source, Telling
from storage.tables.care import ReminderRow
from storage.tables.tellings import ComplaintRow
from storage.told import journal
from storage.told.journal import By, Revision
from tests.people.company import Company

# A Monday; the company of these tests lives in Shanghai and closes at that moment.
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
LATE = Entry(Kind.COMPLAINT, None, MONDAY.date(), "came late", category=Category.DELIVERY, severity=Severity.NORMAL)


class Anna:
    """Tells of complaints, message by message."""

    def __init__(self, session: Session, company: Company) -> None:
        self.session, self.member = session, company["Anna"]
        self.number = 0

    @property
    def by(self) -> By:
        return By(self.member, MONDAY + timedelta(minutes=self.number), time(9))

    def tells(self, *entries: Entry, plans: tuple[FollowUp, ...] = ()) -> int:
        self.number += 1
        told = Telling(entries, plans)
        draft = Draft(chat=1, message=self.number, moment=self.by.now, text="late", telling=told)
        return journal.record(self.session, draft=draft, by=self.by)

    def amends(self, telling: int, entry: Entry) -> None:
        journal.amend(self.session, telling=telling, revision=Revision(Telling((entry,)), Source.BUTTON), by=self.by)


def only(session: Session) -> ComplaintRow:
    session.flush()
    return session.exec(select(ComplaintRow)).one()


def planned(session: Session) -> list[tuple[str, str]]:
    rows = session.exec(select(ReminderRow).order_by(col(ReminderRow.id)))
    return [(row.kind, row.state) for row in rows if row.kind in ("promise", "complaint_clock")]


def taken(anna: Anna, step: Step, cause: Cause | None = None, remedy: Remedy | None = None) -> Taken:
    return Taken(step, MONDAY + timedelta(hours=1), anna.member.id, cause=cause, remedy=remedy)
