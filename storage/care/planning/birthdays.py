"""Birthdays that come: days before for a gift, the evening before, and on the morning of the day itself."""

from collections.abc import Iterator
from datetime import time

from sqlmodel import Session

from sales.care.kinds import REMINDER_KINDS
from sales.moments import local_moment
from storage.care.planning.celebrating import AHEAD, to_greet
from storage.care.planning.look import Look
from storage.care.reminders import Planned
from storage.company.company_settings import company_settings

_MORNING = time(8)


def gifts(session: Session, look: Look) -> Iterator[Planned]:
    """As many days before as the company has for the class, or later if it is told later; not on the last day."""
    lead = company_settings(session).gift_days
    if not lead:
        return
    standard = REMINDER_KINDS["birthday_gift"].lead
    for one in to_greet(session, look, "birthday_gift", max((standard, *lead.values()))):
        today = one.hours.today(look.now)
        grade = one.person.grade
        if 1 < (one.day - today).days <= (lead.get(grade, 0) if grade else standard):
            yield one.planned("birthday_gift", local_moment(today, _MORNING, one.hours.zone))


def eves(session: Session, look: Look) -> Iterator[Planned]:
    for one in to_greet(session, look, "birthday_eve", AHEAD):
        if due := one.hours.evening_before(one.day, look.now):
            yield one.planned("birthday_eve", due)


def on_the_day(session: Session, look: Look) -> Iterator[Planned]:
    for one in to_greet(session, look, "birthday", AHEAD):
        if due := one.hours.morning_of(one.day, look.now):
            yield one.planned("birthday", due)
