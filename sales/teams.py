"""The company's people as its managers see them: the tree of teams, a team, and a member of it."""

from dataclasses import dataclass

from sales.people import Place, Role


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team of the tree; `depth` is how far below the topmost one that is shown."""

    id: int
    name: str
    depth: int
    members: int
    customers: int
    managers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who stands in a team; `managed` are the teams (ids) that they manage."""

    id: int
    name: str
    roles: frozenset[Role]
    customers: int = 0


@dataclass(frozen=True, slots=True)
class TeamsCard:
    """The tree as far as the reader leads it, one of its teams, or one member.

    `targets` are teams into which the member can be moved, while one is being chosen; `may_promote`: the reader may
    make managers.
    """

    lines: tuple[TeamLine, ...] = ()
    team: TeamLine | None = None
    people: tuple[Colleague, ...] = ()
    member: Colleague | None = None
    places: tuple[Place, ...] = ()
    choosing: bool = False
    may_promote: bool = False
    names: tuple[tuple[int, str], ...] = ()
    """The names of all teams, by id."""

    def called(self, team: int) -> str:
        return dict(self.names).get(team, "")
