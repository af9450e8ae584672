"""Role x row, role x button x row, role x command: what is seen and done against a table written by hand."""

import pytest
from sqlmodel import Session, col, select

from handlers.rights import may_command, may_press
from sales.actions import ACTIONS, Right
from sales.commands import COMMANDS
from sales.rights import Part, ties_of
from storage.cards import birthdays, customer_cards, customer_list, customers, directory, history, people_there
from storage.cards.visibility import claimable, entry_visible, seen_of, visible, whose
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow
from tests.people.company import NOON, Company
from tests.people.desks import desk
from tests.rights.world import LETTER, NAMES, ROWS, World


@pytest.fixture
def world(kept_world: World) -> World:
    return kept_world


@pytest.fixture
def company(world: World) -> Company:
    return world.company


@pytest.fixture
def session(company: Company) -> Session:
    return company.session


EVERYBODY = pytest.mark.parametrize("who", LETTER)
CARE = {"name", "contacts", "birthdays", "complaints"}


def parts_expected(letter: str) -> set[str]:
    return {"A": {part.value for part in Part}, "C": CARE, "-": set()}[letter]


@EVERYBODY
def test_the_parts_of_every_row(session: Session, world: World, who: str) -> None:
    """The rule as a function, and the same rule as the database reads it."""
    member = world.company[who]
    rows = {row: session.get_one(CustomerRow, key) for row, key in world.customers.items()}
    assert {row: set(seen_of(member, found)) for row, found in rows.items()} == {
        row: parts_expected(letter) for row, letter in LETTER[who].items()
    }
    for part in Part:
        found = set(session.exec(select(CustomerRow.id).where(visible(member, part))))
        assert found == {world.customers[row] for row, letter in LETTER[who].items() if part in parts_expected(letter)}


@EVERYBODY
def test_every_way_of_reading_shows_the_same_customers(session: Session, world: World, who: str) -> None:
    member, names = world.company[who], {row: key for row, key in world.customers.items() if LETTER[who][row] != "-"}
    seen = set(names.values())
    assert {one.id for one in directory.directory(session, member)} == seen
    assert {one.id for one, _ in customer_list.page(session, member, page=1, size=50).lines} == seen
    assert {key for key in world.customers.values() if customers.customer(session, member, key)} == seen
    assert {key for key in world.customers.values() if customer_cards.card(session, member, key)} == seen
    assert {
        key for key in world.customers.values() if people_there.people(session, member, key, page=1, size=9)
    } == seen
    births = birthdays.coming(session, member, today=NOON.date(), limit=50)
    assert {line.customer for line in births} <= {NAMES[row] for row in names}


@EVERYBODY
def test_entries_by_their_kinds(session: Session, world: World, who: str) -> None:
    member = world.company[who]
    on = select(CustomerRow.name, EntryRow.kind).join(EntryRow, col(EntryRow.customer_id) == col(CustomerRow.id))
    kinds = {"A": {"order", "complaint"}, "C": {"complaint"}, "-": set[str]()}
    expected = {(NAMES[row], kind) for row, letter in LETTER[who].items() for kind in kinds[letter]}
    assert set(session.exec(on.where(entry_visible(member)))) == expected
    for row, letter in LETTER[who].items():
        page = history.history(session, member, world.customers[row], page=1, size=9)
        assert {told.entry.kind.value for told in (page.entries if page else ())} == kinds[letter]


@EVERYBODY
def test_the_pool_is_open_to_the_team_where_it_lies(session: Session, world: World, who: str) -> None:
    found = set(session.exec(select(CustomerRow.name).where(claimable(world.company[who]))))
    assert found == ({NAMES["pool"]} if who in {"Anna", "Rita", "Boris", "Dora", "Ada", "Carl"} - {"Carl"} else set())


# Which rows' follow-ups and messages are somebody's to act on: their own, of whom they cover or lead; not by customer.
OWNERS = {
    "Anna": {"own", "covered", "pool", "withdrawn", "merged"},
    "小李": {"team"},
    "Rita": {"covered"},
    "Boris": {"own", "team", "covered", "pool", "withdrawn", "merged"},
    "Max": {"other", "shared", "covered"},
    "Dora": set(ROWS),
    "Carl": set(),
    "Ada": set(ROWS),
}
CLOSED = {"withdrawn", "merged"}


