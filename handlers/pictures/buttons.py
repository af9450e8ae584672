"""The buttons that ask for pictures, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.pictures import asking

PICTURE_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "chart": asking.chart,
    "map": asking.segment_map,
    "risks": asking.risks,
}
