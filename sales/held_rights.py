"""What a member must hold for a button or a command, and what their roles give them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sales.people import Role


class Right(StrEnum):
    """What a member must hold, at the moment of pressing, for the subject of a button."""

    MEMBER = "member"
    """Any member: the action touches nothing but the member's own settings or drafts."""
    TOLD = "told"
    """The member told the message themselves, or manages the one who did."""
    OWNS = "owns"
    """The follow-up is the member's own, or of somebody they manage."""
    REMINDED = "reminded"
    """The reminder is meant for the member, for whom they stand in or for somebody whom they lead."""
    SEES = "sees"
    """The customer is visible to the member."""
    CHANGES = "changes"
    """The customer is the member's to change: their own, covered, shared or their team's."""
    GIVES_AWAY = "gives_away"
    """The member leads the customer's team, or runs the bot."""
    DECIDES = "decides"
    """It is the member's own affair, or that of somebody whom they lead."""
    SENT = "sent"
    """The member sent the list themselves."""
    MERGED = "merged"
    """The member merged the two, or it is their own customer, or of somebody they lead."""
    RULES = "rules"
    """The member manages both who met at a customer, or runs the bot."""
    INVITES = "invites"
    """The member may invite."""
    LEADS = "leads"
    """The member leads a team, or runs the bot."""
    ADMINISTERS = "administers"
    """The member runs the bot."""


BY_ROLE = {
    Right.MEMBER: frozenset(Role),
    Right.INVITES: frozenset({Role.MANAGER, Role.ADMIN}),
    Right.LEADS: frozenset({Role.MANAGER, Role.ADMIN}),
    Right.ADMINISTERS: frozenset({Role.ADMIN}),
}
"""Rights that hang on the member's roles alone."""


def role_allows(right: Right, roles: Iterable[Role]) -> bool:
    """Whether somebody with these roles may at all, for some subject."""
    return right not in BY_ROLE or not BY_ROLE[right].isdisjoint(roles)


@dataclass(frozen=True, slots=True)
class Action:
    """What a button or a command does. `subject` names the argument of a button that holds the id it acts on."""

    name: str
    right: Right
    subject: str | None = None
