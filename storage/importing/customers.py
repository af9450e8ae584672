"""A list of customers: each line finds its card or makes one, and fills in what was empty there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from sales.customers import bare_name
from sales.fields import Field, Of
from sales.hands import Hand
from sales.lists import Fault, Line, Problem
from sales.people import Member
from sales.rights import Whose
from storage.cards.custom_fields import all_fields
from storage.importing.cards import Writing, cards, write
from storage.importing.holders import Card, Holder
from storage.importing.owners import NotYours, Owner, Owners
from storage.importing.register import Register, plain_name
from storage.tables.changes import RowChangeRow


@dataclass(frozen=True, slots=True)
class Into:
    """The change that the lines become part of, by whom, and whether they take the place of what is known."""

    change: int
    by: Hand
    overwrite: bool = False


@dataclass(slots=True)
class Taken:
    """What became of some lines. `new` and `known` count customers and lines, `differing` lines that say otherwise."""

    new: int = 0
    known: int = 0
    differing: int = 0
    problems: list[Problem] = field(default_factory=list)


class CustomerList:
    """Takes lines in, some hundred at a time. Without a change it only says what would become of them."""

    def __init__(self, session: Session, by: Member, into: Into | None = None) -> None:
        self._by = by
        self._into = into
        self._overwrite = into is not None and into.overwrite
        self._register = Register(session)
        self._owners = Owners(session, by)
        self._fields = all_fields(session)
        # This list may have been interrupted: what it made before is its own.
        self._made = customers_made(session, into.change) if into else set()
        self._unwritten: dict[int, Card] = {}
        self._provisional = 0

    def take(self, session: Session, lines: Sequence[Line]) -> Taken:
        """Work on these lines; in a transaction together with the mark that they are done."""
        self._register.renew(session)
        taken = Taken()
        placed = [(line, self._place(session, line, taken)) for line in lines]
        there = {number for _, number in placed if number is not None and number > 0}
        known = {**cards(session, there, frozenset(self._made)), **self._unwritten}
        for line, number in placed:
            if number is not None and number in known:
                self._fill(known[number], line, taken)
        self._write(session, known)
        return taken

    def _place(self, session: Session, line: Line, taken: Taken) -> int | None:
        """The customer that the line means; one that is new has a number below zero until it is written."""
        owner = self._owners.named(line.get("owner"))
        if isinstance(owner, NotYours):
            taken.problems.append(_left_out(line, "owner", Fault.NOT_YOURS))
            return None
        found = self._register.find(name=line.get("name"), code=line.get("code"), phones=line.all("phone"))
        if found.several:
            taken.problems.append(_left_out(line, "name", Fault.SEVERAL_CUSTOMERS))
            return None
        if found.id is None:
            taken.new += 1
            return self._open(session, line, owner)
        if found.id > 0 and not self._owners.may_change(self._register.whose(found.id)):
            taken.problems.append(_left_out(line, "name", Fault.TAKEN))
            return None
        taken.known += found.id > 0 and found.id not in self._made
        return found.id

    def _open(self, session: Session, line: Line, owner: Owner) -> int:
        """A card for a customer who is new."""
        if owner.name and owner.id is None and self._into is not None:
            owner = self._owners.put_down(session, owner)
        self._provisional -= 1
        number = self._provisional
        card = Card(line.get("name"), whose=Whose(number, owner.id, owner.team), made=True)
        card.columns = {"owner_id": owner.id, "team_id": owner.team}
        self._unwritten[number] = card
        self._register.add(card.whose, card.name)
        return number

    def _fill(self, card: Card, line: Line, taken: Taken) -> None:
        differs = False
        person: Holder | None = None
        for name in line.values:
            known = self._fields.get(name)
            if known is None:
                continue
            if known.of is Of.CONTACT:
                person = person or _person(card, line)
                differs |= self._fill_in(person, known, line)
            else:
                differs |= self._fill_in(card, known, line)
        if person is None and line.get("contact"):
            _person(card, line)
        differs |= self._owner_differs(card, line)
        _call(card, line)
        taken.differing += differs and not card.made

    def _fill_in(self, holder: Holder, known: Field, line: Line) -> bool:
        # The first of several numbers is the one that is shown, and the last that is written is shown.
        values = line.all(known.name)[::-1] if known.many else (line.get(known.name),)
        differing = [holder.fill(known, value, overwrite=self._overwrite) for value in values]
        return any(differing)

    def _owner_differs(self, card: Card, line: Line) -> bool:
        """A customer without owner gets one; one who has an owner changes hands only where that is wished."""
        owner = self._owners.named(line.get("owner"))
        if card.made or not line.get("owner") or isinstance(owner, NotYours) or owner.id is None:
            return False
        if card.columns["owner_id"] in (None, owner.id) or self._overwrite:
            card.set("owner_id", owner.id)
            card.set("team_id", owner.team)
            return False
        return True

    def _write(self, session: Session, known: dict[int, Card]) -> None:
        if self._into is not None:
            write(session, known.values(), Writing(self._into.by, self._into.change))
            for card in self._unwritten.values():
                number = card.id or 0
                self._made.add(number)
                self._register.replace(card.whose, Whose(number, card.whose.owner, card.whose.team), card.name)
        self._unwritten.clear()


def _left_out(line: Line, column: str, fault: Fault) -> Problem:
    return Problem(line.row, column, fault, line.get(column), whole=True)


def _person(card: Card, line: Line) -> Holder:
    """The person of whom the line speaks; where it names nobody, whoever answers there has the customer's name."""
    name = line.get("contact") or line.get("name")
    numbers = {*line.all("phone")}
    for person in card.people:
        if bare_name(person.name) == bare_name(name):
            return person
        if not line.get("contact") and numbers & {person.columns.get("phone"), *person.facts.get("phone", ())}:
            return person
    person = Holder(name)
    card.people.append(person)
    return person


def _call(card: Card, line: Line) -> None:
    """Other names of the customer, and the code that their own list gives."""
    there = {plain_name(name) for name in (card.name, *card.aliases, *card.new_aliases)}
    for name in (*line.all("alias"), *filter(None, [line.get("code")])):
        if plain_name(name) not in there:
            card.new_aliases.append(name)
            there.add(plain_name(name))


def customers_made(session: Session, change: int) -> set[int]:
    """Customers that a change put on record."""
    made = select(RowChangeRow.row_key, RowChangeRow.before).where(
        col(RowChangeRow.change_set_id) == change, col(RowChangeRow.table_name) == "customer"
    )
    return {key[0] for key, before in session.exec(made) if before is None}
