"""A person is erased in steps, and what others write between two of them is neither lost nor left."""

from sqlmodel import Session, col, select

from bot.erasing_in_steps import erase_in_steps
from sales.hands import Hand
from storage.privacy.erasing import clean, look
from storage.privacy.persons import Person, Who, person
from storage.store import Store
from storage.tables.customers import ContactRow, CustomerRow
from tests.people.company import NOON, customer_of, found_company
from tests.privacy.planted import left_of, plant

BY = Hand(None, NOON)


def sarah(session: Session) -> Person:
    acme = customer_of(found_company(session), "Anna", "Acme")
    row = ContactRow(customer_id=acme, name="Sarah Lee", phone="+6591234567")
    session.add(row)
    session.flush()
    found = person(session, Who.CONTACT, row.id or 0)
    assert found is not None
    return found


async def test_nothing_is_left_on_either_engine(any_store: Store) -> None:
    with any_store.transaction() as session:
        found = sarah(session)
        plant(session, "Sarah Lee said so, call 9123 4567")
    changed = await erase_in_steps(any_store, found, BY)
    with any_store.transaction() as session:
        assert left_of(session, ["Sarah", "9123 4567"]) == []
    assert changed["telling"] >= 1
    assert changed["contact"] >= 1


async def test_what_somebody_changed_meanwhile_is_kept_and_found_by_the_next_look(any_store: Store) -> None:
    with any_store.transaction() as session:
        found = sarah(session)
        plant(session, "Sarah Lee said so")
        seen = look(session, found)
    with any_store.transaction() as session:
        for customer in session.exec(select(CustomerRow).where(col(CustomerRow.name) == "Sarah Lee said so")):
            customer.name = "Sarah Lee and Sons"
    with any_store.transaction() as session:
        cleaned = clean(session, seen.mentions)
        assert cleaned["customer"] == 0
        assert cleaned["telling"] >= 1
        assert "Sarah Lee and Sons" in session.exec(select(CustomerRow.name)).all()

    await erase_in_steps(any_store, found, BY)
    with any_store.transaction() as session:
        assert f"{found.stand_in} and Sons" in session.exec(select(CustomerRow.name)).all()
        assert left_of(session, ["Sarah"]) == []


async def test_who_was_erased_is_erased_again_without_harm(any_store: Store) -> None:
    """As after a crash before the end was on record."""
    with any_store.transaction() as session:
        found = sarah(session)
    await erase_in_steps(any_store, found, BY)
    with any_store.transaction() as session:
        again = person(session, Who.CONTACT, found.id)
        assert again is not None
        assert again.name == found.stand_in
    await erase_in_steps(any_store, again, BY)
    with any_store.transaction() as session:
        assert session.exec(select(ContactRow.name)).all() == [found.stand_in]
