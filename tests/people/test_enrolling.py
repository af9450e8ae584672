"""Codes: one use, one day, few tries, and nothing to be learnt from the database."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, select

from sales.people import Invitation, Member, Role
from storage.company import code_tries, invitations, people
from storage.company.enrolling import Newcomer, Opens, Refused, look, take_in
from storage.company.invitations import Issued
from storage.store import Store
from storage.tables.people import InvitationRow, MemberRow
from tests.people.company import NOON, Company, found_company

HOUR = timedelta(hours=1)
EVA = Newcomer(5001, 5001, "zh")


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


def issued(session: Session, company: Company, invitation: Invitation | None = None, *, at: datetime = NOON) -> Issued:
    invitation = invitation or Invitation("Eva", Role.REP, company.teams["South"])
    made = invitations.issue(session, invitations.invite(session, invitation, by=None, now=at), now=at)
    assert made is not None
    return made


def enrol(session: Session, code: str, who: Newcomer = EVA, *, at: datetime = NOON) -> Member | Refused | None:
    opens = look(session, code, who=who, now=at)
    return people.member(session, take_in(session, opens=opens, who=who, now=at)) if isinstance(opens, Opens) else opens


def test_a_code_makes_a_member(session: Session, company: Company) -> None:
    eva = enrol(session, issued(session, company).code)
    assert isinstance(eva, Member)
    assert (eva.name, eva.chat, eva.language, eva.zone.key) == ("Eva", 5001, "zh", "Asia/Shanghai")
    assert [(place.role, place.team) for place in eva.places] == [(Role.REP, company.teams["South"])]
    assert people.member_by_telegram(session, 5001) == eva


def test_a_code_is_long_fits_a_deep_link_and_is_not_kept(session: Session, company: Company) -> None:
    code = issued(session, company).code
    row = session.exec(select(InvitationRow)).one()
    assert len(code) == 32
    assert code not in row.model_dump_json()
    assert len(row.code_hash) == 64


@pytest.mark.parametrize(
    ("after", "verdict"),
    [(timedelta(0), Opens), (23 * HOUR, Opens), (24 * HOUR, Refused), (48 * HOUR, Refused)],
)
def test_a_code_lives_for_a_day(session: Session, company: Company, after: timedelta, verdict: type) -> None:
    code = issued(session, company).code
    assert isinstance(look(session, code, who=EVA, now=NOON + after), verdict)


def test_what_is_refused_and_why(session: Session, company: Company) -> None:
    made = issued(session, company)
    assert look(session, made.code, who=EVA, now=NOON + 25 * HOUR) is Refused.EXPIRED
    assert look(session, made.code.swapcase(), who=EVA, now=NOON) is Refused.WRONG
    enrol(session, made.code)
    assert look(session, made.code, who=EVA, now=NOON) is Refused.ALREADY_IN
    assert look(session, made.code, who=Newcomer(5002, 5002, "en"), now=NOON) is Refused.USED


def test_a_renewed_invitation_has_a_new_code_and_a_new_day(session: Session, company: Company) -> None:
    old = issued(session, company)
    new = invitations.issue(session, old.id, now=NOON + 30 * HOUR)
    assert new is not None
    assert look(session, old.code, who=EVA, now=NOON + 30 * HOUR) is Refused.WRONG
    assert isinstance(look(session, new.code, who=EVA, now=NOON + 53 * HOUR), Opens)


def test_a_used_invitation_is_not_renewed(session: Session, company: Company) -> None:
    made = issued(session, company)
    enrol(session, made.code)
    assert invitations.issue(session, made.id, now=NOON) is None


def test_five_wrong_codes_and_even_the_right_one_is_not_looked_at(session: Session, company: Company) -> None:
    code = issued(session, company).code
    for _ in range(code_tries.TRIES):
        assert look(session, "wrong", who=EVA, now=NOON) is Refused.WRONG
        code_tries.note_wrong(session, telegram_id=EVA.telegram_id, now=NOON)
    assert look(session, code, who=EVA, now=NOON + timedelta(minutes=9)) is Refused.TOO_MANY
    assert isinstance(look(session, code, who=Newcomer(5002, 5002, "en"), now=NOON), Opens)
    assert isinstance(look(session, code, who=EVA, now=NOON + timedelta(minutes=10)), Opens)


def test_a_new_phone_takes_over_and_the_old_one_is_out_at_once(session: Session, company: Company) -> None:
    anna = company["Anna"]
    invitation = Invitation("Anna", Role.REP, company.teams["East"], member=anna.id)
    moved = enrol(session, issued(session, company, invitation).code)
    assert isinstance(moved, Member)
    assert (moved.id, moved.chat, moved.language) == (anna.id, 5001, "en")
    assert people.member_by_telegram(session, 1004) is None


def test_a_new_phone_is_not_taken_over_by_another_member(session: Session, company: Company) -> None:
    invitation = Invitation("Anna", Role.REP, company.teams["East"], member=company.members["Anna"])
    code = issued(session, company, invitation).code
    assert look(session, code, who=Newcomer(1006, 1006, "en"), now=NOON) is Refused.ALREADY_IN


def test_a_member_with_a_code_for_another_role_gets_it_too(session: Session, company: Company) -> None:
    invitation = Invitation("Somebody", Role.MANAGER, company.teams["South"])
    anna = enrol(session, issued(session, company, invitation).code, Newcomer(1004, 1004, "en"))
    assert isinstance(anna, Member)
    assert anna.name == "Anna"
    assert anna.roles == {Role.REP, Role.MANAGER}


def test_somebody_who_had_left_comes_back_as_somebody_new(session: Session, company: Company) -> None:
    old = company["Anna"]
    session.get_one(MemberRow, old.id).active = False
    back = enrol(session, issued(session, company).code, Newcomer(1004, 1004, "en"))
    assert isinstance(back, Member)
    assert back.name == "Eva"
    assert back.roles == {Role.REP}
    assert back.id != old.id


def test_two_phones_with_one_code_at_once(any_store: Store) -> None:
    with any_store.transaction() as session:
        company = found_company(session)
        code = issued(session, company).code
    together = Barrier(2)

    def try_it(telegram_id: int) -> bool:
        who = Newcomer(telegram_id, telegram_id, "en")
        together.wait()
        try:
            with any_store.transaction() as session:
                opens = look(session, code, who=who, now=NOON)
                return isinstance(opens, Opens) and take_in(session, opens=opens, who=who, now=NOON) > 0
        except StaleDataError:
            return False

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(try_it, (5001, 5002))) == [False, True]


def test_the_first_admin(session: Session) -> None:
    assert invitations.first_admin(session, now=NOON) is None, "there is no company yet"
    people.ensure_company(session, name="Rapport", zone="UTC")
    first = invitations.first_admin(session, now=NOON)
    second = invitations.first_admin(session, now=NOON + HOUR)
    assert first is not None
    assert second is not None
    assert first.id == second.id
    assert look(session, first.code, who=EVA, now=NOON + HOUR) is Refused.WRONG
    admin = enrol(session, second.code, at=NOON + HOUR)
    assert isinstance(admin, Member)
    assert admin.sees_all
    assert invitations.first_admin(session, now=NOON + 2 * HOUR) is None
