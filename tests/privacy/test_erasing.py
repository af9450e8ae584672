"""A person is erased from every table, and nobody else is."""

import pytest
from sqlalchemy import JSON, LargeBinary, String
from sqlmodel import AutoString, Session, SQLModel, col, select

from sales.drafts import Draft
from sales.hands import Hand
from sales.kinds import Calendar, Field, Kind
from sales.tellings import Entry, Fact, FollowUp, Party, Telling
from storage.company.audit import Subject, note
from storage.company.audit_chain import first_broken, seal_new
from storage.privacy.all_about import all_about
from storage.privacy.persons import Who, person, persons_named
from storage.privacy.places import EXCUSED, PLACES
from storage.tables.customers import ContactRow
from storage.tables.events import EventDetailRow
from storage.tables.facts import FactRow
from storage.tables.people import MemberRow
from storage.tables.queues import InboxRow, OutboxRow
from storage.tables.tellings import TellingRow
from storage.told import journal
from storage.told.journal import By
from tests.people.company import NOON, Company, customer_of
from tests.privacy.at_once import erase
from tests.privacy.planted import left_of, plant

BY = Hand(None, NOON)
PHONE, EMAIL = "+6591234567", "sarah@acme.example"


def contact(company: Company, name: str, *, at: int, phone: str | None = None, email: str | None = None) -> int:
    row = ContactRow(customer_id=at, name=name, phone=phone, email=email, birthday="--08-15", calendar="solar")
    company.session.add(row)
    company.session.flush()
    return row.id or 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("Sarah Lee", "Met Sarah LEE, sarah  lee (+65 9123-4567, Sarah@Acme.example) today", id="English"),
        pytest.param("王小明", "今天见了王小明，电话 9123 4567，邮箱sarah@acme.example", id="Chinese"),
        pytest.param("Zoë Ångström", "ZOË ÅNGSTRÖM: 091234567", id="beyond ASCII"),
        pytest.param("O'Neil 100%_sure", "Said O'Neil 100%_sure", id="signs that mean something to SQL"),
    ],
)
def test_nothing_of_a_person_is_left_in_any_table(session: Session, company: Company, name: str, words: str) -> None:
    acme = customer_of(company, "Anna", "Acme")
    sarah = contact(company, name, at=acme, phone=PHONE, email=EMAIL)
    plant(session, words)
    found = person(session, Who.CONTACT, sarah)
    assert found is not None
    assert left_of(session, [name])
    erased = erase(session, found, by=BY)
    assert left_of(session, [name, "9123 4567", "9123-4567", "91234567", EMAIL]) == []
    assert erased.stand_in == found.stand_in
    assert erased.tables.keys() >= {place.table for place in PLACES} - {"member", "team", "paper"} | {"contact"}


def tell(company: Company, told: Telling, text: str, message: int) -> int:
    draft = Draft(chat=1004, message=message, moment=NOON, text=text, telling=told)
    return journal.record(company.session, draft=draft, by=By(company["Anna"], NOON, NOON.time()))


def told_about(company: Company, name: str, customer: str, message: int) -> int:
    """A visit, a promise and a birthday, told in words that call the person by parts of the name."""
    party = Party(customer, customer_of(company, "Anna", customer))
    told = Telling(
        (Entry(Kind.VISIT, party, NOON.date(), f"had tea with {name}", contacts=(name,)),),
        (FollowUp(party, NOON.date(), f"call {name.split(maxsplit=1)[0]}", contacts=(name,)),),
        (Fact(name, Field.BIRTHDAY, "--08-15", Calendar.SOLAR, party),),
    )
    tell(company, told, f"had tea with {name}, {name.split(maxsplit=1)[0]} turns 40 on 15 August", message)
    return newest_contact(company.session)


def newest_contact(session: Session) -> int:
    return list(session.exec(select(ContactRow.id).order_by(col(ContactRow.id))))[-1] or 0


def test_of_two_with_the_same_name_only_the_one_is_erased(session: Session, company: Company) -> None:
    first, second = (told_about(company, "Sarah Lee", at, n) for n, at in enumerate(("Acme", "Globex"), 1))
    found = person(session, Who.CONTACT, first)
    assert found is not None
    assert found.shared
    erase(session, found, by=BY)
    texts = [row.text for row in session.exec(select(TellingRow).order_by(col(TellingRow.id)))]
    assert texts == ["…", "had tea with Sarah Lee, Sarah turns 40 on 15 August"]
    assert [row.name for row in session.exec(select(ContactRow).order_by(col(ContactRow.id)))] == [
        found.stand_in,
        "Sarah Lee",
    ]
    assert [row.contact_id for row in session.exec(select(FactRow))] == [second]


