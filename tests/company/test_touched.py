"""The day of the last contact follows what is told: live visits and calls count, attempts and undone ones do not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from sales.drafts import Draft
from sales.kinds import Kind
from sales.people import Member
from sales.tellings import Entry, Party, Source, Telling
from storage.tables.customers import CustomerRow
from storage.told import journal
from tests.reminders.office import MONDAY, REMIND_AT, customer, hire

TODAY = MONDAY.date()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def anna(session: Session) -> Member:
    return hire(session, "Anna")


@pytest.fixture
def acme(session: Session, anna: Member) -> Party:
    return customer(session, anna)


def tell(session: Session, member: Member, *entries: Entry) -> int:
    message = MESSAGES.pop()
    draft = Draft(chat=1, message=message, moment=MONDAY, text="…", telling=Telling(entries))
    return journal.record(session, draft=draft, by=journal.By(member, MONDAY, REMIND_AT))


MESSAGES = list(range(1, 1000))


def amend(session: Session, member: Member, telling: int, *entries: Entry) -> None:
    revision = journal.Revision(Telling(entries), Source.EDIT)
    journal.amend(session, telling=telling, revision=revision, by=journal.By(member, MONDAY, REMIND_AT))


def touched(session: Session, party: Party) -> date | None:
    session.expire_all()
    return session.exec(select(CustomerRow).where(col(CustomerRow.id) == party.id)).one().touched_on


@pytest.mark.parametrize("kind", [Kind.VISIT, Kind.CALL])
def test_a_visit_or_a_call_counts(session: Session, anna: Member, acme: Party, kind: Kind) -> None:
    tell(session, anna, Entry(kind, acme, TODAY))

    assert touched(session, acme) == TODAY


@pytest.mark.parametrize("entry", [Entry(Kind.VISIT, None, TODAY, attempt=True), Entry(Kind.ORDER, None, TODAY)])
def test_nobody_there_and_what_came_by_itself_do_not(session: Session, anna: Member, acme: Party, entry: Entry) -> None:
    tell(session, anna, replace(entry, customer=acme))

    assert touched(session, acme) is None


def test_an_older_visit_told_later_changes_nothing(session: Session, anna: Member, acme: Party) -> None:
    tell(session, anna, Entry(Kind.VISIT, acme, TODAY))
    tell(session, anna, Entry(Kind.CALL, acme, YESTERDAY))

    assert touched(session, acme) == TODAY


def test_what_is_undone_counts_no_more_until_it_is_stored_again(session: Session, anna: Member, acme: Party) -> None:
    tell(session, anna, Entry(Kind.VISIT, acme, YESTERDAY))
    telling = tell(session, anna, Entry(Kind.VISIT, acme, TODAY))
    by = journal.By(anna, MONDAY, REMIND_AT)

    journal.undo(session, telling=telling, by=by)
    assert touched(session, acme) == YESTERDAY

    journal.redo(session, telling=telling, by=by)
    assert touched(session, acme) == TODAY


def test_an_edit_moves_the_contact_to_another_day_or_customer(session: Session, anna: Member, acme: Party) -> None:
    globex = customer(session, anna, "Globex")
    visit = Entry(Kind.VISIT, acme, TODAY)
    telling = tell(session, anna, visit)

    amend(session, anna, telling, replace(visit, on=YESTERDAY))
    assert touched(session, acme) == YESTERDAY

    amend(session, anna, telling, replace(visit, customer=globex))
    assert (touched(session, acme), touched(session, globex)) == (None, TODAY)

    amend(session, anna, telling, replace(visit, customer=globex, kind=Kind.NOTE))
    assert touched(session, globex) is None


def test_the_index_of_names_is_not_built_anew_for_a_visit(session: Session, anna: Member, acme: Party) -> None:
    before = session.exec(select(CustomerRow.version)).one()

    tell(session, anna, Entry(Kind.VISIT, acme, TODAY))

    assert session.exec(select(CustomerRow.version)).one() == before
