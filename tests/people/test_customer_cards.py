"""What a customer's card and the list show after some messages."""

from datetime import date, time

from sqlmodel import Session

from sales.drafts import Draft
from sales.kinds import Calendar, Category, Field, Kind, Severity
from sales.money import Money
from sales.tellings import Entry, Fact, FollowUp, Item, Party, Telling
from sales.views import AgendaLine, Last
from storage.cards import customer_cards, customer_list, customers
from storage.told import journal
from storage.told.journal import By
from tests.people.company import NOON, Company, customer_of


def tell(company: Company, message: int, told: Telling) -> int:
    draft = Draft(chat=1004, message=message, moment=NOON, text="…", telling=told)
    return journal.record(company.session, draft=draft, by=By(company["Anna"], NOON, time(9)))


def test_a_card_with_a_history(session: Session, company: Company) -> None:
    acme = Party("Acme", customer_of(company, "Anna", "Acme"))
    visit = Entry(Kind.VISIT, acme, date(2026, 3, 1), "met her", contacts=("Sarah Lee",))
    order = Entry(
        Kind.ORDER, acme, date(2026, 2, 1), "12 boxes", amount=Money(34000, "USD"), items=(Item("box", "12", None),)
    )
    late = Entry(Kind.COMPLAINT, acme, date(2026, 3, 2), "late", category=Category.DELIVERY, severity=Severity.NORMAL)
    birthday = Fact("Sarah Lee", Field.BIRTHDAY, "--08-15", Calendar.LUNAR, acme)
    tell(company, 1, Telling((visit, order), (FollowUp(acme, date(2026, 3, 6), "send a quote"),), (birthday,)))
    undone = tell(company, 2, Telling((Entry(Kind.NOTE, acme, date(2026, 3, 2), "wrong"),)))
    tell(company, 3, Telling((late,)))
    journal.undo(session, telling=undone, by=By(company["Anna"], NOON, time(9)))

    card = customer_cards.card(session, company["Boris"], acme.id or 0)
    assert card is not None
    assert card.entries == (late, visit, order)
    assert [(one.name, one.birthday, one.calendar) for one in card.contacts] == [
        ("Sarah Lee", "--08-15", Calendar.LUNAR)
    ]
    assert card.open == (AgendaLine(1, "Acme", "send a quote", date(2026, 3, 6)),)
    assert card.complaints == 1
    (line,) = customer_list.page(session, company["Anna"], page=1, size=5).lines
    assert line[1] == Last(Kind.COMPLAINT, date(2026, 3, 2), "late")


def test_a_card_holds_the_latest_five(session: Session, company: Company) -> None:
    acme = Party("Acme", customer_of(company, "Anna", "Acme"))
    for day in range(1, 9):
        tell(company, day, Telling((Entry(Kind.CALL, acme, date(2026, 2, day), str(day)),)))
    card = customer_cards.card(session, company["Anna"], acme.id or 0)
    assert card is not None
    assert [entry.text for entry in card.entries] == ["8", "7", "6", "5", "4"]


def test_a_customer_as_a_telling_names_it(session: Session, company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    assert customers.party(session, member=company["Anna"], customer=acme) == Party("Acme", acme)
    assert customers.party(session, member=company["Max"], customer=acme) is None
