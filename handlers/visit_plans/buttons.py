"""The buttons under plans of visits, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.visit_plans import asking, changing, commenting

VISIT_PLAN_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "plan_week": asking.week,
    "plan_team": asking.team,
    "plan_accept": changing.accept,
    "plan_anew": changing.anew,
    "plan_stop": changing.open_stop,
    "plan_other_day": changing.other_day,
    "plan_to_day": changing.to_day,
    "plan_drop": changing.drop,
    "plan_take_up": changing.take_up,
    "plan_comment": commenting.ask,
}
