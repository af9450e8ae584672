"""How long the daily look for birthdays and other days takes with a hundred thousand customers."""

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from storage.bulk import add_rows
from storage.care.changed_days import KINDS
from storage.care.planners import PLANNERS
from storage.care.planning.look import Look
from storage.care.reminders import plan
from storage.migrating import migrate
from storage.store import Session, open_store
from storage.tables.customers import ContactRow, CustomerRow
from tests.people.company import NOON, found_company

CUSTOMERS = 100_000
SHARE_WITH_BIRTHDAY = 4
"""One in so many has no birthday on record."""
MOST_SECONDS = 5
NOW = datetime(2026, 3, 1, 17, tzinfo=UTC)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/rapport.db"
        migrate(url)
        store = open_store(url)
        with store.transaction() as session:
            _fill(session)
            took = sum(_measure(session, kind) for kind in KINDS)
            print(f"all of them: {took:.2f} s")
            assert took < MOST_SECONDS, f"the daily look is too slow: it may take {MOST_SECONDS} s"
        store.close()


def _fill(session: Session) -> None:
    company = found_company(session)
    owners = [company.members[name] for name in ("Anna", "Rita", "Max")]
    common = {
        "relation": "direct",
        "form": "company",
        "stage": "active",
        "created_at": NOON,
        "withdrawn": False,
        "version": 1,
    }
    rows = [
        {"name": f"Customer {n}", "owner_id": owners[n % 3], "grade": "ABC"[n % 3], **common} for n in range(CUSTOMERS)
    ]
    numbers = add_rows(session, CustomerRow, rows)
    add_rows(session, ContactRow, [_person(n, number) for n, number in enumerate(numbers)])


def _person(n: int, customer: int) -> dict[str, object]:
    """Half of the birthdays are by the moon, a third without a year."""
    day = date(1980, 1, 1) + timedelta(days=n % 365)
    moon = n % 2 and day.day < 30
    told = f"-{day:-%m-%d}" if n % 3 else f"{day:%Y-%m-%d}"
    return {
        "customer_id": customer,
        "name": f"Person {n}",
        "phone": f"+65{60000000 + n}",
        "birthday": told if n % SHARE_WITH_BIRTHDAY else None,
        "calendar": "lunar" if moon else "solar",
        "greetings": True,
        "withdrawn": False,
        "version": 1,
    }


def _measure(session: Session, kind: str) -> float:
    zone = ZoneInfo("Asia/Shanghai")
    start = perf_counter()
    found = list(PLANNERS[kind](session, Look(NOW, NOW.astimezone(zone).date(), zone)))
    plan(session, found)
    took = perf_counter() - start
    print(f"{kind}, {CUSTOMERS:,} customers: {len(found):,} planned in {took:.2f} s")
    return took
