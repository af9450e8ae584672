"""Whether a member may do, now, what a command or a button does; asked each time."""

from collections.abc import Callable

from handlers.company.deciding import decides
from handlers.desk import Args, Desk
from handlers.duplicates.collision import may_decide
from handlers.duplicates.merging import may_undo
from sales.actions import ACTIONS, BY_ROLE, Right, role_allows
from sales.commands import COMMANDS
from sales.rights import CHANGES, GIVES_AWAY
from storage.cards import customers
from storage.care import reminders
from storage.company import people
from storage.complaints import alerts
from storage.importing import runs
from storage.plans import followups
from storage.told import journal


def may_command(desk: Desk, command: str) -> bool:
    """Whether the member's roles allow the command at all."""
    return role_allows(COMMANDS[command].right, desk.member.roles)


def may_press(desk: Desk, action: str, args: Args) -> bool:
    """Look up the right that the action needs, for the subject that this button has."""
    known = ACTIONS[action]
    if known.right in BY_ROLE:
        return role_allows(known.right, desk.member.roles)
    subject = int(args.get(known.subject or "", 0))
    return _HOLDS[known.right](desk, known.subject or "", subject)


def _told(desk: Desk, kind: str, subject: int) -> bool:
    """It is the member's own message, or that of somebody they manage."""
    told = journal.find(desk.session, subject)
    return told is not None and people.answers_for(desk.session, desk.member, told.member)


def _owns(desk: Desk, kind: str, subject: int) -> bool:
    return followups.find(desk.session, desk.member, subject) is not None


def _reminded(desk: Desk, kind: str, subject: int) -> bool:
    return reminders.find(desk.session, desk.member, subject) is not None


def _sees(desk: Desk, kind: str, subject: int) -> bool:
    if kind == "complaint":
        place = alerts.place_of(desk.session, subject)
        return place is not None and alerts.alert(desk.session, place=place, viewer=desk.member) is not None
    return bool(customers.ties(desk.session, desk.member, subject, kind=kind))


def _changes(desk: Desk, kind: str, subject: int) -> bool:
    return not CHANGES.isdisjoint(customers.ties(desk.session, desk.member, subject, kind=kind))


def _sent(desk: Desk, kind: str, subject: int) -> bool:
    """Whose list it is goes on with it; nobody reads it in for somebody else."""
    sent = runs.find(desk.session, subject)
    return sent is not None and sent.member_id == desk.member.id


def _gives_away(desk: Desk, kind: str, subject: int) -> bool:
    return not GIVES_AWAY.isdisjoint(customers.ties(desk.session, desk.member, subject, kind=kind))


_HOLDS: dict[Right, Callable[[Desk, str, int], bool]] = {
    Right.TOLD: _told,
    Right.OWNS: _owns,
    Right.REMINDED: _reminded,
    Right.SEES: _sees,
    Right.CHANGES: _changes,
    Right.GIVES_AWAY: _gives_away,
    Right.SENT: _sent,
    Right.DECIDES: decides,
    Right.MERGED: lambda desk, kind, subject: may_undo(desk, subject),
    Right.RULES: lambda desk, kind, subject: may_decide(desk, subject),
}
