"""Who looks over whose cards, what is drawn and put on record, and who hears of it: on both engines."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from sales.card_reviews import Reason, Verdict
from sales.hands import Hand
from sales.kinds import Category, Kind, Severity
from storage.card_reviews import keeping, views
from storage.card_reviews.entries import latest_of_owner
from storage.card_reviews.sampling import led_nearest
from storage.care import reminders
from storage.care.reminders import Planned
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.tellings import ComplaintRow
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 17, 2, tzinfo=UTC)
TODAY, MONDAY = date(2026, 3, 17), date(2026, 3, 16)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def company(session: Session) -> Company:
    return found_company(session)


@pytest.fixture
def customers(company: Company, session: Session) -> dict[str, int]:
    """Acme and Globex are Anna's A customers, Initech of class B has an alert; Umbrella is 小李's, West is Max's."""
    owners = {"Acme": "Anna", "Globex": "Anna", "Initech": "Anna", "Umbrella": "小李", "West": "Max"}
    found = {name: customer_of(company, owner, name) for name, owner in owners.items()}
    for name in owners:
        session.get_one(CustomerRow, found[name]).grade = "B" if name == "Initech" else "A"
    alert(session, found["Initech"])
    complain(session, company, found["Globex"])
    return found


def alert(session: Session, customer: int) -> None:
    one = Planned(kind="slipping", subject_id=customer, occasion="2026", day=TODAY, due_at=NOW, customer_id=customer)
    reminders.plan(session, [one])
    session.exec(select(ReminderRow)).one().state = "told"
    session.flush()


def complain(session: Session, company: Company, customer: int) -> None:
    row = put_entry(session, company["Anna"].id, (customer, Kind.COMPLAINT), TODAY, NOW, text="pump broken")
    row.category, row.severity = Category.QUALITY, Severity.NORMAL
    session.add(ComplaintRow(entry_id=row.id or 0, customer_id=customer))
    session.flush()


def drawn(company: Company, who: str) -> list[tuple[str, Reason]]:
    keeping.draw(company.session, company[who], TODAY)
    listed = views.week_list(company.session, company[who], MONDAY, 1)
    return [(line.name, line.reason) for line in listed.lines]


def by(company: Company, who: str, now: datetime = NOW) -> Hand:
    return Hand(company[who].id, now)


def test_reps_are_looked_after_by_whoever_leads_them_nearest(company: Company, session: Session) -> None:
    def led(who: str) -> set[str]:
        return {name for name, number in company.members.items() if number in led_nearest(session, company[who])}

    assert led("Boris") == {"Anna", "小李", "Rita"}
    assert led("Max") == {"Rita"}
    assert led("Dora") == {"Ada", "Boris", "Max", "Carl"}
    assert led("Anna") == set()


@pytest.mark.usefixtures("customers")
def test_the_gravest_first_and_nobody_elses(company: Company) -> None:
    assert drawn(company, "Boris") == [
        ("Globex", Reason.COMPLAINT),
        ("Initech", Reason.ALERT),
        ("Acme", Reason.TURN),
        ("Umbrella", Reason.TURN),
    ]
    assert drawn(company, "Dora") == [("West", Reason.TURN)]
    assert drawn(company, "Ada") == []


def test_what_was_drawn_stays_for_the_week(company: Company, session: Session, customers: dict[str, int]) -> None:
    first = drawn(company, "Boris")
    session.get_one(CustomerRow, customers["Acme"]).grade = "C"
    assert drawn(company, "Boris") == first
    session.get_one(CustomerRow, customers["Acme"]).withdrawn = True
    assert drawn(company, "Boris") == [line for line in first if line[0] != "Acme"]


def test_what_is_good_is_on_record_and_its_owner_hears_of_it(
    company: Company, session: Session, customers: dict[str, int]
) -> None:
    drawn(company, "Boris")
    rows = {row.customer_id: row.id or 0 for row in keeping.of_week(session, company["Boris"].id, MONDAY)}
    globex, acme = rows[customers["Globex"]], rows[customers["Acme"]]
    keeping.note_good(session, globex, by(company, "Boris"))
    keeping.note_good(session, acme, by(company, "Boris", NOW + MINUTE))
    assert views.tally(session, company["Boris"], MONDAY) == (2, 4)
    assert views.next_open(session, company["Boris"], MONDAY, globex) == rows[customers["Initech"]]
    heard = views.news(session, company["Anna"], company["Boris"].id, NOW, NOW + 10 * MINUTE)
    assert heard is not None
    assert (heard.by, sorted(heard.names)) == ("Boris", ["Acme", "Globex"])
    assert views.news(session, company["小李"], company["Boris"].id, NOW, NOW + 10 * MINUTE) is None
    assert views.news(session, company["Anna"], company["Boris"].id, NOW + MINUTE, NOW + 2 * MINUTE) is not None
    assert views.review_card(session, company["Max"], globex) is None


def test_a_week_later_it_is_said_who_looked(company: Company, session: Session, customers: dict[str, int]) -> None:
    drawn(company, "Boris")
    row = keeping.of_week(session, company["Boris"].id, MONDAY)[0]
    keeping.note_good(session, row.id or 0, by(company, "Boris"))
    keeping.draw(session, company["Boris"], TODAY + timedelta(days=7))
    again = next(
        one
        for one in keeping.of_week(session, company["Boris"].id, MONDAY + timedelta(days=7))
        if one.customer_id == customers["Globex"]
    )
    shown = views.review_card(session, company["Boris"], again.id or 0)
    assert shown is not None
    assert (shown.seen, shown.seen_by, shown.line.verdict) == (MONDAY, "Boris", None)
    assert [words for _, words in shown.complaints] == ["pump broken"]


def test_a_question_stands_under_what_the_rep_told_or_by_itself(
    company: Company, session: Session, customers: dict[str, int]
) -> None:
    drawn(company, "Boris")
    rows = {row.customer_id: row for row in keeping.of_week(session, company["Boris"].id, MONDAY)}
    assert latest_of_owner(session, company["Boris"], rows[customers["Globex"]]) is not None
    acme = rows[customers["Acme"]]
    assert latest_of_owner(session, company["Boris"], acme) is None
    keeping.note_question(session, acme.id or 0, "Who decides there?", by(company, "Boris"))
    assert acme.verdict == Verdict.ASKED
    assert keeping.asked_of(session, company["小李"].id, acme.id or 0) is None
    assert views.card_question(session, company["Max"], acme.id or 0) is None
    assert keeping.asked_of(session, company["Anna"].id, acme.id or 0) is not None
    keeping.note_answer(session, acme.id or 0, "Sarah Lee")
    heard = views.card_question(session, company["Boris"], acme.id or 0)
    assert heard is not None
    assert (heard.question, heard.answered_by, heard.answer) == ("Who decides there?", "Anna", "Sarah Lee")
