"""Lists of customers go onto the record as they are shown in the preview, once, and come off it as a whole."""

from datetime import date
from functools import partial

import pytest
from sqlalchemy import event
from sqlmodel import col, select

from sales.import_views import Counts
from sales.lists import Fault, FileFault, ListKind, State
from sales.moments import monday_of
from sales.people import Invitation, Role
from sales.tellings import Party
from storage.company import people
from storage.company.enrolling import Newcomer, Opens, take_in
from storage.company.invitations import invite
from storage.importing import applying, runs
from storage.store import Session, Store
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow, MembershipRow
from storage.tables.settings import SettingRow
from storage.tables.tellings import EntryRow, TellingRow
from storage.visit_plans.reading import week_plan
from tests.importing.conftest import Desk
from tests.people.company import NOON
from tests.reminders.office import promise

HEADINGS = "Customer,Sales rep,Contact,Phone,Class,Region,Credit limit,Tags,Code\n"
ACME = "Acme Tools,Anna,Sarah Lim,+65 6555 0123,A,East,50000,key;fair,C-1\n"
LONG_AGO = date(2025, 1, 7)
GLOBEX = "Globex Marine,Anna,Tom Tan,+65 6555 0145,B,West,,,C-2\n"


def customers(session: Session) -> list[CustomerRow]:
    live = select(CustomerRow).where(col(CustomerRow.withdrawn).is_(False))
    return list(session.exec(live.order_by(col(CustomerRow.id))))


def names(session: Session) -> list[str]:
    return [row.name for row in customers(session)]


def facts(session: Session) -> set[tuple[str, str]]:
    return {(row.field, row.value) for row in session.exec(select(FactRow).where(col(FactRow.live)))}


async def test_a_list_is_read_weighed_and_put_on_record(desk: Desk) -> None:
    number = await desk.send("Boris", HEADINGS + ACME + GLOBEX + GLOBEX)
    preview = await desk.view(number)
    assert (preview.state, preview.kind) == (State.PREVIEWED, ListKind.CUSTOMERS)
    assert preview.counts == Counts(rows=3, twice=1, new=2)
    assert await desk.store.read(names) == []
    await desk.engine.apply(number)
    done = await desk.view(number)
    assert done.state is State.DONE
    assert (done.counts.new, done.counts.done) == (2, 2)
    assert await desk.store.read(names) == ["Acme Tools", "Globex Marine"]
    assert {("region", "East"), ("credit_limit", "5000000 SGD"), ("tags", "key"), ("tags", "fair")} <= (
        await desk.store.read(facts)
    )
    acme = (await desk.store.read(customers))[0]
    assert (acme.grade, acme.owner_id) == ("A", desk.members["Anna"])
    (sarah, _) = await desk.store.read(lambda session: list(session.exec(select(ContactRow))))
    assert (sarah.name, sarah.phone) == ("Sarah Lim", "+6565550123")


async def test_it_comes_off_the_record_as_a_whole(desk: Desk) -> None:
    await desk.take_in("Boris", HEADINGS + ACME)
    before = await desk.store.read(facts)
    number = await desk.send("Boris", HEADINGS + ACME.replace("East", "North").replace("key;fair", "new") + GLOBEX)
    await desk.store.write(lambda session: _overwrite(session, number))
    await desk.engine.apply(number)
    assert ("region", "North") in await desk.store.read(facts)
    await desk.engine.undo(number)
    assert (await desk.view(number)).state is State.UNDONE
    assert await desk.store.read(names) == ["Acme Tools"]
    known = await desk.store.read(lambda session: _known_of(session, "Acme Tools"))
    assert known == before


async def test_coordinates_of_a_list_order_the_way_of_visits(desk: Desk) -> None:
    """Also of customers who were on record before; (31.2, 121.9) lies beyond the two others."""
    await desk.take_in("Boris", "Customer,Sales rep\nAcme Tools,Anna\nGlobex Marine,Anna\n")
    more = '"121.2,31.2"\nGlobex Marine,Anna,"121.9,31.2"\nInitech,Anna,31.2 121.5\n'
    await desk.take_in("Boris", f"Customer,Sales rep,坐标/经纬度\nAcme Tools,Anna,{more}")
    way = await desk.store.write(partial(_way_of_a_day, member=desk.members["Anna"]))
    assert way == ["Acme Tools", "Initech", "Globex Marine"]


def _way_of_a_day(session: Session, *, member: int) -> list[str]:
    anna = people.member(session, member)
    assert anna
    for row in customers(session):
        number = promise(session, anna, NOON.date(), None, Party("", row.id))
        session.get_one(FollowUpRow, number).purpose = "visit"
    return [stop.name for stop in week_plan(session, anna, anna, monday_of(NOON.date())).stops]


def _overwrite(session: Session, number: int) -> None:
    row = runs.find(session, number)
    assert row
    row.columns = {**row.columns, "overwrite": True}


def _known_of(session: Session, name: str) -> set[tuple[str, str]]:
    rows = select(FactRow).join(CustomerRow, col(CustomerRow.id) == col(FactRow.customer_id))
    return {
        (row.field, row.value) for row in session.exec(rows.where(col(CustomerRow.name) == name, col(FactRow.live)))
    }


