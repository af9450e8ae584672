"""The buttons under reminders, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.care import answering, greeting, handing_on, losses, silences, visiting
from handlers.desk import Args, Desk
from handlers.outcome import Outcome

CARE_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "visit_tell": visiting.tell,
    "visit_same": visiting.same,
    "visit_nobody": visiting.nobody,
    "visit_moved": visiting.moved,
    "visit_off": visiting.off,
    "care_done": answering.done,
    "care_later": answering.later,
    "care_hand": handing_on.choose,
    "care_hand_to": handing_on.to_one,
    "care_take_back": handing_on.take_back,
    "care_never": answering.never,
    "care_undo": answering.undo,
    "care_why": answering.why,
    "care_back": answering.back,
    "care_open": answering.back,
    "care_list": answering.to_list,
    "greet_another": greeting.another,
    "greet_apart": greeting.apart,
    "greet_sent": greeting.sent,
    "greet_skip": greeting.skip,
    "greet_never": greeting.never,
    "quiet_visit": silences.visit,
    "quiet_call": silences.call,
    "quiet_why": silences.why,
    "quiet_fine": silences.fine,
    "quiet_season": silences.season,
    "quiet_lost": silences.lost,
    "quiet_other": silences.other,
    "back_because": silences.because,
    "told_lost": losses.lost,
    "told_not_lost": losses.not_lost,
    "told_lost_undo": losses.undo,
}
