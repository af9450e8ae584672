"""Words under a reminder of a customer who is with somebody else by now reach whoever that is."""

import pytest
from sqlmodel import Session

from handlers.desk import Desk
from handlers.told.handed_meanwhile import with_others
from sales.people import Member
from storage.care.handed import Gone, gone
from storage.tables.people import MemberRow
from tests.reminders.chatting import HOUSE, Chatting
from tests.reminders.office import MONDAY, TODAY, customer
from wording.voice import Voice

WORDS = "they called, the pump runs again"


def _written(session: Session, anna: Member, about: Gone | None) -> list[tuple[int, str]]:
    """To whom it is said, and what."""
    heard = Chatting(session, anna).hears(WORDS, at=MONDAY)
    desk = Desk(session, anna, heard, MONDAY, HOUSE, Voice("en", anna.zone, TODAY))
    outcome = with_others(desk, WORDS, about)
    return [(message.chat, str(message.facts["text"])) for message in outcome.messages] if outcome else []


def test_the_new_owner_reads_them(session: Session, anna: Member, boris: Member) -> None:
    mine, theirs = _written(session, anna, gone(session, customer(session, boris).id))
    assert mine == (anna.chat, "Acme Tools is with Boris now.\nI have passed on to them what you wrote.")
    assert theirs == (boris.chat, f"Anna wrote about Acme Tools, which is yours now:\n“{WORDS}”")


def test_who_never_came_reads_nothing(session: Session, anna: Member, boris: Member) -> None:
    acme = customer(session, boris)
    session.get_one(MemberRow, boris.id).chat_id = None
    session.flush()
    ((_, said),) = _written(session, anna, gone(session, acme.id))
    assert said.endswith("Please tell them, or name a customer of yours.")


@pytest.mark.parametrize(("about", "count"), [(Gone("Acme Tools", ""), 1), (None, 0)])
def test_nobody_has_it_or_it_is_with_the_writer(session: Session, anna: Member, about: Gone | None, count: int) -> None:
    assert len(_written(session, anna, about)) == count
