"""Everybody takes along what they see; who asks for everything without running the bot leaves a line on the trail."""

from collections.abc import Sequence

import pytest
from sqlmodel import Session, col, select

from handlers.exporting.asking import export
from storage.tables.events import EventRow
from storage.tables.queues import JobRow
from tests.people.company import Company
from tests.people.desks import desk

EVERYTHING = ("everything", " All  Customers ", "全部")


def asked(session: Session, company: Company, who: str, words: str) -> tuple[Sequence[str], Sequence[str]]:
    """What the trail says, and which jobs there are."""
    for change in export(desk(session, company[who]), words).changes:
        change(session)
    deeds = session.exec(select(EventRow.action).order_by(col(EventRow.id))).all()
    return [deed for deed in deeds if deed.startswith("export.")], session.exec(select(JobRow.kind)).all()


@pytest.mark.parametrize("words", EVERYTHING)
def test_only_who_runs_the_bot_takes_everything(session: Session, company: Company, words: str) -> None:
    assert asked(session, company, "Anna", words) == (["export.refused"], [])
    assert asked(session, company, "Boris", words) == (["export.refused"] * 2, [])
    assert asked(session, company, "Ada", words) == (["export.refused"] * 2, ["export"])


def test_what_they_see_is_theirs_to_take(session: Session, company: Company) -> None:
    assert asked(session, company, "Anna", "") == ([], ["export"])
