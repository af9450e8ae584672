"""One page: which planner finds each kind of reminder."""

from collections.abc import Mapping

from storage.care.planning import agreements
from storage.care.planning.look import Planner

PLANNERS: Mapping[str, Planner] = {
    "agreement_ends": agreements.running_out,
}
