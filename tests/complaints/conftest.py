"""Anna and her customer Acme, in the company of the stories, on both engines."""

import pytest
from sqlmodel import Session

from sales.tellings import Party
from tests.complaints.teller import Anna
from tests.people.company import Company, customer_of


@pytest.fixture
def acme(company: Company) -> Party:
    return Party("Acme", customer_of(company, "Anna", "Acme", team="East"))


@pytest.fixture
def anna(session: Session, company: Company) -> Anna:
    return Anna(session, company)
