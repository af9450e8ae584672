"""The company of the stories on both engines, and a customer of Anna's."""

import pytest
from sqlmodel import Session

from tests.freshness.office import Office
from tests.people.company import found_company


@pytest.fixture
def office(session: Session) -> Office:
    return Office(found_company(session))
