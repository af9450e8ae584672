"""By when an answer is promised, by a button that was shown on an earlier day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session

from handlers.complaints import buttons
from sales.tellings import Party
from tests.complaints.teller import LATE, MONDAY, Anna, only
from tests.people.company import Company
from tests.people.desks import carried_out, desk


@pytest.mark.parametrize(
    ("days", "state", "toast"),
    [
        pytest.param(-1, "open", "That day is over. Please choose another one.", id="yesterday"),
        pytest.param(0, "promised", "Promised by Mon 2 Mar: I'll keep an eye on it.", id="today"),
        pytest.param(1, "promised", "Promised by Tue 3 Mar: I'll keep an eye on it.", id="tomorrow"),
    ],
)
def test_a_day_that_is_over_is_asked_again(anna: Anna, acme: Party, days: int, state: str, toast: str) -> None:
    anna.tells(replace(LATE, customer=acme))
    args: dict[str, str | int] = {
        "complaint": only(anna.session).id or 0,
        "day": (MONDAY.date() + timedelta(days=days)).isoformat(),
    }
    outcome = buttons.promise_day(desk(anna.session, anna.member, at=MONDAY), args)
    carried_out(anna.session, outcome, at=MONDAY)
    assert (only(anna.session).state, outcome.toast) == (state, toast)
    assert outcome.messages[0].facts.get("asks", "") == ("" if state == "promised" else "day")


def test_under_the_echo_a_day_that_is_over_is_asked_again(
    session: Session, anna: Anna, acme: Party, company: Company
) -> None:
    telling = anna.tells(replace(LATE, customer=acme))
    args: dict[str, str | int] = {"telling": telling, "day": (MONDAY.date() - timedelta(days=1)).isoformat()}
    outcome = buttons.promise(desk(session, company["Anna"], at=MONDAY), args)
    carried_out(session, outcome, at=MONDAY)
    assert (only(session).state, outcome.toast) == ("open", "That day is over. Please choose another one.")
