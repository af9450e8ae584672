"""A reminder that waited for Telegram's pace, or was held: it is as late as it is when it goes out."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from handlers.reader import Reader
from handlers.showing import SHOW
from sales.people import Member
from sales.reminder_cards import ReminderCard
from storage.store import Store
from tests.reminders.office import DAY, HOUR, MINUTE, MONDAY, TODAY, promise, row_of
from tests.reminders.test_pointless import told
from wording.voice import Voice

YESTERDAY = "That was yesterday: I could not tell you in time."


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


def sent(session: Session, member: Member, kind: str, facts: dict[str, str | int | None], now: datetime) -> str | None:
    """The words that go out at that moment; None: nothing does."""
    voice = Voice("en", member.zone, now.astimezone(member.zone).date())
    card = SHOW[kind](Reader(session, member, voice, now), facts)
    return card.text if card else None


@pytest.mark.parametrize(
    ("waited", "goes", "yesterday"),
    [
        pytest.param(MINUTE, True, False, id="on the day"),
        pytest.param(DAY, True, True, id="on the next"),
        pytest.param(4 * DAY, False, False, id="held until it is of no use"),
    ],
)
def test_a_birthday_that_waited(
    session: Session, anna: Member, waited: timedelta, *, goes: bool, yesterday: bool
) -> None:
    facts: dict[str, str | int | None] = {"reminder": told(session, anna, arrived=False), "fresh": 1}
    text = sent(session, anna, "birthday", facts, MONDAY + waited)
    assert (text is not None, YESTERDAY in (text or "")) == (goes, yesterday)


def test_a_card_in_the_chat_stays_readable(session: Session, anna: Member) -> None:
    facts: dict[str, str | int | None] = {"reminder": told(session, anna, arrived=False)}
    assert sent(session, anna, "birthday", facts, MONDAY + 4 * DAY) is not None


@pytest.mark.parametrize(("waited", "late"), [(MINUTE, False), (3 * HOUR, True)])
def test_a_follow_up_that_waited_says_when_it_was_due(
    session: Session, anna: Member, waited: timedelta, *, late: bool
) -> None:
    number = promise(session, anna, TODAY)
    card = ReminderCard(number, row_of(session, number).due_at, TODAY, fresh=True)
    text = sent(session, anna, "follow_up", card.facts, MONDAY + waited) or ""
    assert ("late: it was due" in text) is late
