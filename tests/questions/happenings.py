"""What happened in a book, by measure, each with its day, customer and member: plain Python over plain rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.questions.plain_book import PlainBook, Row, day_of, moment_of

Asked = dict[str, str | None]
_KINDS = {"visits": "visit", "calls": "call", "complaints": "complaint", "feedback": "feedback"}


@dataclass(frozen=True)
class Happened:
    """Something that counts: on which day, at which customer, by whom, and how much."""

    day: date
    customer: int
    member: int | None
    number: int = 1
    category: str | None = None


class Happenings:
    """Of a book; `asked` are the parts of a label by name."""

    def __init__(self, book: PlainBook) -> None:
        self._book = book
        self._entries = [row for row in book.rows["entry"] if row["live"]]

    def of(self, asked: Asked) -> list[Happened]:
        counted: dict[str, Callable[[], Iterable[Happened]]] = {
            "orders": lambda: self._orders(in_money=False),
            "ordered": lambda: self._orders(in_money=True),
            "payments": lambda: map(self._as_told, self._of_kind("payment")),
            "paid": lambda: (self._as_told(row, self._worth(row)) for row in self._of_kind("payment")),
            "new_customers": self._new_customers,
            "customers": lambda: self._customers(asked, None),
            "reached": lambda: self._customers(asked, self._of_kind("visit")),
            "promised": lambda: self._promises("kept", "broken"),
            "kept": lambda: self._promises("kept"),
            "broken": lambda: self._promises("broken"),
            "won": lambda: self._ended("won"),
            "ended": lambda: self._ended("won", "lost"),
            "answered": lambda: self._answered(minutes=False),
            "waited": lambda: self._answered(minutes=True),
            "solved": self._solved,
        }
        measure = str(asked["measure"])
        return list(counted[measure]() if measure in counted else self._told(measure, asked["sentiment"]))

    def _of_kind(self, kind: str) -> list[Row]:
        return [row for row in self._entries if row["kind"] == kind]

    def _told(self, measure: str, feeling: str | None) -> Iterator[Happened]:
        rows = self._of_kind(_KINDS.get(measure, "opportunity"))
        yield from (self._as_told(row) for row in rows if feeling in (None, row["sentiment"]))

    def _new_customers(self) -> Iterator[Happened]:
        for row in self._book.rows["customer"]:
            yield Happened(self._book.local_day(row["created_at"]), row["id"], row["owner_id"])

    def _ended(self, *how: str) -> Iterator[Happened]:
        for row in self._book.rows["opportunity"]:
            # What was told again of a deal is no deal of its own.
            if row["state"] in how and row["live"] and row["joined_id"] is None:
                yield Happened(self._book.local_day(row["closed_at"]), row["customer_id"], row["member_id"])

    def _solved(self) -> Iterator[Happened]:
        told = {row["id"]: row["category"] for row in self._entries}
        for row in self._book.rows["complaint"]:
            if row["closed_at"]:
                day = self._book.local_day(row["closed_at"])
                yield Happened(day, row["customer_id"], row["closed_by"], 1, told[row["entry_id"]])

    def _customers(self, asked: Asked, visits: list[Row] | None) -> list[Happened]:
        """Each once, on the last day asked for; of visits only who was visited in the period."""
        first, last = (date.fromisoformat(str(asked[end])) for end in ("first", "last"))
        days = [(row["customer_id"], day_of(row["on_day"])) for row in visits or ()]
        met = {customer for customer, day in days if first <= day <= last}
        return [
            Happened(last, number, row["owner_id"])
            for number, row in self._book.customers.items()
            if visits is None or number in met
        ]

    def _promises(self, *how: str) -> Iterator[Happened]:
        """What is open on its day is neither kept nor broken yet."""
        for row in self._book.rows["follow_up"]:
            day = day_of(row["day"])
            done = self._book.local_day(row["closed_at"]) if row["closed_at"] else None
            if done is None and day >= self._book.today:
                continue
            if ("kept" if done is not None and done <= day else "broken") in how:
                yield Happened(day, row["customer_id"], row["owner_id"])

    def _answered(self, *, minutes: bool) -> Iterator[Happened]:
        told = {row["id"]: row for row in self._book.rows["entry"]}
        entries = {row["id"]: told[row["entry_id"]] for row in self._book.rows["complaint"]}
        ends = [row for row in self._book.rows["complaint_step"] if row["step"] in ("answer", "resolve", "close")]
        for complaint, entry in entries.items():
            at = [moment_of(row["at"]) for row in ends if row["complaint_id"] == complaint and row["live"]]
            if at:
                waited = int((min(at) - moment_of(entry["moment"])).total_seconds() // 60)
                yield self._as_told(entry, waited if minutes else 1)

    def _orders(self, *, in_money: bool) -> list[Happened]:
        """A customer's orders of a day are one."""
        days: dict[tuple[int, date], int] = defaultdict(int)
        for row in self._of_kind("order"):
            days[row["customer_id"], day_of(row["on_day"])] += self._worth(row)
        return [
            Happened(day, customer, self._book.customers[customer]["owner_id"], minor if in_money else 1)
            for (customer, day), minor in days.items()
        ]

    def _as_told(self, row: Row, number: int = 1) -> Happened:
        return Happened(day_of(row["on_day"]), row["customer_id"], row["member_id"], number, row["category"])

    def _worth(self, row: Row) -> int:
        minor = Decimal(row["amount_minor"] or 0)
        return int((minor * self._book.rates[row["currency"]]).quantize(Decimal(1))) if row["currency"] else 0
