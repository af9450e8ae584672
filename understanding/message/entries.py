"""What happened: one entry for each kind and customer."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sales.kinds import SUMS, Category, Kind, Sentiment, Severity
from understanding.dates.policy import happened
from understanding.findings import FoundEntry, Moment, Span
from understanding.message.actions import MARKS
from understanding.message.clauses import Clause
from understanding.message.follow_ups import DUE, Ahead, date_chances, mention
from understanding.message.items import items
from understanding.message.model import models
from understanding.message.money import Sum
from understanding.message.notice import Noticed
from understanding.message.people import Person
from understanding.message.samples import of_clauses, of_scene
from understanding.message.scenes import Scene
from understanding.message.talks import subject

if TYPE_CHECKING:
    from understanding.message.corrections import Placed

LEVEL = 0.45
_LAST_RESORT, _BESIDE_PLANS = 0.2, 0.33
_FOR_A_SUM = 0.15
_HAPPENED, _PERHAPS = 0.5, 0.15
_SUM_ORDER = (Kind.ORDER, Kind.PAYMENT, Kind.OPPORTUNITY, Kind.COMPLAINT)


def entries(noticed: Noticed, some: Iterable[Scene], moment: Moment, ahead: Ahead) -> tuple[FoundEntry, ...]:
    return tuple(entry for scene in some for entry in _entries(noticed, scene, moment, ahead))


def _entries(noticed: Noticed, scene: Scene, moment: Moment, ahead: Ahead) -> Iterator[FoundEntry]:
    sample = of_scene(noticed, scene)
    by_clause = [models()["clauses"].score(*one) for one in of_clauses(noticed, scene)]
    chances = _chances(models()["kinds"].score(*sample), by_clause)
    kinds = _kinds(noticed, scene, chances, ahead)
    own = {kind: _clause(scene, kind, by_clause) for kind in kinds}
    sums = _sums(scene, own)
    things = items(noticed, scene, own, ahead)
    ours = {one.who for _, one in ahead}
    behind = list(_days_behind(noticed, scene))
    for kind in sorted(kinds, key=lambda one: own[one].start):
        clause = own[kind]
        yield FoundEntry(
            kind=kind,
            customer=mention(noticed, scene),
            on=_on(noticed, behind, clause),
            text=_words(noticed, scene, kind, own, ahead),
            contacts=_contacts(one for one in scene.people if one.name not in ours),
            amount=sums[kind].money(moment.currency) if kind in sums else None,
            category=Category(_best("category", sample)) if kind is Kind.COMPLAINT else None,
            severity=Severity(_best("severity", sample)) if kind is Kind.COMPLAINT else None,
            sentiment=Sentiment(_best("sentiment", sample)) if kind is Kind.FEEDBACK else None,
            items=things.get(kind, ()),
            attempt=kind in (Kind.VISIT, Kind.CALL) and _missed(scene),
            spans=(Span(clause.start, clause.end),),
            sure=round(_sure(chances), 3),
        )


def _kinds(noticed: Noticed, scene: Scene, chances: dict[str, float], ahead: Ahead) -> list[Kind]:
    """What is likely; of a scene that tells no entry, the likeliest, the sooner the less else it tells."""
    kinds = [Kind(name) for name, chance in chances.items() if chance >= LEVEL]
    kinds += _for_a_sum(scene, chances, kinds)
    kinds += [] if kinds else _attempts(noticed, scene)
    if kinds or noticed.facts or not noticed.named:
        return kinds
    planned = any(clause in scene.clauses for clause, _ in ahead)
    best = max(chances, key=lambda name: chances[name])
    return [Kind(best)] if chances[best] >= (_BESIDE_PLANS if planned else _LAST_RESORT) else []


def _for_a_sum(scene: Scene, chances: dict[str, float], kinds: list[Kind]) -> list[Kind]:
    """What is plainly money belongs to an order, a payment or a chance, if one of them is at all likely."""
    plain = any(one.strength > 1 and not one.spent for clause in scene.clauses for one in clause.sums)
    best = max(_SUM_ORDER[:-1], key=lambda kind: chances[kind.value])
    return [best] if plain and not set(kinds) & SUMS and chances[best.value] >= _FOR_A_SUM else []


def _attempts(noticed: Noticed, scene: Scene) -> list[Kind]:
    """Nobody met or reached: a call that failed if it speaks of calling, else a visit that did."""
    if not _missed(scene) or not noticed.named:
        return []
    return [Kind.CALL if any(clause.has("call") for clause in scene.clauses) else Kind.VISIT]


def _best(model: str, sample: tuple[str, list[str]]) -> str:
    scores = models()[model].score(*sample)
    return max(scores, key=lambda name: scores[name])


def _sure(chances: dict[str, float]) -> float:
    """How far every kind is from being in doubt."""
    return min(max(chance, 1 - chance) for chance in chances.values())


def _chances(whole: dict[str, float], by_clause: list[dict[str, float]]) -> dict[str, float]:
    """The mean of two views: of the scene as a whole, and of its clauses, one of which has to tell the kind."""
    return {name: (chance + 1 - math.prod(1 - one[name] for one in by_clause)) / 2 for name, chance in whole.items()}


def _clause(scene: Scene, kind: Kind, by_clause: list[dict[str, float]]) -> Clause:
    """The clause that tells the kind most plainly."""
    return scene.clauses[max(range(len(by_clause)), key=lambda place: by_clause[place][kind.value])]


def _words(noticed: Noticed, scene: Scene, kind: Kind, own: dict[Kind, Clause], ahead: Ahead) -> str:
    """Of a meeting or a call only what it was about: the kind says that it was."""
    if kind not in (Kind.VISIT, Kind.CALL):
        return _said(noticed, own[kind])
    others = [*(clause for other, clause in own.items() if other is not kind), *(clause for clause, _ in ahead)]
    return subject(noticed, scene, own[kind], others)


def _said(noticed: Noticed, clause: Clause) -> str:
    said = noticed.text[clause.start : clause.end]
    marked: list[Placed] = [*clause.named, *clause.dates]
    for one in sorted(marked, key=lambda one: -one.start):
        if one.start == clause.start or one.end >= clause.end - 1:
            said = said[: one.start - clause.start] + said[one.end - clause.start :]
    return " ".join(said.split()).strip(MARKS) or noticed.text[clause.start : clause.end].strip()


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


def _on(noticed: Noticed, behind: list[tuple[Clause, date]], clause: Clause) -> date:
    """The day of the kind's own clause, else of the scene, else today."""
    own = [day for where, day in behind if where is clause]
    return next(iter(own or [day for _, day in behind]), noticed.frame.today.date())


