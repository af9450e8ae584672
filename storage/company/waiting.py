"""People whom a list named before they came: they wait under their name, and so do their customers."""

from sqlmodel import Session, col, select

from storage.tables.people import MemberRow


def waiting(session: Session, name: str) -> MemberRow | None:
    """Who waits for their enrolment under that name, if it is one alone."""
    rows = session.exec(
        select(MemberRow).where(
            col(MemberRow.telegram_id).is_(None), col(MemberRow.joined_at).is_(None), col(MemberRow.active)
        )
    )
    found = [row for row in rows if _plain(row.name) == _plain(name)]
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
