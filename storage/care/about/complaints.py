"""What is said of a complaint whose customer waits: what it is, until when there is time, and who sees it then."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from storage.company.people import managers_at
from storage.complaints.raising import holder_of
from storage.tables.care import ReminderRow
from storage.tables.tellings import ComplaintRow, EntryRow


def waiting(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """None: it was answered, put right or undone, or its clock was set anew."""
    complaint = session.get(ComplaintRow, row.subject_id)
    if complaint is None or complaint.answer_by is None or complaint.answer_by.isoformat() != row.occasion:
        return None
    entry = session.get_one(EntryRow, complaint.entry_id)
    above = managers_at(session, holder_of(session, complaint, entry), complaint.raised + 1)
    return {
        "text": entry.text,
        "grave": entry.severity == "high",
        "answer_by": complaint.answer_by,
        "timed": complaint.promised_at is not None,
        "manager": above[0].name if above else "",
    }
