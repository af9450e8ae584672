"""What is to be done: dates that are due, and requests without a date."""

from collections.abc import Iterator

from sales.kinds import Kind
from understanding.dates.finding import DatePhrase
from understanding.dates.policy import due
from understanding.findings import FoundFollowUp, Mention, Span
from understanding.message.acting import Actor, actor
from understanding.message.actions import action
from understanding.message.clauses import Clause, clause_at
from understanding.message.notice import Noticed
from understanding.message.pieces import with_date
from understanding.message.scenes import NOBODY, Scene
from understanding.message.weighing import Weighed

DUE, UNDATED = 0.5, 0.5
_UNHEARD = 0.2
REMEDY = 0.4
"""Who complains wants something done about it."""
PERHAPS = 0.1
"""Where nothing happened and something is to be done, a date is sooner its day than none."""
Ahead = list[tuple[Clause, FoundFollowUp]]


def follow_ups(noticed: Noticed, some: list[Weighed]) -> Ahead:
    found: Ahead = []
    for one in some:
        dated = list(_dated(noticed, one))
        found += dated or list(_undated(noticed, one))
    return sorted(found, key=lambda one: one[0].start)


def _dated(noticed: Noticed, weighed: Weighed) -> Iterator[tuple[Clause, FoundFollowUp]]:
    seen: set[tuple[object, ...]] = set()
    level = PERHAPS if weighed.undated >= UNDATED and max(weighed.kinds.values()) < DUE else DUE
    for one in noticed.dates:
        clause, chance = clause_at(noticed.clauses, one.start), weighed.due.get(one.start, 0.0)
        when = due(one.read, noticed.frame) if clause and chance >= level else None
        key = (when, clause.start if clause else 0)
        if clause and when and key not in seen and not _is_fact(noticed, one):
            seen.add(key)
            yield clause, _follow_up(noticed, weighed.scene, clause, one, chance)


def _is_fact(noticed: Noticed, one: DatePhrase) -> bool:
    return any(told.start < one.end and one.start < told.end for told in noticed.facts)


def _follow_up(noticed: Noticed, scene: Scene, clause: Clause, one: DatePhrase, chance: float) -> FoundFollowUp:
    day, at = due(one.read, noticed.frame) or (None, None)
    when = one.read(noticed.frame)
    other = when.other.date() if when and when.other and not when.clock else None
    days = (day, other) if day and other else ()
    piece = with_date(noticed, clause, one.start)
    acting = _actor(noticed, piece)
    return FoundFollowUp(
        customer=mention(noticed, scene),
        day=day,
        at=at,
        action=action(noticed, piece, one, acting),
        who=acting.who if acting else None,
        contacts=_contacts(scene, clause, acting),
        days=days,
        spans=(Span(clause.start, clause.end), Span(one.start, one.end)),
        sure=round(chance if not days else min(chance, 0.4), 3),
    )


def _actor(noticed: Noticed, clause: Clause) -> Actor | None:
    """Whoever is known at the customer, or named elsewhere too, is none of ours."""
    others = [one.name for one in noticed.people if not clause.start <= one.start < clause.end]
    return actor(noticed.text[clause.start : clause.end], (*others, *noticed.acquainted))


def _contacts(scene: Scene, clause: Clause, acting: Actor | None) -> tuple[str, ...]:
    here = [one.name for one in scene.people if clause.start <= one.start < clause.end]
    return tuple(name for name in here if not (acting and acting.who in name))


def mention(noticed: Noticed, scene: Scene) -> Mention | None:
    return None if scene.key == NOBODY else noticed.mentions.get(scene.key)


def _is_unheard(noticed: Noticed, weighed: Weighed) -> bool:
    """One of several customers who asks for something in a clause of its own, and of whom nothing else was heard."""
    key = weighed.scene.key
    alone = [clause for clause in weighed.scene.clauses if {one.key for one in clause.named} == {key}]
    asks = any(clause.has("request", "wish") and not clause.has("denied", "missed") for clause in alone)
    return asks and len({one.key for one in noticed.named}) > 1 and max(weighed.kinds.values()) < DUE


def _undated(noticed: Noticed, weighed: Weighed) -> Iterator[tuple[Clause, FoundFollowUp]]:
    scene, chance = weighed.scene, weighed.undated
    level = _UNHEARD if _is_unheard(noticed, weighed) else UNDATED
    level = REMEDY if weighed.kinds[Kind.COMPLAINT] >= DUE else level
    if chance < level or not scene.clauses:
        return
    asking = [clause for clause in scene.clauses if clause.has("request", "task")] or scene.clauses
    clause = asking[-1]
    acting = _actor(noticed, clause)
    yield (
        clause,
        FoundFollowUp(
            customer=mention(noticed, scene),
            day=None,
            at=None,
            action=action(noticed, clause, None, acting),
            who=acting.who if acting else None,
            spans=(Span(clause.start, clause.end),),
            sure=round(chance, 3),
        ),
    )
