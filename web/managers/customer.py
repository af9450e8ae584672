"""A customer's own page: the card as in the chat, and what happened there."""

from dataclasses import replace

from storage.cards import customer_cards, history
from storage.foresight.score_cards import segment
from web.managers.customers import kept_filters
from web.managers.forms import number
from web.managers.page import Shown, Visit
from wording.pages.customers import card_lines, history_lines

_ENTRIES = 50
_LISTS = {"digest": "digest", "complaints": "complaints", "slipping": "slipping", "map": "map"}
"""From where one may have come, but from the list of customers."""


def show(visit: Visit) -> Shown | None:
    """None: there is no such customer, as far as this reader is concerned."""
    customer, page = number(visit.form, "customer"), max(1, number(visit.form, "page"))
    view = customer_cards.card(visit.session, visit.member, customer, today=visit.voice.today)
    told = history.history(visit.session, visit.member, customer, page=page, size=_ENTRIES)
    if view is None or told is None:
        return None
    whole = replace(view, segment=segment(visit.session, visit.member, customer))
    values = {
        "customer": customer,
        "name": view.customer.name,
        "card": card_lines(whole, visit.voice),
        "told": history_lines(told, visit.voice),
        "history": told,
        "kept": kept_filters(visit.form),
        "back": _LISTS.get(visit.form.get("from", ""), "customers"),
    }
    return Shown("customer.html", view.customer.name, values)
