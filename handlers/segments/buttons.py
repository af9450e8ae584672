"""The buttons of segments, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.segments import keeping, showing

SEGMENT_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "segments": showing.listed,
    "segment_open": showing.open_saved,
    "segment_new": showing.new,
    "segment_drop": showing.drop,
    "segment_add": showing.add,
    "segment_group": showing.add,
    "segment_value": showing.take,
    "segment_back": showing.back,
    "segment_save": keeping.ask_name,
    "segment_delete": keeping.delete,
    "segment_export": keeping.export,
}
