"""One who sells for the reader: their work of this week and month, their targets, and the way to their customers."""

from sales.digests import Asked, Pace, Work, until
from sales.page_views import Seller
from storage.company.sellers import sellers
from storage.digests.led import led_by
from storage.digests.work import by_rep
from storage.figures.rates import reporting_currency
from storage.targets.standings import standings
from web.managers.forms import number
from web.managers.page import Shown, Visit
from wording.pages.digest import PACES
from wording.pages.team import Goal, goals
from wording.pages.work import WorkRow, heads, work_rows

_PACES = (Pace.WEEK, Pace.MONTH)


def show(visit: Visit) -> Shown | None:
    """None: nobody who sells for this reader."""
    asked = number(visit.form, "seller")
    seller = next((one for one in sellers(visit.session, visit.member) if one.member.id == asked), None)
    if seller is None:
        return None
    is_counted = visit.form.get("part") == "work"
    values = {
        "seller": seller,
        "heads": heads(visit.voice),
        "work": _work(visit, seller) if is_counted else None,
        "goals": _goals(visit, seller) if is_counted else (),
    }
    return Shown("seller.html", seller.member.name, values)


def _work(visit: Visit, seller: Seller) -> tuple[WorkRow, ...]:
    """A row for each of the periods, by whose name it goes."""
    return work_rows([_of(visit, seller, pace) for pace in _PACES], reporting_currency(visit.session), visit.voice)


def _of(visit: Visit, seller: Seller, pace: Pace) -> Work:
    today, led = visit.voice.today, led_by(visit.session, visit.member)
    _, lines = by_rep(visit.session, visit.member, Asked(pace, until(pace, today)), led, today)
    found = next((one for one in lines if one.member == seller.member.id), Work())
    return Work(visit.voice.say(PACES[pace]), found.now, found.before)


def _goals(visit: Visit, seller: Seller) -> tuple[Goal, ...]:
    [standing] = standings(visit.session, visit.member, [seller.member], visit.voice.today)
    return goals(standing, reporting_currency(visit.session), visit.voice)
