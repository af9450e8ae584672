"""The question of a command that plain words may answer; it survives a restart, for half an hour."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from storage.tables.people import AskedRow

PATIENCE = timedelta(minutes=30)


class What(StrEnum):
    """What was asked."""

    INVITE = "invite"
    ZONE = "zone"
    LEAVE = "leave"
    NEW_TEAM = "new_team"
    TEAM_NAME = "team_name"
    SETUP = "setup"
    FACT_QUESTION = "fact_question"
    PERSON = "person"
    FIELD = "field"
    FACT = "fact"
    DEAL = "deal"
    REMARK = "remark"
    HOURS = "hours"
    OTHER_NAME = "other_name"
    SEGMENT = "segment"
    QUIET = "quiet"
    TARGET = "target"
    COMMENT = "comment"
    PLAN = "plan"
    BROADCAST = "broadcast"
    REVIEW = "review"
    REVIEW_ANSWER = "review_answer"
    THEME = "theme"
    TALK = "talk"


def ask(session: Session, *, member: int, what: What, now: datetime, about: str = "") -> None:
    """The member's next words may be the answer; a question asked before is dropped. `about`: what it is about."""
    row = session.get(AskedRow, member) or AskedRow(member_id=member, what=what, asked_at=now)
    row.what, row.about, row.asked_at = what, about, now
    session.add(row)
    session.flush()


def open_question(session: Session, *, member: int, now: datetime) -> What | None:
    row = session.get(AskedRow, member)
    return What(row.what) if row and row.asked_at > now - PATIENCE else None


def asked_about(session: Session, *, member: int) -> str:
    """What the open question is about: an id, or the name of a step."""
    row = session.get(AskedRow, member)
    return row.about if row else ""


def settle(session: Session, *, member: int) -> None:
    """It was answered, cancelled, or passed over."""
    row = session.get(AskedRow, member)
    if row is not None:
        session.delete(row)
        session.flush()
