"""People as commands name them, and for whom a member may decide."""

from collections.abc import Iterable

from handlers.desk import Desk
from sales.people import Member
from storage.company import people


def plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def named(members: Iterable[Member], words: str) -> list[Member]:
    """Who is called so; where nobody is called exactly so, those whose name has these words in it."""
    wanted = plain(words)
    there = [(plain(member.name), member) for member in members]
    exact = [member for name, member in there if name == wanted]
    return exact or [member for name, member in there if wanted and wanted in name]


def leads(by: Member, other: Member) -> bool:
    """Whether `by` may decide for this member: runs the bot, or leads a team in which they stand."""
    return by.sees_all or any(place.team in by.leads for place in other.places)


def led(desk: Desk) -> list[Member]:
    """Everybody for whom the member may decide, themselves apart."""
    return [other for other in people.members(desk.session) if other.id != desk.member.id and leads(desk.member, other)]
