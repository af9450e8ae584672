"""What happened: one entry for each kind and customer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sales.kinds import Category, Kind
from understanding.dates.policy import happened
from understanding.findings import FoundEntry, Moment, Span
from understanding.message.actions import MARKS, loose
from understanding.message.amounts import LEVEL, amounts, sold
from understanding.message.clauses import Clause
from understanding.message.feedback_subject import feedback_subject
from understanding.message.follow_ups import Ahead, mention
from understanding.message.items import items
from understanding.message.notice import SURE_ENOUGH, Noticed
from understanding.message.people import Person
from understanding.message.pieces import of_kind
from understanding.message.scenes import Scene
from understanding.message.talks import subject
from understanding.message.weighing import Weighed

if TYPE_CHECKING:
    from understanding.message.corrections import Placed

_LEVELS = {Kind.COMPLAINT: 0.35, Kind.FEEDBACK: 0.35}
"""The models hear too little of what customers say in words that are new to them."""
_COMPLAINING = re.compile("complain|issue|problem|投诉|客诉|抱怨")
_LAST_RESORT = 0.2
HARDLY_A_NAME = 0.97
"""What hardly looks like a name has to be plain from all around it."""


def entries(noticed: Noticed, some: Iterable[Weighed], moment: Moment, ahead: Ahead) -> tuple[FoundEntry, ...]:
    return tuple(entry for one in some for entry in _entries(noticed, one, moment, ahead))


def _entries(noticed: Noticed, weighed: Weighed, moment: Moment, ahead: Ahead) -> Iterator[FoundEntry]:
    scene = weighed.scene
    kinds = _kinds(noticed, weighed, ahead)
    own = {kind: _clause(scene, kind, weighed.by_clause) for kind in kinds}
    things = items(noticed, scene, own, ahead)
    ours = {one.who for _, one in ahead}
    people = [one for one in noticed.offered if _is_theirs(noticed, weighed, one) and one.name not in ours]
    sums = amounts(noticed, weighed, kinds)
    for kind in sorted(kinds, key=lambda one: own[one].start):
        clause, amount = own[kind], sums.get(kind)
        said = _words(noticed, scene, kind, own, ahead)
        yield FoundEntry(
            kind=kind,
            customer=mention(noticed, scene),
            on=_on(noticed, weighed, kind),
            text=said,
            contacts=_contacts(people),
            amount=amount.money(moment.currency) if amount else None,
            category=_category(weighed, kind, said),
            severity=weighed.severity if kind is Kind.COMPLAINT else None,
            sentiment=weighed.sentiment if kind is Kind.FEEDBACK else None,
            items=things.get(kind, ()),
            attempt=kind in (Kind.VISIT, Kind.CALL) and _missed(scene),
            spans=(Span(clause.start, clause.end),),
            sure=round(_sure(weighed.kinds), 3),
        )


def _is_theirs(noticed: Noticed, weighed: Weighed, one: Person) -> bool:
    """A name within a customer's name was not weighed by the network; it is as likely as it looks."""
    if one.name in noticed.acquainted and one in weighed.scene.people:
        return True
    otherwise = one.sure if one in weighed.scene.people else 0.0
    return weighed.person.get(one.start, otherwise) >= (LEVEL if one.sure >= SURE_ENOUGH else HARDLY_A_NAME)


def _kinds(noticed: Noticed, weighed: Weighed, ahead: Ahead) -> list[Kind]:
    """What is likely; of a scene that tells nothing else, the likeliest, the sooner the less else it tells."""
    kinds = [kind for kind, chance in weighed.kinds.items() if chance >= _level(noticed, weighed.scene, kind)]
    kinds += [kind] if (kind := sold(noticed, weighed, kinds)) else []
    if kinds == [Kind.NOTE] and not noticed.named and not noticed.cues:
        return []
    kinds += [] if kinds else _attempts(noticed, weighed.scene)
    if kinds or noticed.facts or not noticed.named or len({key for keys in noticed.about for key in keys}) > 1:
        return kinds
    planned = any(clause in weighed.scene.clauses for clause, _ in ahead)
    best = max(weighed.kinds, key=lambda kind: weighed.kinds[kind])
    return [best] if weighed.kinds[best] >= (LEVEL if planned else _LAST_RESORT) else []


