"""Two people close the same complaint at the same moment, in transactions of their own: one of them does."""

import asyncio
from dataclasses import replace
from functools import partial

from sqlmodel import Session, col, select

from sales.complaints import Cause, Remedy, Step, Taken
from sales.tellings import Party
from storage.complaints import steps
from storage.store import Store
from storage.tables.tellings import ComplaintRow, ComplaintStepRow
from tests.complaints.teller import LATE, MONDAY, Anna
from tests.people.company import Company, customer_of, found_company

_ROUNDS = 8


def _told(session: Session) -> tuple[Company, list[int]]:
    company = found_company(session)
    acme = Party("Acme", customer_of(company, "Anna", "Acme", team="East"))
    anna = Anna(session, company)
    for _ in range(_ROUNDS):
        anna.tells(replace(LATE, customer=acme))
    numbers = session.exec(select(ComplaintRow.id).order_by(col(ComplaintRow.id)))
    return company, [number for number in numbers if number]


async def test_of_two_who_close_at_once_one_does(any_store: Store) -> None:
    with any_store.transaction() as session:
        company, numbers = _told(session)
        both = [company["Boris"].id, company["Carl"].id]
    for number in numbers:
        closing = (Taken(Step.CLOSE, MONDAY, who, cause=Cause.LATE, remedy=Remedy.EXPLAINED) for who in both)
        tries = (any_store.write(partial(steps.go, complaint=number, step=step)) for step in closing)
        assert sorted(await asyncio.gather(*tries)) == [False, True]
    with any_store.transaction() as session:
        closed = session.exec(select(ComplaintStepRow.complaint_id).order_by(col(ComplaintStepRow.complaint_id)))
        assert list(closed) == numbers
