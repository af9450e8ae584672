"""The plain rows of a book in Python, and which customers fit the conditions of a label: no SQL beyond whole tables."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlmodel import Session

Row = dict[str, Any]
_TABLES = (
    "customer",
    "entry",
    "complaint",
    "complaint_step",
    "fact",
    "receivable",
    "follow_up",
    "opportunity",
    "member",
    "team",
)
_SAME_PLACE = ({"Jiangsu", "江苏"}, {"Zhejiang", "浙江"})


class PlainBook:
    """The rows as they stand when it is made; `rates` of each currency into the reporting one."""

    def __init__(self, session: Session, today: date, zone: str, rates: dict[str, Decimal]) -> None:
        self.rows = {name: list(_read(session, name)) for name in _TABLES}
        self.today, self.zone, self.rates = today, ZoneInfo(zone), rates
        self.customers = {row["id"]: row for row in self.rows["customer"]}
        self.members = {row["id"]: row["name"] for row in self.rows["member"]}
        self.teams = {row["id"]: row["name"] for row in self.rows["team"]}
        self.said: dict[tuple[int, str], set[str]] = defaultdict(set)
        for fact in self.rows["fact"]:
            self.said[fact["customer_id"], fact["field"]].add(fact["value"])

    def holds(self, customer: int, where: str | None) -> bool:
        return all(self._fits(customer, condition) for condition in (where or "").split("; ") if condition)

    def _fits(self, customer: int, condition: str) -> bool:
        head, rest = condition.split(" ", 1)
        if head in ("silent", "done"):
            deed, since = rest.split(" ", 1)
            return self._was_done(customer, deed, since) is (head == "done")
        if head in ("has", "lacks"):
            return self._has(customer, rest) is (head == "has")
        if head == "not":
            return not self._fits(customer, rest)
        if head == "risk":
            # Nobody has looked for quiet customers in this book yet.
            return False
        return bool(self._values(customer, head) & _spellings(rest.split("+")))

    def _values(self, customer: int, field: str) -> set[str]:
        row = self.customers[customer]
        if field == "owner":
            return {self.members.get(row["owner_id"], "")}
        if field == "team":
            return {self.teams.get(row["team_id"], "")}
        return {str(row[field])} if field in row else self.said[customer, field]

    def _was_done(self, customer: int, deed: str, since: str) -> bool:
        kinds = {"contact": ("visit", "call")}.get(deed, (deed,))
        first = self._first(since)
        return any(
            row["live"] and row["kind"] in kinds and row["customer_id"] == customer and day_of(row["on_day"]) >= first
            for row in self.rows["entry"]
        )

    def _first(self, since: str) -> date:
        if since == "ever":
            return date.min
        if since.endswith(" days"):
            return self.today - timedelta(days=int(since.removesuffix(" days")))
        if since.startswith("since "):
            return date.fromisoformat(since.removeprefix("since "))
        began = {
            "day": self.today,
            "week": self.today - timedelta(days=self.today.weekday()),
            "month": self.today.replace(day=1),
            "quarter": self.today.replace(month=(self.today.month - 1) // 3 * 3 + 1, day=1),
            "year": self.today.replace(month=1, day=1),
        }
        return began[since.removeprefix("this ")]

    def _has(self, customer: int, sign: str) -> bool:
        if sign == "overdue":
            return any(
                row["customer_id"] == customer and day_of(row["due_day"]) < self.today
                for row in self.rows["receivable"]
            )
        return any(row["customer_id"] == customer and row["state"] != "closed" for row in self.rows["complaint"])

    def local_day(self, moment: str | datetime) -> date:
        return moment_of(moment).astimezone(self.zone).date()


def moment_of(told: str | datetime) -> datetime:
    """SQLite keeps UTC as text."""
    at = told if isinstance(told, datetime) else datetime.fromisoformat(told)
    return at.replace(tzinfo=UTC)


def _read(session: Session, table: str) -> Iterable[Row]:
    found = session.connection().execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - a name of ours
    yield from map(dict, found.mappings())


def day_of(told: str | date) -> date:
    return told if isinstance(told, date) else date.fromisoformat(told)


def _spellings(values: list[str]) -> set[str]:
    return set(values).union(*(same for same in _SAME_PLACE if same & set(values)))
