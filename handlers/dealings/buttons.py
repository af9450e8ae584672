"""The buttons of opportunities, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.dealings import answering as deal_answers
from handlers.dealings import deals
from handlers.desk import Args, Desk
from handlers.outcome import Outcome

DEAL_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "deal_ends": deal_answers.ends,
    "deal_same": deal_answers.same,
    "deal_neither": deal_answers.neither,
    "deals": deals.listed,
    "open_deal": deals.open_deal,
    "deal_ask": deals.ask,
    "deal_stage": deals.stage,
    "deal_source": deals.source,
    "deal_day": deals.day,
    "deal_won": deals.won,
    "deal_lost": deals.lost,
    "deal_reopen": deals.reopen,
}
