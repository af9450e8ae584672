"""What is known: set by hand, told, confirmed and taken back; the rows show the newest of it."""

from datetime import date, time, timedelta

import pytest
from sqlmodel import col, select

from sales.drafts import Draft
from sales.field_values import Refusal
from sales.fields import FieldKind
from sales.hands import Hand
from sales.kinds import Calendar, Kind
from sales.known import About, Statement
from sales.tellings import Entry, Fact, Party, Source, Telling
from storage.cards import custom_fields, facts
from storage.cards.known_facts import known
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.events import EventDetailRow
from storage.tables.facts import FactRow
from storage.told import journal
from storage.told.journal import By
from tests.people.company import NOON, Company, customer_of

DAY = timedelta(days=1)


class Acme:
    """A customer with one person."""

    def __init__(self, company: Company) -> None:
        self.company, self.session = company, company.session
        self.about = About(customer_of(company, "Anna", "Acme"))
        person = ContactRow(customer_id=self.about.customer, name="S. Lee")
        self.session.add(person)
        self.session.flush()
        self.person = About(self.about.customer, person.id)

    def set(self, field: str, value: str, *, days: int = 0, person: bool = False) -> int | None:
        of = self.person if person else self.about
        return facts.set_fact(self.session, Statement(field, value), of=of, by=self.hand(days))

    def hand(self, days: int = 0) -> Hand:
        return Hand(self.company.members["Anna"], NOON + days * DAY)

    def values(self, field: str, *, person: bool = False) -> list[str]:
        of = self.person if person else self.about
        return [fact.value for fact in known(self.session, of) if fact.field == field]

    @property
    def row(self) -> CustomerRow:
        return self.session.get_one(CustomerRow, self.about.customer)

    @property
    def contact(self) -> ContactRow:
        return self.session.get_one(ContactRow, self.person.contact)


@pytest.fixture
def acme(company: Company) -> Acme:
    return Acme(company)


def test_of_a_field_with_one_value_the_newest_counts_and_stands_on_the_row(acme: Acme) -> None:
    acme.set("grade", "B")
    acme.set("grade", "a", days=1)
    assert acme.values("grade") == ["A"]
    assert acme.row.grade == "A"


def test_what_is_taken_back_gives_way_to_what_was_before(acme: Acme) -> None:
    acme.set("grade", "B")
    newer = acme.set("grade", "A", days=1)
    assert newer
    assert facts.turn(acme.session, newer, live=False, by=acme.hand(2))
    assert acme.row.grade == "B"
    assert not facts.turn(acme.session, newer, live=False, by=acme.hand(2))
    assert facts.turn(acme.session, newer, live=True, by=acme.hand(3))
    assert acme.row.grade == "A"


def test_what_only_stood_on_the_row_comes_back(acme: Acme) -> None:
    acme.row.stage = "active"
    newer = acme.set("stage", "lost")
    assert newer
    facts.turn(acme.session, newer, live=False, by=acme.hand())
    assert acme.row.stage == "active"


def test_an_empty_value_says_that_nothing_is_known_any_more(acme: Acme) -> None:
    acme.set("grade", "B")
    emptied = acme.set("grade", "", days=1)
    assert acme.values("grade") == []
    assert [acme.row.grade] == [None]
    assert emptied
    facts.turn(acme.session, emptied, live=False, by=acme.hand())
    assert acme.row.grade == "B"
    assert acme.set("industry", "") is None


def test_several_numbers_stand_beside_each_other_and_the_newest_is_on_the_row(acme: Acme) -> None:
    acme.set("phone", "+6565550123", person=True)
    mobile = acme.set("phone", "+6591234567", days=1, person=True)
    assert acme.values("phone", person=True) == ["+6591234567", "+6565550123"]
    assert acme.contact.phone == "+6591234567"
    assert mobile
    facts.turn(acme.session, mobile, live=False, by=acme.hand())
    assert acme.contact.phone == "+6565550123"


def test_the_same_again_is_a_confirmation(acme: Acme) -> None:
    acme.set("credit_limit", "5000000 SGD")
    assert acme.set("credit_limit", "5000000 SGD", days=9) is None
    [fact] = known(acme.session, acme.about)
    assert fact.fresh_at == NOON + 9 * DAY
    assert facts.confirm(acme.session, "credit_limit", of=acme.about, by=acme.hand(10))
    assert not facts.confirm(acme.session, "industry", of=acme.about, by=acme.hand(10))


