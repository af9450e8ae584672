"""With whom that is, by now, which waited for somebody who could not be told."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from sales.handovers import Stage
from sales.people import Member
from storage.company.people import answers_for
from storage.tables.followups import FollowUpRow
from storage.tables.handovers import HandOverRow
from storage.tables.people import MemberRow
from storage.tables.tellings import TellingRow


@dataclass(frozen=True, slots=True)
class WentTo:
    """Whose it was, and with whom it is now; nobody: it is done. `back`: they can be told again, and keep it."""

    name: str
    now_with: tuple[str, ...] = ()
    back: bool = False


def went_to(session: Session, reader: Member, *, member: int) -> WentTo | None:
    """None: it is not the reader's affair."""
    row = session.get(MemberRow, member)
    if row is None or not answers_for(session, reader, member):
        return None
    if row.active and row.reachable:
        return WentTo(row.name, back=True)
    return WentTo(row.name, tuple(_handed_to(session, member)) or tuple(_holders(session, member)))


def _handed_to(session: Session, member: int) -> Iterable[str]:
    done = (col(HandOverRow.from_id) == member, col(HandOverRow.stage) == Stage.DONE)
    latest = select(HandOverRow.to_id).where(*done).order_by(col(HandOverRow.at).desc(), col(HandOverRow.id).desc())
    to = session.exec(latest.limit(1)).first()
    return session.exec(select(MemberRow.name).where(col(MemberRow.id) == to))


def _holders(session: Session, member: int) -> Iterable[str]:
    """Who has what they told us of, and what is open still."""
    theirs = (
        select(FollowUpRow.owner_id)
        .join(TellingRow, col(TellingRow.id) == col(FollowUpRow.telling_id))
        .where(col(TellingRow.member_id) == member, col(FollowUpRow.owner_id) != member)
        .where(col(FollowUpRow.state) == "open", col(FollowUpRow.customer_id).is_not(None))
    )
    return session.exec(select(MemberRow.name).where(col(MemberRow.id).in_(theirs)).order_by(col(MemberRow.id)))
