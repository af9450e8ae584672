"""Who works in the demo: a manager and two reps who speak two languages, and somebody who is not in yet."""

from dataclasses import dataclass
from datetime import datetime

from sales.people import Invitation, Member, Role
from storage.company import invitations, people, teams
from storage.company.enrolling import Newcomer, Opens, look, take_in
from storage.store import Session

FIRST_PHONE = 1_001
"""The simulator numbers its phones from here on, in the order in which they are handed out."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone of the simulator; `places` are the roles and teams of its owner, none for a stranger."""

    name: str
    language: str
    about: str
    places: tuple[tuple[Role, str], ...] = ()


TEAMS = (("Asia", ""), ("Singapore", "Asia"), ("华东", "Asia"))
PHONES = (
    Phone("Boris", "en", "manager", ((Role.MANAGER, "Asia"), (Role.ADMIN, ""))),
    Phone("Anna", "en", "sales rep", ((Role.REP, "Singapore"),)),
    Phone("小李", "zh", "业务员", ((Role.REP, "华东"),)),
    Phone("Mei", "en", "new"),
)


def enrol_everybody(session: Session, *, zone: str, now: datetime) -> dict[str, Member]:
    """Set the company up and let its people in, each by an invitation, as in real life."""
    ids = {"": teams.ensure_company(session, name="Rapport Demo", zone=zone)}
    for name, parent in TEAMS:
        ids[name] = teams.add_team(session, name=name, parent=ids[parent])
    members: dict[str, Member] = {}
    for number, phone in enumerate(PHONES, start=FIRST_PHONE):
        for role, team in phone.places:
            members[phone.name] = _let_in(session, Invitation(phone.name, role, ids[team]), phone, number, now)
    return members


def _let_in(session: Session, invitation: Invitation, phone: Phone, number: int, now: datetime) -> Member:
    who = Newcomer(number, number, phone.language)
    issued = invitations.issue(session, invitations.invite(session, invitation, by=None, now=now), now=now)
    opens = look(session, issued.code, who=who, now=now) if issued else None
    if not isinstance(opens, Opens):
        raise TypeError(f"the demo's own invitation of {phone.name} opens nothing: {opens}")
    member = people.member(session, take_in(session, opens=opens, who=who, now=now))
    if member is None:
        raise LookupError(f"{phone.name} is not in")
    return member
