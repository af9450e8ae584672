"""What a team reads in its group: totals of its own work, at its hour, and nothing that a member may not see."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from handlers.digests import groups as handling
from handlers.reader import Reader
from reminders.group_digests import GroupDigests
from sales.customers import Stage
from sales.digests import Asked, Pace, until
from sales.hands import Hand
from sales.kinds import Category, Kind
from sales.measures import MONEY
from sales.people import Role
from storage.figures.rates import remember_currency
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.foresight import StageChangeRow
from storage.tables.people import TeamRow
from storage.tables.queues import OutboxRow
from storage.team_groups import keeping
from storage.team_groups.reading import COUNTED, group_digest, reader_at, speaks_for
from storage.ticks import Tick
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry
from tests.wording.shown import ENGLISH

EVENING = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
"""18:30 in Shanghai, on a Thursday."""
TODAY = date(2026, 3, 5)
GROUP = -50


@pytest.fixture
def company(session: Session) -> Company:
    return _busy(session)


def _busy(session: Session) -> Company:
    """A day of everything at Acme (Anna's, East), 恒大 (小李's, South below it) and Globex (Max's, West)."""
    remember_currency(session, "CNY")
    there = found_company(session)
    for owner, name in (("Anna", "Acme"), ("小李", "恒大"), ("Max", "Globex")):
        number = customer_of(there, owner, name)
        for kind in (Kind.VISIT, Kind.COMPLAINT, Kind.FEEDBACK):
            words, about = f"{name} secret words", (number, kind)
            put_entry(session, there[owner].id, about, TODAY, EVENING, text=words, category=Category.PRICE)
        order = {"text": f"{name} secret words", "amount_minor": 77_700, "currency": "CNY"}
        put_entry(session, there[owner].id, (number, Kind.ORDER), TODAY, EVENING, **order)
        session.get_one(CustomerRow, number).stage = Stage.WON_BACK
        session.add(StageChangeRow(customer_id=number, on_day=TODAY, stage=Stage.WON_BACK, at=EVENING))
    session.flush()
    return there


def facts(team: int, pace: Pace = Pace.DAY) -> dict[str, str | int]:
    return {**Asked(pace, until(pace, TODAY)).facts, "team": team}


def shown(company: Company, team: str) -> str:
    reader = speaks_for(company.session, company.teams[team], "en")
    card = handling.laid_out(Reader(company.session, reader, ENGLISH, EVENING), facts(company.teams[team]))
    return card.text if card else ""


def test_a_team_reads_its_totals_alone(company: Company) -> None:
    heads = {"East": 2, "South": 1, "West": 1}
    for team, number in heads.items():
        assert shown(company, team).splitlines()[1:] == (
            ["2 visits", "2 orders", "👏 2 customers won back", "Complaints: 2 told"]
            if number > 1
            else ["1 visit", "1 order", "👏 1 customer won back", "Complaints: 1 told"]
        )


def test_no_customer_no_sum_no_name_and_no_words_reach_a_group(company: Company) -> None:
    words = shown(company, "East")
    people = [*company.members, "Acme", "恒大", "Globex", "secret", "777", "CN¥", "Price"]
    assert not [one for one in people if one in words]
    reader = speaks_for(company.session, company.teams["East"], "en")
    view = group_digest(company.session, reader, facts(company.teams["East"]), EVENING)
    assert not (COUNTED & MONEY)
    assert view.total.now.keys() <= COUNTED
    assert (view.reps, view.needs, view.big, view.theme, view.silent, view.back.named) == ((), (), None, None, (), ())


def test_nobody_reads_for_the_group_but_the_teams_own_leader_would(company: Company) -> None:
    nobody = speaks_for(company.session, company.teams["East"], "zh")
    assert (nobody.id, nobody.chat) == (0, None)
    assert nobody.roles == {Role.MANAGER}
    assert nobody.leads == company["Boris"].leads


def test_a_day_of_which_nothing_is_told_there_is_left_out(company: Company) -> None:
    team = company.teams["East"]
    reader = speaks_for(company.session, team, "en")
    yesterday = TODAY - timedelta(days=1)
    about = {**Asked(Pace.DAY, until(Pace.DAY, yesterday)).facts, "team": team}
    assert handling.laid_out(Reader(company.session, reader, ENGLISH, EVENING), about) is None


def test_a_group_that_the_team_has_left_reads_nothing(company: Company) -> None:
    team, by = company.teams["East"], Hand(company["Boris"].id, EVENING)
    keeping.settle_in(company.session, team=team, chat=GROUP, language="zh", by=by)
    reader = reader_at(company.session, GROUP, facts(team))
    assert reader is not None
    assert reader.language == "zh"
    keeping.moved(company.session, chat=GROUP, to=-1001)
    assert reader_at(company.session, GROUP, facts(team)) is None
    assert keeping.teams_at(company.session, -1001) == [team]
    keeping.settle_in(company.session, team=team, chat=GROUP, language="en", by=by)
    assert keeping.teams_at(company.session, -1001) == []
    keeping.forget(company.session, chat=GROUP)
    assert keeping.groups(company.session) == []


def _with_groups(session: Session) -> Company:
    there = _busy(session)
    session.get_one(TeamRow, there.teams["West"]).zone = "Europe/London"
    for number, team in enumerate(("East", "West")):
        by = Hand(there["Dora"].id, EVENING)
        keeping.settle_in(session, team=there.teams[team], chat=GROUP - number, language="en", by=by)
    return there


async def test_it_comes_once_by_the_clocks_of_the_team_and_the_weeks_on_its_last_day(any_store: Store) -> None:
    company = await any_store.write(_with_groups)
    east, west = company.teams["East"], company.teams["West"]
    for hours, told in (
        (-1, []),
        (0, [(east, "day")]),
        (1, [(east, "day")]),
        (8, [(east, "day"), (west, "day")]),
        (24, [(east, "day"), (west, "day"), (east, "week")]),
        (48, [(east, "day"), (west, "day"), (east, "week")]),
    ):
        now = EVENING + timedelta(hours=hours)
        await GroupDigests(any_store).sweep(Tick(now, now))
        assert await any_store.read(_told) == told


def _told(session: Session) -> list[tuple[int, str]]:
    rows = session.exec(select(OutboxRow).order_by(col(OutboxRow.id)))
    return [(int(row.facts["team"]), str(row.facts["pace"])) for row in rows]
