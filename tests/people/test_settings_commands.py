"""/language and /timezone."""

from datetime import time

import pytest
from sqlmodel import Session

from handlers import asked
from handlers.company import settings_commands
from handlers.prepared import UNPREPARED
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import TellingRow
from tests.people.company import NOON, Company
from tests.people.desks import carried_out, desk, texts


def test_language_alone_offers_all(session: Session, company: Company) -> None:
    rows = carried_out(session, settings_commands.language(desk(session, company["Anna"]), ""))
    assert [row.kind for row in rows] == ["languages"]


@pytest.mark.parametrize("word", ["中文", "zh", "Chinese"])
def test_language_by_its_name(session: Session, company: Company, word: str) -> None:
    rows = carried_out(session, settings_commands.language(desk(session, company["Anna"]), word))
    assert company["Anna"].language == "zh"
    assert "English" not in texts(rows)[0]


def test_language_by_button(session: Session, company: Company) -> None:
    at = desk(session, company["Anna"])
    carried_out(session, settings_commands.set_language(at, {"language": "zh"}))
    assert company["Anna"].language == "zh"
    carried_out(session, settings_commands.set_language(at, {"language": "tlh"}))
    assert company["Anna"].language == "en"


@pytest.mark.parametrize("words", ["Berlin", "柏林", "Europe/Berlin"])
def test_timezone_in_a_word(session: Session, company: Company, words: str) -> None:
    rows = carried_out(session, settings_commands.timezone(desk(session, company["Anna"]), words))
    assert company["Anna"].zone.key == "Europe/Berlin"
    assert texts(rows) == ["Your time zone is Berlin now; there it is Mon 2 Mar, 13:00."]


def test_a_place_that_nobody_knows(session: Session, company: Company) -> None:
    rows = carried_out(session, settings_commands.timezone(desk(session, company["Anna"]), "Atlantis"))
    assert texts(rows)[0].startswith("I don't know the time zone Atlantis.")


def test_timezone_alone_asks_and_the_next_words_answer(session: Session, company: Company) -> None:
    rows = carried_out(session, settings_commands.timezone(desk(session, company["Anna"]), ""))
    assert [row.kind for row in rows] == ["zones"]
    outcome = asked.answer(desk(session, company["Anna"]), "Tokyo", UNPREPARED)
    assert outcome is not None
    carried_out(session, outcome)
    assert company["Anna"].zone.key == "Asia/Tokyo"
    assert asked.answer(desk(session, company["Anna"]), "Berlin", UNPREPARED) is None


def test_timezone_by_button(session: Session, company: Company) -> None:
    carried_out(session, settings_commands.set_timezone(desk(session, company["Anna"]), {"zone": "Asia/Tokyo"}))
    assert company["Anna"].zone.key == "Asia/Tokyo"


def test_reminders_move_with_their_owner(session: Session, company: Company) -> None:
    anna = company["Anna"]
    telling = TellingRow(chat_id=1, message_id=1, member_id=anna.id, said_at=NOON, zone=anna.zone.key, text="")
    session.add(telling)
    session.flush()
    row = FollowUpRow(telling_id=telling.id or 0, slot=0, owner_id=anna.id, action="call", day=NOON.date(), at=time(22))
    row.due_at = NOON.replace(hour=14)
    session.add(row)
    session.flush()
    carried_out(session, settings_commands.timezone(desk(session, anna), "Berlin"))
    assert row.due_at == NOON.replace(hour=21)
