"""At the door: members come in, strangers learn nothing."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from handlers.company.enrolment import meet_stranger, start
from handlers.heard import Command, Odd, What
from sales.people import Invitation, Role
from storage.company import invitations, people
from tests.people.company import NOON, Company
from tests.people.desks import carried_out, desk, door, texts


@pytest.fixture
def code(session: Session, company: Company) -> str:
    made = invitations.invite(session, Invitation("Eva", Role.REP, company.teams["South"]), by=None, now=NOON)
    issued = invitations.issue(session, made, now=NOON)
    assert issued is not None
    return issued.code


def met(session: Session, what: What | str, who: int = 5001, *, language: str = "en") -> str:
    return texts(carried_out(session, meet_stranger(door(session, what, who, language=language))))[0]


@pytest.mark.parametrize("link", [True, False], ids=["deep link", "plain code"])
def test_a_code_lets_somebody_in(session: Session, code: str, *, link: bool) -> None:
    said = met(session, Command("start", code) if link else f" {code}\n")
    eva = people.member_by_telegram(session, 5001)
    assert said.startswith("Welcome, Eva! You are in team South.")
    assert eva is not None
    assert eva.language == "en"


def test_somebody_with_a_chinese_app_is_spoken_to_in_chinese(session: Session, code: str) -> None:
    said = met(session, Command("start", code), language="zh-hans")
    eva = people.member_by_telegram(session, 5001)
    assert "Eva" in said
    assert "Welcome" not in said
    assert eva is not None
    assert eva.language == "zh"


@pytest.mark.parametrize("what", ["hello", "Visited Acme", Command("start"), Command("customers"), Odd("sticker")])
def test_a_stranger_gets_one_sentence_whatever_they_say(session: Session, company: Company, what: What | str) -> None:
    assert company
    assert met(session, what).startswith("Hello! I only talk to people who were invited.")


def test_a_stranger_has_five_tries(session: Session, code: str) -> None:
    wrong = code.swapcase()
    answers = [met(session, wrong) for _ in range(6)]
    assert len({*answers[:5]}) == 1
    assert answers[0].startswith("I don't know this code.")
    assert "too many tries" in answers[5]
    assert "too many tries" in met(session, code)


def test_small_talk_is_no_try(session: Session, company: Company) -> None:
    assert company
    assert len({met(session, "hello") for _ in range(9)}) == 1


def test_a_used_code_and_an_expired_one(session: Session, code: str) -> None:
    late = meet_stranger(door(session, code, at=NOON + timedelta(days=2)))
    assert texts(carried_out(session, late))[0].startswith("This code has expired")
    met(session, code)
    assert met(session, code, 5002).startswith("This code was used already.")


def test_an_old_phone_is_told_that_it_is_signed_out(session: Session, code: str, company: Company) -> None:
    met(session, code)
    eva = people.member_by_telegram(session, 5001)
    assert eva is not None
    made = invitations.invite(session, Invitation("Eva", Role.REP, company.teams["South"], eva.id), by=None, now=NOON)
    new = invitations.issue(session, made, now=NOON)
    assert new is not None
    assert met(session, new.code, 5002).startswith("Welcome back, Eva.")
    assert met(session, "Visited Acme").startswith("You are no longer signed in here.")


def test_start_of_a_member_is_a_welcome(session: Session, company: Company) -> None:
    said = start(desk(session, company["Anna"], Command("start")))
    assert texts(carried_out(session, said))[0].startswith("Good to see you, Anna.")


def test_a_member_does_not_use_up_a_code_for_what_they_are(session: Session, company: Company) -> None:
    made = invitations.invite(session, Invitation("Eva", Role.REP, company.teams["East"]), by=None, now=NOON)
    issued = invitations.issue(session, made, now=NOON)
    assert issued is not None
    said = start(desk(session, company["Anna"], Command("start", issued.code)))
    assert texts(carried_out(session, said))[0].startswith("You are in already")
    assert met(session, issued.code).startswith("Welcome, Eva!")
