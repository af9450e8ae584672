"""/invite: who may invite whom into what, one by one and as a list."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from sqlmodel import Session, col, select

from handlers import asked
from handlers.company import inviting
from handlers.company.invitation_cards import Issuing, invitation_card, invitations_card
from handlers.prepared import UNPREPARED
from papers.people_list import read_lines
from papers.spreadsheets import read_rows, write_sheet
from papers.worker import Worker
from sales.cards import Card
from sales.kinds import Kind
from storage.company import invitations
from storage.company.enrolling import Newcomer, Opens, look
from storage.tables.people import InvitationRow, MemberRow
from storage.tables.queues import OutboxRow
from tests.enclosed import content_of
from tests.people.company import NOON, Company
from tests.people.desks import carried_out, desk, texts
from understanding.findings import Findings, FoundEntry
from wording.entering import Entering
from wording.voice import Voice


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def invited(session: Session, company: Company, who: str, words: str) -> list[OutboxRow]:
    return carried_out(session, inviting.invite(desk(session, company[who]), words))


def issuing(company: Company, who: str = "Boris") -> Issuing:
    member = company[who]
    return Issuing("rapport_bot", Voice(member.language, member.zone, NOON.date()), NOON)


def on_record(session: Session) -> list[tuple[str, str, int]]:
    return [
        (row.name, row.role, row.team_id) for row in session.exec(select(InvitationRow).order_by(col(InvitationRow.id)))
    ]


@pytest.mark.parametrize(
    ("who", "words", "made"),
    [
        pytest.param("Boris", "Eva, rep", ("Eva", "rep", "East"), id="into the manager's own team"),
        pytest.param("Boris", "rep Eva", ("Eva", "rep", "East"), id="as it is spoken"),
        pytest.param("Boris", "Eva", ("Eva", "rep", "East"), id="a name alone"),
        pytest.param("Boris", "Eva, care, south", ("Eva", "care", "South"), id="into a team below"),
        pytest.param("Ada", "Eva, manager, West", ("Eva", "manager", "West"), id="an admin may invite managers"),
        pytest.param("Ada", "Eva, admin", ("Eva", "admin", "Rapport"), id="and admins"),
    ],
)
def test_one_invitation(session: Session, company: Company, who: str, words: str, made: tuple[str, str, str]) -> None:
    rows = invited(session, company, who, words)
    assert [row.kind for row in rows] == ["invitation"]
    assert on_record(session) == [(made[0], made[1], company.teams[made[2]])]


@pytest.mark.parametrize(
    ("who", "words", "said"),
    [
        pytest.param("Anna", "Eva, rep", "Only managers and administrators can invite.", id="a rep"),
        pytest.param("Carl", "Eva, rep", "Only managers and administrators can invite.", id="customer care"),
        pytest.param("Boris", "Eva, manager", "The role manager is not yours to give.", id="above one's own"),
        pytest.param("Boris", "Eva, rep, West", "I don't know the team West.", id="another's team"),
        pytest.param("Boris", "Eva, pilot", "I don't know the role pilot.", id="no such role"),
        pytest.param("Boris", ", rep", "There is no name in that.", id="no name"),
        pytest.param("Boris", "E" * 200, "That name is longer than 100 letters.", id="a very long name"),
        pytest.param("Boris", "anna, rep", "anna is in team East already.", id="somebody who is in already"),
        pytest.param("Boris", "Max, new phone", "There is nobody called Max", id="a phone for another's rep"),
        pytest.param("Boris", "Ada, new phone", "There is nobody called Ada", id="a phone for an admin"),
    ],
)
def test_no_invitation(session: Session, company: Company, who: str, words: str, said: str) -> None:
    rows = invited(session, company, who, words)
    assert texts(rows)[0].startswith(said)
    assert on_record(session) == []


def test_a_list_invites_the_good_lines_and_tells_of_the_others(session: Session, company: Company) -> None:
    rows = invited(session, company, "Boris", "Eva, rep\nTom, pilot\n小周, 销售, South\nAnna, rep")
    assert [name for name, _, _ in on_record(session)] == ["Eva", "小周"]
    assert texts(rows)[0] == "invitations"
    assert texts(rows)[1].splitlines() == [
        "Line 2: I don't know the role pilot.",
        "Line 4: Anna is in team East already.",
    ]


def test_an_admin_names_a_new_team(session: Session, company: Company) -> None:
    invited(session, company, "Ada", "Eva, rep, North\nTom, rep, north")
    assert len({team for _, _, team in on_record(session)}) == 1
    assert on_record(session)[0][2] not in company.teams.values()


def test_the_same_list_twice_makes_no_second_invitations(session: Session, company: Company) -> None:
    asked_twice = [invited(session, company, "Boris", "Eva, rep\nTom, rep") for _ in range(2)]
    assert len(on_record(session)) == 2
    assert len(invitations.of_batch(session, str(asked_twice[1][0].facts["batch"]))) == 2


def test_more_than_anybody_needs(session: Session, company: Company) -> None:
    rows = invited(session, company, "Boris", "\n".join(f"Rep {number}, rep" for number in range(201)))
    assert texts(rows)[0].startswith("That list is too long.")


def test_the_card_has_a_link_a_code_and_a_picture(session: Session, company: Company) -> None:
    facts = invited(session, company, "Boris", "Eva, rep")[0].facts
    card = invitation_card(session, facts, issuing(company))
    assert card is not None
    code = card.text.splitlines()[-1]
    assert isinstance(look(session, code, who=Newcomer(5001, 5001, "en"), now=NOON), Opens)
    assert f"https://t.me/rapport_bot?start={code}" in str(card.rows)
    assert card.file is not None
    assert card.file.picture


def test_the_sheet_has_a_link_for_everybody(session: Session, company: Company) -> None:
    facts = invited(session, company, "Boris", "=Eva, rep\nTom, rep")[0].facts
    card = invitations_card(session, facts, issuing(company))
    assert isinstance(card, Card)
    headings, *rows = read_rows(content_of(card))
    assert headings == ["Name", "Role", "Team", "Link", "Good until"]
    assert [row[0] for row in rows] == ["'=Eva", "Tom"]
    codes = [row[3].partition("=")[2] for row in rows]
    assert all(isinstance(look(session, code, who=Newcomer(5001, 5001, "en"), now=NOON), Opens) for code in codes)


def test_a_card_that_is_shown_again_has_a_new_code(session: Session, company: Company) -> None:
    facts = invited(session, company, "Boris", "Eva, rep")[0].facts
    first, second = (invitation_card(session, facts, issuing(company)) for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.text != second.text


def test_used_invitations_are_not_shown(session: Session, company: Company) -> None:
    facts = invited(session, company, "Boris", "Eva, rep")[0].facts
    row = session.exec(select(InvitationRow)).one()
    row.used_at = NOON
    session.flush()
    assert invitation_card(session, facts, issuing(company)) is None


@pytest.mark.parametrize(
    ("who", "answer"),
    [("Boris", "invitation"), ("Dora", "invitation"), ("Ada", "invitation"), ("Max", None), ("Anna", None)],
)
def test_renewing_needs_the_right_at_that_moment(
    session: Session, company: Company, who: str, answer: str | None
) -> None:
    invited(session, company, "Boris", "Eva, rep")
    number = session.exec(select(InvitationRow.id)).one()
    later = NOON + timedelta(days=3)
    outcome = inviting.renew(desk(session, company[who], at=later), {"invitation": number or 0})
    assert [message.kind for message in outcome.messages] == ([answer] if answer else [])
    assert (outcome.toast is None) is (answer is not None)


def test_renewing_what_was_used_or_never_was(session: Session, company: Company) -> None:
    invited(session, company, "Boris", "Eva, rep")
    row = session.exec(select(InvitationRow)).one()
    row.used_at = NOON
    session.flush()
    at = desk(session, company["Boris"])
    assert "used already" in str(inviting.renew(at, {"invitation": row.id or 0}).toast)
    assert inviting.renew(at, {"invitation": 99}).toast == "This is no longer on record."


def test_a_new_phone_keeps_the_member(session: Session, company: Company) -> None:
    invited(session, company, "Boris", "小李, new phone")
    row = session.exec(select(InvitationRow)).one()
    assert (row.member_id, row.role, row.team_id) == (company.members["小李"], "rep", company.teams["South"])


def test_two_people_of_one_name(session: Session, company: Company) -> None:
    for name in ("Anna", "小李"):
        session.get_one(MemberRow, company.members[name]).name = "Kim"
    session.flush()
    assert texts(invited(session, company, "Boris", "Kim, new phone"))[0].startswith("There are several people")


def test_invite_alone_asks_and_the_next_words_answer(session: Session, company: Company) -> None:
    assert texts(invited(session, company, "Boris", ""))[0].startswith("Whom shall I invite?")
    outcome = asked.answer(desk(session, company["Boris"]), "Eva, rep\nTom, rep", UNPREPARED)
    assert outcome is not None
    assert [row.kind for row in carried_out(session, outcome)] == ["invitations"]
    assert asked.answer(desk(session, company["Boris"]), "Kim, rep", UNPREPARED) is None


def test_a_visit_told_meanwhile_is_a_visit(session: Session, company: Company) -> None:
    invited(session, company, "Boris", "")
    told = replace(UNPREPARED, findings=Findings((FoundEntry(Kind.VISIT, None, NOON.date(), "Visited Acme"),)))
    assert asked.answer(desk(session, company["Boris"]), "Visited Acme", told) is None
    assert asked.answer(desk(session, company["Boris"]), "Visited, rep", told) is not None


def test_the_question_is_open_for_half_an_hour(session: Session, company: Company) -> None:
    invited(session, company, "Boris", "")
    later = desk(session, company["Boris"], at=NOON + timedelta(minutes=31))
    assert asked.answer(later, "Eva, rep", UNPREPARED) is None


def test_cancel_closes_the_question(session: Session, company: Company) -> None:
    invited(session, company, "Boris", "")
    outcome = asked.cancel(desk(session, company["Boris"]))
    assert outcome is not None
    carried_out(session, outcome)
    assert asked.cancel(desk(session, company["Boris"])) is None


def test_a_rep_who_sends_a_list(session: Session, company: Company) -> None:
    outcome = inviting.invite_people(desk(session, company["Anna"]), read_lines("Eva, rep"))
    assert texts(carried_out(session, outcome))[0].startswith("Only managers")


def document() -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "")
    return content.getvalue()


@pytest.mark.parametrize("content", [b"", b"no spreadsheet", document()])
async def test_a_file_that_is_no_spreadsheet(worker: Worker, content: bytes) -> None:
    assert await inviting.read_file(content, worker) is Entering.NOT_A_SPREADSHEET


async def test_a_spreadsheet_invites(session: Session, company: Company, worker: Worker) -> None:
    content = write_sheet("x", ["姓名", "角色", "团队"], [["小周", "销售", "South"]])
    read = await inviting.read_file(content, worker)
    carried_out(session, inviting.invite_people(desk(session, company["Boris"]), read))
    assert on_record(session) == [("小周", "rep", company.teams["South"])]


async def test_an_endless_spreadsheet(session: Session, company: Company, worker: Worker) -> None:
    read = await inviting.read_file(write_sheet("x", ["Name"], [["Eva"]] * 1001), worker)
    outcome = inviting.invite_people(desk(session, company["Boris"]), read)
    assert texts(carried_out(session, outcome))[0].startswith("That list is too long.")


@pytest.mark.parametrize(("name", "meant"), [("people.XLSX", True), ("a.csv", True), ("photo.jpg", False), ("", False)])
def test_which_files_are_lists(name: str, *, meant: bool) -> None:
    assert inviting.is_list(name) is meant


def test_an_empty_list(session: Session, company: Company) -> None:
    outcome = inviting.invite_people(desk(session, company["Boris"]), read_lines(" \n "))
    assert texts(carried_out(session, outcome))[0].startswith("There are no people on that list.")
