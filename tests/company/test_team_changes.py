"""Members move with their customers, within what is the mover's to decide, and every change is on the trail."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.people import Role
from storage.company import team_changes
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.events import EventRow
from tests.people.company import NOON, Company, customer_of, found_company


@pytest.fixture
def company(any_store: Store) -> Iterator[Company]:
    with any_store.transaction() as session:
        yield found_company(session)


def hand(company: Company, name: str) -> Hand:
    return Hand(company.members[name], NOON)


def places(company: Company, name: str) -> set[tuple[Role, int]]:
    return {(place.role, place.team) for place in company[name].places}


def team_of(session: Session, customer: int) -> int | None:
    session.expire_all()
    return session.get_one(CustomerRow, customer).team_id


def test_the_customers_come_along(company: Company) -> None:
    acme = customer_of(company, "Anna", "Acme")
    south = company.teams["South"]
    team_changes.move(
        company.session, member=company.members["Anna"], team=south, mover=company["Boris"], by=hand(company, "Boris")
    )

    assert places(company, "Anna") == {(Role.REP, south)}
    assert team_of(company.session, acme) == south


def test_a_place_in_a_team_of_another_manager_stays(company: Company) -> None:
    west, south = company.teams["West"], company.teams["South"]
    there = customer_of(company, "Rita", "Globex", team="West")
    team_changes.move(
        company.session, member=company.members["Rita"], team=south, mover=company["Boris"], by=hand(company, "Boris")
    )

    assert places(company, "Rita") == {(Role.REP, south), (Role.REP, west)}
    assert team_of(company.session, there) == west


def test_whom_nobody_leads_any_more_stays_as_a_rep(company: Company) -> None:
    east = company.teams["East"]
    team_changes.make_manager(company.session, member=company.members["Anna"], team=east, by=hand(company, "Ada"))
    assert places(company, "Anna") == {(Role.REP, east), (Role.MANAGER, east)}

    for name in ("Anna", "Boris"):
        team_changes.no_manager(company.session, member=company.members[name], team=east, by=hand(company, "Ada"))
    assert (places(company, "Anna"), places(company, "Boris")) == ({(Role.REP, east)}, {(Role.REP, east)})


def test_every_change_is_on_the_trail(company: Company) -> None:
    ada, root, anna = hand(company, "Ada"), company.teams["Rapport"], company.members["Anna"]
    team_changes.add(company.session, name="North", parent=root, by=ada)
    team_changes.rename(company.session, team=company.teams["South"], name="Southeast", by=ada)
    team_changes.move(company.session, member=anna, team=root, mover=company["Ada"], by=ada)
    team_changes.make_manager(company.session, member=anna, team=root, by=ada)
    team_changes.no_manager(company.session, member=anna, team=root, by=ada)
    team_changes.name_company(company.session, name="", zone="Europe/Berlin", by=ada)

    noted = company.session.exec(select(EventRow.action).order_by(col(EventRow.id))).all()
    assert noted == [
        *("team.added", "team.renamed", "member.moved"),
        *("member.promoted", "member.demoted", "company.named"),
    ]
