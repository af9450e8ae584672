"""Who leads a team and is in care for everybody reads of other teams' customers what care may see, and no more."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from sales.customers import Stage
from sales.digests import Asked, Moved, Pace, until
from sales.people import Role
from storage.company.people import add_place
from storage.digests.reading import digest
from storage.figures.rates import remember_currency
from storage.tables.customers import CustomerRow
from storage.tables.foresight import StageChangeRow
from storage.talk_card.reading import talk_card
from tests.people.company import Company, customer_of, found_company

EIGHT = datetime(2026, 3, 5, 0, 0, tzinfo=UTC)
"""In Shanghai, on a Thursday."""
TODAY = date(2026, 3, 5)
YESTERDAY = TODAY - timedelta(days=1)
DAY = Asked(Pace.DAY, until(Pace.DAY, YESTERDAY))


@pytest.fixture
def company(session: Session) -> Company:
    """Boris leads East and is in care for all; Initech is Rita's, who sells in East and in West, where it belongs."""
    remember_currency(session, "CNY")
    there = found_company(session)
    add_place(session, member=there["Boris"].id, role=Role.CARE, team=there.teams["Rapport"])
    row = session.get_one(CustomerRow, customer_of(there, "Rita", "Initech", team="West"))
    row.grade, row.touched_on = "A", TODAY - timedelta(days=90)
    session.flush()
    return there


def moves(company: Company, stage: Stage) -> None:
    company.session.get_one(CustomerRow, 1).stage = stage
    company.session.add(StageChangeRow(customer_id=1, on_day=YESTERDAY, stage=stage, at=EIGHT))
    company.session.flush()


@pytest.mark.parametrize(("who", "slipping"), [("Boris", Moved()), ("Max", Moved((("Initech", "Rita"),), first=1))])
def test_a_digest_names_nobody_whose_stage_is_hidden(company: Company, who: str, slipping: Moved) -> None:
    moves(company, Stage.SLIPPING)
    assert digest(company.session, company[who], DAY, EIGHT).slipping == slipping


@pytest.mark.parametrize(("who", "talked_about"), [("Boris", []), ("Max", ["Initech", "Initech"])])
def test_a_talk_card_tells_neither_who_came_back_nor_who_was_not_visited(
    company: Company, who: str, talked_about: list[str]
) -> None:
    moves(company, Stage.WON_BACK)
    card = talk_card(company.session, company[who], TODAY, {}, EIGHT)
    said = [each.name for rep in card.reps if rep.name == "Rita" for each in (rep.praise, rep.ask) if each]
    assert [name for name in said if name] == talked_about
