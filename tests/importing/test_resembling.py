"""Rows that name nobody on record and look like somebody: shown in the preview, and taken as was said."""

from functools import partial

import pytest
from sqlmodel import Session, col, select

from sales.lists import Fault, ListKind, Problem, Resembling, State
from storage.importing import runs
from storage.tables.customers import AliasRow, CustomerRow
from storage.tables.imports import ImportRow
from tests.importing.conftest import Desk
from tests.importing.test_importing import facts, names

KNOWN = (
    "Customer,Sales rep,Contact,Phone,E-mail\nAcme Tools,Anna,Sarah,+65 6555 0123,s@acme.example\n恒大钢铁,Anna,,,\n"
)
LIST = "Customer,Sales rep,Region\nAcme Toosl,Anna,East\nHengda Steel,Anna,\n恆大鋼鐵有限公司,Anna,\nGlobex,Anna,\n"


async def taken_in(desk: Desk, words: str, said: Resembling | None, who: str = "Boris") -> int:
    number = await desk.send(who, words)
    await desk.store.write(partial(say, number=number, said=said))
    await desk.engine.apply(number)
    return number


def say(session: Session, *, number: int, said: Resembling | None) -> None:
    row = session.get_one(ImportRow, number)
    row.columns = {**row.columns, "resembling": said}


def called(session: Session) -> list[tuple[str, str]]:
    rows = select(AliasRow.name, CustomerRow.name).join(CustomerRow, col(CustomerRow.id) == col(AliasRow.customer_id))
    return sorted(session.exec(rows))


async def test_the_preview_counts_and_shows_them(desk: Desk) -> None:
    await desk.take_in("Boris", KNOWN)
    view = await desk.view(await desk.send("Boris", LIST))
    assert view.state is State.PREVIEWED
    assert (view.counts.rows, view.counts.new, view.counts.known, view.counts.resembling) == (4, 1, 0, 3)
    assert (view.counts.left_out, view.counts.lost) == (0, 0)
    assert view.first == (
        Problem(2, "name", Fault.RESEMBLES, "Acme Toosl", other="Acme Tools"),
        Problem(3, "name", Fault.RESEMBLES, "Hengda Steel", other="恒大钢铁"),
        Problem(4, "name", Fault.RESEMBLES, "恆大鋼鐵有限公司", other="恒大钢铁"),
    )


async def test_as_the_same_they_fill_the_card_and_are_known_by_both_names(desk: Desk) -> None:
    await desk.take_in("Boris", KNOWN)
    number = await taken_in(desk, LIST, Resembling.SAME)
    view = await desk.view(number)
    assert (view.counts.new, view.counts.known, view.counts.left_out) == (1, 3, 0)
    assert await desk.store.read(names) == ["Acme Tools", "恒大钢铁", "Globex"]
    assert ("region", "East") in await desk.store.read(facts)
    assert ("Acme Toosl", "Acme Tools") in await desk.store.read(called)
    again = await desk.view(await desk.send("Boris", LIST))
    assert (again.counts.new, again.counts.known, again.counts.resembling) == (0, 4, 0)
    await desk.engine.undo(number)
    assert await desk.store.read(names) == ["Acme Tools", "恒大钢铁"]
    assert await desk.store.read(called) == []


@pytest.mark.parametrize(("said", "left"), [(Resembling.NEW, 0), (Resembling.LEAVE, 3), (None, 3)])
async def test_or_they_are_new_or_left_out(desk: Desk, said: Resembling | None, left: int) -> None:
    await desk.take_in("Boris", KNOWN)
    view = await desk.view(await taken_in(desk, LIST, said))
    assert (view.counts.new, view.counts.left_out) == (4 - left, left)
    assert len(await desk.store.read(names)) == 2 + 4 - left


async def test_two_rows_of_one_new_name_make_one_customer(desk: Desk) -> None:
    await desk.take_in("Boris", KNOWN)
    await taken_in(desk, "Customer,Contact\nAcme Toosl,Tom\nAcme Toosl,Tim\n", Resembling.NEW)
    assert await desk.store.read(names) == ["Acme Tools", "恒大钢铁", "Acme Toosl"]


@pytest.mark.parametrize("reached", ["+65 6555-0123,", ",S@acme.example"])
async def test_a_phone_or_an_e_mail_of_somebody_on_record(desk: Desk, reached: str) -> None:
    await desk.take_in("Boris", KNOWN)
    view = await desk.view(await desk.send("Boris", f"Customer,Phone,E-mail\nNordwind,{reached}\n"))
    assert view.first == (Problem(2, "name", Fault.SHARES, "Nordwind", other="Acme Tools"),)


async def test_what_two_customers_share_says_nothing(desk: Desk) -> None:
    two = "Customer,Phone\nAcme,+65 6555 0123\nGlobex,+65 6555 0123\n"
    await desk.take_in("Boris", two)
    view = await desk.view(await desk.send("Boris", "Customer,Phone\nNordwind,+65 6555 0123\n"))
    assert (view.counts.new, view.counts.resembling) == (1, 0)


@pytest.mark.parametrize("said", list(Resembling))
async def test_a_customer_like_a_colleagues_is_left_out_and_not_named(desk: Desk, said: Resembling) -> None:
    await desk.take_in("Ada", "Customer,Sales rep\nAcme Tools Pte Ltd,Max\n")
    number = await taken_in(desk, "Customer\nAcme Tools\nGlobex\n", said, who="Anna")
    view = await desk.view(number)
    assert view.first == (Problem(2, "name", Fault.RESEMBLES_TAKEN, "Acme Tools", whole=True),)
    assert (view.counts.new, view.counts.left_out) == (1, 1)
    assert await desk.store.read(names) == ["Acme Tools Pte Ltd", "Globex"]


async def test_who_is_gone_meanwhile_is_like_nobody(desk: Desk) -> None:
    first = await desk.take_in("Boris", KNOWN)
    number = await desk.send("Boris", "Customer\nAcme Toosl\n")
    await desk.engine.undo(first.id)
    await desk.store.write(partial(say, number=number, said=Resembling.SAME))
    await desk.engine.apply(number)
    assert await desk.store.read(names) == ["Acme Toosl"]


async def test_the_file_of_errors_tells_them_all(desk: Desk) -> None:
    await desk.take_in("Boris", KNOWN)
    number = await desk.send("Boris", LIST)
    told = await desk.store.read(partial(runs.problems_of, number=number, most=99))
    assert [(one.row, one.other) for one in told] == [(2, "Acme Tools"), (3, "恒大钢铁"), (4, "恒大钢铁")]


async def test_orders_are_not_compared(desk: Desk) -> None:
    await desk.take_in("Boris", KNOWN)
    view = await desk.view(await desk.send("Boris", "Customer,Order no,Date,Amount\nAcme Toosl,S1,2026-02-03,1\n"))
    assert (view.kind, view.counts.left_out) == (ListKind.ORDERS, 1)
