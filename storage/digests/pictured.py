"""Reads what the page under a digest is drawn of: a statement or two for each part of it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlmodel import Session, col, select

from sales.digests import Asked
from sales.measures import Measure, Tally
from sales.moments import local_day
from sales.people import Member, Role
from sales.pictures.digest_facts import DigestFacts, RepDays, shown, stretches
from storage.digests.answers import answers
from storage.digests.at_risk import slipping
from storage.digests.led import Led, led_by, names_of
from storage.figures.rates import reporting_currency
from storage.measures.counting import count
from storage.measures.work_days import by_rep_and_day, paid_by_stretch
from storage.tables.people import MembershipRow, TeamRow

DRAWN = (Measure.VISITS, Measure.CALLS)
"""What the map of activity counts."""


def digest_facts(session: Session, reader: Member, asked: Asked, now: datetime) -> DigestFacts:
    led, today = led_by(session, reader), local_day(now, reader.zone)
    return DigestFacts(
        led.whose,
        asked,
        reporting_currency(session),
        tuple(_reps(session, reader, asked, led)),
        _ordered(session, reader, asked, today),
        _paid(session, reader, asked),
        answers(session, reader, shown(asked)),
        slipping(session, reader, today),
    )


def _reps(session: Session, reader: Member, asked: Asked, led: Led) -> Iterator[RepDays]:
    """Who sells in the teams, and whoever did something at the customers that the reader sees."""
    done = by_rep_and_day(session, reader, DRAWN, shown(asked))
    names = {**led.reps, **names_of(session, done.keys() - led.reps.keys())}
    teams = _teams(session)
    for number, name in names.items():
        yield RepDays(name, teams.get(number, ""), done.get(number, {}))


def _teams(session: Session) -> dict[int, str]:
    """In which team each sells; in the first of several."""
    places = (
        select(MembershipRow.member_id, TeamRow.name)
        .join(TeamRow, col(TeamRow.id) == col(MembershipRow.team_id))
        .where(col(MembershipRow.role) == Role.REP)
        .order_by(col(MembershipRow.team_id).desc())
    )
    return dict(session.exec(places).all())


def _ordered(session: Session, reader: Member, asked: Asked, today: date) -> Mapping[date, int]:
    by, _, days = stretches(asked)
    found = count(session, reader, Tally(Measure.ORDERED, days, by), today)
    return {date.fromisoformat(one.key): one.number for one in found if one.key is not None}


def _paid(session: Session, reader: Member, asked: Asked) -> Mapping[date, int]:
    by, _, days = stretches(asked)
    return paid_by_stretch(session, reader, by, days)
