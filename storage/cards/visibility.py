"""The one rule of who sees which customer, as every query on customers and on what hangs on them carries it."""

from sqlalchemy import BindParameter, ColumnElement, bindparam, false, or_, true
from sqlmodel import col

from sales.people import Member, Role
from sales.rights import SEES, Part, Tie, Whose, kinds_within, parts_of
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow


def visible(member: Member, part: Part = Part.NAME) -> ColumnElement[bool]:
    """The customers of which the member may see this part of the card (sales/rights.py).

    What an undone message put on record, and what was merged into another customer, is seen by nobody.
    """
    tied = [_TIED[tie](member) for tie in Tie if part in SEES[tie]]
    # What cannot hold is left out, so that the database sees plain conditions that its indexes serve.
    return col(CustomerRow.withdrawn).is_(False) & or_(false(), *(one for one in tied if one is not None))


def entry_visible(member: Member) -> ColumnElement[bool]:
    """The entries that the member may see, in a query that joins them to their customers."""
    if Role.CARE not in member.roles:
        return visible(member)
    parts = {part: kinds_within(frozenset({part})) for part in Part}
    return or_(*(visible(member, part) & col(EntryRow.kind).in_(sorted(kinds)) for part, kinds in parts.items()))


def claimable(member: Member) -> ColumnElement[bool]:
    """The pool as far as it is open to the member: customers without owner in the teams where they stand, or in none.

    Their names may be listed for a claim; the card opens once they are claimed.
    """
    team = col(CustomerRow.team_id)
    theirs = or_(team.is_(None), team.in_(sorted({place.team for place in member.places} | member.leads)))
    unowned = col(CustomerRow.owner_id).is_(None) & col(CustomerRow.withdrawn).is_(False)
    return unowned & (true() if member.sees_all else theirs)


def whose(row: CustomerRow) -> Whose:
    return Whose(row.id or 0, row.owner_id, row.team_id)


def seen_of(member: Member, row: CustomerRow) -> frozenset[Part]:
    """The parts of this customer's card that the member may see."""
    return frozenset() if row.withdrawn else parts_of(member, whose(row))


def _is_owner(member: Member) -> ColumnElement[bool]:
    return col(CustomerRow.owner_id) == member.id


def _covers(member: Member) -> ColumnElement[bool] | None:
    return col(CustomerRow.owner_id).in_(sorted(member.covers)) if member.covers else None


def _shares(member: Member) -> ColumnElement[bool] | None:
    # Written out, for an engine takes some ten thousand parameters at most.
    shared: BindParameter[int] = bindparam(
        "shared", sorted(member.shared), expanding=True, literal_execute=True, unique=True
    )
    return col(CustomerRow.id).in_(shared) if member.shared else None


def _leads(member: Member) -> ColumnElement[bool] | None:
    return col(CustomerRow.team_id).in_(sorted(member.leads)) if member.leads else None


def _cares(member: Member) -> ColumnElement[bool] | None:
    return true() if Role.CARE in member.roles else None


def _administers(member: Member) -> ColumnElement[bool] | None:
    return true() if member.sees_all else None


_TIED = {
    Tie.OWNER: _is_owner,
    Tie.COVER: _covers,
    Tie.SHARE: _shares,
    Tie.MANAGER: _leads,
    Tie.CARE: _cares,
    Tie.ADMIN: _administers,
}
