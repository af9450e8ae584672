"""The team: who sells, what they did this month, how far they are with their targets, and how complete cards are.

What is counted over all entries and all cards is fetched after the page.
"""

from sales.digests import Asked, Pace, until
from sales.targets import Standing
from storage.company.sellers import sellers
from storage.digests.led import led_by
from storage.digests.work import by_rep
from storage.figures.rates import reporting_currency
from storage.freshness.figures import figures_for
from storage.targets.standings import standings
from web.managers.page import Shown, Visit
from wording.page_words import Page as Words
from wording.pages.team import Cards, Goal, cards_of, goals
from wording.pages.work import WorkRow, heads, work_rows


def show(visit: Visit) -> Shown:
    part, there = visit.form.get("part", ""), sellers(visit.session, visit.member)
    values = {
        "sellers": there,
        "opened": {one.member.id for one in there},
        "work": _work(visit) if part == "work" else None,
        "heads": heads(visit.voice),
        "targets": _targets(visit) if part == "targets" else None,
        "cards": _cards(visit) if part == "cards" else None,
    }
    return Shown("team.html", visit.voice.say(Words.TEAM), values)


def _work(visit: Visit) -> tuple[WorkRow, ...]:
    today = visit.voice.today
    month = Asked(Pace.MONTH, until(Pace.MONTH, today))
    _, lines = by_rep(visit.session, visit.member, month, led_by(visit.session, visit.member), today)
    return work_rows(lines, reporting_currency(visit.session), visit.voice)


def _targets(visit: Visit) -> tuple[tuple[Standing, tuple[Goal, ...]], ...]:
    members = [one.member for one in sellers(visit.session, visit.member)]
    currency = reporting_currency(visit.session)
    found = standings(visit.session, visit.member, members, visit.voice.today)
    return tuple((one, goals(one, currency, visit.voice)) for one in found)


def _cards(visit: Visit) -> tuple[Cards, ...]:
    return cards_of(figures_for(visit.session, visit.member, visit.voice.today))
