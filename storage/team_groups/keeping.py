"""Which team reads its digest in which group."""

from sqlmodel import Session, col, select

from sales.hands import Hand
from storage.company.audit import Subject, note
from storage.tables.team_groups import TeamGroupRow


def settle_in(session: Session, *, team: int, chat: int, language: str, by: Hand) -> None:
    """From now on there, and nowhere else."""
    row = session.get(TeamGroupRow, team) or TeamGroupRow(
        team_id=team, chat_id=chat, language=language, member_id=by.member or 0, at=by.now
    )
    row.chat_id, row.language, row.member_id, row.at = chat, language, by.member or 0, by.now
    session.add(row)
    session.flush()
    note(session, "group.chosen", Subject("team", team), by)


def leave(session: Session, *, team: int, by: Hand) -> None:
    row = session.get(TeamGroupRow, team)
    if row is not None:
        session.delete(row)
        session.flush()
        note(session, "group.left", Subject("team", team), by)


def forget(session: Session, *, chat: int) -> None:
    """The bot is there no longer."""
    for row in _at(session, chat):
        session.delete(row)
    session.flush()


def moved(session: Session, *, chat: int, to: int) -> None:
    """The group has another number now."""
    for row in _at(session, chat):
        row.chat_id = to
    session.flush()


def teams_at(session: Session, chat: int) -> list[int]:
    return [row.team_id for row in _at(session, chat)]


def groups(session: Session) -> list[TeamGroupRow]:
    return list(session.exec(select(TeamGroupRow).order_by(col(TeamGroupRow.team_id))))


def group_of(session: Session, team: int) -> TeamGroupRow | None:
    return session.get(TeamGroupRow, team)


def _at(session: Session, chat: int) -> list[TeamGroupRow]:
    rows = select(TeamGroupRow).where(col(TeamGroupRow.chat_id) == chat).order_by(col(TeamGroupRow.team_id))
    return list(session.exec(rows))
