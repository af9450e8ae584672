"""Role x command x row: whatever is asked with whatever name, nothing is said of a card that is closed to the asker."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.reader import Reader
from handlers.rights import may_command
from handlers.routes import COMMANDS
from handlers.showing import SHOW
from storage.cards import directory
from storage.store import Store
from tests.people.company import NOON, found_company
from tests.people.desks import carried_out, desk
from tests.rights.world import LETTER, NAMES, ROWS, World, made, secrets, teller
from understanding.directory import Directory, Known
from wording.voice import Voice


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    """On one engine: what commands do with names has nothing to do with the database; the matrix plays both."""
    with store.transaction() as session:
        yield session


@pytest.fixture
def world(session: Session) -> World:
    return made(session, found_company(session))


@pytest.mark.parametrize("who", LETTER)
def test_no_command_says_what_is_not_for_the_one_who_asks(session: Session, world: World, who: str) -> None:
    """Every command with every customer's name behind it: nothing of what it says stands on a card that is closed."""
    member = world.company[who]
    known = [Known(one.id, one.name, one.aliases, one.contacts) for one in directory.directory(session, member)]
    index = Directory(known)
    closed = {words for row, letter in LETTER[who].items() if teller(row) != who for words in _not_for(row, letter)}
    for command in COMMANDS:
        for row in ROWS:
            at = desk(session, member, NAMES[row])
            if may_command(at, command):
                prepared = Prepared(member=member, names=index.search(NAMES[row]))
                said = _said(session, world, who, COMMANDS[command](at, NAMES[row], prepared))
                assert not [words for words in closed if words in said], f"/{command} {NAMES[row]}"


def _not_for(row: str, letter: str) -> set[str]:
    return {"A": set[str](), "C": {secrets(row)["A"]}, "-": set(secrets(row).values())}[letter]


def _said(session: Session, world: World, who: str, outcome: Outcome) -> str:
    """Everything that the outcome sends to the one who asked, as it reads."""
    member = world.company[who]
    with session.begin_nested() as undone:
        rows = carried_out(session, outcome)
        reader = Reader(session, member, Voice("en", member.zone, NOON.date()), NOON)
        mine = [row for row in rows if row.member_id == member.id and row.kind in SHOW]
        cards = [SHOW[row.kind](reader, row.facts) for row in mine]
        undone.rollback()
    return "\n".join(card.text + repr(card.rows) for card in cards if card)
