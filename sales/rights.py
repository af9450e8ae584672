"""Who may see what: how a member stands to a customer, and which parts of the card that opens; one table."""

from dataclasses import dataclass
from enum import StrEnum

from sales.fields import FIELDS, FieldKind, Of
from sales.kinds import Kind
from sales.people import Member, Role


class Part(StrEnum):
    """A part of a customer's card, as far as rights tell them apart."""

    NAME = "name"
    """The name with the other names, the code, the owner."""
    CONTACTS = "contacts"
    """The people there with numbers and addresses, and who wants no contact."""
    BIRTHDAYS = "birthdays"
    COMPLAINTS = "complaints"
    ENTRIES = "entries"
    """Visits, calls, feedback, notes, and what happened to the card."""
    PLANS = "plans"
    """Follow-ups."""
    MONEY = "money"
    """Orders, payments, sums, credit and debts."""
    DEALINGS = "dealings"
    """Opportunities, quotes and contracts."""
    FACTS = "facts"
    """What is known of the customer, field by field, without the sums."""


class Tie(StrEnum):
    """How a member stands to a customer."""

    OWNER = "owner"
    COVER = "cover"
    """Stands in for the owner, who is on leave."""
    SHARE = "share"
    """The customer is shared with them."""
    MANAGER = "manager"
    """Leads the customer's team, or one above."""
    CARE = "care"
    ADMIN = "admin"


ALL_PARTS = frozenset(Part)
SEES: dict[Tie, frozenset[Part]] = {
    Tie.OWNER: ALL_PARTS,
    Tie.COVER: ALL_PARTS,
    Tie.SHARE: ALL_PARTS,
    Tie.MANAGER: ALL_PARTS,
    Tie.CARE: frozenset({Part.NAME, Part.CONTACTS, Part.BIRTHDAYS, Part.COMPLAINTS}),
    Tie.ADMIN: ALL_PARTS,
}
CHANGES = frozenset(Tie) - {Tie.CARE}
"""Who may change the card."""
GIVES_AWAY = frozenset({Tie.MANAGER, Tie.ADMIN})
"""Who may hand the customer to somebody else, or settle whose it is."""


@dataclass(frozen=True, slots=True)
class Whose:
    """A customer as far as rights are concerned."""

    id: int
    owner: int | None
    team: int | None


def ties_of(member: Member, whose: Whose) -> frozenset[Tie]:
    """Everything that ties the member to the customer; storage/cards/visibility.py says the same to the database."""
    holds = {
        Tie.OWNER: whose.owner == member.id,
        Tie.COVER: whose.owner in member.covers,
        Tie.SHARE: whose.id in member.shared,
        Tie.MANAGER: whose.team in member.leads,
        Tie.CARE: Role.CARE in member.roles,
        Tie.ADMIN: member.sees_all,
    }
    return frozenset(tie for tie, held in holds.items() if held)


def parts_of(member: Member, whose: Whose) -> frozenset[Part]:
    """What the member may see of the customer; empty: not even that there is one."""
    return frozenset[Part]().union(*(SEES[tie] for tie in ties_of(member, whose)))


def may_change(member: Member, whose: Whose) -> bool:
    return not CHANGES.isdisjoint(ties_of(member, whose))


def may_give_away(member: Member, whose: Whose) -> bool:
    return not GIVES_AWAY.isdisjoint(ties_of(member, whose))


_KINDS = {
    Kind.COMPLAINT: Part.COMPLAINTS,
    Kind.OPPORTUNITY: Part.DEALINGS,
    Kind.ORDER: Part.MONEY,
    Kind.PAYMENT: Part.MONEY,
}
_OWN_PART = {"no_contact": Part.CONTACTS, "birthday": Part.BIRTHDAYS, "anniversary": Part.BIRTHDAYS}
_MONEY_FIELDS = frozenset({"credit_grade", "payment_terms", "purchase_frequency"})


def part_of_kind(kind: Kind) -> Part:
    """The part of the card on which an entry stands. A sum on an entry of any kind belongs to the money."""
    return _KINDS.get(kind, Part.ENTRIES)


def kinds_within(parts: frozenset[Part]) -> frozenset[Kind]:
    """The kinds of entries that these parts show."""
    return frozenset(kind for kind in Kind if part_of_kind(kind) in parts)


def part_of_field(name: str) -> Part:
    """The part of the card on which a field stands; one that an admin added is a fact like others."""
    field = FIELDS.get(name)
    if name in _OWN_PART:
        return _OWN_PART[name]
    if field is not None and (field.kind is FieldKind.MONEY or name in _MONEY_FIELDS):
        return Part.MONEY
    return Part.CONTACTS if field is not None and field.of is Of.CONTACT else Part.FACTS
