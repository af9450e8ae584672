"""A number or address that was put on a person may stand on somebody else: whether it does is seen when it is said."""

from handlers.desk import Desk
from handlers.outcome import Message
from sales.known import About
from storage.duplicates.reach import REACHES


def reached(desk: Desk, of: About, field: str) -> tuple[Message, ...]:
    """What is said below the change; nothing, where the number stands nowhere else."""
    if field not in REACHES or of.contact is None:
        return ()
    return (desk.reply("same_reach", {"contact": of.contact, "field": field}),)
