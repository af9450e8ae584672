"""Puts a digest together, as things stand now; what its reader does not want is not looked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from sales.comments import EntryPlace
from sales.customers import Stage
from sales.digest_sections import Section, sections_of
from sales.digests import Asked, Digest, Need, Pace, Share
from sales.freshness import Weights
from sales.moments import local_day
from sales.people import Member
from storage.company.habits import habits_of
from storage.digests import needs, outcomes
from storage.digests.led import Led, led_by
from storage.digests.praise import order_of
from storage.digests.promises import promises
from storage.digests.tallies import Tallies, tallies
from storage.digests.targets import team_targets
from storage.digests.themes import themes
from storage.digests.work import of_reps, of_teams, silent
from storage.figures.rates import reporting_currency
from storage.freshness.figures import figures_for

SHOWN = 4
"""Needs with a line of their own."""
_THEMES = {Pace.DAY: 1, Pace.WEEK: 2}
_MOST_THEMES = 3
_LATELY = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class _Look:
    session: Session
    reader: Member
    asked: Asked
    led: Led
    now: datetime
    found: Tallies

    @property
    def today(self) -> date:
        return local_day(self.now, self.reader.zone)

    @property
    def looks_ahead(self) -> bool:
        """Days long gone have nothing to do with what is aimed at or comes by now."""
        return self.today - self.asked.period.last <= _LATELY

    @property
    def is_of_a_day(self) -> bool:
        return self.asked.pace is Pace.DAY


def digest(session: Session, reader: Member, asked: Asked, now: datetime) -> Digest:
    found = tallies(session, reader, asked, local_day(now, reader.zone))
    look = _Look(session, reader, asked, led_by(session, reader), now, found)
    sections = sections_of(habits_of(session, reader.id))
    view = replace(_always(look), sections=sections)
    for section in Section:
        if section in sections and section in _READ:
            view = _READ[section](look, view)
    return replace(view, praised=_praised(look, view))


def _always(look: _Look) -> Digest:
    """What needs the reader, and what was done."""
    session, reader, asked, led = look.session, look.reader, look.asked, look.led
    total, reps = of_reps(session, look.found, asked.pace, led)
    late, answers = needs.late_answers(session, reader, look.now)
    waiting: tuple[Need, ...] = (*answers[:SHOWN], *needs.claimed(session, reader))
    kept, broken = promises(session, reader, asked.period, look.now)
    return Digest(
        whose=led.whose,
        asked=asked,
        currency=reporting_currency(session),
        total=total,
        teams=tuple(of_teams(look.found, asked.pace, led)),
        reps=reps,
        needs=waiting[:SHOWN],
        more_needs=late - len(answers[:SHOWN]) + max(0, len(waiting) - SHOWN),
        late=late,
        promises=kept,
        broken=broken,
        silent=tuple(silent(session, asked.period, led)) if look.is_of_a_day else (),
    )


def _money(look: _Look, view: Digest) -> Digest:
    session, reader, period = look.session, look.reader, look.asked.period
    sources = outcomes.deals(session, reader, period)
    return replace(
        view,
        big=outcomes.big_order(session, reader, look.found.bought),
        overdue=outcomes.overdue(session, reader, look.now),
        deals=Share(sum(one.won for one in sources), sum(one.over for one in sources)),
        sources=() if look.is_of_a_day else tuple(one for one in sources if one.source),
    )


def _customers(look: _Look, view: Digest) -> Digest:
    """Birthdays and cards are for whoever looks back at more than a day."""
    session, reader, period = look.session, look.reader, look.asked.period
    moved = replace(
        view,
        back=outcomes.moved(session, reader, period, Stage.WON_BACK),
        slipping=outcomes.moved(session, reader, period, Stage.SLIPPING),
    )
    if look.is_of_a_day or not look.looks_ahead:
        return moved
    cards = (rep.weights for rep in figures_for(session, reader, look.today).reps)
    return replace(moved, birthdays=outcomes.birthdays(session, reader, look.today), cards=sum(cards, Weights()))


def _feedback(look: _Look, view: Digest) -> Digest:
    most = _THEMES.get(look.asked.pace, _MOST_THEMES)
    found = themes(look.session, look.reader, look.asked.period, most)
    return replace(view, theme=next(iter(found), None), more_themes=found[1:])


def _targets(look: _Look, view: Digest) -> Digest:
    if not look.looks_ahead:
        return view
    return replace(view, targets=team_targets(look.session, look.reader, look.asked, look.led, look.today))


_READ: dict[Section, Callable[[_Look, Digest], Digest]] = {
    Section.MONEY: _money,
    Section.CUSTOMERS: _customers,
    Section.FEEDBACK: _feedback,
    Section.TARGETS: _targets,
}
"""Complaints are counted with the rest."""


def _praised(look: _Look, view: Digest) -> EntryPlace | None:
    """Who came back stands before who ordered most."""
    customer = view.back.first or (view.big.id if view.big else 0)
    return order_of(look.session, look.reader, look.asked.period, customer) if customer else None
