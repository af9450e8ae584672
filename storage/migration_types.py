"""How our column types are written in migrations: plainly, so that an old migration outlives a changed class."""

from typing import Any, Literal

from sqlmodel import AutoString

from storage.columns import UtcDateTime


def render_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:  # noqa: ANN401 - Alembic's signature
    """The text for a column's type; False leaves it to Alembic."""
    if kind != "type":
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, AutoString):
        return "sa.String()"
    return False
