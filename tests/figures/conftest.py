"""A rep who tells."""

from sales.drafts import Draft
from storage.store import Session
from storage.told import journal
from storage.told.journal import By
from tests.journal.conftest import anna, by

__all__ = ["anna", "by", "told_by"]


def told_by(session: Session, *, draft: Draft, by: By) -> None:
    journal.record(session, draft=draft, by=by)
