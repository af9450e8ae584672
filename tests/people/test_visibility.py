"""Who sees which customer: a table of role by customer, and a look at the code that asks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from storage.cards import customer_cards, customer_list, customers, directory, names
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
    by_directory = {one.name for one in directory.directory(session, member)}
    by_page = {one.name for one, _ in customer_list.page(session, member, page=1, size=50).lines}
    by_card = {name for name, id_ in ids.items() if customer_cards.card(session, member, id_)}
    by_id = {name for name, id_ in ids.items() if customers.customer(session, member, id_)}
    by_name = {name for name in ids if names.by_name(session, member, name)}
    assert by_directory == by_page == by_card == by_id == by_name == SEES[who]


def test_what_was_undone_is_seen_by_nobody(session: Session, company: Company, ids: dict[str, int]) -> None:
    session.get_one(CustomerRow, ids["Acme"]).withdrawn = True
    session.flush()
    assert not any(customers.customer(session, company[who], ids["Acme"]) for who in SEES)


def test_nobody_teaches_names_of_others_customers(session: Session, company: Company, ids: dict[str, int]) -> None:
    assert not names.learn_alias(session, company["Anna"], customer=ids["Globex"], name="GX")


STORAGE = Path(customers.__file__).parents[1]
ROWS = {"CustomerRow", "AliasRow", "ContactRow", "EntryRow", "FollowUpRow", "ComplaintRow"}
RULE = {"visible", "entry_visible", "claimable", "seen_of", "whose"}
SOMEBODY = {"member", "viewer", "reader", "teller", "by"}
# What reads such rows without anybody who looks, each with the reason why that shows nothing to the wrong person.
WITHOUT_MEMBER = {
    "exporting": "an operator's command writes everything out",
    "alerts.telling_of": "leads from a button, whose right is checked, to the telling",
    "alerts.place_of": "leads from a button to what its right is checked for",
    "alerts.holder": "the name of a colleague",
    "steps": "takes a step that a button's right is checked for; the demo closes its own history",
    "joining": "open complaints of a customer that the caller may see",
    "items_bought": "of a customer whose reminder or line the caller has found",
    "open_there": "of a customer whose reminder or line the caller has found",
    "reminding": "plans reminders, each of which is read by whom it is meant for",
    "raising": "goes up to those who manage whoever holds it",
    "candidates": "proposes visits to the owners of the customers",
    "promised": "what members promised at customers, for their own plans",
    "reading.visited": "of customers on a plan that the caller has read",
    "standing.wanted": "plans reminders, each of which is read by whom it is meant for",
    "standing.settle": "brings a row that the caller has found in line with its steps",
    "standing.gravest": "of rows that the caller has found",
    "standing.joined": "of rows that the caller has found",
    "standing.working_time_of": "of a row that the caller has found",
    "told.project_complaints": "puts on record what a member told",
    "answered.project_answers": "puts on record what a member told",
    "complaints": "reads for reminders, each of which is read by whom it is meant for",
    "echoes.echo_of": "of a telling that the caller may see",
    "echoes.echo": "of a telling that the caller may see",
    "followups.told": "of a row that the caller has found",
    "followups.replan": "a member's own",
    "living": "leads from a merged customer to the one that it lives on in",
    "holdings": "of a row that the caller has found",
    "merging": "of two rows of which a button's right is checked",
    "company_names": "an index that is asked for near-same names only; what it finds is looked up for a member",
    "previews": "of two rows of which the member sees both",
    "rulings": "between two who met; each is told what they may know",
    "ruling_views": "between two who met; each is told what they may know",
    "undoing": "takes back what a button's right is checked for",
    "parties": "puts on record what a member told",
    "views.entry_at": "for those who lead its teller, or for whom a comment is meant; the caller looks",
    "history.as_entry": "of a row that the caller has found",
    "history.latest": "of a customer that the caller has found",
    "history.entries_of": "of rows that the caller has found",
    "people_there.first_of": "of a customer that the caller has found",
    "names.aliases_of": "of a row that the caller has found",
    "persons.is_at": "of a customer that the caller may change",
    "agreements": "of what the caller may see",
    "questions.question": "of a telling that the caller may see",
    "questions.ended": "of a telling that the caller may see",
    "shown_columns": "shows on rows what the caller writes",
    "handover_views.pack_lines": "of a hand-over, whose right is checked",
    "handovers.going": "of a hand-over, whose right is checked",
    "handovers.customers": "of a hand-over, whose right is checked",
    "handed.complaints_of": "of a hand-over, whose right is checked",
    "handed.gone": "names a customer of whom the member was told, and with whom it is by now",
    "handed.customer_of": "of a reminder in the member's own chat; says only with whom the customer is by now",
    "pool.line": "of the pool, or claimed from it a moment ago",
    "pool.lines": "of rows that the caller has found",
    "pool_rounds.news": "to the owner and the managers of what returns to the pool",
    "told_deals.project_deals": "puts on record what a member told",
    "logs.customers_of": "of a member's own log",
    "sheets.sheet": "of a customer that the caller has found",
    "cards.cards": "the rows that a list, sent by somebody who may, is compared with",
    "cards.write": "puts a list on record",
    "due_followups.count_as_told": "rows that the caller has found",
    "persons.persons_named": "for administrators, and the operator's command",
    "ties.ties_of": "for administrators, and the operator's command",
    "names.customer_name": "of a telling that the caller may see",
    "planning/": "plans for whoever owns the customer when it is due",
    "about/": "of a reminder that the caller has found",
    "touched.settle_touched": "settles reminders of what was just told",
    "rezoning.replan": "a member's own",
    "due_followups.of_the_day": "a member's own",
    "unreached": "of people out of reach, for those who lead them",
    "work.silent": "of reps whom the reader leads: who told anything at all",
    "followups.roll_over": "counts on rows that the caller has found",
    "views.line_view": "of a reminder that the caller has found",
    "followups.keep": "changes what a button, whose right is checked, acts on",
    "recurring": "moves what comes again on to its next day",
    "giving.find_given": "asks whether it was given to the member",
    "giving.hands": "changes what the caller has found",
    "other_names.is_called": "of a customer that the caller may change",
    "finding.known": "for administrators",
    "resembling.problems": "near-same rows of a list; those of others are told without their names",
}


def test_every_query_on_customers_takes_somebody_who_looks() -> None:
    asking = {
        (f"{file.stem}.{function.name}", file.stem, f"{file.parent.name}/")
        for file in STORAGE.rglob("*.py")
        for function in ast.parse(file.read_text("utf-8")).body
        if isinstance(function, ast.FunctionDef) and _asks_for_anybody(function)
    }
    assert {name for name, *wider in asking if not {name, *wider} & WITHOUT_MEMBER.keys()} == set()


def _asks_for_anybody(function: ast.FunctionDef) -> bool:
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    public = not function.name.startswith("_") and "session" in _parameters(function)
    return public and bool(names & ROWS) and not _parameters(function) & SOMEBODY


# Functions that look for customers for a member without the rule at hand, and why that is right.
CARRIED_ELSEWHERE = {
    "parties._new_customer": "makes the member's own",
    "absence_views.news": "to whoever stands in, whose the customers are meanwhile",
    "audit_page._within": "events; the names of their customers are asked for in _may_read",
    "audit_page._on_theirs": "events; the names of their customers are asked for in _may_read",
    "audit_page._name": "asks in _may_read",
    "pool.claim": "what may_claim has found",
    "team_changes.move": "takes a member's customers along to another team",
    "board.board_of": "asks in _shown",
    "board._count": "asks in _shown",
    "causes._count": "asks in _real",
    "causes._by": "asks in _real",
    "previews.merged": "asks in _seen",
    "previews.recent": "asks in _seen",
    "ruling_views.for_owner": "tells the owner of their own customer",
    "standing.standing": "asks in _standing",
    "looking_through.looked_through": "asks in holds",
    "picking.customers_of": "asks in holds",
    "picking.page": "asks in holds",
    "picking._count": "asks in holds",
    "sheets.customers": "asks in _ids",
    "sheets.contacts": "asks in _ids",
    "all_about.owned_by": "a count, for administrators",
    "agenda._unseen": "the member's own",
    "reports.wrap": "the member's own follow-ups",
    "reports.report": "what the member told themselves",
    "reports._next": "the member's own follow-ups",
    "figures.cards_of_class": "asks in _cards",
    "figures.cards_of_owners": "asks in _cards",
    "sampling._complained": "asks in _theirs",
    "sampling._alerted": "asks in _theirs",
    "festive.keepers": "the member's own",
    "unreached.unreached": "of somebody whom the reader leads",
    "coming.coming": "what is meant for the member",
    "coming.coming_line": "of a reminder that is meant for the member",
    "coming._follow_ups": "the member's own",
    "coming._reminders": "what is meant for the member",
    "coming._paused": "the member's own",
    "agenda_lines.of": "reminders that are meant for the member",
    "views.care_view": "of a reminder that is meant for the reader: find() asks",
}


def test_every_function_that_looks_for_customers_carries_the_rule() -> None:
    looking = {
        f"{file.stem}.{function.name}"
        for file in STORAGE.rglob("*.py")
        if file.stem != "visibility"
        for function in ast.parse(file.read_text("utf-8")).body
        if isinstance(function, ast.FunctionDef) and _looks_without_the_rule(function)
    }
    assert looking == CARRIED_ELSEWHERE.keys()


def _looks_without_the_rule(function: ast.FunctionDef) -> bool:
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    somebody = _parameters(function) & {"member", "viewer", "reader"}
    return bool(somebody) and "CustomerRow" in names and not names & RULE


def _parameters(function: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
