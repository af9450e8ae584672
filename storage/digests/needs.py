"""What waits for the reader's decision: answers that are late, and customers whom two claim."""

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session, col, select

from sales.complaint_views import Only
from sales.digests import Claimed, LateAnswer
from sales.people import Member
from sales.rulings import RulingState
from storage.cards.visibility import visible
from storage.company.people import member as member_of
from storage.complaints.board import board
from storage.duplicates.rulings import may_rule, owner_of
from storage.tables.access import RulingRow
from storage.tables.customers import CustomerRow

_RULINGS = 16


def late_answers(session: Session, reader: Member, now: datetime) -> tuple[int, tuple[LateAnswer, ...]]:
    """How many there are, and the most urgent of them."""
    found = board(session, reader, only=Only.LATE, page=1, now=now)
    return found.total, tuple(
        LateAnswer(line.id, line.customer, line.answer_by, line.customer_id or 0)
        for line in found.lines
        if line.answer_by is not None
    )


def claimed(session: Session, reader: Member) -> Iterator[Claimed]:
    """Those that the reader may decide, the oldest first."""
    asked = (
        select(RulingRow, CustomerRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(RulingRow.customer_id))
        .where(col(RulingRow.state) == RulingState.OPEN, visible(reader))
        .order_by(col(RulingRow.id))
        .limit(_RULINGS)
    )
    for row, name in session.exec(asked).all():
        if may_rule(session, reader, row):
            two = (member_of(session, row.claimant_id), owner_of(session, row))
            yield Claimed(row.id or 0, name, tuple(one.name for one in two if one is not None), row.customer_id)
