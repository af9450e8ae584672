"""Whom words to a team reach, who may read them, and how far they got: on both engines."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from handlers.broadcasts.sending import due
from sales.absences import Away
from sales.hands import Hand
from storage.broadcasts import keeping, views
from storage.broadcasts.keeping import NewBroadcast
from storage.broadcasts.reach import reach, staff
from storage.company import absences, people
from storage.company.absences import NewLeave
from storage.tables.people import MemberRow
from tests.people.company import Company, found_company

NOW = datetime(2026, 3, 16, 2, tzinfo=UTC)
"""Ten o'clock on a Monday in Shanghai."""


@pytest.fixture
def company(session: Session) -> Company:
    return found_company(session)


def reached(company: Company, sender: str, team: str) -> list[str]:
    found = reach(staff(company.session, NOW), company.teams[team], company[sender].id)
    return sorted(one.name for one in found.reached)


def put(company: Company, *readers: str, arrival: int = 7) -> None:
    ids = [company[one].id for one in readers]
    words = NewBroadcast(company.teams["East"], "We close at four.", arrival)
    keeping.keep(company.session, words, ids, Hand(company["Boris"].id, NOW))


def row_of(company: Company, name: str) -> MemberRow:
    return company.session.get_one(MemberRow, company.members[name])


def test_everybody_there_and_below_each_once_and_the_sender_never(company: Company) -> None:
    assert reached(company, "Boris", "East") == ["Anna", "Rita", "小李"]
    assert reached(company, "Boris", "South") == ["小李"]
    assert reached(company, "Dora", "Rapport") == ["Ada", "Anna", "Boris", "Carl", "Max", "Rita", "小李"]


def test_only_teams_that_one_leads_can_be_told(company: Company, session: Session) -> None:
    assert [team.name for team in views.led_teams(session, company["Boris"])] == ["East", "South"]
    assert views.led_teams(session, company["Anna"]) == []
    assert views.draft_card(session, company["Boris"], company.teams["West"], "hi", NOW) is None


def test_who_is_out_of_reach_or_on_leave_is_named_beforehand(company: Company, session: Session) -> None:
    row_of(company, "Anna").reachable = False
    row_of(company, "Rita").chat_id = None
    leave = NewLeave(company["小李"].id, Away(date(2026, 3, 16), date(2026, 3, 20)))
    absences.enter(session, leave=leave, by=Hand(company["小李"].id, NOW))
    card = views.draft_card(session, company["Boris"], company.teams["East"], "hi", NOW)
    assert card is not None
    assert (card.team.people, card.away, sorted(card.out_of_reach)) == (1, ("小李",), ["Anna", "Rita"])
    (away,) = reach(staff(session, NOW), company.teams["East"], company["Boris"].id).reached
    # Back on Monday the 23rd, at half past eight in Shanghai.
    assert due(away, NOW) == datetime(2026, 3, 23, 0, 30, tzinfo=UTC)


def test_it_is_read_by_those_who_were_told_and_counted_for_the_sender(company: Company, session: Session) -> None:
    put(company, "Anna", "Rita", "小李")
    assert views.broadcast_card(session, company["Max"], 7) is None
    assert views.sent_card(session, company["Anna"], 7, NOW) is None
    keeping.note_read(session, 7, Hand(company["Anna"].id, NOW))
    keeping.note_read(session, 7, Hand(company["Max"].id, NOW))
    row_of(company, "Rita").reachable = False
    sent = views.sent_card(session, company["Boris"], 7, NOW)
    assert sent is not None
    assert (sent.told, sent.read, sent.unread, sent.out_of_reach) == (3, 1, ("小李",), ("Rita",))
    people.mark_reachable(session, 1007, reachable=True)
    row_of(company, "小李").active = False
    later = views.sent_card(session, company["Boris"], 7, NOW + timedelta(days=1))
    assert later is not None
    assert (later.told, later.read, later.unread) == (2, 1, ("Rita",))
