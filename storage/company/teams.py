"""The teams of the company, which form a tree under its root."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session, col, select

from storage.tables.people import TeamRow


@dataclass(frozen=True, slots=True)
class Team:
    """A team as it stands in the tree; `parent` is None at the root, the company."""

    id: int
    name: str
    parent: int | None
    zone: str | None = None


class Teams:
    """All teams at one moment."""

    def __init__(self, teams: Iterable[Team]) -> None:
        self._teams = {team.id: team for team in teams}

    def __iter__(self) -> Iterator[Team]:
        """From the root downwards."""
        return iter(sorted(self._teams.values(), key=lambda team: (len(self.above(team.id)), team.id)))

    def __getitem__(self, team: int) -> Team:
        return self._teams[team]

    @property
    def root(self) -> int | None:
        return next((team.id for team in self._teams.values() if team.parent is None), None)

    def within(self, team: int) -> frozenset[int]:
        """The team and all teams below it."""
        return frozenset(below for below in self._teams if team in self.above(below))

    def above(self, team: int) -> tuple[int, ...]:
        """The team itself, its parent, and so on up to the root. A loop in the tree ends where it closes."""
        path: dict[int, None] = {}
        step: int | None = team
        while step is not None and step not in path:
            path[step] = None
            step = self._teams[step].parent if step in self._teams else None
        return tuple(path)

    def zone(self, team: int) -> str:
        """The zone of the team, or of the nearest one above that has one."""
        return next((zone for step in self.above(team) if (zone := self._teams[step].zone)), "UTC")

    def named(self, name: str) -> tuple[Team, ...]:
        wanted = _plain(name)
        return tuple(team for team in self._teams.values() if _plain(team.name) == wanted)


def teams(session: Session) -> Teams:
    rows = session.exec(select(TeamRow).order_by(col(TeamRow.id)))
    return Teams(Team(row.id or 0, row.name, row.parent_id, row.zone) for row in rows)


def ensure_company(session: Session, *, name: str, zone: str) -> int:
    """The company itself, the root of all teams; made at the first start, left alone later."""
    if (root := teams(session).root) is not None:
        return root
    return add_team(session, name=name, parent=None, zone=zone)


def company_zone(session: Session) -> str | None:
    """The zone that the company lives in, as /setup has set it; None before the first start is through."""
    tree = teams(session)
    return None if tree.root is None else tree[tree.root].zone


def add_team(session: Session, *, name: str, parent: int | None, zone: str | None = None) -> int:
    row = TeamRow(name=name, parent_id=parent, zone=zone)
    session.add(row)
    session.flush()
    return row.id or 0


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
