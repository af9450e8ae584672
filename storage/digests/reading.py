"""Puts a digest together, as things stand now."""

from datetime import datetime

from sqlmodel import Session

from sales.customers import Stage
from sales.digests import Asked, Digest, Need, Pace
from sales.moments import local_day
from sales.people import Member
from storage.digests import needs, outcomes
from storage.digests.led import led_by
from storage.digests.work import by_rep, by_team, silent
from storage.figures.rates import reporting_currency

SHOWN = 4
"""Needs with a line of their own."""


def digest(session: Session, reader: Member, asked: Asked, now: datetime) -> Digest:
    led, today, period = led_by(session, reader), local_day(now, reader.zone), asked.period
    total, reps = by_rep(session, reader, asked, led, today)
    late, answers = needs.late_answers(session, reader, now)
    waiting: tuple[Need, ...] = (*answers[:SHOWN], *needs.claimed(session, reader))
    return Digest(
        whose=led.whose,
        asked=asked,
        currency=reporting_currency(session),
        total=total,
        teams=tuple(by_team(session, reader, asked, led, today)),
        reps=reps,
        needs=waiting[:SHOWN],
        more_needs=late - len(answers[:SHOWN]) + max(0, len(waiting) - SHOWN),
        late=late,
        big=outcomes.big_order(session, reader, period, today),
        back=outcomes.moved(session, reader, period, Stage.WON_BACK),
        slipping=outcomes.moved(session, reader, period, Stage.SLIPPING),
        promises=outcomes.promises(session, reader, period),
        deals=outcomes.deals(session, reader, period),
        theme=outcomes.theme(session, reader, period, today),
        overdue=outcomes.overdue(session, reader, now),
        birthdays=outcomes.birthdays(session, reader, today) if asked.pace is not Pace.DAY else 0,
        silent=tuple(silent(session, period, led)) if asked.pace is Pace.DAY else (),
    )
