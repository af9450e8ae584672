"""Who is who, and who manages whom."""

from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session

from sales.people import Member
from storage.company import people, teams
from storage.tables.people import MemberRow, TeamRow
from tests.people.company import Company, hire


def names(found: list[Member]) -> list[str]:
    return [member.name for member in found]


def test_a_member_is_known_by_their_telegram_account(session: Session, company: Company) -> None:
    anna = people.member_by_telegram(session, 1004)
    assert anna is not None
    assert (anna.id, anna.name, anna.zone) == (company.members["Anna"], "Anna", ZoneInfo("Asia/Shanghai"))


def test_a_stranger_is_nobody(session: Session, company: Company) -> None:
    assert people.member_by_telegram(session, 99) is None
    assert people.member(session, max(company.members.values()) + 1) is None


def test_whoever_has_left_is_nobody(session: Session, company: Company) -> None:
    session.get_one(MemberRow, company.members["Anna"]).active = False
    assert people.member_by_telegram(session, 1004) is None
    assert "Anna" not in names(people.members(session))


def test_a_manager_leads_the_team_and_all_below(company: Company) -> None:
    assert company["Boris"].leads == {company.teams["East"], company.teams["South"]}
    assert company["Dora"].leads == set(company.teams.values())
    assert company["Anna"].leads == set()


def test_a_rep_in_two_teams_has_both_places(company: Company) -> None:
    assert [place.team for place in company["Rita"].places] == [company.teams["East"], company.teams["West"]]


@pytest.mark.parametrize(
    ("member", "managers"),
    [
        pytest.param("Anna", ["Boris", "Dora"], id="the team's manager, then the director"),
        pytest.param("小李", ["Boris", "Dora"], id="a manager of the team above"),
        pytest.param("Boris", ["Dora"], id="a manager has the director"),
        pytest.param("Max", ["Dora"], id="nobody manages themselves"),
        pytest.param("Rita", ["Boris", "Max", "Dora"], id="both teams' managers"),
        pytest.param("Dora", ["Ada"], id="the admins where nobody stands above"),
        pytest.param("Ada", ["Dora"], id="an admin too has a manager in the tree"),
    ],
)
def test_managers(session: Session, company: Company, member: str, managers: list[str]) -> None:
    assert names(people.managers_of(session, company[member])) == managers


def test_a_manager_who_has_not_enrolled_hears_nothing(session: Session, company: Company) -> None:
    for name in ("Boris", "Dora"):
        session.get_one(MemberRow, company.members[name]).chat_id = None
    session.flush()
    assert names(people.managers_of(session, company["Anna"])) == ["Ada"]


def test_teams_that_form_a_loop_are_survived(session: Session, company: Company) -> None:
    session.get_one(TeamRow, company.teams["East"]).parent_id = company.teams["South"]
    session.flush()
    tree = teams.teams(session)
    assert tree.within(company.teams["East"]) == {company.teams["East"], company.teams["South"]}


def test_a_team_without_a_zone_has_that_of_the_team_above(session: Session, company: Company) -> None:
    far = teams.add_team(session, name="Lagos", parent=company.teams["West"], zone="Africa/Lagos")
    tree = teams.teams(session)
    assert (tree.zone(company.teams["South"]), tree.zone(far)) == ("Asia/Shanghai", "Africa/Lagos")


def test_teams_are_found_by_name_in_any_case_and_spacing(session: Session, company: Company) -> None:
    assert [team.id for team in teams.teams(session).named(" eAST ")] == [company.teams["East"]]


def test_the_company_is_founded_once(session: Session, company: Company) -> None:
    assert teams.ensure_company(session, name="Other", zone="UTC") == company.teams["Rapport"]


def test_language_zone_and_reach_are_kept(session: Session, company: Company) -> None:
    people.set_language(session, member=company.members["Anna"], language="zh")
    people.set_zone(session, member=company.members["Anna"], zone=ZoneInfo("Europe/Berlin"))
    people.mark_reachable(session, 1004, reachable=False)
    session.flush()
    assert (company["Anna"].language, company["Anna"].zone.key) == ("zh", "Europe/Berlin")
    assert session.get_one(MemberRow, company.members["Anna"]).reachable is False


def test_a_stranger_who_blocks_the_bot_changes_nothing(session: Session, company: Company) -> None:
    people.mark_reachable(session, 99, reachable=False)
    assert all(session.get_one(MemberRow, id_).reachable for id_ in company.members.values())


def test_a_role_is_given_once(session: Session, company: Company) -> None:
    newcomer = hire(session, "New", 2000)
    for _ in range(2):
        people.add_place(session, member=newcomer, role=company["Anna"].places[0].role, team=company.teams["East"])
    found = people.member(session, newcomer)
    assert found is not None
    assert len(found.places) == 1
