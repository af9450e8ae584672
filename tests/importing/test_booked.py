"""What the book-keeping exports: sent again it takes the place of the old, and what is gone is paid."""

from datetime import date

from sqlmodel import Session, col, select

from sales.lists import Fault, FileFault, State
from storage.tables.dealings import BookedOrderRow, ReceivableRow
from storage.tables.foresight import CustomerFiguresRow
from tests.importing.conftest import Desk

CUSTOMERS = "Customer,Sales rep,Payment terms,Code\nAcme,Anna,30,C-1\nGlobex,Max,,C-2\n"
ORDERS = "Customer,Order no,Date,Amount,Currency,Item\n"
DEBTS = "Customer,Invoice,Invoice date,Due date,Outstanding\n"


def orders(session: Session) -> dict[str, tuple[int, str, str]]:
    rows = session.exec(select(BookedOrderRow).where(col(BookedOrderRow.live)))
    return {row.number: (row.amount_minor, row.currency, row.item) for row in rows}


def debts(session: Session) -> dict[str, tuple[int, date | None, bool]]:
    rows = session.exec(select(ReceivableRow).where(col(ReceivableRow.live)))
    return {row.number: (row.open_minor, row.due_day, row.computed) for row in rows}


async def test_orders_come_and_are_replaced(desk: Desk) -> None:
    await desk.take_in("Ada", CUSTOMERS)
    first = await desk.take_in("Ada", ORDERS + "Acme,S1,2026-02-03,100,,pump\nC-1,S2,2026-02-04,50,USD,\n")
    assert (first.counts.new, first.counts.known) == (2, 0)
    again = await desk.take_in("Ada", ORDERS + "Acme,S1,2026-02-03,120,,pump\n")
    assert (again.counts.new, again.counts.known, again.counts.differing) == (0, 1, 1)
    assert await desk.store.read(orders) == {"S1": (12000, "SGD", "pump"), "S2": (5000, "USD", "")}
    await desk.engine.undo(again.id)
    assert (await desk.store.read(orders))["S1"] == (10000, "SGD", "pump")


async def test_lines_of_one_order_are_added_up(desk: Desk) -> None:
    await desk.take_in("Ada", CUSTOMERS)
    lines = "Acme,S1,2026-02-03,100,,pump\nAcme,S1,2026-02-03,20,,hose\nAcme,S1,2026-02-09,7,,valve\n"
    view = await desk.take_in("Ada", ORDERS + lines)
    assert await desk.store.read(orders) == {"S1": (12000, "SGD", "pump, hose")}
    assert [problem.fault for problem in view.first] == [Fault.TWICE]


async def test_debts_without_due_date_are_due_after_the_terms(desk: Desk) -> None:
    await desk.take_in("Ada", CUSTOMERS)
    rows = "Acme,I1,2026-02-03,,100\nAcme,I2,2026-02-03,2026-02-10,50\nGlobex,I3,2026-02-03,,70\n"
    await desk.take_in("Ada", DEBTS + rows)
    assert await desk.store.read(debts) == {
        "I1": (10000, date(2026, 3, 5), True),
        "I2": (5000, date(2026, 2, 10), False),
        "I3": (7000, None, False),
    }


async def test_debts_that_are_no_longer_in_the_list_are_paid(desk: Desk) -> None:
    await desk.take_in("Ada", CUSTOMERS)
    await desk.take_in("Ada", DEBTS + "Acme,I1,2026-02-03,,100\nAcme,I2,2026-02-03,,50\nGlobex,I3,2026-02-03,,70\n")
    view = await desk.take_in("Boris", DEBTS + "Acme,I2,2026-02-03,,50\n")
    # Boris leads Acme's team and not that of Globex, of which his list says nothing.
    assert view.counts.closed == 1
    assert set(await desk.store.read(debts)) == {"I2", "I3"}
    await desk.engine.undo(view.id)
    assert set(await desk.store.read(debts)) == {"I1", "I2", "I3"}


async def test_rows_of_customers_who_are_not_there_are_left_out(desk: Desk) -> None:
    await desk.take_in("Ada", CUSTOMERS)
    view = await desk.take_in("Boris", ORDERS + "Nobody,S1,2026-02-03,1,,\nGlobex,S2,2026-02-03,1,,\n")
    assert [problem.fault for problem in view.first] == [Fault.NO_SUCH_CUSTOMER, Fault.TAKEN]
    assert await desk.store.read(orders) == {}


async def test_a_rep_sends_no_orders(desk: Desk) -> None:
    view = await desk.view(await desk.send("Anna", ORDERS + "Acme,S1,2026-02-03,1,,\n"))
    assert (view.state, view.fault) == (State.REFUSED, FileFault.NOT_YOURS)


async def test_imported_orders_count_in_the_figures_and_an_undone_import_does_not(desk: Desk) -> None:
    await desk.take_in("Ada", CUSTOMERS)
    view = await desk.take_in("Ada", ORDERS + "Acme,S1,2026-02-03,100,SGD,\nAcme,S2,2026-02-13,50,SGD,\n")

    def counted(session: Session) -> list[tuple[int, date | None]]:
        rows = session.exec(select(CustomerFiguresRow).where(col(CustomerFiguresRow.first_order).is_not(None)))
        return [(row.orders, row.last_order) for row in rows]

    assert await desk.store.read(counted) == [(2, date(2026, 2, 13))]
    await desk.engine.undo(view.id)
    assert await desk.store.read(counted) == []
