"""For whom and what in the company a member may decide: the right of buttons on leaves, members, teams, hand-overs."""

from collections.abc import Callable

from handlers.company.colleagues import leads
from handlers.company.handover import may_hand_over
from handlers.desk import Desk
from storage.company import absences, people


def decides(desk: Desk, kind: str, subject: int) -> bool:
    """Whether it is the member's own affair, or that of somebody whom they lead."""
    return _ABOUT[kind](desk, subject)


def _absence(desk: Desk, subject: int) -> bool:
    absence = absences.find(desk.session, subject)
    away = people.member(desk.session, absence.member) if absence else None
    return away is not None and (away.id == desk.member.id or leads(desk.member, away))


def _member(desk: Desk, subject: int) -> bool:
    other = people.member(desk.session, subject)
    return other is not None and leads(desk.member, other)


def _team(desk: Desk, subject: int) -> bool:
    return desk.member.sees_all or subject in desk.member.leads


_ABOUT: dict[str, Callable[[Desk, int], bool]] = {
    "absence": _absence,
    "hand_over": may_hand_over,
    "member": _member,
    "team": _team,
}
