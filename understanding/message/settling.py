"""Settles what words say too plainly for any doubt, whatever the models think of it."""

from collections.abc import Iterable
from dataclasses import replace

from sales.kinds import Kind
from understanding.message.appointments import due_by_the_clock, is_appointment, still_to_come
from understanding.message.gone_by import gone_by
from understanding.message.notice import Noticed
from understanding.message.reminding import asked
from understanding.message.rounds import has_met, rounds
from understanding.message.undone import KINDS, is_lost, is_undone, speaks_against
from understanding.message.visiting import is_visit
from understanding.message.weighing import Weighed

_NEVER, _PROBABLY, _SURELY = 0.01, 0.6, 0.95
_EVEN, _HARDLY = 0.5, 0.1


def settled(noticed: Noticed, some: Iterable[Weighed]) -> list[Weighed]:
    return [_settled(noticed, one) for one in some]


def _settled(noticed: Noticed, one: Weighed) -> Weighed:
    never = {kind: _NEVER for kind in KINDS if _never(noticed, one, kind)}
    kinds = one.kinds | never | dict.fromkeys(rounds(noticed, one.scene), _SURELY)
    if has_met(noticed, one.scene) and kinds[Kind.CALL] < _EVEN:
        kinds[Kind.VISIT] = _SURELY
    if never and max(kinds.values()) < _EVEN and is_lost(noticed, one.scene):
        kinds[Kind.NOTE] = _PROBABLY
    if gone_by(noticed, one) and not never and max(kinds.values()) < _EVEN:
        kinds |= dict.fromkeys(_visited(noticed, one), _PROBABLY)
    due_by_the_clock(noticed, one)
    if is_appointment(noticed, one):
        kinds |= dict.fromkeys((Kind.VISIT, Kind.CALL), _NEVER)
    kinds |= dict.fromkeys(still_to_come(noticed, one), _NEVER)
    return replace(one, kinds=kinds, undated=asked(noticed, one))


def _visited(noticed: Noticed, one: Weighed) -> list[Kind]:
    """What reads like a plan of a visit, for a day that is over, has been: 10月16日拜访恒大."""
    told = (noticed.spelled[clause.start : clause.end] for clause in one.scene.clauses)
    return [Kind.VISIT] if any(map(is_visit, told)) else []


def _never(noticed: Noticed, one: Weighed, kind: Kind) -> bool:
    """Unless another clause tells it, perhaps in words that we do not know."""
    if one.kinds[kind] < _HARDLY or not is_undone(noticed, one.scene, kind):
        return False
    others = zip(one.scene.clauses, one.by_clause, strict=True)
    return not any(chances[kind] >= _EVEN and not speaks_against(noticed, clause, kind) for clause, chances in others)
