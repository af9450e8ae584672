"""A card with ten thousand entries is read like one with ten: few statements, few rows, by the index."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from sqlalchemy import event, insert, text
from sqlmodel import Session

from sales.people import Member
from storage.cards import customer_cards, history
from storage.tables.customers import ContactRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import ComplaintRow, EntryRow, TellingRow
from tests.people.company import NOON, Company, customer_of

MANY = 10_000
FEW_STATEMENTS = 16
FEW_ROWS = 60


class Work:
    """The statements that were sent, and how many rows of tables came back."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, object]] = []
        self.rows = 0


@contextmanager
def watched(session: Session) -> Iterator[Work]:
    work, bind = Work(), session.connection().engine

    def sent(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        work.statements.append((statement, parameters))

    def loaded(_target: object, _context: object) -> None:
        work.rows += 1

    session.expunge_all()
    event.listen(bind, "before_cursor_execute", sent)
    tables = (EntryRow, FollowUpRow, ComplaintRow, ContactRow)
    for table in tables:
        event.listen(table, "load", loaded)
    yield work
    event.remove(bind, "before_cursor_execute", sent)
    for table in tables:
        event.remove(table, "load", loaded)


def long_history(company: Company, *, entries: int) -> int:
    """A customer with this many entries, every tenth a complaint (the last open) or a closed follow-up."""
    customer, session, anna = customer_of(company, "Anna", "Acme"), company.session, company["Anna"]
    telling = TellingRow(
        chat_id=1, message_id=customer, member_id=anna.id, said_at=NOON, zone="Asia/Shanghai", text="…"
    )
    session.add(telling)
    session.flush()
    session.connection().execute(insert(EntryRow), list(_entries(customer, telling.id or 0, anna, entries)))
    session.connection().execute(
        insert(FollowUpRow),
        [
            {
                "telling_id": telling.id,
                "slot": slot,
                "customer_id": customer,
                "owner_id": anna.id,
                "action": "call",
                "day": date(2020, 1, 1),
                "state": "done" if slot else "open",
                "version": 1,
            }
            for slot in range(entries // 10)
        ],
    )
    session.connection().execute(
        text(
            "INSERT INTO complaint (entry_id, customer_id, state, promise_asked, version) "
            "SELECT id, customer_id, CASE slot WHEN 0 THEN 'open' ELSE 'closed' END, false, 1 FROM entry "
            "WHERE kind = 'complaint'"
        )
    )
    session.connection().execute(text("ANALYZE"))
    return customer


def _entries(customer: int, telling: int, anna: Member, count: int) -> Iterator[dict[str, object]]:
    for slot in range(count):
        yield {
            "telling_id": telling,
            "slot": slot,
            "member_id": anna.id,
            "customer_id": customer,
            "kind": "visit" if slot % 10 else "complaint",
            "on_day": date(2026, 3, 1) - timedelta(slot),
            "moment": NOON,
            "zone": "Asia/Shanghai",
            "text": f"visit {slot}",
            "live": True,
            "version": 1,
            "attempt": False,
        }


def test_the_first_page_of_a_long_card_takes_few_statements_and_rows(session: Session, company: Company) -> None:
    customer = long_history(company, entries=MANY)
    anna = company["Anna"]
    with watched(session) as work:
        card = customer_cards.card(session, anna, customer, today=date(2026, 3, 2))
    assert card
    assert [entry.text for entry in card.entries] == [f"visit {slot}" for slot in range(5)]
    assert (card.complaints, card.plans) == (1, 1)
    assert len(work.statements) <= FEW_STATEMENTS
    assert work.rows <= FEW_ROWS


def test_a_page_of_the_history_is_read_by_the_index(session: Session, company: Company) -> None:
    customer = long_history(company, entries=MANY)
    anna = company["Anna"]
    with watched(session) as work:
        page = history.history(session, anna, customer, page=1, size=8)
    assert page
    assert page.more
    assert work.rows == 9
    [(statement, parameters)] = [sent for sent in work.statements if "FROM entry " in sent[0].replace("\n", " ")]
    assert "entry_of_customer" in plan(session, statement, parameters)
    assert "sort" not in plan(session, statement, parameters).lower()


def plan(session: Session, statement: str, parameters: object) -> str:
    explain = "EXPLAIN QUERY PLAN " if session.connection().dialect.name == "sqlite" else "EXPLAIN "
    rows = session.connection().exec_driver_sql(explain + statement, parameters)  # type: ignore[arg-type]
    return "\n".join(str(row) for row in rows).replace("USE TEMP B-TREE FOR ORDER BY", "sort")


def test_history_turns_to_the_end(session: Session, company: Company) -> None:
    customer = long_history(company, entries=20)
    last = history.history(session, company["Boris"], customer, page=3, size=8)
    assert last
    assert [told.entry.text for told in last.entries] == ["visit 16", "visit 17", "visit 18", "visit 19"]
    assert not last.more
    assert {told.by for told in last.entries} == {"Anna"}
    assert history.history(session, company["Max"], customer, page=1, size=8) is None


def test_care_sees_the_complaints_of_a_history_alone(session: Session, company: Company) -> None:
    customer = long_history(company, entries=30)
    seen = history.history(session, company["Carl"], customer, page=1, size=8)
    assert seen
    assert {told.entry.kind for told in seen.entries} == {"complaint"}