def _days_behind(noticed: Noticed, scene: Scene) -> Iterator[tuple[Clause, date]]:
    back = replace(noticed.frame, lean=-1)
    for clause in scene.clauses:
        for one in clause.dates:
            if _behind(date_chances(noticed, clause, one)):
                day = happened(one.read, back)
                if day and day <= noticed.frame.today.date():
                    yield clause, day


def _behind(chances: dict[str, float]) -> bool:
    """A date that is hardly due tells when it happened, if anything speaks for it."""
    return chances["on"] >= _HAPPENED or (chances["due"] < DUE and chances["on"] > _PERHAPS)


def _sums(scene: Scene, own: dict[Kind, Clause]) -> dict[Kind, Sum]:
    """Give each kind that carries a sum the one nearest to its clause."""
    found = [(clause, one) for clause in scene.clauses for one in clause.sums if not one.spent]
    wanting = [kind for kind in _SUM_ORDER if kind in own and kind in SUMS]
    given: dict[Kind, Sum] = {}
    for kind in wanting:
        left = [(clause, one) for clause, one in found if one not in given.values()]
        if kind is Kind.COMPLAINT:
            left = left if any(clause.has("billing", "price") for clause in scene.clauses) else []
        chosen = _nearest(own[kind], left)
        if chosen:
            given[kind] = chosen
    return given


def _nearest(own: Clause, found: list[tuple[Clause, Sum]]) -> Sum | None:
    """In the kind's own clause, else in the nearest, those that are plainly money first."""
    best = max((min(one.strength, 2) for _, one in found), default=0)
    some = [(clause, one) for clause, one in found if one.strength >= best]
    return min(some, key=lambda told: (abs(told[0].start - own.start), -told[1].strength))[1] if some else None


def _missed(scene: Scene) -> bool:
    return any(clause.has("missed") for clause in scene.clauses)
