"""Who sees which customer: a table of role by customer, and a look at the code that asks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from storage import customer_cards, customers
from storage.store import Store
from storage.tables.customers import CustomerRow
from tests.people.company import Company, customer_of

# Customer: owner, team. What everybody is to see of it follows.
CUSTOMERS = {
    "Acme": ("Anna", None),
    "恒大钢铁": ("小李", None),
    "Globex": ("Max", None),
    "Initech": ("Rita", "West"),
    "Umbrella": ("Boris", None),
    "Nobody's": (None, "East"),
    "Homeless": (None, None),
}
EAST = {"Acme", "恒大钢铁", "Umbrella", "Nobody's"}
SEES = {
    "Ada": set(CUSTOMERS),
    "Carl": set(CUSTOMERS),
    "Dora": set(CUSTOMERS) - {"Homeless"},
    "Boris": EAST,
    "Max": {"Globex", "Initech"},
    "Anna": {"Acme"},
    "小李": {"恒大钢铁"},
    "Rita": {"Initech"},
}


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


@pytest.fixture
def ids(company: Company) -> dict[str, int]:
    return {name: customer_of(company, owner, name, team=team) for name, (owner, team) in CUSTOMERS.items()}


@pytest.mark.parametrize("who", SEES)
def test_everybody_sees_what_is_theirs(session: Session, company: Company, ids: dict[str, int], who: str) -> None:
    member = company[who]
    by_directory = {one.name for one in customers.directory(session, member)}
    by_page = {one.name for one, _ in customer_cards.page(session, member, page=1, size=50).lines}
    by_card = {name for name, id_ in ids.items() if customer_cards.card(session, member, id_)}
    by_id = {name for name, id_ in ids.items() if customers.customer(session, member, id_)}
    by_name = {name for name in ids if customers.by_name(session, member, name)}
    assert by_directory == by_page == by_card == by_id == by_name == SEES[who]


def test_what_was_undone_is_seen_by_nobody(session: Session, company: Company, ids: dict[str, int]) -> None:
    session.get_one(CustomerRow, ids["Acme"]).withdrawn = True
    session.flush()
    assert not any(customers.customer(session, company[who], ids["Acme"]) for who in SEES)


def test_nobody_teaches_names_of_others_customers(session: Session, company: Company, ids: dict[str, int]) -> None:
    now = session.get_one(CustomerRow, ids["Globex"]).changed_at
    assert not customers.learn_alias(session, company["Anna"], customer=ids["Globex"], name="GX", now=now)


STORAGE = Path(customers.__file__).parent
# Functions that read customers for the bot itself, each with the reason why no member stands behind them.
WITHOUT_MEMBER = {"exporting.py": "an operator's command writes everything out"}


@pytest.mark.parametrize("file", ["customers.py", "customer_cards.py"])
def test_every_query_on_customers_takes_a_member(file: str) -> None:
    functions = ast.parse((STORAGE / file).read_text("utf-8")).body
    public = [each for each in functions if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")]
    asking = [each for each in public if "session" in _parameters(each) and each.name != "as_entry"]
    assert asking
    assert [each.name for each in asking if "member" not in _parameters(each)] == []


def _parameters(function: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
