"""Rows of cards that a manager looked at."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime


class CardReviewRow(SQLModel, table=True):
    """A card that was put before a manager in a week (its Monday), and why.

    `owner_id` owned it then; `verdict` is a value of sales.card_reviews.Verdict, None while nothing was said;
    `comment_id` is the question that was asked about an entry; where the rep had told nothing yet, it stands here as
    `question`, with its `answer`.
    """

    __tablename__ = "card_review"
    __table_args__ = (UniqueConstraint("reviewer_id", "customer_id", "week"),)

    id: int | None = Field(default=None, primary_key=True)
    reviewer_id: int = Field(foreign_key="member.id")
    customer_id: int = Field(foreign_key="customer.id", index=True)
    owner_id: int = Field(foreign_key="member.id")
    week: date
    reason: str
    verdict: str | None = None
    comment_id: int | None = Field(default=None, foreign_key="comment.id")
    question: str = ""
    answer: str = ""
    at: datetime | None = Field(default=None, sa_type=UtcDateTime)
