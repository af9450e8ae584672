"""What commands and buttons leave on the audit trail: what was refused, and what changed what somebody had told."""

from dataclasses import replace
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Outcome
from sales.actions import ACTIONS, Right
from sales.commands import COMMANDS
from storage.company.audit import Subject, note
from wording.entering import Entering
from wording.sentences import Said, Toast

_REFUSED = {
    Right.INVITES: Entering.INVITE_NOT_YOU,
    Right.LEADS: Said.FOR_MANAGERS,
    Right.ADMINISTERS: Said.FOR_ADMINS,
}
# What is done to other subjects, storage notes by itself.
_NOTED_HERE = frozenset({"telling", "complaint"})
_BY_STORAGE = frozenset({"entry_ask", "entry_thank"})
"""What they change is on the trail by itself."""


def refused_command(desk: Desk, command: str) -> Outcome:
    """Say who may; the attempt goes on the trail."""
    noted = _note(desk, "command.refused", Subject("command"), words=f"/{command}")
    return replace(desk.say(_REFUSED[COMMANDS[command].right]), changes=(noted,))


def refused_press(desk: Desk, action: str, args: Args) -> Outcome:
    """The button is no longer the member's to press; the attempt goes on the trail."""
    noted = _note(desk, "button.refused", _subject(action, args), words=action)
    return replace(desk.toast(Toast.NOT_ALLOWED), changes=(noted,))


def pressed(desk: Desk, action: str, args: Args, outcome: Outcome) -> Outcome:
    """A button that changed what was told goes on the trail, beside the revision that it made."""
    kind = ACTIONS[action].subject
    if not outcome.changes or kind not in _NOTED_HERE or action in _BY_STORAGE:
        return outcome
    noted = _note(desk, f"{kind}.{action}", _subject(action, args))
    return replace(outcome, changes=(*outcome.changes, noted))


def _subject(action: str, args: Args) -> Subject:
    kind = ACTIONS[action].subject
    return Subject(kind, int(args.get(kind, 0))) if kind else Subject("button")


def _note(desk: Desk, action: str, subject: Subject, *, words: str = "") -> Change:
    return partial(note, action=action, subject=subject, by=desk.hand, words=words)
