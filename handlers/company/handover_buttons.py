"""The buttons of a hand-over and of the pack that goes along, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.company import handover, packs
from handlers.desk import Args, Desk
from handlers.outcome import Outcome

HANDOVER_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "handover_whose": handover.whose,
    "handover_all": handover.everything,
    "handover_choose": handover.choose,
    "handover_tick": handover.tick,
    "handover_page": handover.page,
    "handover_ticked": handover.ticked,
    "handover_to": handover.give_to,
    "handover_other": handover.other,
    "handover_go": handover.go,
    "handover_cancel": handover.cancel,
    "handover_undo": handover.undo,
    "pack_page": packs.page,
    "pack_open": packs.open_card,
}
