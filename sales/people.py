"""Who works with the bot: members, their roles and the teams they stand in."""

from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo


class Role(StrEnum):
    """What a member does in a team."""

    REP = "rep"
    MANAGER = "manager"
    CARE = "care"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Place:
    """A role in a team. `within` are the ids of that team and of all teams below it."""

    role: Role
    team: int
    within: frozenset[int]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who enrolled. `chat` is the private chat with the bot, None until the phone is bound.

    `covers` are the members who are on leave and for whom this one stands in, `shared` the customers that are shared
    with them: ids, as of the moment when the member was read.
    """

    id: int
    name: str
    chat: int | None
    language: str
    zone: ZoneInfo
    places: tuple[Place, ...] = ()
    covers: frozenset[int] = frozenset()
    shared: frozenset[int] = frozenset()

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(place.role for place in self.places)

    @property
    def leads(self) -> frozenset[int]:
        """The teams that this member manages, with all that stand below them."""
        return frozenset[int]().union(*(place.within for place in self.places if place.role is Role.MANAGER))

    @property
    def team(self) -> int | None:
        """The team in which this member sells; the first place where there is no such team."""
        selling = [place.team for place in self.places if place.role is Role.REP]
        return next(iter(selling or [place.team for place in self.places]), None)

    @property
    def sees_all(self) -> bool:
        return Role.ADMIN in self.roles


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation grants: a role in a team, under a name. `member` binds a new phone to somebody on record."""

    name: str
    role: Role
    team: int
    member: int | None = None


# Who may invite whom. Several admins are possible; nobody may hand out more than they hold themselves.
MAY_INVITE = {
    Role.ADMIN: frozenset(Role),
    Role.MANAGER: frozenset({Role.REP, Role.CARE}),
}


def may_invite(member: Member, role: Role) -> bool:
    return any(role in MAY_INVITE.get(own, ()) for own in member.roles)
