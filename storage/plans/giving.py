"""Follow-ups that are given to a colleague: who is meant, what they answered, and in whose hands it is."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.people import Member
from storage.company.audit import Subject, note
from storage.company.covers import is_on_leave
from storage.company.people import members
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import TellingRow

_FAMILIAR = ("小", "老", "阿")
"""Before the surname of somebody one knows: 小李."""


def colleague_named(session: Session, who: str, *, teller: int) -> int | None:
    """The one colleague of that name; None: there is none, or there are several."""
    others = select(MemberRow.id, MemberRow.name).where(col(MemberRow.active), col(MemberRow.id) != teller)
    known = [(number or 0, name) for number, name in session.exec(others.order_by(col(MemberRow.id)))]
    for is_meant in (_is_called, _is_first_name, _is_familiar):
        found = [number for number, name in known if is_meant(who.strip(), name)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_called(who: str, name: str) -> bool:
    return who.casefold() == name.casefold()


def _is_first_name(who: str, name: str) -> bool:
    return who.casefold() in name.casefold().split()


def _is_familiar(who: str, name: str) -> bool:
    return len(who) > 1 and who[0] in _FAMILIAR and name.startswith(who[1:])


def give(session: Session, row: FollowUpRow, *, teller: int) -> None:
    """It is theirs to accept; a colleague who was named before keeps their answer."""
    given = colleague_named(session, row.who, teller=teller) if row.who else None
    if given != row.given_to:
        row.given_to, row.accepted = given, None


def find_given(session: Session, *, chat: int, message: int, slot: int) -> FollowUpRow | None:
    told = select(FollowUpRow).join(TellingRow, col(TellingRow.id) == col(FollowUpRow.telling_id))
    told = told.where(col(TellingRow.chat_id) == chat, col(TellingRow.message_id) == message)
    return session.exec(told.where(col(FollowUpRow.slot) == slot)).first()


def answer(session: Session, *, follow_up: int, accepted: bool, by: Hand) -> None:
    row = session.get_one(FollowUpRow, follow_up)
    row.accepted = accepted
    note(session, "follow_up.accepted" if accepted else "follow_up.refused", Subject("follow_up", row.id), by)


def colleagues(session: Session, member: Member, *, but: Collection[int | None] = ()) -> list[tuple[int, str]]:
    """Whom the member can ask to do something, with their names: the others of their teams who are there."""
    teams = {place.team for place in member.places}
    there = [
        (one.id, one.name)
        for one in members(session)
        if one.id not in {member.id, *but}
        and one.chat is not None
        and not teams.isdisjoint(place.team for place in one.places)
        and not is_on_leave(session, one.id)
    ]
    return sorted(there, key=lambda one: (one[1], one[0]))


def hand_on(session: Session, *, follow_up: int, to: int, by: Hand) -> None:
    """That colleague is asked; until they answer it stays where it is."""
    row = session.get_one(FollowUpRow, follow_up)
    row.given_to, row.accepted = to, None
    note(session, "follow_up.handed_on", Subject("follow_up", row.id), by)


def take_back(session: Session, *, follow_up: int, by: Hand) -> None:
    """It is its owner's again, whatever the colleague answered."""
    row = session.get_one(FollowUpRow, follow_up)
    row.given_to, row.accepted = None, None
    note(session, "follow_up.kept", Subject("follow_up", row.id), by)


def in_hands_of(whose: Collection[int]) -> ColumnElement[bool]:
    """What these are to do: their own that no colleague took on, and what they took on for others."""
    here = select(MemberRow.id).where(col(MemberRow.active))
    passed_on = col(FollowUpRow.accepted).is_(True) & col(FollowUpRow.given_to).in_(here)
    taken_on = col(FollowUpRow.accepted).is_(True) & col(FollowUpRow.given_to).in_(whose)
    return or_(taken_on, col(FollowUpRow.owner_id).in_(whose) & passed_on.is_not(True))


def hands(session: Session, follow_ups: Iterable[int]) -> Mapping[int, int]:
    """Who took these on and is there; while they are on leave, or once they left, it is its owner's again."""
    taken = select(FollowUpRow.id, FollowUpRow.given_to).where(
        col(FollowUpRow.id).in_(list(follow_ups)), col(FollowUpRow.accepted).is_(True)
    )
    found = {number or 0: member or 0 for number, member in session.exec(taken)}
    there = {member for member in found.values() if _is_there(session, member)}
    return {number: member for number, member in found.items() if member in there}


def _is_there(session: Session, member: int) -> bool:
    row = session.get(MemberRow, member)
    return row is not None and row.active and row.reachable and not is_on_leave(session, member)
