"""Buttons that hang on neither a customer nor a role alone: leaves, teams, hand-overs, lists, merges, rulings."""

import pytest
from sqlmodel import Session, SQLModel, col, select

from handlers.answering import Answering
from handlers.heard import Press
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.rights import may_press
from sales.actions import ACTIONS, BY_ROLE
from sales.cards import Argument, Button, Card
from sales.handovers import Stage
from storage.queues import buttons
from storage.tables.access import AbsenceRow, RulingRow
from storage.tables.changes import ChangeSetRow
from storage.tables.events import EventRow
from storage.tables.handovers import HandOverRow
from storage.tables.imports import ImportRow
from tests.people.company import NOON, Company
from tests.people.desks import desk, heard
from tests.rights.test_matrix import SUBJECTS
from tests.rights.world import LETTER, World, made
from wording.sentences import Toast

# Kind of row: each row, by its name, with those who may press its buttons; written down by hand.
ALLOWED: dict[str, dict[str, str]] = {
    "absence": {  # Whose leave it is.
        "Anna": "Anna Boris Dora Ada",
        "小李": "小李 Boris Dora Ada",
        "Rita": "Rita Boris Max Dora Ada",
        "Max": "Max Dora Ada",
        "Carl": "Carl Dora Ada",
    },
    "team": {"East": "Boris Dora Ada", "South": "Boris Dora Ada", "West": "Max Dora Ada", "Rapport": "Dora Ada"},
    "member": {
        "Anna": "Boris Dora Ada",
        "小李": "Boris Dora Ada",
        "Rita": "Boris Max Dora Ada",
        "Max": "Max Dora Ada",
        "Carl": "Dora Ada",
    },
    "hand_over": {  # Who began it, and whose customers go.
        "Boris Anna": "Boris Dora Ada",
        "Max Rita": "Max Boris Dora Ada",
        "Dora 小李": "Boris Dora Ada",
        "Ada Max": "Max Dora Ada",
    },
    "import": {"Anna": "Anna", "Boris": "Boris", "Ada": "Ada"},  # Who sent it.
    "merge": {  # Who merged, and at which customer of the world.
        "Boris own": "Anna Boris Dora Ada",
        "Max own": "Anna Boris Dora Ada",
        "Anna covered": "Anna Rita Max Dora Ada",
        "Ada covered": "Rita Max Dora Ada",
        "小李 team": "小李 Boris Dora Ada",
    },
    "ruling": {  # Who claims, and which customer of the world; nobody rules in a claim of their own.
        "小李 own": "Boris Dora Ada",
        "Anna other": "Dora Ada",
        "Rita other": "Max Dora Ada",
        "Max own": "Dora Ada",
        "Anna pool": "Boris Dora Ada",
        "Ada own": "Dora",
    },
}
BUTTONS = [action for action in ACTIONS.values() if action.subject in ALLOWED and action.right not in BY_ROLE]


@pytest.fixture
def world(session: Session, company: Company) -> World:
    return made(session, company)


def row_of(world: World, kind: str, name: str) -> SQLModel:
    who, *rest = name.split()
    by = world.company.members.get(who, 0)
    match kind:
        case "absence":
            return AbsenceRow(member_id=by, first_day=NOON.date(), last_day=NOON.date(), asked_at=NOON)
        case "hand_over":
            giver = world.company.members[rest[0]]
            return HandOverRow(by_id=by, from_id=giver, stage=Stage.WHICH, at=NOON)
        case "import":
            return ImportRow(member_id=by, chat_id=by, file="f", name="list.xlsx", at=NOON)
        case "merge":
            one, other = world.customers[rest[0]], world.customers["merged"]
            facts = {"kind": "customer", "one": one, "other": other, "names": ["One", "Other"]}
            return ChangeSetRow(kind="merge", member_id=by, at=NOON, facts=facts)
        case _:
            return RulingRow(customer_id=world.customers[rest[0]], claimant_id=by, asked_at=NOON)


def subject(session: Session, world: World, kind: str, name: str) -> int:
    """The id of the row; teams and members are there already."""
    known = {"team": world.company.teams, "member": world.company.members}
    if kind in known:
        return known[kind][name]
    row = row_of(world, kind, name)
    session.add(row)
    session.flush()
    return int(row.model_dump()["id"])


@pytest.mark.parametrize("kind", ALLOWED)
def test_who_may_press_what_on_which_row(session: Session, world: World, kind: str) -> None:
    rows = {name: subject(session, world, kind, name) for name in ALLOWED[kind]}
    for who in LETTER:
        at = desk(session, world.company[who])
        for action in (one for one in BUTTONS if one.subject == kind):
            allowed = {name for name, key in rows.items() if may_press(at, action.name, {kind: key})}
            assert allowed == {name for name, they in ALLOWED[kind].items() if who in they.split()}, (who, action.name)
            assert not may_press(at, action.name, {kind: 987_654}) or (kind == "team" and who in {"Dora", "Ada"})
            assert not may_press(at, action.name, {}) or (kind == "team" and who in {"Dora", "Ada"})


def test_no_button_is_left_out() -> None:
    """Each is in this matrix or in that of customers, or hangs on roles alone; complaints have a test of their own."""
    asked = ALLOWED.keys() | SUBJECTS.keys() | {"complaint"}
    left = [one.name for one in ACTIONS.values() if one.right not in BY_ROLE and one.subject not in asked]
    assert left == []


def pressed(answering: Answering, world: World, who: str, token: str) -> Outcome:
    member, session = world.company[who], world.company.session
    return answering.answer(session, heard(Press(token, ""), member.chat or 0), Prepared(member=member), NOON)


def minted(world: World, who: str, action: str, args: dict[str, Argument]) -> str:
    card = Card("…", ((Button("…", action, args),),))
    [token] = buttons.mint(world.company.session, world.company.members[who], outbox_id=None, card=card, now=NOON)
    return token


STRANGERS = {
    "absence": ("Max", "Anna"),
    "team": ("Anna", "East"),
    "member": ("Anna", "小李"),
    "hand_over": ("Anna", "Boris Anna"),
    "import": ("Anna", "Boris"),
    "merge": ("小李", "Boris own"),
    "ruling": ("小李", "小李 own"),
}


@pytest.mark.parametrize("kind", ALLOWED)
def test_a_forged_press_does_nothing_and_stands_on_the_trail(
    session: Session, world: World, answering: Answering, kind: str
) -> None:
    """The token of somebody who may, and a button of one's own on a row that is none of one's business."""
    who, name = STRANGERS[kind]
    args: dict[str, Argument] = {kind: subject(session, world, kind, name)}
    voice, actions = desk(session, world.company[who]).voice, [one.name for one in BUTTONS if one.subject == kind]
    for action in actions:
        stolen = pressed(answering, world, who, minted(world, ALLOWED[kind][name].split()[-1], action, args))
        assert stolen == Outcome(toast=voice.say(Toast.NOT_YOURS)), action
        forged = pressed(answering, world, who, minted(world, who, action, args))
        assert (forged.toast, forged.messages) == (voice.say(Toast.NOT_ALLOWED), ()), action
    refused = select(EventRow.member_id).where(col(EventRow.action) == "button.refused")
    assert session.exec(refused).all() == [world.company.members[who]] * len(actions)
