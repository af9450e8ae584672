"""The doctor finds figures that are not what orders and entries say."""

from datetime import UTC, date, datetime

from storage.figures.checking import wrong_figures
from storage.figures.keeping import keep_figures
from storage.figures.rebuilding import mark_built
from storage.invariants import QUEUE_CHECKS, examine
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.dealings import BookedOrderRow
from storage.tables.foresight import CustomerFiguresRow
from tests.people.company import found_company

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)


def test_figures_that_went_wrong_are_found(any_store: Store) -> None:
    with any_store.transaction() as session:
        anna = found_company(session)["Anna"]
        for number in range(1, 8):
            session.add(CustomerRow(name=f"Customer {number}", owner_id=anna.id, created_at=NOW))
            session.flush()
            order = BookedOrderRow(
                customer_id=number, number="1", on_day=date(2026, 3, 1), amount_minor=100, currency="USD"
            )
            session.add(order)
        session.flush()
        keep_figures(session, range(1, 8))
        assert wrong_figures(session, most=200) == 0
        for number in (2, 6):
            session.get_one(CustomerFiguresRow, number).orders = 9
        session.flush()
        assert wrong_figures(session, most=200) == 2
        # Every other one.
        assert wrong_figures(session, most=4) == 2
        assert [found.check for found in examine(session, QUEUE_CHECKS)] == []
        mark_built(session, built=True)
        assert [found.check for found in examine(session, QUEUE_CHECKS)] == ["figures"]
