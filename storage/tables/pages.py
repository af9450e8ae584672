"""Rows of who may open pages in a browser."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime


class PageLinkRow(SQLModel, table=True):
    """A link that opens pages once; what is kept is the digest of its token."""

    __tablename__ = "page_link"

    digest: str = Field(primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PageSessionRow(SQLModel, table=True):
    """A browser that may open pages as a member; what is kept is the digest of its cookie."""

    __tablename__ = "page_session"

    digest: str = Field(primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    begun_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
