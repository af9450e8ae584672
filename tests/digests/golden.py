"""A fixed book of a month, and how its digests read; `python -m tests.digests.golden` writes them down anew."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from sales.cards import Button, Card
from sales.customers import Stage
from sales.digests import Asked, Pace, the_one_before, until
from sales.hands import Hand
from sales.kinds import Category, Kind
from sales.measures import Measure
from sales.targets import Span, Target
from storage.digests.reading import digest as read_digest
from storage.figures.rates import remember_currency
from storage.migrating import migrate
from storage.store import open_store
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.dealings import OpportunityRow, ReceivableRow
from storage.tables.followups import FollowUpRow
from storage.tables.foresight import StageChangeRow
from storage.tables.tellings import ComplaintRow
from storage.targets.keeping import set_target
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry
from wording.cards.digests.digest import digest
from wording.voice import Voice

NOW = datetime(2026, 3, 19, 10, 30, tzinfo=UTC)
TODAY = date(2026, 3, 19)
LANGUAGES = ("en", "zh")
_ASKED = (
    ("Boris", Asked(Pace.DAY, until(Pace.DAY, TODAY))),
    ("Boris", Asked(Pace.WEEK, until(Pace.WEEK, TODAY))),
    ("Dora", Asked(Pace.MONTH, until(Pace.MONTH, TODAY))),
    ("Boris", Asked(Pace.WEEK, the_one_before(Pace.WEEK, date(2025, 12, 24)))),
)
_CUSTOMERS = (
    ("Anna", "Acme Tools"),
    ("Anna", "Globex"),
    ("小李", "恒大钢铁"),
    ("Rita", "Initech"),
    ("Max", "Umbrella"),
)
_ACME, _GLOBEX, _HENGDA, _INITECH, _UMBRELLA = range(1, 6)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def fill(session: Session) -> Company:
    """East (Anna, Rita and, below it, 小李 of South) and West; four weeks of work, the last day rich."""
    remember_currency(session, "CNY")
    company = found_company(session)
    for owner, name in _CUSTOMERS:
        session.get_one(CustomerRow, customer_of(company, owner, name)).created_at = NOW - timedelta(days=400)
    for days in range(28):
        if ago(days).weekday() < 5:
            _an_ordinary_day(company, days)
    _told(company)
    _complaints(company)
    _promises(company)
    _others(company)
    session.flush()
    return company


def _put(company: Company, who: str, what: tuple[int, Kind], days: int, **more: Any) -> int:  # noqa: ANN401 - columns
    entry = put_entry(company.session, company[who].id, what, ago(days), NOW - timedelta(days=days), **more)
    return entry.id or 0


def _an_ordinary_day(company: Company, days: int) -> None:
    _put(company, "Anna", (_ACME, Kind.VISIT), days)
    _put(company, "Max", (_UMBRELLA, Kind.VISIT), days)
    if days:
        _put(company, "Rita", (_INITECH, Kind.CALL), days)
        _put(company, "小李", (_HENGDA, Kind.VISIT if days % 2 else Kind.CALL), days)


def _told(company: Company) -> None:
    _put(company, "Anna", (_GLOBEX, Kind.ORDER), 0, amount_minor=41_200_000, currency="CNY")
    _put(company, "小李", (_HENGDA, Kind.ORDER), 8, amount_minor=9_000_000, currency="CNY")
    _put(company, "Max", (_UMBRELLA, Kind.ORDER), 9, amount_minor=12_500_000, currency="CNY")
    _put(company, "Anna", (_GLOBEX, Kind.PAYMENT), 0, amount_minor=23_800_000, currency="CNY")
    for days, category, words in (
        (0, Category.PRICE, "they find it a bit pricey"),
        (0, Category.PRICE, "王总嫌价格比别家高"),
        (1, Category.DELIVERY, "two days late again"),
        (2, Category.PRICE, "ok for now"),
    ):
        customer = _HENGDA if not words.isascii() else _ACME
        _put(
            company,
            "小李" if customer == _HENGDA else "Anna",
            (customer, Kind.FEEDBACK),
            days,
            category=category,
            text=words,
        )


def _complaints(company: Company) -> None:
    for who, customer, days, closed in (
        ("Anna", _ACME, 1, None),
        ("小李", _HENGDA, 2, None),
        ("Rita", _INITECH, 3, NOW),
    ):
        told = _put(company, who, (customer, Kind.COMPLAINT), days, category=Category.QUALITY)
        row = ComplaintRow(entry_id=told, customer_id=customer, closed_at=closed, state="closed" if closed else "open")
        row.answer_by, row.closed_by = None if closed else NOW - timedelta(hours=2 * days), company[who].id
        company.session.add(row)


def _promises(company: Company) -> None:
    telling = put_entry(company.session, company["Anna"].id, (_ACME, Kind.NOTE), TODAY, NOW).telling_id
    for slot, (who, customer, kept) in enumerate(
        (("Anna", _ACME, True), ("Anna", _GLOBEX, True), ("小李", _HENGDA, False))
    ):
        row = FollowUpRow(telling_id=telling, slot=slot, customer_id=customer, owner_id=company[who].id, action="call")
        row.day, row.state, row.closed_at = TODAY, "done" if kept else "open", NOW if kept else None
        company.session.add(row)


def _others(company: Company) -> None:
    session, by = company.session, Hand(company["Boris"].id, NOW)
    for who, number in (("Anna", 20), ("小李", 40), ("Rita", 30)):
        set_target(session, member=company[who].id, target=Target(Measure.VISITS, Span.MONTH, number), by=by)
    owed = ReceivableRow(customer_id=_ACME, number="1", due_day=ago(9), open_minor=9_600_000, currency="CNY")
    session.add(owed)
    for source, state in (("fair", "won"), ("fair", "won"), ("fair", "lost"), ("website", "lost")):
        deal = OpportunityRow(customer_id=_ACME, member_id=company["Anna"].id, title="…", stage="lead", opened_at=NOW)
        deal.source, deal.state, deal.closed_at = source, state, NOW - timedelta(days=1)
        session.add(deal)
    for name, day in (("S. Lee", "--03-21"), ("王总", "--03-24")):
        session.add(ContactRow(customer_id=_ACME, name=name, birthday=day))
    session.get_one(CustomerRow, _INITECH).stage = Stage.SLIPPING
    session.add(StageChangeRow(customer_id=_INITECH, on_day=TODAY, stage=Stage.SLIPPING, at=NOW))


def cards(company: Company, language: str) -> Iterator[Card]:
    voice = Voice(language, ZoneInfo("Asia/Shanghai"), TODAY)
    return (digest(read_digest(company.session, company[who], asked, NOW), voice) for who, asked in _ASKED)


def written(card: Card) -> str:
    """As a phone shows it: the lines, and the buttons in their rows."""
    rows = (" ".join(f"[{one.label}]" for one in row if isinstance(one, Button)) for row in card.rows)
    return "\n".join([card.text, *rows])


def file_of(language: str) -> Path:
    return Path(__file__).with_name(f"golden_{language}.txt")


def text_of(company: Company, language: str) -> str:
    return "\n\n".join(map(written, cards(company, language))) + "\n"


def write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/golden.db"
        migrate(url)
        with open_store(url).transaction() as session:
            company = fill(session)
            for language in LANGUAGES:
                file_of(language).write_text(text_of(company, language), encoding="utf-8")


if __name__ == "__main__":
    write()