def _level(noticed: Noticed, scene: Scene, kind: Kind) -> float:
    """Where it is said that nobody complains, a complaint has to be plain; an opinion where no word of one is said."""
    if kind is Kind.FEEDBACK and not any(clause.has("positive", "negative", "wish") for clause in scene.clauses):
        return LEVEL
    if kind is Kind.COMPLAINT and any(
        cue.name == "denied" and _COMPLAINING.search(noticed.spelled, cue.start, cue.end)
        for clause in scene.clauses
        for cue in clause.cues
    ):
        return LEVEL
    return _LEVELS.get(kind, LEVEL)


def _attempts(noticed: Noticed, scene: Scene) -> list[Kind]:
    """Nobody met or reached: a call that failed if it speaks of calling, else a visit that did."""
    if not _missed(scene) or not noticed.named:
        return []
    return [Kind.CALL if any(clause.has("call") for clause in scene.clauses) else Kind.VISIT]


def _sure(chances: dict[Kind, float]) -> float:
    """How far every kind is from being in doubt."""
    return min(max(chance, 1 - chance) for chance in chances.values())


def _clause(scene: Scene, kind: Kind, by_clause: list[dict[str, float]]) -> Clause:
    """The clause that tells the kind most plainly."""
    return scene.clauses[max(range(len(by_clause)), key=lambda place: by_clause[place][kind.value])]


def _category(weighed: Weighed, kind: Kind, said: str) -> Category | None:
    """The models know complaints; of feedback only its own words tell what it is about."""
    if kind is Kind.FEEDBACK:
        return feedback_subject(said)
    return weighed.category if kind is Kind.COMPLAINT else None


def _words(noticed: Noticed, scene: Scene, kind: Kind, own: dict[Kind, Clause], ahead: Ahead) -> str:
    """Of a meeting or a call only what it was about: the kind says that it was."""
    if kind not in (Kind.VISIT, Kind.CALL):
        return _said(noticed, of_kind(noticed, own[kind], kind), kind)
    others = [*(clause for other, clause in own.items() if other is not kind), *(clause for clause, _ in ahead)]
    return subject(noticed, scene, own[kind], others)


def _said(noticed: Noticed, clause: Clause, kind: Kind) -> str:
    """Without the customer and the day at its ends, which stand beside it; but when somebody may buy is told by it."""
    said = noticed.text[clause.start : clause.end]
    days = [one for one in clause.dates if kind is not Kind.OPPORTUNITY or _is_of_the_talk(noticed, one.start)]
    marked: list[Placed] = [*clause.named, *days]
    for one in sorted(marked, key=lambda one: -one.start):
        if one.end >= clause.end - 1:
            said = loose(said[: one.start - clause.start])
        elif one.start == clause.start:
            said = said[one.end - clause.start :]
    return " ".join(said.split()).strip(MARKS) or noticed.text[clause.start : clause.end].strip()


def _is_of_the_talk(noticed: Noticed, start: int) -> bool:
    return start in noticed.sides and noticed.sides[start].way in ("back", "today", "clock")


def _contacts(people: Iterable[Person]) -> tuple[str, ...]:
    """Everybody once; a first name is not another person than the full name with it."""
    names: list[str] = []
    for one in people:
        if not any(_same(one.name, known) for known in names):
            names = [known for known in names if not _same(known, one.name)] + [one.name]
    return tuple(names)


def _same(short: str, full: str) -> bool:
    a, b = short.casefold(), full.casefold()
    return a == b or b.startswith((a + " ",)) or b.endswith(" " + a) or (len(a) > 1 and not a.isascii() and a in b)


def _on(noticed: Noticed, weighed: Weighed, kind: Kind) -> date:
    """The day behind that most likely tells when it happened, else today."""
    today = noticed.frame.today.date()
    back = replace(noticed.frame, lean=-1)
    days = [(weighed.on[one.start][kind], happened(one.read, back)) for one in noticed.dates if one.start in weighed.on]
    chance, day = max(
        ((chance, day) for chance, day in days if day and day <= today), key=lambda one: one[0], default=(0.0, today)
    )
    return day if chance >= LEVEL else today


def _missed(scene: Scene) -> bool:
    return any(clause.has("missed") for clause in scene.clauses)
