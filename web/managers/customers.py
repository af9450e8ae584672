"""The customers: searched by name, filtered, fifty at a time."""

from sales.customers import Stage
from sales.fields import GRADES
from sales.page_views import Place, Search
from sales.segments import Chosen, Segment, segment_of
from storage.cards.looking_through import looked_through
from storage.digests.led import led_by
from web.managers.forms import Form, number
from web.managers.page import Shown, Visit
from wording.page_words import Page as Words
from wording.pages.customers import lines
from wording.terms import STAGES

FILTERS = ("words", "grade", "stage", "region", "owner", "from", "need", "window", "pace", "before")
"""What a list is asked for by; whoever leads back to it takes these along."""
_LONGEST = 100


def show(visit: Visit) -> Shown:
    kept = kept_filters(visit.form)
    found = looked_through(visit.session, visit.member, _search(visit.form, kept), visit.voice.today)
    values = {
        **choices(visit),
        "kept": kept,
        "found": found,
        "lines": lines(found.lines, visit.voice),
        "beyond": "after_name" in visit.form,
    }
    return Shown("customers.html", visit.voice.say(Words.CUSTOMERS), values)


def choices(visit: Visit) -> dict[str, object]:
    """Among what one can choose."""
    owners = sorted(led_by(visit.session, visit.member).reps.items(), key=lambda one: one[1].casefold())
    return {"grades": GRADES, "stages": tuple(STAGES.items()), "owners": owners}


def kept_filters(form: Form) -> dict[str, str]:
    return {name: " ".join(form.get(name, "").split())[:_LONGEST] for name in FILTERS}


def _search(form: Form, kept: Form) -> Search:
    after = Place(form["after_name"], number(form, "after")) if "after_name" in form else None
    return Search(kept["words"], segment(kept), after)


def segment(kept: Form) -> Segment:
    chosen = ("grade", "stage", "owner", "region")
    return segment_of(Chosen(name, (kept[name],)) for name in chosen if _is_choice(name, kept))


def _is_choice(name: str, kept: Form) -> bool:
    """Forms can be filled in by anybody: what is none of the choices is as good as nothing."""
    match name:
        case "grade":
            return kept[name] in GRADES
        case "stage":
            return kept[name] in set(Stage)
        case "owner":
            return number(kept, name) > 0
        case _:
            return bool(kept[name])
