"""Puts the demo's year on record, message by message, the way real messages come in."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.demo.cast import clients, phrases
from bot.demo.company import enrol_everybody
from bot.demo.rates import set_rates
from bot.demo.story import YEAR, Message, Story
from sales.drafts import Draft
from sales.people import Member
from sales.tellings import Party, Source, Telling, led
from storage.cards import names
from storage.complaints.steps import close_before
from storage.store import Session
from storage.told import journal
from storage.told.journal import By

_TOLD_AT = time(16, 30)
_SETTLED = timedelta(days=14)
"""What was complained about before that has been put right."""
_LONG_AGO = 10**9
"""Below zero Telegram counts nothing, and taps stand below zero by their arrival: no year of a demo has so many."""


def write_history(session: Session, *, today: date, zone: str, remind_at: time) -> int:
    """Record the year before `today`; says how many messages that were."""
    founded = datetime.combine(today - timedelta(days=YEAR + 30), time(), UTC)
    members = enrol_everybody(session, zone=zone, now=founded)
    set_rates(session, since=founded.date(), now=founded)
    said, places, words = 0, Counter[str](), phrases()
    for client in clients():
        member = members[client.owner]
        known = Party(client.name)
        for message in Story(client, places[client.owner], today, words).messages():
            said += 1
            known = _record(session, message, known, number=-_LONG_AGO - said, by=By(member, founded, remind_at))
        places[client.owner] += 1
        for alias in client.aliases:
            names.learn_alias(session, member, customer=known.id or 0, name=alias)
    close_before(session, today - _SETTLED, now=datetime.combine(today, time(), UTC))
    return said


def _record(session: Session, message: Message, known: Party, *, number: int, by: By) -> Party:
    """Its number never meets that of a real message or tap. Returns the customer, on record from now on."""
    moment = _moment(message.on, by.member)
    told = _about(message.told, known)
    chat = by.member.chat or 0
    draft = Draft(chat=chat, message=number, moment=moment, text=message.text, telling=told, source=Source.IMPORT)
    telling = journal.record(session, draft=draft, by=replace(by, now=moment))
    recorded = journal.find(session, telling) if known.id is None else None
    return recorded.told.parties[0] if recorded else known


def _moment(day: date, member: Member) -> datetime:
    return datetime.combine(day, _TOLD_AT, member.zone).astimezone(UTC)


def _about(told: Telling, party: Party) -> Telling:
    """The same, said of the customer on record."""
    return led(told, lambda _: party)
