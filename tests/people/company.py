"""The company of the stories: Rapport Ltd. with East (Boris leads) and West, and South under East."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session

from sales.people import Member, Role
from storage.company import people, teams
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Company:
    """Ids of teams and members, by name."""

    teams: dict[str, int]
    members: dict[str, int]
    session: Session

    def __getitem__(self, name: str) -> Member:
        member = people.member(self.session, self.members[name])
        assert member is not None
        return member


# Who stands where; Dora is a director over both teams, Max sells beside leading, Rita sells in two teams.
PLACES = {
    "Ada": [(Role.ADMIN, "Rapport")],
    "Dora": [(Role.MANAGER, "Rapport")],
    "Boris": [(Role.MANAGER, "East")],
    "Anna": [(Role.REP, "East")],
    "小李": [(Role.REP, "South")],
    "Max": [(Role.MANAGER, "West"), (Role.REP, "West")],
    "Rita": [(Role.REP, "East"), (Role.REP, "West")],
    "Carl": [(Role.CARE, "Rapport")],
}


def found_company(session: Session) -> Company:
    root = teams.ensure_company(session, name="Rapport", zone="Asia/Shanghai")
    ids = {"Rapport": root}
    for name, parent in (("East", "Rapport"), ("West", "Rapport"), ("South", "East")):
        ids[name] = teams.add_team(session, name=name, parent=ids[parent])
    members = {name: hire(session, name, number) for number, name in enumerate(PLACES, start=1001)}
    for name, places in PLACES.items():
        for role, team in places:
            people.add_place(session, member=members[name], role=role, team=ids[team])
    return Company(ids, members, session)


def hire(session: Session, name: str, telegram_id: int) -> int:
    row = MemberRow(name=name, telegram_id=telegram_id, chat_id=telegram_id, language="en", zone="Asia/Shanghai")
    session.add(row)
    session.flush()
    return row.id or 0


def customer_of(company: Company, owner: str | None, name: str, *, team: str | None = None) -> int:
    """A customer on record, in the owner's first team unless said otherwise."""
    member = company[owner] if owner else None
    own = member.team if member else None
    row = CustomerRow(
        name=name,
        owner_id=member.id if member else None,
        team_id=company.teams[team] if team else own,
        created_at=NOON,
    )
    company.session.add(row)
    company.session.flush()
    return row.id or 0