@pytest.mark.parametrize(
    ("field", "value", "refusal"),
    [
        ("grade", "D", Refusal.NO_CHOICE),
        ("budget", "a lot", Refusal.NO_MONEY),
        ("payment_terms", "soon", Refusal.NO_DAYS),
        ("place", "91,100", Refusal.NO_PLACE),
        ("industry", "x" * 501, Refusal.TOO_LONG),
        ("name", "", Refusal.EMPTY),
        ("tags", "", Refusal.EMPTY),
    ],
)
def test_what_is_no_value_is_refused(acme: Acme, field: str, value: str, refusal: Refusal) -> None:
    with pytest.raises(facts.NoValueError) as refused:
        acme.set(field, value)
    assert refused.value.refusal is refusal
    assert not known(acme.session, acme.about)


def test_a_field_that_nobody_knows_is_refused(acme: Acme) -> None:
    with pytest.raises(facts.NoFieldError):
        acme.set("colour", "red")


def test_a_name_can_be_changed_and_taken_back(acme: Acme) -> None:
    newer = acme.set("name", "Acme Tools <Pte> 'Ltd' \N{HAMMER AND WRENCH}")
    assert acme.row.name == "Acme Tools <Pte> 'Ltd' \N{HAMMER AND WRENCH}"
    assert newer
    facts.turn(acme.session, newer, live=False, by=acme.hand())
    assert acme.row.name == "Acme"


def test_a_change_by_hand_is_on_the_trail(acme: Acme) -> None:
    acme.set("grade", "B")
    acme.set("grade", "A")
    words = acme.session.exec(select(EventDetailRow.words).order_by(col(EventDetailRow.event_id))).all()
    assert words == ["grade:  → B", "grade: B → A"]


def test_no_greetings_please(acme: Acme) -> None:
    no = acme.set("greetings", "no", person=True)
    assert acme.contact.greetings is False
    assert no
    facts.turn(acme.session, no, live=False, by=acme.hand())
    assert acme.contact.greetings is True


def test_an_own_field_of_the_company(acme: Acme) -> None:
    assert custom_fields.add_field(acme.session, label="Fleet  size", kind=FieldKind.NUMBER)
    assert not custom_fields.add_field(acme.session, label="fleet size", kind=FieldKind.TEXT)
    acme.set("own:fleet size", "about 12 lorries")
    assert acme.values("own:fleet size") == ["12"]
    assert custom_fields.retire_field(acme.session, name="own:fleet size")
    assert not custom_fields.retire_field(acme.session, name="own:fleet size")
    assert custom_fields.custom_fields(acme.session) == ()
    assert acme.values("own:fleet size") == ["12"]


def tell(acme: Acme, message: int, *told: Fact, days: int = 0) -> int:
    draft = Draft(chat=1004, message=message, moment=NOON + days * DAY, text="…", telling=Telling(facts=told))
    return journal.record(acme.session, draft=draft, by=By(acme.company["Anna"], NOON + days * DAY, time(9)))


def test_numbers_told_are_canonical_and_undone_with_their_message(acme: Acme) -> None:
    party = Party("Acme", acme.about.customer)
    tell(acme, 1, Fact("S. Lee", "phone", "13800138000", customer=party))
    telling = tell(acme, 2, Fact("S. Lee", "phone", "+65 9123 4567", customer=party), days=1)
    assert acme.values("phone", person=True) == ["+6591234567", "+8613800138000"]
    journal.undo(acme.session, telling=telling, by=By(acme.company["Anna"], NOON, time(9)))
    assert acme.contact.phone == "+8613800138000"


def test_what_is_no_number_is_kept_as_it_was_told(acme: Acme) -> None:
    tell(acme, 1, Fact("S. Lee", "phone", "ext 12", customer=Party("Acme", acme.about.customer)))
    assert acme.contact.phone == "ext 12"


def test_what_is_told_of_the_customer_itself_stands_on_its_row(acme: Acme) -> None:
    telling = tell(acme, 1, Fact("", "grade", "A", customer=Party("Acme", acme.about.customer)))
    assert acme.row.grade == "A"
    journal.undo(acme.session, telling=telling, by=By(acme.company["Anna"], NOON, time(9)))
    assert acme.row.grade is None


def test_a_field_set_by_hand_beats_the_old_message_that_is_read_again(acme: Acme) -> None:
    party = Party("Acme", acme.about.customer)
    telling = tell(acme, 1, Fact("S. Lee", "birthday", "--03-12", Calendar.SOLAR, party))
    acme.set("birthday", "1980-04-12", days=1, person=True)
    again = Telling(
        (Entry(Kind.VISIT, party, date(2026, 3, 2)),), (), (Fact("S. Lee", "birthday", "--05-01", None, party),)
    )
    by = By(acme.company["Anna"], NOON + 2 * DAY, time(9))
    journal.amend(acme.session, telling=telling, revision=journal.Revision(again, Source.EDIT), by=by)
    assert acme.contact.birthday == "1980-04-12"
    assert acme.session.exec(select(FactRow).where(col(FactRow.live))).all()
