"""What people say of lost customers reaches the night's reckoning: until they order, or until it is taken back."""

import numpy as np
from sqlmodel import Session, select

from sales.hands import Hand
from sales.scores.stage_reasons import LossCause
from storage.care.reminders import Planned, State, plan
from storage.foresight import silences
from storage.foresight.said import said_of
from storage.foresight.silences import Word
from storage.tables.care import ReminderRow
from tests.reminders.office import DAY, MONDAY, TODAY, customer, hire


def said(session: Session, customer: int) -> tuple[float, float]:
    found = said_of(session, np.array([customer]))
    return float(found.lost[0]), float(found.was_lost[0])


def test_who_is_said_to_be_lost_was_lost_and_who_is_taken_back_never_was(session: Session) -> None:
    anna = hire(session, "Anna")
    acme = customer(session, anna).id or 0
    told = Planned(kind="slipping", subject_id=acme, occasion="2026-01-03", day=TODAY, due_at=MONDAY, customer_id=acme)
    plan(session, [told])
    row = session.exec(select(ReminderRow)).one()
    row.state = State.TOLD
    word = Word(acme, TODAY, Hand(anna.id, MONDAY))
    assert silences.lose(session, reminder=row.id or 0, word=word, cause=LossCause.CLOSED)
    assert said(session, acme) == (TODAY.toordinal(), TODAY.toordinal())
    silences.keep(session, word=Word(acme, TODAY + DAY, word.by))
    assert np.isnan(said(session, acme)).all()
    assert silences.is_said_lost(session, acme) is False
