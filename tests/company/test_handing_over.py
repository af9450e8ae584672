"""A hand-over moves customers with what is open there, and taken back leaves everything as it was."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, SQLModel, select

from sales.absences import Away
from sales.handovers import Stage
from sales.hands import Hand
from sales.people import Invitation, Member, Role
from storage.company import absences, handing_over, handovers, invitations, people
from storage.company.absences import NewLeave
from storage.company.enrolling import Newcomer, Opens, look, take_in
from storage.company.handing_over import Terms
from storage.company.handover_views import pack_lines
from storage.company.handovers import NewHandOver
from storage.plans.due_followups import waiting
from storage.store import Store
from storage.tables.access import AbsenceRow
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from tests.reminders.office import DAY, MONDAY, REMIND_AT, TODAY, customer, hire, member, promise, row_of

NEW_YORK = ZoneInfo("America/New_York")
TERMS = Terms(REMIND_AT, "pack:1")
KEPT = (CustomerRow, FollowUpRow, MemberRow, AbsenceRow)


class Office:
    """Boris manages Anna (Berlin) and Ben (New York); Anna has Acme and Globex."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.boris = hire(session, "Boris", role=Role.MANAGER)
        self.anna, self.ben = hire(session, "Anna"), hire(session, "Ben", NEW_YORK)
        self.acme, self.globex = customer(session, self.anna), customer(session, self.anna, "Globex")
        self.hand = Hand(self.boris.id, MONDAY)

    def hands_over(self, to: Member | None, *, chosen: tuple[int, ...] = (), leaves: bool = False) -> int:
        new = NewHandOver(self.anna.id, to.id if to else None, leaves=leaves, stage=Stage.PREVIEW)
        handovers.begin(self.session, new=new, by=self.hand)
        begun = handovers.begun(self.session, self.boris.id, MONDAY)
        assert begun is not None
        handovers.choose(self.session, number=begun.id, customers=chosen)
        handing_over.carry_out(self.session, number=begun.id, by=self.hand, terms=TERMS)
        return begun.id

    def owner(self, number: int | None) -> int | None:
        return self.session.get_one(CustomerRow, number).owner_id

    def state(self) -> dict[str, list[dict[str, Any]]]:
        """Everything that a hand-over may touch; versions only count up."""
        self.session.flush()
        self.session.expire_all()
        return {kind.__name__: sorted(map(_plain, self.session.exec(select(kind))), key=_id) for kind in KEPT}


def _id(row: dict[str, Any]) -> int:
    return int(row["id"])


def _plain(row: SQLModel) -> dict[str, Any]:
    return row.model_dump(exclude={"version"})


@pytest.fixture
def stores(any_store: Store) -> Store:
    return any_store


def test_all_go_or_those_that_were_chosen(stores: Store) -> None:
    with stores.transaction() as session:
        office = Office(session)
        office.hands_over(office.ben, chosen=(office.acme.id or 0,))

        assert (office.owner(office.acme.id), office.owner(office.globex.id)) == (office.ben.id, office.anna.id)


def test_what_is_planned_comes_by_the_clock_of_the_new_owner(stores: Store) -> None:
    with stores.transaction() as session:
        office = Office(session)
        number = promise(session, office.anna, TODAY + DAY, party=office.acme)
        alone = promise(session, office.anna, TODAY + DAY)
        office.hands_over(office.ben)

        nine = datetime(2026, 3, 3, 9, tzinfo=NEW_YORK).astimezone(UTC)
        assert (row_of(session, number).owner_id, row_of(session, number).due_at) == (office.ben.id, nine)
        assert row_of(session, alone).owner_id == office.anna.id


def test_what_is_overdue_stands_in_the_pack_and_is_not_pushed_again(stores: Store) -> None:
    with stores.transaction() as session:
        office = Office(session)
        promise(session, office.anna, TODAY - DAY, party=office.acme)
        office.hands_over(office.ben)

        assert waiting(session, now=MONDAY) == []


def test_taken_back_all_is_as_it_was(stores: Store) -> None:
    with stores.transaction() as session:
        office = Office(session)
        for ahead, at in ((-1, None), (1, None), (2, time(15))):
            promise(session, office.anna, TODAY + ahead * DAY, at, party=office.acme)
        promise(session, office.anna, TODAY)
        leave = NewLeave(office.anna.id, Away(TODAY + DAY, TODAY + DAY), office.ben.id)
        absences.enter(session, leave=leave, by=office.hand)
        before = office.state()
        number = office.hands_over(office.ben, leaves=True)
        assert office.state() != before

        assert handing_over.undo(session, number=number, by=office.hand) is not None

        assert office.state() == before


def test_after_seven_days_it_stays(stores: Store) -> None:
    with stores.transaction() as session:
        office = Office(session)
        number = office.hands_over(office.ben)
        late = Hand(office.boris.id, MONDAY + timedelta(days=7, seconds=1))

        assert handing_over.undo(session, number=number, by=late) is None
        assert office.owner(office.acme.id) == office.ben.id


def test_a_leaver_has_no_access_and_comes_back_by_an_invitation(stores: Store) -> None:
    with stores.transaction() as session:
        office = Office(session)
        promise(session, office.anna, TODAY + DAY)
        account = session.get_one(MemberRow, office.anna.id).telegram_id or 0
        office.hands_over(None, leaves=True)

        assert people.member_by_telegram(session, account) is None
        assert office.owner(office.acme.id) is None
        assert {row.owner_id for row in session.exec(select(FollowUpRow))} == {office.boris.id}

        again = invitations.invite(
            session, Invitation("Anna", Role.REP, office.anna.team or 0), by=office.boris.id, now=MONDAY
        )
        issued = invitations.issue(session, again, now=MONDAY)
        assert issued is not None
        who = Newcomer(account, account, "en")
        opens = look(session, issued.code, who=who, now=MONDAY)
        assert isinstance(opens, Opens)
        take_in(session, opens=opens, who=who, now=MONDAY)
        assert people.member_by_telegram(session, account) is not None


def test_somebody_who_blocked_the_bot_hands_over_like_others(stores: Store) -> None:
    with stores.transaction() as session:
        office = Office(session)
        session.get_one(MemberRow, office.anna.id).reachable = False
        office.hands_over(office.ben, leaves=True)

        assert office.owner(office.acme.id) == office.ben.id
        assert office.anna.id in {giver.id for giver in handovers.givers(session, member(session, office.boris.id))}


def test_the_pack_begins_with_what_is_urgent(stores: Store) -> None:
    with stores.transaction() as session:
        office = Office(session)
        promise(session, office.anna, TODAY - DAY, party=office.globex)
        number = office.hands_over(office.ben)
        about = handovers.find(session, number)
        assert about is not None

        lines = pack_lines(session, about, TODAY)
        assert [(line.name, line.overdue) for line in lines] == [("Globex", 1), ("Acme Tools", 0)]
