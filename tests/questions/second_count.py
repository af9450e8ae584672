"""A second, simple count of what a label asks for, over the plain rows of a book.

It shares nothing with the product but the rows, so that the two can be held against each other.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tests.questions.happenings import Asked, Happened, Happenings
from tests.questions.plain_book import PlainBook, day_of

_COUNTING = re.compile(
    r"(?P<measure>\w+) (?P<first>\d{4}-\S{5})/(?P<last>\d{4}-\S{5})(?: by (?P<by>\w+))?"
    r"(?: against (?P<since>\S{10})/(?P<until>\S{10}))?(?: of (?P<of>.+?))?(?: category (?P<category>\w+))?"
    r"(?: sentiment (?P<sentiment>\w+))?(?: where (?P<where>.+))?"
)
_OTHERS = re.compile(
    r"(?P<what>customers|open complaints|overdue)(?: category (?P<category>\w+))?(?: for (?P<days>\d+) days)?"
    r"(?: where (?P<where>.+))?"
)
# Of what, for each of what, how often.
RATES = {
    "average_order": ("ordered", "orders", 1),
    "coverage": ("reached", "customers", 100),
    "kept_rate": ("kept", "promised", 100),
    "win_rate": ("won", "ended", 100),
    "complaint_rate": ("complaints", "orders", 1000),
    "answer_time": ("waited", "answered", 1),
}


@dataclass(frozen=True)
class Result:
    """A number, the number before, and the numbers by name (of a list: of each that is listed)."""

    total: int
    before: int | None = None
    each: tuple[tuple[str, int], ...] = ()


class SecondCount:
    """Counts over the rows of a book."""

    def __init__(self, book: PlainBook) -> None:
        self._book = book
        self._happenings = Happenings(book)

    def of(self, label: str) -> Result | None:
        """None: unclear."""
        if counting := _COUNTING.fullmatch(label):
            return self._counted(counting.groupdict())
        other = _OTHERS.fullmatch(label)
        return self._listed(other.groupdict()) if other else None

    def _counted(self, asked: Asked) -> Result:
        if asked["measure"] in RATES:
            return self._rated(asked)
        kept = [one for one in self._happenings.of(asked) if self._is_asked(one, asked)]
        now = self._grouped(kept, asked, str(asked["first"]), str(asked["last"]))
        before = self._grouped(kept, asked, str(asked["since"]), str(asked["until"])) if asked["since"] else None
        each = {name: now.get(name, 0) for name in {**now, **(before or {})}} if asked["by"] else {}
        was = sum(before.values()) if before is not None else None
        return Result(sum(now.values()), was, tuple(sorted(each.items())))

    def _rated(self, asked: Asked) -> Result:
        """So many of one for each of another, in every group that has any of the other."""
        of, to, times = RATES[str(asked["measure"])]
        over, under = (self._counted({**asked, "measure": one}) for one in (of, to))
        shares = {
            name: round(Fraction(times * dict(over.each).get(name, 0), many)) for name, many in under.each if many
        }
        total = round(Fraction(times * over.total, under.total)) if under.total else 0
        return Result(total, None, tuple(sorted(shares.items())))

    def _grouped(self, some: Iterable[Happened], asked: Asked, since: str, until: str) -> dict[str, int]:
        found: dict[str, int] = defaultdict(int)
        for one in some:
            if date.fromisoformat(since) <= one.day <= date.fromisoformat(until):
                found[self._name(asked["by"], one)] += one.number
        return found

    def _name(self, by: str | None, one: Happened) -> str:
        customer = self._book.customers[one.customer]
        names: dict[str, Callable[[], object]] = {
            "rep": lambda: self._book.members.get(one.member or 0),
            "team": lambda: self._book.teams.get(customer["team_id"]),
            "customer": lambda: customer["name"],
            "category": lambda: one.category,
            "day": one.day.isoformat,
            "week": (one.day - timedelta(days=one.day.weekday())).isoformat,
            "month": one.day.replace(day=1).isoformat,
        }
        if by in names:
            return str(names[by]())
        return (
            str(customer[by] if by in customer else next(iter(self._book.said[one.customer, str(by)]), None))
            if by
            else ""
        )

    def _is_asked(self, one: Happened, asked: Asked) -> bool:
        whose = (asked["of"] or "").split(", ") if asked["of"] else None
        if whose is not None and self._book.members.get(one.member or 0) not in whose:
            return False
        if asked["category"] and one.category != asked["category"]:
            return False
        return self._book.holds(one.customer, asked["where"])

    def _listed(self, asked: Asked) -> Result:
        days, where = int(asked["days"] or 0), asked["where"]
        if asked["what"] == "customers":
            names = sorted(
                row["name"] for number, row in self._book.customers.items() if self._book.holds(number, where)
            )
            return Result(len(names), None, tuple((name, 1) for name in names))
        if asked["what"] == "overdue":
            return self._debts(days, where)
        told = {row["id"]: row for row in self._book.rows["entry"] if row["live"]}
        found = [
            row
            for row in self._book.rows["complaint"]
            if row["state"] != "closed"
            and self._book.holds(row["customer_id"], where)
            and asked["category"] in (None, told[row["entry_id"]]["category"])
            and day_of(told[row["entry_id"]]["on_day"]) <= self._book.today - timedelta(days=days)
        ]
        return Result(len(found))

    def _debts(self, days: int, where: str | None) -> Result:
        owed: dict[str, int] = defaultdict(int)
        for row in self._book.rows["receivable"]:
            late = day_of(row["due_day"]) < self._book.today - timedelta(days=days)
            if late and row["open_minor"] > 0 and self._book.holds(row["customer_id"], where):
                owed[self._book.customers[row["customer_id"]]["name"]] += row["open_minor"]
        return Result(sum(owed.values()), None, tuple(sorted(owed.items())))
