"""Whatever is merged, in whatever order it is taken back: in the end every table is what it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from sales.known import About
from sales.merging import OWNER, Side
from storage.duplicates import undoing
from storage.duplicates.merging import Two, contact_obstacle, merge_contacts, merge_customers, obstacle
from storage.store import Store
from storage.tables.access import AbsenceRow, LookUpRow, RulingRow, ShareRow
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.dealings import BookedOrderRow, ReceivableRow
from storage.tables.facts import FactAskedRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import EntryContactRow, EntryRow, TellingRow
from tests.duplicates.records import DAY, contact, dealings, fact, hand, put, read_in, tables, telling
from tests.people.company import NOON, Company, customer_of, found_company

NAMES = ("Acme", "Acme Tools", "acme tools", "Globex")
PEOPLE = ("S. Lee", "Mr Lee", "Lee", "Ann")
OWNERS = ("Anna", "Rita", None)
SIDES = st.sampled_from(Side)
FIELDS = ("name", OWNER, "industry", "grade", "contact_name", "title")
FEW = st.integers(0, 3)


@dataclass(frozen=True)
class Made:
    """A customer with what hangs on it."""

    name: str
    owner: str | None
    grade: str | None
    aliases: set[str]
    people: list[tuple[str, str | None]]
    industries: list[str]
    invoices: dict[str, bool]
    shared: set[str]
    entries: int
    booked: dict[str, bool]
    asked: bool
    dealt: bool
    listed: bool


Deed = tuple[str, int, int, dict[str, Side]]

a_customer = st.builds(
    Made,
    name=st.sampled_from(NAMES),
    owner=st.sampled_from(OWNERS),
    grade=st.sampled_from(["A", "B", None]),
    aliases=st.sets(st.sampled_from(NAMES)),
    people=st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["+651", "+652", None])), max_size=3),
    industries=st.lists(st.sampled_from(["steel", "glass"]), max_size=2),
    invoices=st.dictionaries(st.sampled_from(["R-1", "R-2"]), st.booleans()),
    shared=st.sets(st.sampled_from(["Rita", "Anna", "小李"])),
    entries=FEW,
    booked=st.dictionaries(st.sampled_from(["R-1", "R-2"]), st.booleans()),
    asked=st.booleans(),
    dealt=st.booleans(),
    listed=st.booleans(),
)
a_deed: st.SearchStrategy[Deed] = st.one_of(
    st.tuples(st.just("merge"), FEW, FEW, st.dictionaries(st.sampled_from(FIELDS), SIDES)),
    st.tuples(st.just("fold"), st.integers(0, 11), st.integers(0, 11), st.dictionaries(st.sampled_from(FIELDS), SIDES)),
    st.tuples(st.just("undo"), FEW, FEW, st.just({})),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(customers=st.lists(a_customer, min_size=2, max_size=4), deeds=st.lists(a_deed, min_size=1, max_size=6))
def test_a_merge_undone_leaves_everything_as_it_was(
    store: Store, customers: Sequence[Made], deeds: Sequence[Deed]
) -> None:
    with store.transaction() as session, session.begin_nested() as trial:
        company = found_company(session)
        there = [_put(session, company, one, place) for place, one in enumerate(customers)]
        before = tables(session)
        changes = [change for deed in deeds if (change := _do(session, company, there, deed))]
        _undo_all(session, company, changes)
        after = tables(session)
        trial.rollback()
    assert after == before


def _do(session: Session, company: Company, there: list[int], deed: Deed) -> int:
    verb, first, second, choices = deed
    match verb:
        case "merge":
            two = Two(there[first % len(there)], there[second % len(there)])
            return 0 if obstacle(session, two) else merge_customers(session, two, choices=choices, by=hand(company))
        case "fold":
            people = session.exec(select(ContactRow.id).order_by(col(ContactRow.id))).all() or [0]
            pair = Two(people[first % len(people)] or 0, people[second % len(people)] or 0)
            if contact_obstacle(session, pair):
                return 0
            return merge_contacts(session, pair, choices=choices, by=hand(company))
        case _:
            merges = list(undoing.undoable(session, now=NOON, limit=9))
            if merges and not undoing.stuck(session, merges[first % len(merges)], now=NOON):
                undoing.undo(session, merges[first % len(merges)].change, by=hand(company))
            return 0


def _undo_all(session: Session, company: Company, changes: list[int]) -> None:
    """The oldest that can be, first: one that another is built on waits."""
    waiting = list(changes)
    while waiting:
        merges = [merge for change in waiting if (merge := undoing.find(session, change)) and not merge.undone_at]
        free = [merge for merge in merges if undoing.stuck(session, merge, now=NOON) is None]
        assert bool(free) is bool(merges)
        for merge in free[:1]:
            undoing.undo(session, merge.change, by=hand(company))
        waiting = [merge.change for merge in merges if merge not in free[:1]]


def _put(session: Session, company: Company, one: Made, place: int) -> int:
    customer = customer_of(company, one.owner, one.name)
    session.get_one(CustomerRow, customer).grade = one.grade
    told = telling(session, company, place)
    session.add_all(AliasRow(customer_id=customer, name=name) for name in sorted(one.aliases))
    people = [contact(session, customer, name, phone=phone) for name, phone in one.people]
    _know(session, one, About(customer, people[0] if people else None), place)
    _book(session, one, customer, place)
    for name in sorted(one.shared):
        put(session, ShareRow(customer_id=customer, member_id=company[name].id, at=NOON))
    entries = [_tell(session, customer, told, slot, people) for slot in range(one.entries)]
    if one.dealt and entries:
        dealings(session, customer, entries[0])
    if one.listed:
        read_in(session, company, customer)
    _asked_and_looked(session, company, customer, people if one.asked else [])
    return customer


def _know(session: Session, one: Made, of: About, place: int) -> None:
    for days, industry in enumerate(one.industries):
        fact(session, About(of.customer), "industry", industry, days=-days - place)
    if of.contact:
        fact(session, of, "title", f"title {place}")


def _book(session: Session, one: Made, customer: int, place: int) -> None:
    for number, live in one.invoices.items():
        put(session, ReceivableRow(customer_id=customer, number=number, open_minor=place, currency="SGD", live=live))
    for number, live in one.booked.items():
        order = BookedOrderRow(customer_id=customer, number=number, on_day=DAY, amount_minor=place, currency="SGD")
        order.live = live
        put(session, order)


def _asked_and_looked(session: Session, company: Company, customer: int, people: list[int]) -> None:
    """Of a question about a person, of a look at the card, of a claim and of a leave a merge changes no word."""
    anna, rita = company["Anna"].id, company["Rita"].id
    for person in people:
        asked = FactAskedRow(customer_id=customer, contact_id=person, member_id=anna, field="title", at=NOON)
        put(session, asked)
    put(session, RulingRow(customer_id=customer, claimant_id=rita, asked_at=NOON))
    put(session, LookUpRow(member_id=anna, on_day=DAY, customer_id=customer))
    put(session, AbsenceRow(member_id=anna, cover_id=rita, first_day=DAY, last_day=DAY, asked_at=NOON))


def _tell(session: Session, customer: int, told: int, slot: int, people: list[int]) -> EntryRow:
    teller = session.get_one(TellingRow, told).member_id
    entry = EntryRow(
        telling_id=told,
        slot=slot,
        member_id=teller,
        customer_id=customer,
        kind="visit",
        on_day=DAY,
        moment=NOON,
        zone="UTC",
        text="…",
    )
    put(session, entry)
    session.add_all(EntryContactRow(entry_id=entry.id or 0, contact_id=person) for person in people[slot:])
    put(session, FollowUpRow(telling_id=told, slot=slot, customer_id=customer, owner_id=teller, action="call"))
    return entry
