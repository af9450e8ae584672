"""Puts a morning's talk card together, as things stand now."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import Session

from sales.care.working_days import country_of
from sales.people import Member
from sales.talk_card import TalkCard, since_last, to_talk_about
from storage.company.habits import habits_of
from storage.digests.led import led_by, on_leave
from storage.talk_card.asks import asks
from storage.talk_card.looking import Looking
from storage.talk_card.places import with_places
from storage.talk_card.praises import praises


def talk_card(session: Session, reader: Member, day: date, told: Mapping[int, str], now: datetime) -> TalkCard:
    """`told` is what each rep was praised for on the card before."""
    away = on_leave(session) | {reader.id}
    names = {number: name for number, name in led_by(session, reader).reps.items() if number not in away}
    habits = habits_of(session, reader.id)
    country = country_of(habits, reader.zone)
    period = since_last(day, habits, country)
    look = Looking(session, reader, habits, country, day, period, frozenset(names), now)
    return TalkCard(day, with_places(look, to_talk_about(names, praises(look), asks(look), told)))
