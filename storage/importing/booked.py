"""Orders and debts as the book-keeping's list has them; what is sent again takes the place of the old."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy
from sqlalchemy import RowMapping
from sqlmodel import Session, SQLModel, col, func, select

from sales.field_values import money_of
from sales.lists import Fault, Line, ListKind, Problem
from sales.people import Member
from storage.bulk import add_rows, change_rows, in_parts, table_of
from storage.cards.visibility import visible
from storage.change_sets import RowChange, record
from storage.figures.keeping import keep_figures
from storage.importing.customers import Into, Taken
from storage.importing.owners import Owners
from storage.importing.register import Register
from storage.tables.changes import ChangeSetRow
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow, ReceivableRow
from storage.tables.facts import FactRow
from storage.tables.imports import ImportRow

Number = tuple[int, str]
"""A customer, and the order's or invoice's number."""
_TABLES: dict[ListKind, type[SQLModel]] = {ListKind.ORDERS: BookedOrderRow, ListKind.DEBTS: ReceivableRow}


class BookedList:
    """Takes lines in, some hundred at a time. Without a change it only says what would become of them."""

    def __init__(self, session: Session, by: Member, kind: ListKind, into: Into | None = None) -> None:
        self._by = by
        self._kind = kind
        self._into = into
        self._register = Register(session)
        self._owners = Owners(session, by)
        self._numbers: dict[Number, int] = {}

    def take(self, session: Session, lines: Sequence[Line]) -> Taken:
        """Work on these lines; in a transaction together with the mark that they are done."""
        taken = Taken()
        found = self._placed(lines, taken)
        wanted = self._columns(session, found)
        there = _there(session, _TABLES[self._kind], wanted)
        taken.new, taken.known = len(wanted.keys() - there.keys()), len(there)
        changed = {key: _changed(row, wanted[key]) for key, row in there.items()}
        taken.differing = sum(1 for values in changed.values() if values)
        if self._into is not None:
            self._write(session, self._into, wanted, _Found(there, changed))
        return taken

    def hear(self, lines: Sequence[Line]) -> None:
        """Lines that were worked on before an interruption: what is in the list must not be closed."""
        self._placed(lines, Taken())

    def close_others(self, session: Session) -> int:
        """Debts that are no longer in the list are paid: of customers whom the one who sent it may see."""
        if self._kind is not ListKind.DEBTS or self._into is None:
            return 0
        rows = select(ReceivableRow.id, ReceivableRow.customer_id, ReceivableRow.number).join(
            CustomerRow, col(CustomerRow.id) == col(ReceivableRow.customer_id)
        )
        open_ones = session.exec(rows.where(visible(self._by), col(ReceivableRow.live)))
        gone = [number or 0 for number, customer, name in open_ones if (customer, name) not in self._numbers]
        paid = {"live": False, "paid_day": _first_day(session, self._into)}
        change_rows(session, ReceivableRow, dict.fromkeys(gone, paid))
        before = {"live": True, "paid_day": None}
        record(session, self._into.change, (RowChange("receivable", (number,), before, paid) for number in gone))
        return len(gone)

    def _placed(self, lines: Iterable[Line], taken: Taken) -> dict[Number, Line]:
        """Each number once; the same number with other contents is an order of several lines: their sum counts."""
        found: dict[Number, Line] = {}
        for line in lines:
            customer = self._customer(line, taken)
            if customer is None:
                continue
            key = (customer, line.get("number"))
            if self._numbers.setdefault(key, line.row) != line.row:
                self._again(key, line, found, taken)
            else:
                found[key] = line
        return found

    def _again(self, key: Number, line: Line, found: dict[Number, Line], taken: Taken) -> None:
        if self._kind is ListKind.ORDERS and key in found and _same_order(found[key], line):
            found[key] = _together(found[key], line)
            return
        taken.problems.append(Problem(line.row, "number", Fault.TWICE, line.get("number"), whole=True))

    def _customer(self, line: Line, taken: Taken) -> int | None:
        name = line.get("customer")
        found = self._register.find(name=name, code=name)
        fault = Fault.SEVERAL_CUSTOMERS if found.several else Fault.NO_SUCH_CUSTOMER
        if found.id is not None and not self._owners.may_change(self._register.whose(found.id)):
            fault, found = Fault.TAKEN, type(found)()
        if found.id is None:
            taken.problems.append(Problem(line.row, "customer", fault, name, whole=True))
        return found.id

    def _columns(self, session: Session, found: Mapping[Number, Line]) -> dict[Number, dict[str, Any]]:
        if self._kind is ListKind.ORDERS:
            return {key: _order(line) for key, line in found.items()}
        terms = _terms(session, {customer for customer, _ in found})
        return {key: _debt(line, terms.get(key[0])) for key, line in found.items()}

    def _write(self, session: Session, into: Into, wanted: Mapping[Number, dict[str, Any]], found: "_Found") -> None:
        table = _TABLES[self._kind]
        name = str(table.__tablename__)
        new = [
            {"customer_id": customer, "number": number, **columns}
            for (customer, number), columns in wanted.items()
            if (customer, number) not in found.there
        ]
        made = [RowChange(name, (number,), None, {"made": True}) for number in add_rows(session, table, new)]
        altered = {found.there[key]["id"]: (key, values) for key, values in found.changed.items() if values}
        change_rows(session, table, {number: values for number, (_, values) in altered.items()})
        before = (
            RowChange(name, (number,), {column: found.there[key][column] for column in values}, values)
            for number, (key, values) in altered.items()
        )
        record(session, into.change, [*made, *before])
        if self._kind is ListKind.ORDERS:
            keep_figures(session, {customer for customer, _ in wanted})


@dataclass(frozen=True, slots=True)
class _Found:
    """What is on record already, and which of its columns are another now."""

    there: Mapping[Number, RowMapping]
    changed: Mapping[Number, dict[str, Any]]


def _there(session: Session, kind: type[SQLModel], wanted: Mapping[Number, object]) -> dict[Number, RowMapping]:
    """What is on record under these numbers; looked for by number, since a customer may have thousands."""
    table, found = table_of(kind), dict[Number, RowMapping]()
    for part in in_parts(sorted(wanted)):
        rows = sqlalchemy.select(table).where(
            table.c.customer_id.in_(sorted({customer for customer, _ in part})),
            table.c.number.in_(sorted({number for _, number in part})),
        )
        for row in session.connection().execute(rows).mappings():
            if (row["customer_id"], row["number"]) in wanted:
                found[row["customer_id"], row["number"]] = row
    return found


def _changed(row: RowMapping, columns: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in columns.items() if row[name] != value}


def _order(line: Line) -> dict[str, Any]:
    money = money_of(line.get("amount"))
    return {
        "on_day": date.fromisoformat(line.get("date")),
        "amount_minor": money.minor,
        "currency": money.currency,
        "item": line.get("item"),
        "live": True,
    }


def _same_order(one: Line, other: Line) -> bool:
    return one.get("date") == other.get("date") and _currency(one) == _currency(other)


def _currency(line: Line) -> str:
    return money_of(line.get("amount")).currency


def _together(one: Line, other: Line) -> Line:
    minor = money_of(one.get("amount")).minor + money_of(other.get("amount")).minor
    items = ", ".join(item for item in (one.get("item"), other.get("item")) if item)
    return Line(one.row, {**one.values, "amount": f"{minor} {_currency(one)}", "item": items})


def _debt(line: Line, terms: int | None) -> dict[str, Any]:
    """Without a due day it is the day of the order and the customer's terms, and marked as computed."""
    money = money_of(line.get("open"))
    issued = date.fromisoformat(line.get("date")) if line.get("date") else None
    told = date.fromisoformat(line.get("due")) if line.get("due") else None
    computed = told is None and issued is not None and terms is not None
    return {
        "issued_day": issued,
        "due_day": issued + timedelta(terms or 0) if computed and issued else told,
        "computed": computed,
        "open_minor": money.minor,
        "currency": money.currency,
        "live": True,
        "paid_day": None,
    }


def _first_day(session: Session, into: Into) -> date:
    """On which those that are not in the list any more may have been paid: the day after the list before."""
    today = into.by.now.date()
    lists = select(func.max(ChangeSetRow.at)).join(ImportRow, col(ImportRow.change_set_id) == col(ChangeSetRow.id))
    before = session.exec(
        lists.where(
            col(ImportRow.kind) == ListKind.DEBTS,
            col(ChangeSetRow.undone_at).is_(None),
            col(ChangeSetRow.id) != into.change,
        )
    ).one()
    return min(before.date() + timedelta(days=1), today) if before else today


def _terms(session: Session, customers: Iterable[int]) -> dict[int, int]:
    """The payment terms of customers, in days: the newest that was said."""
    found: dict[int, int] = {}
    for part in in_parts(sorted(customers)):
        said = select(FactRow.customer_id, FactRow.value).where(
            col(FactRow.customer_id).in_(part), col(FactRow.field) == "payment_terms", col(FactRow.live)
        )
        for customer, value in session.exec(said.order_by(col(FactRow.at), col(FactRow.id))):
            if value.isdigit():
                found[customer] = int(value)
    return found