def test_what_was_dealt_stays_under_a_stand_in_and_a_redo_brings_nothing_back(
    session: Session, company: Company
) -> None:
    sarah = told_about(company, "Sarah Lee", "Acme", 1)
    found = person(session, Who.CONTACT, sarah)
    assert found is not None
    erase(session, found, by=BY)
    by = By(company["Anna"], NOON, NOON.time())
    journal.undo(session, telling=1, by=by)
    journal.redo(session, telling=1, by=by)
    told = journal.find(session, 1)
    assert told is not None
    assert [entry.text for entry in told.told.entries if entry] == [f"had tea with {found.stand_in}"]
    assert [plan.action for plan in told.told.follow_ups if plan] == [f"call {found.stand_in}"]
    assert left_of(session, ["Sarah", "08-15", "15 August"]) == []


def test_merged_rows_are_the_same_person(session: Session, company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    kept = contact(company, "Sarah Lee", at=acme)
    gone = contact(company, "S. Li", at=acme, phone=PHONE)
    session.get_one(ContactRow, gone).merged_into_id = kept
    session.flush()
    (found,) = persons_named(session, "s. li")
    assert (found.id, found.ids) == (kept, (kept, gone))
    erase(session, found, by=BY)
    assert left_of(session, ["Sarah", "S. Li", "91234567"]) == []


def test_the_chain_of_the_trail_stays_whole(session: Session, company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    sarah = contact(company, "Sarah Lee", at=acme, phone=PHONE)
    by = Hand(company.members["Anna"], NOON)
    note(session, "contact.changed", Subject("contact", sarah), by, words="birthday:  → --08-15")
    note(session, "customer.merged", Subject("customer", acme), by, words="Acme + Sarah Lee & Co")
    note(session, "customer.seen", Subject("customer", acme), by, words="Acme")
    seal_new(session)
    found = person(session, Who.CONTACT, sarah)
    assert found is not None
    erase(session, found, by=BY)
    assert first_broken(session) == 0
    assert [row.words for row in session.exec(select(EventDetailRow))][:1] == ["Acme"]


def test_updates_that_were_worked_on_are_forgotten_and_others_cleaned(session: Session, company: Company) -> None:
    sarah = contact(company, "Sarah Lee", at=customer_of(company, "Anna", "Acme"))
    for number, state in enumerate(("done", "trouble", "done")):
        text = "Globex" if number == 2 else "Sarah Lee"
        session.add(
            InboxRow(key=str(number), lane=1004, state=state, due_at=NOON, update_id=7, payload=f'{{"text":"{text}"}}')
        )
    session.flush()
    found = person(session, Who.CONTACT, sarah)
    assert found is not None
    erase(session, found, by=BY)
    payloads = [row.payload for row in session.exec(select(InboxRow).order_by(col(InboxRow.id)))]
    assert payloads == [None, f'{{"text":"{found.stand_in}"}}', '{"text":"Globex"}']


def test_a_member_who_is_erased_is_nobody_in_telegram(session: Session, company: Company) -> None:
    told_about(company, "Sarah Lee", "Acme", 1)
    session.add(OutboxRow(key="a", lane=1004, due_at=NOON, kind="help", member_id=company.members["Anna"]))
    session.flush()
    session.get_one(MemberRow, company.members["Anna"]).name = "Anna Arkadyevna"
    plant(session, "Anna Arkadyevna said so to 1004")
    found = person(session, Who.MEMBER, company.members["Anna"])
    assert found is not None
    erase(session, found, by=BY)
    row = session.get_one(MemberRow, found.id)
    assert (row.name, row.telegram_id, row.chat_id, row.active) == (found.stand_in, None, None, False)
    assert left_of(session, ["Anna Arkadyevna", "1004"]) == []
    assert session.exec(select(OutboxRow.state).where(col(OutboxRow.key) == "a")).one() == "withdrawn"


def test_all_about_a_person(session: Session, company: Company) -> None:
    sarah = told_about(company, "Sarah Lee", "Acme", 1)
    told_about(company, "Max Mustermann", "Globex", 2)
    found = person(session, Who.CONTACT, sarah)
    assert found is not None
    rows = all_about(session, found)
    assert {name: len(found) for name, found in rows.items()} == {
        **dict.fromkeys(("contact", "fact", "telling", "telling_revision", "entry", "entry_contact", "follow_up"), 1)
    }
    assert rows["fact"][0]["value"] == "--08-15"


def test_a_name_that_nobody_has(session: Session) -> None:
    assert persons_named(session, "Atlantis") == []
    assert person(session, Who.CONTACT, 99) is None
    assert person(session, Who.MEMBER, 99) is None


def test_every_column_of_words_is_on_the_list_or_excused() -> None:
    listed = {f"{place.table}.{place.column}" for place in PLACES}
    excused = {column for columns in EXCUSED.values() for column in columns}
    worded = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, AutoString | String | JSON)
    }
    assert worded - listed - excused == set(), "on no list: add it to PLACES, or to EXCUSED with a reason"
    assert (listed | excused) - worded == set(), "there is no such column"
    assert listed & excused == set()


def test_files_stand_in_one_table_alone() -> None:
    """A file cannot be looked through, so an erasure removes it."""
    binary = {
        table.name for table in SQLModel.metadata.sorted_tables for c in table.c if isinstance(c.type, LargeBinary)
    }
    assert binary == {"paper"}
