"""Writes the tables of docs/rights.md from sales/rights.py and sales/actions.py; run as a module."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sales.actions import ACTIONS, BY_ROLE, Action, Right
from sales.commands import COMMANDS
from sales.people import Role
from sales.rights import CHANGES, GIVES_AWAY, SEES, Part, Tie

PAGE = Path(__file__).parents[2] / "docs" / "rights.md"
_MARK = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_TIES = {
    Tie.OWNER: "owner",
    Tie.COVER: "stands in for the owner",
    Tie.SHARE: "shared with them",
    Tie.MANAGER: "leads the team",
    Tie.CARE: "customer care",
    Tie.ADMIN: "administrator",
}
_PARTS = {
    Part.NAME: "name, other names, owner",
    Part.CONTACTS: "people with numbers and addresses",
    Part.BIRTHDAYS: "birthdays",
    Part.COMPLAINTS: "complaints",
    Part.ENTRIES: "visits, calls, feedback, notes",
    Part.PLANS: "follow-ups",
    Part.MONEY: "orders, payments, sums, credit, debts",
    Part.DEALINGS: "opportunities, quotes, contracts",
    Part.FACTS: "what is known, field by field",
}
WORDS = {
    Right.MEMBER: "every member",
    Right.TOLD: "who told the message, those who lead them, administrators",
    Right.OWNS: "whose follow-up it is, who stands in, those who lead them, administrators",
    Right.REMINDED: "for whom the reminder is, who stands in, those who lead them, administrators",
    Right.SEES: "who sees the customer (a complaint: also those who lead its teller)",
    Right.CHANGES: "who may change the customer",
    Right.GIVES_AWAY: "who may give the customer away",
    Right.DECIDES: "whose leave, team or hand-over it is, those who lead them, administrators",
    Right.SENT: "who sent the list",
    Right.MERGED: "who merged the two, whose customer it is, those who lead them, administrators",
    Right.RULES: "who leads both members, administrators",
}


def written(page: str) -> str:
    """The page with its tables as the code says."""
    tables = {"cards": _cards(), "commands": _commands(), "buttons": _buttons()}
    return _MARK.sub(lambda found: found[1] + "".join(f"{line}\n" for line in tables[found[2]]) + found[3], page)


def _cards() -> Iterator[str]:
    yield _row(["", *_TIES.values()])
    yield _row(["---"] * (len(_TIES) + 1))
    for part, words in _PARTS.items():
        yield _row([words, *("yes" if part in SEES[tie] else "" for tie in _TIES)])
    yield _row(["may change the card", *("yes" if tie in CHANGES else "" for tie in _TIES)])
    yield _row(["may give it to somebody else", *("yes" if tie in GIVES_AWAY else "" for tie in _TIES)])


def _commands() -> Iterator[str]:
    yield _row(["command", *(role.value for role in Role)])
    yield _row(["---"] * (len(Role) + 1))
    for command in sorted(COMMANDS.values(), key=lambda one: one.name):
        held = BY_ROLE[command.right]
        yield _row([f"`/{command.name}`", *("yes" if role in held else "" for role in Role)])


def _buttons() -> Iterator[str]:
    yield _row(["who", "buttons"])
    yield _row(["---"] * 2)
    for right in Right:
        of = [action for action in ACTIONS.values() if action.right is right]
        if of:
            yield _row([_who(right), _names(of)])


def _who(right: Right) -> str:
    return WORDS[right] if right in WORDS else ", ".join(sorted(BY_ROLE[right]))


def _names(actions: Iterable[Action]) -> str:
    return ", ".join(f"`{action.name}`" for action in sorted(actions, key=lambda one: one.name))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
