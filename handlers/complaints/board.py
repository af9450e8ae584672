"""/complaints: the board of those that are not closed, with filters and pages."""

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Outcome


def board(desk: Desk, args: Args) -> Outcome:
    """As a new message for the command, in place for a filter, a page or the way back."""
    facts: Facts = {"only": str(args.get("only", "open")), "page": int(args.get("page", 1))}
    return Outcome(messages=(desk.reply("complaints", facts, edits=desk.pressed if args else None),))