async def test_what_somebody_works_with_since_stays(desk: Desk) -> None:
    number = await desk.send("Boris", HEADINGS + ACME + GLOBEX)
    await desk.engine.apply(number)
    await desk.store.write(partial(_visit, member=desk.members["Anna"]))
    await desk.engine.undo(number)
    assert await desk.store.read(names) == ["Acme Tools"]
    assert (await desk.view(number)).kept == 1


def _visit(session: Session, *, member: int) -> None:
    telling = TellingRow(chat_id=1, message_id=1, member_id=member, said_at=NOON, zone="UTC", text="visited")
    session.add(telling)
    session.flush()
    acme = customers(session)[0]
    session.add(
        EntryRow(
            telling_id=telling.id or 0,
            slot=0,
            member_id=member,
            customer_id=acme.id,
            kind="visit",
            on_day=NOON.date(),
            moment=NOON,
            zone="UTC",
            text="",
        )
    )


async def test_a_known_customer_is_filled_in_where_it_was_empty(desk: Desk) -> None:
    await desk.take_in("Boris", "Customer,Class\nAcme Tools,B\n")
    view = await desk.take_in("Boris", "Customer,Class,Region\nacme  TOOLS,A,East\n")
    assert (view.counts.new, view.counts.known, view.counts.differing) == (0, 1, 1)
    assert await desk.store.read(facts) == {("grade", "B"), ("region", "East")}
    assert (await desk.store.read(customers))[0].grade == "B"


async def test_who_gets_a_customer_by_a_list_has_it_since_today(desk: Desk) -> None:
    await desk.take_in("Ada", "Customer,Sales rep\nAcme,Anna\n")
    await desk.store.write(_long_ago)
    number = await desk.send("Ada", "Customer,Sales rep\nAcme,Max\n")
    await desk.store.write(lambda session: _overwrite(session, number))
    await desk.engine.apply(number)
    (acme,) = await desk.store.read(customers)
    assert (acme.owner_id, acme.owned_on, acme.pool_warned_on) == (desk.members["Max"], NOON.date(), None)
    assert acme.touched_on is None
    await desk.engine.undo(number)
    (acme,) = await desk.store.read(customers)
    assert (acme.owner_id, acme.owned_on, acme.pool_warned_on) == (desk.members["Anna"], LONG_AGO, LONG_AGO)


def _long_ago(session: Session) -> None:
    (acme,) = customers(session)
    acme.owned_on = acme.pool_warned_on = acme.touched_on = LONG_AGO


async def test_or_overwritten_where_that_is_wished(desk: Desk) -> None:
    await desk.take_in("Boris", "Customer,Class\nAcme Tools,B\n")
    number = await desk.send("Boris", "Customer,Class\nAcme Tools,A\n")
    await desk.store.write(lambda session: _overwrite(session, number))
    await desk.engine.apply(number)
    assert (await desk.store.read(customers))[0].grade == "A"


async def test_a_customer_is_known_by_their_own_code(desk: Desk) -> None:
    await desk.take_in("Boris", HEADINGS + ACME + GLOBEX)
    view = await desk.take_in("Boris", "Customer,Code,Region\nGlobex Shipping,C-2,North\n")
    assert (view.counts.new, view.counts.known) == (0, 1)


async def test_several_people_of_one_customer(desk: Desk) -> None:
    words = "Customer,Contact,Phone\nAcme,Sarah,+6565550123\nAcme,Tom,+6565550145\nAcme,Sarah,+6565550199\n"
    view = await desk.take_in("Boris", words)
    assert view.counts.new == 1
    people = await desk.store.read(lambda session: [row.name for row in session.exec(select(ContactRow))])
    assert sorted(people) == ["Sarah", "Tom"]
    assert len([fact for fact in await desk.store.read(facts) if fact[0] == "phone"]) == 3


@pytest.mark.parametrize(
    ("who", "owner", "fault"),
    [
        ("Anna", "", None),
        ("Anna", "Anna", None),
        ("Anna", "Max", Fault.NOT_YOURS),
        ("Anna", "Somebody New", Fault.NOT_YOURS),
        ("Boris", "Anna", None),
        ("Boris", "小李", None),
        ("Boris", "Max", Fault.NOT_YOURS),
        ("Boris", "Somebody New", None),
        ("Ada", "Max", None),
        ("Ada", "Somebody New", None),
    ],
)
async def test_whose_customers_may_be_read_in(desk: Desk, who: str, owner: str, fault: Fault | None) -> None:
    view = await desk.take_in(who, f"Customer,Sales rep\nAcme,{owner}\n")
    assert [problem.fault for problem in view.first] == ([fault] if fault else [])
    assert await desk.store.read(names) == ([] if fault else ["Acme"])


async def test_a_colleagues_customer_is_left_alone(desk: Desk) -> None:
    await desk.take_in("Ada", "Customer,Sales rep\nAcme,Max\n")
    view = await desk.take_in("Anna", "Customer,Class\nAcme,A\n")
    assert [problem.fault for problem in view.first] == [Fault.TAKEN]
    assert (await desk.store.read(customers))[0].grade is None


