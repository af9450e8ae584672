"""The picture of a digest is sent where its text was, and with words where there is nothing to draw."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session

from handlers.digests.pictures import laid_out
from handlers.reader import Reader
from sales.cards import Card
from sales.digests import Asked, Pace, until
from sales.kinds import Kind
from sales.pictures.digest_facts import DigestFacts, RepDays
from storage.figures.rates import remember_currency
from storage.queues import outbox
from tests.enclosed import content_of
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry
from wording.cards.pictures.digest_picture import digest_picture
from wording.voice import Voice

NOW = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
TODAY = date(2026, 3, 5)
ASKED = Asked(Pace.DAY, until(Pace.DAY, TODAY)).facts


@pytest.fixture
def company(session: Session) -> Company:
    remember_currency(session, "CNY")
    company = found_company(session)
    customer_of(company, "Anna", "Acme")
    return company


def shown(company: Company, **facts: str) -> Card | None:
    boris = company["Boris"]
    reader = Reader(company.session, boris, Voice("en", boris.zone, TODAY), NOW)
    return laid_out(reader, {**ASKED, **facts})


def test_it_goes_with_the_text(company: Company) -> None:
    put_entry(company.session, company["Anna"].id, (1, Kind.VISIT), TODAY, NOW)
    for key in ("sent", "left out"):
        text = outbox.Sending(key=key, chat=1, kind="digest", due_at=NOW, facts=ASKED, member=company["Boris"].id)
        outbox.put(company.session, text)
    outbox.withdraw(company.session, "left out", NOW)
    assert shown(company, under="left out") is None
    card = shown(company, under="sent")
    assert card is not None
    assert content_of(card).startswith(b"\x89PNG")
    assert card.text == "Picture: East, Thu 5 Mar"


def test_with_nothing_to_draw_whoever_asks_is_told_so(company: Company) -> None:
    assert shown(company) == Card("Picture: East, Thu 5 Mar\nNothing to draw: nothing was told of these days.")
    assert shown(company, under="a text") is None


@pytest.mark.parametrize(("day", "cells"), [(date(2026, 4, 2), (3.0,)), (date(2026, 4, 7), (3.0, 0.0))])
def test_a_quarter_that_has_just_begun_counts_all_days_of_its_weeks(
    company: Company, day: date, cells: tuple[float, ...]
) -> None:
    anna = RepDays("Anna", numbers={date(2026, 4, 1): 2, date(2026, 4, 2): 1})
    facts = DigestFacts("East", Asked(Pace.QUARTER, until(Pace.QUARTER, day)), "CNY", (anna,))
    [row] = digest_picture(facts, Voice("en", company["Boris"].zone, day)).activity.rows
    assert row.cells == cells
