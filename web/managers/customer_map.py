"""The map: customers near each other are one mark, which one opens; the list beside it says the same."""

from sales.customer_map import MapAsked, Need, Window
from storage.cards.on_the_map import customer_map
from web.managers.customers import choices, kept_filters, segment
from web.managers.page import Shown, Visit
from wording.page_words import Page as Words
from wording.pages.customer_map import NEEDS, legend, map_page
from wording.pages.map_drawing import SIDE, SQUARE

EVERYBODY = "all"
_WIDER = 3.0


def show(visit: Visit) -> Shown:
    kept = {**kept_filters(visit.form), "words": "", "from": "map"}
    part = kept["window"] = visit.form.get("to", kept["window"])
    asked = MapAsked(segment(kept), _need(kept["need"]), Window.read(part), part == EVERYBODY)
    seen = customer_map(visit.session, visit.member, asked, visit.voice.today)
    values = {
        **choices(visit),
        "kept": kept,
        "filters": {name: value for name, value in kept.items() if name != "window"},
        "page": map_page(seen, visit.voice),
        "wider": seen.window.wider(_WIDER).words if seen.window else "",
        "begins": asked.window is None and not asked.everybody,
        "hides": seen.outside > 0,
        "everybody": EVERYBODY,
        "needs": NEEDS,
        "legend": legend(),
        "side": SIDE,
        "square": SQUARE,
    }
    return Shown("map.html", visit.voice.say(Words.MAP), values)


def _need(said: str) -> Need | None:
    return Need(said) if said in set(Need) else None
