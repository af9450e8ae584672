"""Whose the customers of a list become: members by name; those who have not enrolled yet wait under their name."""

from dataclasses import dataclass

from sqlmodel import Session

from sales.customers import short_code
from sales.people import Member, Role
from sales.rights import Whose, may_change
from storage.company.people import add_place, members
from storage.company.teams import teams
from storage.importing.register import plain_name
from storage.tables.people import MemberRow


@dataclass(frozen=True, slots=True)
class Owner:
    """Who a customer goes to, and the team it stands in; without id a member who is still to be put down."""

    id: int | None
    team: int | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class NotYours:
    """The one who sends the list may not give customers to that person."""


class Owners:
    """The people of the company, as the one who sends the list may give customers to them."""

    def __init__(self, session: Session, by: Member) -> None:
        self._by = by
        self._leads = by.sees_all or bool(by.leads)
        led = [place.team for place in by.places if place.role is Role.MANAGER]
        # Where customers and people of the list stand who have no place yet.
        self._team = teams(session).root if by.sees_all else next(iter(led), by.team)
        self._own = Owner(None, self._team) if self._leads else Owner(by.id, by.team, by.name)
        self._known: dict[str, Owner] = {}
        self._said: dict[str, Owner | NotYours] = {}
        for member in members(session):
            owner = Owner(member.id, member.team, member.name)
            self._known[short_code(member.id).casefold()] = owner
            # Of two people with one name the first keeps it; the code tells them apart.
            self._known.setdefault(plain_name(member.name), owner)

    def named(self, written: str) -> Owner | NotYours:
        """Nobody named: a rep's own; the pool, where a manager or administrator sends the list."""
        if written not in self._said:
            self._said[written] = self._named(written)
        return self._said[written]

    def _named(self, written: str) -> Owner | NotYours:
        if not written:
            return self._own
        known = self._known.get(plain_name(written))
        if known is None:
            return Owner(None, self._team, " ".join(written.split())) if self._leads else NotYours()
        return known if self._may_give_to(known) else NotYours()

    def put_down(self, session: Session, owner: Owner) -> Owner:
        """Have a member wait for their enrolment, under the name as the list has it."""
        key = plain_name(owner.name)
        known = self._known.get(key)
        if known is None:
            row = MemberRow(name=owner.name, language=self._by.language, zone=self._by.zone.key)
            session.add(row)
            session.flush()
            add_place(session, member=row.id or 0, role=Role.REP, team=owner.team or 0)
            known = self._known[key] = Owner(row.id, owner.team, owner.name)
            self._said.clear()
        return known

    def may_change(self, whose: Whose) -> bool:
        return may_change(self._by, whose)

    def _may_give_to(self, owner: Owner) -> bool:
        return owner.id == self._by.id or self._by.sees_all or owner.team in self._by.leads
