"""A list of customers: each line finds its card or makes one, and fills in what was empty there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from sales.customers import bare_name
from sales.fields import Field, Of
from sales.hands import Hand
from sales.lists import Fault, Line, Problem, Resembling
from sales.moments import local_day
from sales.people import Member
from sales.rights import Whose
from storage.cards.custom_fields import all_fields
from storage.importing.cards import Writing, cards, write
from storage.importing.holders import Card, Holder
from storage.importing.owners import NotYours, Owner, Owners
from storage.importing.register import Register, plain_name
from storage.importing.resembling import RESEMBLES, Compare, Lookout, Resemblance, problems, remembered
from storage.tables.changes import RowChangeRow


@dataclass(frozen=True, slots=True)
class Into:
    """The change that the lines become part of, by whom, and whether they take the place of what is known."""

    change: int
    by: Hand
    overwrite: bool = False
    resembling: Resembling = Resembling.LEAVE


@dataclass(slots=True)
class Taken:
    """What became of some lines. `new` and `known` count customers and lines, `differing` lines that say otherwise.

    `resembling` are the lines that look like customers on record, `passed_over` how many of them were left out.
    """

    new: int = 0
    known: int = 0
    differing: int = 0
    passed_over: int = 0
    resembling: list[tuple[Line, Resemblance]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class CustomerList:
    """Takes lines in, some hundred at a time: into a change, or weighing only what would become of them."""

    def __init__(self, session: Session, by: Member, into: Into | Compare) -> None:
        self._by = by
        self._into = into if isinstance(into, Into) else None
        self._register = Register(session)
        self._owners = Owners(session, by)
        self._resemblance = remembered if isinstance(into, Into) else Lookout(self._register, self._owners, into).of
        self._fields = all_fields(session)
        # This list may have been interrupted: what it made before is its own.
        self._made = customers_made(session, self._into.change) if self._into else set()
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
        taken.problems += problems(session, taken.resembling)
        return taken

    def _place(self, session: Session, line: Line, taken: Taken) -> int | None:
        """The customer that the line means; one that is new has a number below zero until it is written."""
        owner = self._owners.named(line.get("owner"))
        if isinstance(owner, NotYours):
            taken.problems.append(_left_out(line, "owner", Fault.NOT_YOURS))
            return None
        found = self._register.find(name=line.get("name"), code=line.get("code"))
        if found.several:
            taken.problems.append(_left_out(line, "name", Fault.SEVERAL_CUSTOMERS))
            return None
        if found.id is None:
            return self._place_new(session, line, owner, taken)
        if found.id > 0 and not self._owners.may_change(self._register.whose(found.id)):
            taken.problems.append(_left_out(line, "name", Fault.TAKEN))
            return None
        taken.known += found.id > 0 and found.id not in self._made
        return found.id

    def _place_new(self, session: Session, line: Line, owner: Owner, taken: Taken) -> int | None:
        """Nobody on record has this name; a line that looks like somebody all the same goes where it was said."""
        seen = self._resemblance(session, line)
        if seen is not None and self._register.has(seen.customer):
            if self._into is None:
                taken.resembling.append((line, seen))
                return None
            if not self._owners.may_change(self._register.whose(seen.customer)):
                return None
            if self._into.resembling is Resembling.LEAVE:
                taken.passed_over += 1
                return None
            if self._into.resembling is Resembling.SAME:
                taken.known += 1
                return seen.customer
        taken.new += 1
        return self._open(session, line, owner)

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
        differing = [holder.fill(known, value, overwrite=self._overwrites) for value in values]
        return any(differing)

    def _owner_differs(self, card: Card, line: Line) -> bool:
        """A customer without owner gets one; one who has an owner changes hands only where that is wished."""
        owner = self._owners.named(line.get("owner"))
        if card.made or not line.get("owner") or isinstance(owner, NotYours) or owner.id is None:
            return False
        if card.columns["owner_id"] in (None, owner.id) or self._overwrites:
            self._hand_over(card, owner)
            return False
        return True

    def _hand_over(self, card: Card, owner: Owner) -> None:
        """The clock of the pool begins anew with a new owner."""
        if self._into is not None and card.columns["owner_id"] != owner.id:
            card.set("owned_on", local_day(self._into.by.now, self._by.zone))
            card.set("pool_warned_on", None)
        card.set("owner_id", owner.id)
        card.set("team_id", owner.team)

    @property
    def _overwrites(self) -> bool:
        return self._into is not None and self._into.overwrite

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
    name = line.get("contact") or card.name
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
    """Other names of the customer, that of the list among them, and the code that their own list gives."""
    there = {plain_name(name) for name in (card.name, *card.aliases, *card.new_aliases)}
    called = line.get("name") if line.get(RESEMBLES) else ""
    for name in filter(None, (called, *line.all("alias"), line.get("code"))):
        if plain_name(name) not in there:
            card.new_aliases.append(name)
            there.add(plain_name(name))


def customers_made(session: Session, change: int) -> set[int]:
    """Customers that a change put on record."""
    made = select(RowChangeRow.row_key, RowChangeRow.before).where(
        col(RowChangeRow.change_set_id) == change, col(RowChangeRow.table_name) == "customer"
    )
    return {key[0] for key, before in session.exec(made) if before is None}
