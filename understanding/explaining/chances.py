"""Shows what the models hold likely of each customer: the scene's and the clause's model, the network, all joined."""

import itertools
import math
from collections.abc import Iterator, Mapping

from sales.kinds import Kind
from understanding.context.views import View, views
from understanding.explaining.columns import Row
from understanding.explaining.message_parts import called, number_of
from understanding.explaining.things import all_sums, chance, said
from understanding.message.amounts import LEVEL
from understanding.message.linear import linear_date
from understanding.message.model import models
from understanding.message.notice import Noticed
from understanding.message.samples import of_message, of_scene
from understanding.message.weighing import Weighed
from understanding.reading import Reading

HEADS = ("", "scene", "clause", "network", "joined")
THINKABLE = 0.05
"""What a complaint is about is shown from this chance on that there is one."""
LIKELY = "*"
"""Marks what is likely enough to be read so."""


def customers(whole: Noticed, reading: Reading) -> Iterator[tuple[str, list[Row]]]:
    """For each customer the name and the rows below HEADS; clauses are numbered as in the whole message."""
    noticed, weighed = reading.noticed, reading.weighed
    seen = views(noticed, [one.scene.key for one in weighed]) if weighed else {}
    for one in weighed:
        yield called(noticed, one.scene.key), list(_rows(whole, noticed, one, seen[one.scene.key]))


def _rows(whole: Noticed, noticed: Noticed, one: Weighed, view: View) -> Iterator[Row]:
    yield from itertools.chain(
        _kinds(whole, noticed, one, view), _undated(noticed, one, view), _choices(one), _dates(noticed, one, view)
    )
    yield from itertools.chain(_sums(noticed, one), _people(noticed, one))


def _row(what: str, scene: str, clause: str, logit: float | None, joined: float) -> Row:
    network = "" if logit is None else chance(logistic(logit))
    return what, scene, clause, network, chance(joined), LIKELY if joined >= LEVEL else ""


def logistic(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _kinds(whole: Noticed, noticed: Noticed, one: Weighed, view: View) -> Iterator[Row]:
    scene = models()["kinds"].score(*of_scene(noticed, one.scene))
    for kind, joined in one.kinds.items():
        place = _best_clause(one, kind)
        clause = f"{chance(one.by_clause[place][kind])} ({number_of(whole, one.scene.clauses[place])})"
        yield _row(kind.value, chance(scene[kind]), clause, view.kinds[kind], joined)


def _best_clause(one: Weighed, kind: Kind) -> int:
    return max(range(len(one.by_clause)), key=lambda place: one.by_clause[place][kind])


def _undated(noticed: Noticed, one: Weighed, view: View) -> Iterator[Row]:
    linear = models()["undated"].score(*of_scene(noticed, one.scene))["undated"]
    yield _row("to do, no day said", chance(linear), "", view.undated, one.undated)


def _choices(one: Weighed) -> Iterator[Row]:
    if one.kinds[Kind.COMPLAINT] >= THINKABLE:
        yield f"a complaint about: {one.category.value}", "", "", "", chance(one.sure_category)
        yield (f"a complaint, severity: {one.severity.value}",)
    if one.kinds[Kind.FEEDBACK] >= THINKABLE:
        yield (f"feedback: {one.sentiment.value}",)


def _dates(noticed: Noticed, one: Weighed, view: View) -> Iterator[Row]:
    for date in noticed.dates:
        if date.start not in one.due:
            continue
        words = said(noticed, date.start, date.end)
        linear = linear_date(noticed, one.scene, date.start)
        yield _row(f"{words}: due", "", chance(linear["due"]), view.due[date.start], one.due[date.start])
        for kind in _told(one, one.on[date.start]):
            joined = one.on[date.start][kind]
            yield _row(f"{words}: day of the {kind.value}", "", chance(linear["on"]), view.on[date.start][kind], joined)


def _sums(noticed: Noticed, one: Weighed) -> Iterator[Row]:
    for amount in all_sums(noticed):
        chances = one.sums.get(amount.start, {})
        for kind in _told(one, chances):
            yield _row(
                f"{said(noticed, amount.start, amount.end)}: sum of the {kind.value}", "", "", None, chances[kind]
            )


def _told(one: Weighed, chances: Mapping[Kind, float]) -> list[Kind]:
    """The kinds that are told of this customer; else the likeliest for the thing in question."""
    told = [kind for kind in chances if one.kinds[kind] >= LEVEL]
    return told or sorted(chances, key=lambda kind: -chances[kind])[:1]


def _people(noticed: Noticed, one: Weighed) -> Iterator[Row]:
    for person in noticed.offered:
        if person.start in one.person:
            yield _row(
                f"{said(noticed, person.start, person.end)}: a person of theirs", "", "", None, one.person[person.start]
            )


def question_rows(noticed: Noticed) -> Iterator[Row]:
    """The likeliest question that it may ask the bot."""
    scores = models()["asks"].score(*of_message(noticed))
    best = max(scores, key=lambda name: scores[name])
    yield f"asks: {best}", chance(scores[best]), LIKELY if scores[best] >= LEVEL else ""
