"""Something was done about feedback: whose customers asked for it, who hears of it, and what the digest says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from sales.digests import Asked, Pace, until
from sales.hands import Hand
from sales.kinds import Category, Kind, Sentiment
from sales.themes import ThemeAsked, theme_of
from storage.digests.reading import digest
from storage.figures.rates import remember_currency
from storage.tables.access import AbsenceRow
from storage.tables.customers import CustomerRow
from storage.themes import askers, keeping
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry
from tests.wording.shown import CHINESE, ENGLISH
from wording.cards.digests import themes as cards

NOW = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
TODAY = date(2026, 3, 5)
PRICE = ThemeAsked.up_to(Category.PRICE, until(Pace.DAY, TODAY))
ARRIVAL = 7


@pytest.fixture
def company(session: Session) -> Company:
    """Acme and 恒大 found it dear, Globex of another team too; Initech was pleased, Hooli spoke of it long ago."""
    remember_currency(session, "CNY")
    there = found_company(session)
    for owner, name, words, ago, feels in (
        ("Anna", "Acme", "too dear", 1, Sentiment.NEGATIVE),
        ("小李", "恒大", "嫌贵", 2, None),
        ("Max", "Globex", "dear", 1, None),
        ("Anna", "Initech", "a fair price", 1, Sentiment.POSITIVE),
        ("Anna", "Hooli", "dear", 60, None),
        ("Anna", "Acme", "still too dear", 0, None),
    ):
        number = ids(session).get(name) or customer_of(there, owner, name)
        day, more = TODAY - timedelta(days=ago), {"category": Category.PRICE, "text": words, "sentiment": feels}
        put_entry(session, there[owner].id, (number, Kind.FEEDBACK), day, NOW, **more)
    return there


def ids(session: Session) -> dict[str, int]:
    return {row.name: row.id or 0 for row in session.exec(select(CustomerRow))}


def done(company: Company, who: str = "Boris") -> None:
    by = Hand(company[who].id, NOW)
    keeping.keep(company.session, about=PRICE, words="new price list.", arrival=ARRIVAL, by=by)


def test_owners_of_the_team_hear_of_it_with_their_customers_and_last_words(company: Company) -> None:
    assert [one.name for one in askers.to_tell(company.session, company["Boris"], PRICE)] == ["Anna", "小李"]
    done(company)
    news = askers.news(company.session, company["Anna"], ARRIVAL)
    assert news is not None
    assert [(one.name, one.quote) for one in news.askers] == [("Acme", "still too dear")]
    assert askers.news(company.session, company["Max"], ARRIVAL) is None
    assert askers.done_by(company.session, company["Max"], ARRIVAL) is None


def test_whoever_stands_in_hears_of_it_instead(company: Company) -> None:
    away, cover = company["Anna"].id, company["Rita"].id
    company.session.add(
        AbsenceRow(member_id=away, first_day=TODAY, last_day=TODAY, state="active", cover_id=cover, asked_at=NOW)
    )
    company.session.flush()
    assert [one.name for one in askers.to_tell(company.session, company["Boris"], PRICE)] == ["小李", "Rita"]
    done(company)
    news = askers.news(company.session, company["Rita"], ARRIVAL)
    assert news is not None
    assert [one.name for one in news.askers] == ["Acme"]


def test_the_words_for_the_customer_are_in_their_language(company: Company) -> None:
    done(company)
    there = askers.news(company.session, company["小李"], ARRIVAL)
    assert there is not None
    card = cards.news(there, ENGLISH)
    assert "您之前跟我们提过价格方面的意见，我们已经改进：new price list。谢谢您告诉我们！" in card.text
    assert card.text.startswith("You asked, we did it: Price\nBoris: “new price list.”")
    assert cards.news(replace(there, done=replace(there.done, undone=True)), CHINESE).text.startswith("Boris撤回了")


@pytest.mark.parametrize(
    ("who", "reader", "told"),
    [("Boris", "Boris", True), ("Boris", "Dora", True), ("Dora", "Max", True), ("Max", "Boris", False)],
)
def test_the_digest_says_that_it_is_done_to_those_whom_it_concerns(
    company: Company, who: str, reader: str, *, told: bool
) -> None:
    done(company, who)
    theme = digest(company.session, company[reader], Asked(Pace.WEEK, until(Pace.WEEK, TODAY)), NOW).theme
    assert theme is not None
    assert theme.done == (TODAY if told else None)
    assert bool(cards.theme_buttons(theme, until(Pace.WEEK, TODAY), ENGLISH)) is not told


def test_what_is_taken_back_is_open_again(company: Company) -> None:
    done(company)
    for _ in range(2):
        keeping.take_back(company.session, arrival=ARRIVAL, by=Hand(company["Boris"].id, NOW))
    assert keeping.done_since(company.session, company["Boris"], Category.PRICE, TODAY) is None


def test_what_was_done_before_the_days_of_a_digest_is_not_said_there(company: Company) -> None:
    done(company)
    later = TODAY + timedelta(days=1)
    assert keeping.done_since(company.session, company["Boris"], Category.PRICE, later) is None


def test_a_theme_waits_as_words() -> None:
    assert theme_of(PRICE.text) == PRICE
    assert PRICE.period.first == date(2026, 2, 6)
