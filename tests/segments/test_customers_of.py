"""Which customers each condition finds, on both databases, and that nobody finds what they may not see."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlmodel import Session

from sales.drafts import Draft
from sales.fields import FieldKind
from sales.hands import Hand
from sales.kinds import Category, Kind, Severity
from sales.known import About, Statement
from sales.segments import Bought, Chosen, Condition, Deed, Done, Has, Lacks, Risk, Segment, Side, Sign, Silent, Unlike
from sales.since import Ever, From, Stretch, This, Within
from sales.tellings import Entry, Party, Source, Telling
from storage.cards.custom_fields import add_field
from storage.cards.facts import set_fact
from storage.segments.picking import customers_of, page
from storage.segments.vocabulary import vocabulary
from storage.store import Store
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.dealings import ReceivableRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow
from storage.told import journal
from storage.told.journal import By
from tests.people.company import NOON, Company, customer_of, found_company

TODAY = date(2026, 3, 10)
ROWS = {
    # Name: owner, class, region, last visit, last call, last order; all of them days ago.
    "Acme": ("Anna", "A", "Jiangsu", 20, 3, 70),
    "Bolt": ("Anna", "A", "苏州市", 5, None, 10),
    "Cobalt": ("Anna", "B", "江苏省", None, 40, None),
    "Delta": ("Anna", None, "Berlin", 400, None, 400),
    "Echo": ("小李", "A", "Jiangsu", None, None, None),
}


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


@pytest.fixture
def company(session: Session) -> Company:
    return found_company(session)


@pytest.fixture
def ids(session: Session, company: Company) -> dict[str, int]:
    made = {name: customer_of(company, owner, name) for name, (owner, *_) in ROWS.items()}
    for name, (_, grade, region, *days) in ROWS.items():
        said(session, made[name], "region", region)
        session.get_one(CustomerRow, made[name]).grade = grade
        visit, call, order = (TODAY - timedelta(days=ago) if ago else None for ago in days)
        session.add(
            CustomerFiguresRow(
                customer_id=made[name], last_visit=visit, last_call=call, last_order=order, currency="CNY"
            )
        )
    session.flush()
    return made


def said(session: Session, customer: int, field: str, value: str) -> None:
    set_fact(session, said=Statement(field, value, None, Source.BUTTON), of=About(customer), by=Hand(None, NOON))


def found(session: Session, company: Company, *conditions: Condition, who: str = "Anna") -> str:
    """The first letters of their names."""
    numbers = customers_of(session, company[who], Segment(conditions), TODAY)
    return "".join(sorted(session.get_one(CustomerRow, number).name[0] for number in numbers))


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize(
    ("condition", "letters"),
    [
        (Chosen("grade", ("A",)), "AB"),
        (Chosen("grade", ("A", "B")), "ABC"),
        (Unlike("grade", ("A",)), "CD"),
        (Chosen("region", ("Jiangsu",)), "ABC"),
        (Chosen("region", ("江苏",)), "ABC"),
        (Chosen("region", ("Suzhou",)), "B"),
        (Chosen("region", ("East China",)), "ABC"),
        (Chosen("region", ("berlin",)), "D"),
        (Chosen("region", ("Zhejiang",)), ""),
        (Unlike("region", ("Jiangsu",)), "D"),
        (Silent(Deed.VISIT, This(Stretch.MONTH)), "ACD"),
        (Silent(Deed.VISIT, Within(30)), "CD"),
        (Silent(Deed.VISIT, Ever()), "C"),
        (Silent(Deed.CONTACT, Within(30)), "CD"),
        (Silent(Deed.ORDER, From(date(2026, 1, 1))), "ACD"),
        (Done(Deed.VISIT, This(Stretch.MONTH)), "B"),
        (Done(Deed.VISIT, This(Stretch.QUARTER)), "AB"),
        (Done(Deed.CALL, Ever()), "AC"),
        (Done(Deed.ORDER, Within(10)), "B"),
        (Chosen("stage", ("prospect",)), "ABCD"),
    ],
    ids=str,
)
def test_a_condition(session: Session, company: Company, condition: Condition, letters: str) -> None:
    assert found(session, company, condition) == letters


@pytest.mark.usefixtures("ids")
def test_all_conditions_hold(session: Session, company: Company) -> None:
    three = Chosen("grade", ("A",)), Chosen("region", ("Jiangsu",)), Silent(Deed.VISIT, This(Stretch.MONTH))
    assert found(session, company, *three) == "A"
    assert found(session, company, *three, who="Boris") == "AE"
    assert found(session, company, *three, who="Max") == ""
    assert found(session, company) == "ABCD"


def test_the_newest_word_on_a_field_counts_and_of_tags_each(
    session: Session, company: Company, ids: dict[str, int]
) -> None:
    said(session, ids["Acme"], "region", "Berlin")
    assert found(session, company, Chosen("region", ("Jiangsu",))) == "BC"
    for tag in ("VIP", "Expo"):
        said(session, ids["Acme"], "tags", tag)
    assert found(session, company, Chosen("tags", ("vip",))) == "A"
    assert found(session, company, Unlike("tags", ("Expo",))) == "BCD"


def test_fields_that_an_admin_added(session: Session, company: Company, ids: dict[str, int]) -> None:
    add_field(session, label="Tier", kind=FieldKind.CHOICE, choices=("gold", "silver"))
    said(session, ids["Bolt"], "own:tier", "gold")
    assert found(session, company, Chosen("own:tier", ("gold",))) == "B"
    assert found(session, company, Unlike("own:tier", ("gold",))) == "ACD"
    known = vocabulary(session, company["Anna"])
    assert known.values["own:tier"] == ("gold",)
    assert "own:tier" not in vocabulary(session, company["Max"]).values


def test_scores_of_the_night(session: Session, company: Company, ids: dict[str, int]) -> None:
    for name, value, lost, recency in (("Acme", 6_000_000, 0.8, 1), ("Bolt", 100, 0.2, 5)):
        session.add(
            CustomerScoreRow(
                customer_id=ids[name],
                scored_on=TODAY,
                currency="CNY",
                value_minor=value,
                lost=lost,
                recency=recency,
                frequency=5,
                monetary=4,
            )
        )
    session.flush()
    assert found(session, company, Bought(Side.MORE, 6_000_000, "CNY")) == "A"
    assert found(session, company, Bought(Side.LESS, 6_000_000, "CNY")) == "BCD"
    assert found(session, company, Risk(80)) == "A"
    assert found(session, company, Chosen("rfm", ("cant_lose",))) == "A"
    assert found(session, company, Chosen("rfm", ("champions",))) == "B"
    assert found(session, company, Unlike("rfm", ("champions",))) == "ACD"


def test_debts_complaints_and_birthdays(session: Session, company: Company, ids: dict[str, int]) -> None:
    for name, due in (("Acme", TODAY - timedelta(days=1)), ("Bolt", TODAY)):
        session.add(ReceivableRow(customer_id=ids[name], number="1", due_day=due, open_minor=5, currency="CNY"))
    for name, birthday, calendar in (
        ("Bolt", "1980-03-31", None),
        ("Cobalt", "--02-01", "lunar"),
        ("Delta", "--04-01", None),
    ):
        session.add(ContactRow(customer_id=ids[name], name=f"Lee {name}", birthday=birthday, calendar=calendar))
    complaint = Entry(
        Kind.COMPLAINT,
        Party("Delta", ids["Delta"]),
        TODAY,
        "late",
        category=Category.DELIVERY,
        severity=Severity.NORMAL,
    )
    draft = Draft(chat=1, message=1, moment=NOON, text="late", telling=Telling((complaint,)))
    journal.record(session, draft=draft, by=By(company["Anna"], NOON, NOON.time()))
    session.flush()
    assert found(session, company, Has(Sign.OVERDUE)) == "A"
    assert found(session, company, Lacks(Sign.OVERDUE)) == "BCD"
    assert found(session, company, Has(Sign.BIRTHDAY)) == "BC"
    assert found(session, company, Has(Sign.COMPLAINT)) == "D"
    assert found(session, company, Lacks(Sign.COMPLAINT)) == "ABC"


@pytest.mark.usefixtures("ids")
def test_owners_and_teams_and_who_has_left(session: Session, company: Company) -> None:
    anna, south = company.members["Anna"], company.teams["South"]
    assert found(session, company, Chosen("owner", (str(anna),)), who="Ada") == "ABCD"
    assert found(session, company, Unlike("owner", (str(anna),)), who="Ada") == "E"
    assert found(session, company, Chosen("team", (str(south),)), who="Ada") == "E"
    assert found(session, company, Chosen("owner", ("9999",)), who="Ada") == ""


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize(
    "condition", [Risk(1), Lacks(Sign.OVERDUE), Silent(Deed.ORDER, Ever()), Silent(Deed.VISIT, Ever())]
)
def test_no_condition_tells_what_the_card_hides(session: Session, company: Company, condition: Condition) -> None:
    """Customer care sees every name, complaint and birthday, but no visits and no money."""
    assert found(session, company, who="Carl") == "ABCDE"
    assert found(session, company, Lacks(Sign.COMPLAINT), who="Carl") == "ABCDE"
    assert found(session, company, condition, who="Carl") == ""


@pytest.mark.usefixtures("ids")
def test_the_page_counts_all_and_blames_what_leaves_nobody(session: Session, company: Company) -> None:
    shown = page(session, company["Anna"], Segment((Chosen("grade", ("A", "B")),)), TODAY, 2)
    assert (shown.total, [customer.name for customer, _ in shown.lines]) == (3, ["Acme", "Bolt"])
    empty = Segment((Chosen("grade", ("B",)), Chosen("region", ("Suzhou",))))
    assert page(session, company["Anna"], empty, TODAY, 2).blamed == ((0, 1), (1, 1))
    nobody = Segment((Chosen("grade", ("C",)), Chosen("region", ("Zhejiang",))))
    assert page(session, company["Anna"], nobody, TODAY, 2).blamed == ()
