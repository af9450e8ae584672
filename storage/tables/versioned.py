"""The version column of every row that can change."""

from typing import Any

from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel


class Versioned(SQLModel):
    """A row whose stale write raises StaleDataError: SQLAlchemy counts `version` up and compares it."""

    version: int = Field(default=1, nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy hands the class
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]
