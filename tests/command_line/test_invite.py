"""`rapport invite`: a way in from the command line."""

import pytest

from bot.clock import Clock
from sales.people import Invitation, Role
from storage.company import teams
from storage.company.enrolling import Newcomer, Opens, look
from storage.store import Store
from tests.command_line.conftest import Loopback, Rapport

WHO = Newcomer(5001, 5001, "en")


def opened(store: Store, code: str) -> Invitation:
    with store.transaction() as session:
        opens = look(session, code, who=WHO, now=Clock().now())
        assert isinstance(opens, Opens)
        return opens.invitation


def test_prints_a_link_and_a_code(rapport: Rapport, store: Store, loopback: Loopback) -> None:
    result = rapport("invite", "--role", "manager", "--name", " Boris  B. ", **loopback.environment)
    link, code, until = result.stdout.splitlines()
    code = code.removeprefix("Code: ")
    assert result.exit_code == 0
    assert link == f"Link: https://t.me/rapport_bot?start={code}"
    assert until.startswith("Good for one person until ")
    assert opened(store, code).name == "Boris B."
    assert opened(store, code).role is Role.MANAGER


def test_offline_prints_the_code_alone(rapport: Rapport, store: Store) -> None:
    first, second, _ = rapport("invite", "--name", "Anna").stdout.splitlines()
    assert opened(store, first.removeprefix("Code: ")).role is Role.REP
    assert second.startswith("Telegram did not say the bot's name")


def test_the_team_is_found_or_made(rapport: Rapport, store: Store) -> None:
    for team in ("East", "east"):
        assert rapport("invite", "--name", f"Anna {team}", "--team", team).exit_code == 0
    with store.transaction() as session:
        assert len(teams.teams(session).named("East")) == 1


@pytest.mark.parametrize("name", ["", "  ", "A" * 101])
def test_no_name(rapport: Rapport, name: str) -> None:
    result = rapport("invite", "--name", name)
    assert result.exit_code == 3
    assert "allowed: 1 to 100" in result.stderr


def test_no_such_role(rapport: Rapport) -> None:
    result = rapport("invite", "--name", "Anna", "--role", "pilot")
    assert result.exit_code == 2
    assert "pilot" in result.stderr


def test_a_wrong_setting(rapport: Rapport) -> None:
    result = rapport("invite", "--name", "Anna", RAPPORT_LANGUAGE="fr")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == ["RAPPORT_LANGUAGE is 'fr'; allowed: en or zh."]