async def test_somebody_who_has_not_come_yet_gets_their_customers_when_they_do(desk: Desk) -> None:
    await desk.take_in("Boris", "Customer,Sales rep\nAcme,Eva Lim\nGlobex,eva lim\n")
    await desk.store.write(lambda session: _enrol(session, "Eva Lim", desk.members["Boris"]))
    eva = await desk.store.read(
        lambda session: session.exec(select(MemberRow).where(col(MemberRow.name) == "Eva Lim")).one()
    )
    assert eva.telegram_id == 7001
    assert {row.owner_id for row in await desk.store.read(customers)} == {eva.id}


def _enrol(session: Session, name: str, by: int) -> None:
    team = session.exec(select(MembershipRow.team_id).where(col(MembershipRow.member_id) == by)).one()
    invitation = Invitation(name, Role.REP, team)
    number = invite(session, invitation, by=by, now=NOON)
    take_in(session, opens=Opens(number, invitation, name, "East"), who=Newcomer(7001, 7001, "en"), now=NOON)


async def test_an_interrupted_import_goes_on_where_it_stopped(desk: Desk) -> None:
    rows = "".join(f"Customer {number},Anna,Person {number},,A,,,,\n" for number in range(600))
    number = await desk.send("Boris", HEADINGS + rows + "Customer 3,Anna,Another,,,North,,,\n")
    await desk.store.write(partial(applying.start, number=number, now=NOON))
    lines = await desk.store.read(partial(applying.in_hand, number=number))
    await desk.store.write(partial(applying.take_chunk, number=number, chunk=0, lines=lines))
    # The process dies here; another takes the job over.
    await desk.engine.apply(number)
    view = await desk.view(number)
    assert (view.counts.new, view.counts.known, view.counts.done) == (600, 0, 601)
    assert len(await desk.store.read(names)) == 600
    await desk.engine.undo(number)
    assert await desk.store.read(names) == []


async def test_a_chunk_that_fails_leaves_nothing_and_is_done_again(desk: Desk) -> None:
    number = await desk.send("Boris", HEADINGS + ACME + GLOBEX)
    await desk.store.write(partial(applying.start, number=number, now=NOON))
    lines = await desk.store.read(partial(applying.in_hand, number=number))

    def fail(session: Session) -> None:
        applying.take_chunk(session, number, 0, lines)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await desk.store.write(fail)
    assert await desk.store.read(names) == []
    await desk.engine.apply(number)
    assert await desk.store.read(names) == ["Acme Tools", "Globex Marine"]


async def test_applying_twice_changes_nothing(desk: Desk) -> None:
    number = await desk.send("Boris", HEADINGS + ACME)
    await desk.engine.apply(number)
    await desk.engine.apply(number)
    assert await desk.store.read(names) == ["Acme Tools"]
    assert (await desk.view(number)).counts.new == 1


async def test_an_answer_is_remembered_for_the_next_file_like_it(desk: Desk) -> None:
    words = "Firma;Ort\nAcme;Bonn\n"
    asked = await desk.view(await desk.send("Boris", words))
    assert (asked.state, asked.question) == (State.ASKING, ("kind", ""))
    answered = await desk.send("Boris", words)
    answers: list[dict[str, object]] = [{"kind": "customers"}, {"columns": {"0": "name", "1": "region"}}]
    for said in answers:
        await desk.store.write(partial(_answer, number=answered, said=said))
        await desk.engine.read(answered, desk.folder / "list.csv")
    later = await desk.view(await desk.send("Max", words))
    assert later.state is State.PREVIEWED
    assert dict(later.columns) == {0: "name", 1: "region"}
    assert await desk.store.read(lambda session: len(list(session.exec(select(SettingRow))))) == 1


def _answer(session: Session, *, number: int, said: dict[str, object]) -> None:
    row = runs.find(session, number)
    assert row
    runs.answer(session, row, **said)


async def test_a_bad_file_is_refused_with_its_reason(desk: Desk) -> None:
    view = await desk.view(await desk.send("Boris", "Customer,Phone\n"))
    assert (view.state, view.fault) == (State.REFUSED, FileFault.ONLY_HEADINGS)


async def test_a_thousand_rows_take_few_statements(desk: Desk) -> None:
    rows = "".join(f"Customer {n},Anna,Person {n},+65655{n:05},A,East,100,key,C{n}\n" for n in range(1_000))
    number = await desk.send("Boris", HEADINGS + rows)
    counted = _Counting(desk.store)
    await desk.engine.apply(number)
    assert counted.stop() < 150


class _Counting:
    """How many statements the store sends."""

    def __init__(self, store: Store) -> None:
        self._engine = store.engine
        self._count = 0
        event.listen(self._engine, "before_cursor_execute", self._heard)

    def _heard(self, *_: object) -> None:
        self._count += 1

    def stop(self) -> int:
        event.remove(self._engine, "before_cursor_execute", self._heard)
        return self._count