def expected(right: Right, who: str, row: str) -> bool:
    letter = LETTER[who][row]
    own = row in OWNERS[who]
    return {
        Right.SEES: letter != "-",
        Right.CHANGES: letter == "A",
        Right.GIVES_AWAY: letter == "A" and who in {"Boris", "Max", "Dora", "Ada"},
        Right.OWNS: own,
        Right.REMINDED: own and row != "pool",
        Right.TOLD: own and not (who == "Anna" and row == "covered"),
    }[right]


SUBJECTS = {
    "customer": "customers",
    "contact": "contacts",
    "follow_up": "follow_ups",
    "telling": "tellings",
    "reminder": "reminders",
}
BUTTONS = [action for action in ACTIONS.values() if action.subject in SUBJECTS]


@EVERYBODY
def test_every_button_on_every_row(session: Session, world: World, who: str) -> None:
    at = desk(session, world.company[who])
    for action in BUTTONS:
        subjects: dict[str, int] = getattr(world, SUBJECTS[action.subject or ""])
        allowed = {row for row, key in subjects.items() if may_press(at, action.name, {action.subject or "": key})}
        assert allowed == {row for row in ROWS if expected(action.right, who, row)}, action.name


@EVERYBODY
@pytest.mark.parametrize("action", sorted(action.name for action in ACTIONS.values() if action.subject == "complaint"))
def test_complaints_are_for_those_who_see_the_customer_or_lead_the_teller(
    session: Session, world: World, who: str, action: str
) -> None:
    at = desk(session, world.company[who])
    allowed = {row for row, key in world.complaints.items() if may_press(at, action, {"complaint": key})}
    led = OWNERS[who] - ({"covered"} if who == "Anna" else set())
    hears = {row for row in ROWS if LETTER[who][row] != "-"} | led
    assert allowed == (set(ROWS) if who == "Carl" else hears)


# Roles alone decide about these; each button and command stands in one line or the other, so that none is forgotten.
LEADERS = {"Boris", "Max", "Dora", "Ada"}
BY_ROLE = {
    Right.MEMBER: set(LETTER),
    Right.INVITES: LEADERS,
    Right.LEADS: LEADERS,
    Right.ADMINISTERS: {"Ada"},
}
FOR_LEADERS = {
    "invite",
    "audit",
    "digest",
    "map",
    "handover",
    "teams",
    "targets",
    "decisions",
    "tell",
    "review",
    "page",
}
FOR_ADMINS = {"fields", "privacy", "rates", "setup"}


@EVERYBODY
def test_every_button_without_a_customer(session: Session, company: Company, who: str) -> None:
    at = desk(session, company[who])
    for action in ACTIONS.values():
        if action.right in BY_ROLE:
            assert may_press(at, action.name, {}) is (who in BY_ROLE[action.right]), action.name


@EVERYBODY
def test_every_command(session: Session, company: Company, who: str) -> None:
    at = desk(session, company[who])
    allowed = {name for name in COMMANDS if may_command(at, name)}
    not_theirs = set[str]() if who == "Ada" else FOR_ADMINS if who in LEADERS else FOR_ADMINS | FOR_LEADERS
    assert allowed == COMMANDS.keys() - not_theirs


def test_nothing_is_pressed_that_hangs_on_a_row_that_is_not_there(session: Session, company: Company) -> None:
    at = desk(session, company["Boris"])
    for action in BUTTONS:
        assert not may_press(at, action.name, {action.subject or "": 987_654}), action.name
        assert not may_press(at, action.name, {}), action.name


def test_the_table_has_a_line_for_every_tie(session: Session, world: World) -> None:
    """Else a tie could be wrong and nobody would see it."""
    rows = [session.get_one(CustomerRow, key) for key in world.customers.values()]
    found = {tie for who in LETTER for row in rows for tie in ties_of(world.company[who], whose(row))}
    assert {tie.value for tie in found} == {"owner", "cover", "share", "manager", "care", "admin"}
