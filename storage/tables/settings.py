"""Rows of the company's settings."""

from sqlmodel import Field, SQLModel


class SettingRow(SQLModel, table=True):
    """A setting of the company, by name; the value as JSON text."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str
