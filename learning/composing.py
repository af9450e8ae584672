"""Puts messages together from plain clauses: what a clause tells is learned apart from what stands beside it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from learning.chance import Chance
from learning.corpus import FOLDER, Block, Json, MisfitError, line_of

CLAUSES = Path(__file__).parent / "clauses"
_WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
DAYS, PAST, SUMS, JOINS, TURNS = (_WORDS[name] for name in ("days", "past", "sums", "joins", "turns"))
OPENINGS = ("visit", "visit", "visit", "call", "call")
EVENTS = (
    "feedback",
    "feedback",
    "complaint",
    "complaint",
    "opportunity",
    "opportunity",
    "order",
    "order",
    "payment",
    "payment",
)
SMALL_LETTERS = 0.3
PLAIN = 0.35
"""The share of clauses in the words that come to mind first."""


@cache
def clauses(language: str) -> dict[str, list[str]]:
    """Lines by class, such as "visit" or "complaint.price.high"."""
    return {
        path.name.removeprefix(f"{language}-").removesuffix(".txt"): [
            line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
        ]
        for path in sorted(CLAUSES.glob(f"{language}-*.txt"))
    }


@cache
def _with_plain(language: str) -> frozenset[str]:
    return frozenset(name.split(".")[0] for name in clauses(language) if name.endswith(".plain"))


@cache
def names(language: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Customers as the directory spells them and as they are said, and people, of our labelled messages."""
    customers, people = set(), set()
    for path in FOLDER.glob("*.txt"):
        for row in path.read_text(encoding="utf-8").splitlines():
            first, _, rest = row.partition(" ")
            name, _, said = (one.strip() for one in rest.partition("|"))
            if first == "=" and name not in ("new", "nobody") and _is(said or name, language):
                customers.add((name, said or name))
            if first == "with":
                people |= {one.strip() for one in re.split("[,,、]", rest) if _is(one, language)}
    return sorted(customers), sorted(people)


def _is(text: str, language: str) -> bool:
    return text.isascii() == (language == "en") and bool(text.strip())


def composed(count: int, seed: str = "seven") -> list[Json]:
    """Messages of both languages in turn; those whose words cannot be laid over their labels are left out."""
    made = [_Message("en" if turn % 2 else "zh", Chance(f"{seed} {turn}")).block() for turn in range(count)]
    return [line for block in made if (line := _line(block))]


def _line(block: Block) -> Json | None:
    try:
        return line_of(block, [])
    except MisfitError:
        return None


@dataclass(slots=True)
class _Message:
    language: str
    chance: Chance
    labels: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def block(self) -> Block:
        count = self.chance.choice((1,) * 8 + (2,) * 3 + (3,))
        text = self.chance.choice(TURNS[self.language]).join(
            self._told(name, said, aside=count > 1 and self.chance.under(0.25)) for name, said in self._customers(count)
        )
        small = self.language == "en" and self.chance.under(SMALL_LETTERS)
        labels = [_lower(one) for one in self.labels] if small else self.labels
        return Block(text.lower() if small else text, labels, "composed")

    def _customers(self, count: int) -> list[tuple[str, str]]:
        some: dict[str, str] = {}
        while len(some) < count:
            name, said = self.chance.choice(names(self.language)[0])
            if not any(said in other or other in said for other in some.values()):
                some[name] = said
        return list(some.items())

    def _told(self, name: str, said: str, *, aside: bool) -> str:
        if aside:
            self.labels.append(f"aside {name} | {said}")
            return self._filled(self._clause("aside", named=True), said, "")[0]
        self.labels.append(f"= {name} | {said}")
        self.person = person = self.chance.choice(names(self.language)[1]) if self.chance.under(0.5) else ""
        pieces: list[str] = []
        shown = False
        entries = 0
        self.met = ""
        for kind in self._kinds():
            clause = self._clause(kind, named=not pieces)
            text, labels = self._filled(clause, said, person, kind)
            shown = shown or bool(person and "{p}" in clause)
            entries += kind not in ("plan", "request", "nothing", "spent")
            self.labels += labels
            pieces.append(text)
        if shown and entries:
            self.labels.append(f"with {person}")
        return self.chance.choice(JOINS[self.language]).join(pieces)

    def _kinds(self) -> list[str]:
        kinds = [self.chance.choice(OPENINGS)] if self.chance.under(0.5) else []
        for _ in range(self.chance.choice((0, 1, 1, 1, 2) if kinds else (0, 1, 1, 2))):
            kind = self.chance.choice(EVENTS)
            kinds += [] if kind in kinds else [kind]
        kinds += ["note"] if not kinds and self.chance.under(0.5) else []
        for kind, share in (("nothing", 0.25), ("spent", 0.03)):
            if self.chance.under(share):
                kinds.insert(self.chance.choice(range(len(kinds) + 1)), kind)
        asking = 0.35 if "complaint" in kinds else 0.12
        ahead = "plan" if self.chance.under(0.45) else "request" if self.chance.under(asking) else ""
        if ahead or not kinds:
            place = len(kinds) if self.chance.under(0.8) else self.chance.choice(range(len(kinds) + 1))
            kinds.insert(place, ahead or "plan")
        return kinds

    def _clause(self, kind: str, *, named: bool) -> str:
        plain = kind in _with_plain(self.language) and self.chance.under(PLAIN)
        some = [
            (one.removesuffix(".plain"), line)
            for one, lines in clauses(self.language).items()
            if one.split(".")[0] == kind and plain == one.endswith(".plain")
            for line in lines
        ]
        fit = [one for one in some if ("{c}" in one[1]) == named and (self.person or "{p}" not in one[1])] or some
        self.kind, clause = self.chance.choice(fit)
        if named and "{c}" not in clause:
            clause = "{c}: " + clause if self.language == "en" else "{c}," + clause
        return clause

    kind: str = ""
    person: str = ""
    met: str = ""
    """The words for the day on which the customer was met; what was told there has the same day."""

    def _filled(self, clause: str, said: str, person: str, kind: str = "") -> tuple[str, list[str]]:
        day, past, money = self._fresh(DAYS), self._fresh(PAST), self._fresh(SUMS)
        clause = clause if person else re.sub(r"\{p\}", "they" if self.language == "en" else "他们", clause)
        text = clause.replace("{c}", said).replace("{p}", person)
        for mark, words in (("{d}", day), ("{t}", past), ("{n}", money)):
            text = text.replace(mark, words)
        return text, list(self._labels(kind, clause, day, past, money))

    def _labels(self, kind: str, clause: str, day: str, past: str, money: str) -> Iterator[str]:
        if kind in ("nothing", "spent", "aside", ""):
            return
        if kind in ("plan", "request"):
            yield f"do {day if '{d}' in clause else '-'} | {clause}"
            return
        carries = "{n}" in clause and kind in ("order", "payment", "opportunity", "complaint")
        label = self.kind.replace(".", " ") + (f" sum {money}" if carries else "")
        own = past if "{t}" in clause else ""
        self.met = self.met or (own if kind in ("visit", "call") else "")
        yield label + (f" on {own or self.met}" if own or self.met else "")

    def _fresh(self, some: dict[str, list[str]]) -> str:
        left = [one for one in some[self.language] if not any(one in other or other in one for other in self.used)]
        chosen = self.chance.choice(left or some[self.language])
        self.used.add(chosen)
        return chosen


def _lower(label: str) -> str:
    """The words of the message in small letters, the directory's name as it is."""
    first, _, rest = label.partition(" ")
    if first in ("=", "aside"):
        name, _, said = rest.partition("|")
        return f"{first} {name}|{said.lower()}"
    return label.lower()
