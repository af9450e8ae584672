"""How the week's cards read for who looks them over, and what their owners hear of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session, col

from sales.card_reviews import CardQuestion, Reason, ReviewCard, ReviewLine, ReviewList, ReviewNews, Verdict
from sales.people import Member
from sales.rights import Part
from storage.card_reviews.keeping import find
from storage.cards.customer_list import last_entries
from storage.cards.visibility import visible
from storage.complaints.open_there import open_there
from storage.tables.card_reviews import CardReviewRow
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow

PAGE = 8
_SHOWN = 2


def week_list(session: Session, reader: Member, week: date, page: int) -> ReviewList:
    lines = [_line(row) for row in session.connection().execute(_lines(reader, week))]
    pages = max(1, -(-len(lines) // PAGE))
    page = min(max(page, 1), pages)
    done = sum(line.verdict is not None for line in lines)
    return ReviewList(week, tuple(lines[(page - 1) * PAGE : page * PAGE]), done, len(lines), page, pages)


def tally(session: Session, reader: Member, week: date) -> tuple[int, int]:
    """How many of the week's cards were looked at, of how many."""
    listed = week_list(session, reader, week, 1)
    return listed.done, listed.total


def next_open(session: Session, reader: Member, week: date, after: int) -> int | None:
    """The next card of which nothing was said; from the beginning again behind the last one."""
    rows = session.connection().execute(_lines(reader, week))
    waiting = [row.id for row in rows if row.verdict is None and row.id != after]
    return next((one for one in waiting if one > after), next(iter(waiting), None))


def review_line(session: Session, reader: Member, review: int) -> ReviewLine | None:
    row = find(session, reader.id, review)
    found = session.connection().execute(_lines(reader, row.week)).all() if row else []
    return next((_line(one) for one in found if one.id == review), None)


def review_card(session: Session, reader: Member, review: int) -> ReviewCard | None:
    """None: it is not theirs to look at any more."""
    row, line = find(session, reader.id, review), review_line(session, reader, review)
    if row is None or line is None:
        return None
    last = last_entries(session, reader, [line.customer]).get(line.customer)
    complaints = tuple((day, words) for day, words in open_there(session, line.customer, _SHOWN))
    seen, seen_by = _seen_before(session, row)
    return ReviewCard(line, last, complaints, _plans(session, reader, line.customer), seen, seen_by)


def news(session: Session, reader: Member, by: int, since: datetime, until: datetime) -> ReviewNews | None:
    """What was found good of the reader's cards within that time."""
    row = CardReviewRow
    found = (
        select(col(CustomerRow.name))
        .join(row, col(row.customer_id) == col(CustomerRow.id))
        .where(visible(reader), col(row.owner_id) == reader.id, col(row.reviewer_id) == by)
        .where(col(row.verdict) == Verdict.GOOD, col(row.at) >= since, col(row.at) < until)
        .order_by(col(row.id))
    )
    names = session.connection().execute(found).scalars().all()
    return ReviewNews(session.get_one(MemberRow, by).name, tuple(names)) if names else None


def card_question(session: Session, reader: Member, review: int) -> CardQuestion | None:
    """For who asked, and for who owned the card then and still sees it."""
    row = session.get(CardReviewRow, review)
    if row is None or reader.id not in (row.reviewer_id, row.owner_id):
        return None
    name = select(col(CustomerRow.name)).where(visible(reader), col(CustomerRow.id) == row.customer_id)
    customer = session.connection().execute(name).scalar()
    if customer is None:
        return None
    by, owner = (session.get_one(MemberRow, one).name for one in (row.reviewer_id, row.owner_id))
    return CardQuestion(review, row.customer_id, customer, by, row.question, owner, row.answer)


def _lines(reader: Member, week: date) -> Select[Any]:
    row = CardReviewRow
    return (
        select(col(row.id), col(row.customer_id), col(CustomerRow.name), col(MemberRow.name).label("owner"))
        .add_columns(col(row.reason), col(row.verdict))
        .join(CustomerRow, col(CustomerRow.id) == col(row.customer_id))
        .join(MemberRow, col(MemberRow.id) == col(row.owner_id))
        .where(visible(reader, Part.FACTS), col(row.reviewer_id) == reader.id, col(row.week) == week)
        .order_by(col(row.id))
    )


def _line(row: Any) -> ReviewLine:  # noqa: ANN401 - SQLAlchemy's rows have no type of their own
    verdict = Verdict(row.verdict) if row.verdict else None
    return ReviewLine(row.id, row.customer_id, row.name, row.owner, Reason(row.reason), verdict)


def _seen_before(session: Session, review: CardReviewRow) -> tuple[date | None, str]:
    before = (
        select(col(CardReviewRow.week), col(MemberRow.name))
        .join(MemberRow, col(MemberRow.id) == col(CardReviewRow.reviewer_id))
        .where(col(CardReviewRow.customer_id) == review.customer_id, col(CardReviewRow.week) < review.week)
        .where(col(CardReviewRow.verdict).is_not(None))
        .order_by(col(CardReviewRow.week).desc(), col(CardReviewRow.id).desc())
    )
    found = session.connection().execute(before.limit(1)).first()
    return (found.week, found.name) if found else (None, "")


def _plans(session: Session, reader: Member, customer: int) -> tuple[tuple[date, str], ...]:
    """What is promised there, the next first."""
    there = (
        select(col(FollowUpRow.day), col(FollowUpRow.action))
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id))
        .where(visible(reader, Part.PLANS), col(FollowUpRow.customer_id) == customer)
        .where(col(FollowUpRow.state) == "open")
        .where(col(FollowUpRow.day).is_not(None))
        .order_by(col(FollowUpRow.day), col(FollowUpRow.id))
    )
    rows = session.connection().execute(there.limit(_SHOWN))
    return tuple((row.day, row.action) for row in rows)
