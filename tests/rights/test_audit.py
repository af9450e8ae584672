"""/audit: managers see what their people did and what was done to their customers, admins see all."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from handlers.company import audit_trail
from handlers.prepared import Prepared
from sales.audit_views import About, AuditPage
from sales.hands import Hand
from storage.company import audit_page
from storage.company.audit import Subject, note
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.people import MemberRow
from tests.people.company import NOON, Company, customer_of
from tests.people.desks import carried_out, desk, texts
from tests.wording.shown import CHINESE, ENGLISH
from understanding.findings import Candidate
from wording.audit_words import DEEDS
from wording.cards.audit import audit as audit_card


@pytest.fixture
def ids(session: Session, company: Company) -> dict[str, int]:
    """Anna looks at her customer, Max at his, Max at Anna's, Anna at a person; a customer is merged away."""
    ids = {name: customer_of(company, owner, name) for name, owner in (("Acme", "Anna"), ("Globex", "Max"))}
    person = ContactRow(customer_id=ids["Acme"], name="Sarah Lee")
    gone = CustomerRow(
        name="Acme Ltd", team_id=company.teams["East"], created_at=NOON, withdrawn=True, merged_into_id=ids["Acme"]
    )
    session.add_all([person, gone])
    session.flush()
    ids["Sarah"], ids["Acme Ltd"] = person.id or 0, gone.id or 0
    for who, action, subject in (
        ("Anna", "customer.seen", Subject("customer", ids["Acme"])),
        ("Max", "customer.seen", Subject("customer", ids["Globex"])),
        ("Max", "customer.seen", Subject("customer", ids["Acme"])),
        ("Anna", "contact.changed", Subject("contact", ids["Sarah"])),
        ("Anna", "customer.seen", Subject("customer", ids["Globex"])),
        ("Boris", "customer.merged", Subject("customer", ids["Acme Ltd"])),
        ("小李", "member.joined", Subject("member", company.members["小李"])),
    ):
        note(session, action, subject, Hand(company.members[who], NOON), words="…")
    return ids


def trail(session: Session, company: Company, who: str, **about: int) -> AuditPage:
    return audit_page.audit_page(session, company[who], About(**about), page=1, size=50)


def deeds(page: AuditPage) -> list[tuple[str | None, str, str]]:
    return [(line.who, line.action, "?" if line.hidden else line.subject) for line in reversed(page.lines)]


SEEN, CHANGED, MERGED, JOINED = "customer.seen", "contact.changed", "customer.merged", "member.joined"


@pytest.mark.usefixtures("ids")
def test_a_manager_sees_their_people_and_who_looked_at_their_customers(session: Session, company: Company) -> None:
    assert deeds(trail(session, company, "Boris")) == [
        ("Anna", SEEN, "Acme"),
        ("Max", SEEN, "Acme"),
        ("Anna", CHANGED, "Sarah Lee, Acme"),
        ("Anna", SEEN, "?"),
        ("Boris", MERGED, "?"),
        ("小李", JOINED, "小李"),
    ]


@pytest.mark.usefixtures("ids")
def test_another_manager_sees_theirs(session: Session, company: Company) -> None:
    assert deeds(trail(session, company, "Max")) == [
        ("Max", SEEN, "Globex"),
        ("Max", SEEN, "?"),
        ("Anna", SEEN, "Globex"),
    ]


@pytest.mark.usefixtures("ids")
def test_an_admin_sees_all_and_every_name(session: Session, company: Company) -> None:
    found = deeds(trail(session, company, "Ada"))
    assert len(found) == 7
    assert ("Boris", MERGED, "Acme Ltd") in found


@pytest.mark.usefixtures("ids")
def test_of_one_member(session: Session, company: Company) -> None:
    page = trail(session, company, "Boris", member=company.members["小李"])
    assert (page.name, deeds(page)) == ("小李", [("小李", JOINED, "小李")])
    assert trail(session, company, "Boris", member=company.members["Dora"]).total == 0


def test_of_one_customer_with_its_people_and_what_was_merged_into_it(
    session: Session, company: Company, ids: dict[str, int]
) -> None:
    page = trail(session, company, "Ada", customer=ids["Acme"])
    assert page.name == "Acme"
    assert [who for who, _, _ in deeds(page)] == ["Anna", "Max", "Anna", "Boris"]


def test_a_name_that_is_not_the_readers_to_see_is_not_said(
    session: Session, company: Company, ids: dict[str, int]
) -> None:
    assert trail(session, company, "Boris", customer=ids["Globex"]).name == ""


@pytest.mark.usefixtures("ids")
def test_pages(session: Session, company: Company) -> None:
    last = audit_page.audit_page(session, company["Ada"], About(), page=9, size=3)
    assert (last.page, last.pages, last.total, len(last.lines)) == (3, 3, 7, 1)


def test_people_are_found_by_name_within_reach(session: Session, company: Company) -> None:
    session.get_one(MemberRow, company.members["Rita"]).name = "Rita Moreno"
    session.flush()
    assert audit_page.people_named(session, company["Boris"], " anna") == [company.members["Anna"]]
    assert audit_page.people_named(session, company["Boris"], "moreno") == [company.members["Rita"]]
    assert audit_page.people_named(session, company["Boris"], "Dora") == []


def test_somebody_who_left_is_still_found(session: Session, company: Company) -> None:
    session.get_one(MemberRow, company.members["Anna"]).active = False
    session.flush()
    assert audit_page.people_named(session, company["Boris"], "Anna") == [company.members["Anna"]]


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        pytest.param("", {"page": 1}, id="everything"),
        pytest.param("Anna", {"page": 1, "member": "Anna"}, id="a colleague"),
        pytest.param("Acme", {"page": 1, "customer": "Acme"}, id="a customer"),
    ],
)
def test_the_command(
    session: Session, company: Company, ids: dict[str, int], words: str, facts: dict[str, int | str]
) -> None:
    known = {**company.members, **ids}
    prepared = Prepared(names=(Candidate(ids["Acme"], "Acme", 1.0),) if words == "Acme" else ())
    rows = carried_out(session, audit_trail.audit(desk(session, company["Boris"]), words, prepared))
    assert [row.facts for row in rows] == [
        {name: known[value] if isinstance(value, str) else value for name, value in facts.items()}
    ]
    assert deeds(trail(session, company, "Boris"))[-1][1] == "trail.read"


def test_a_name_that_nobody_has(session: Session, company: Company) -> None:
    rows = carried_out(session, audit_trail.audit(desk(session, company["Boris"]), "Atlantis", Prepared()))
    assert texts(rows)[0].startswith("I found no colleague")


@pytest.mark.usefixtures("ids")
def test_as_it_reads(session: Session, company: Company) -> None:
    page = audit_page.audit_page(session, company["Boris"], About(member=company.members["Anna"]), page=1, size=2)
    assert audit_card(page, ENGLISH).text.splitlines()[0] == "Audit trail of Anna, page 1 of 2"
    assert "Anna opened the card: a customer of another team" in audit_card(page, ENGLISH).text
    assert "Anna 改了联系人：Sarah Lee" in audit_card(page, CHINESE).text


CODE = Path(audit_page.__file__).parents[2]
# Noted with a name that is put together: what can come out of it.
PUT_TOGETHER = {
    *(
        f"follow_up.{what}"
        for what in ("done", "dropped", "snoozed", "reopened", "missed", "skipped", "accepted", "refused")
    ),
    *("customer.changed", "contact.changed", "customer.parted", "contact.parted"),
    *("ruling.shared", "ruling.handed", "ruling.apart"),
    *("telling.undo", "telling.redo", "telling.fix_set", "telling.promise"),
    *("complaint.take", "complaint.leave_with_rep", "complaint.complaint_answer", "complaint.complaint_day"),
    *("complaint.complaint_remedy", "complaint.complaint_reopen", "complaint.complaint_resolve"),
    "complaint.complaint_undo",
}


def test_every_deed_has_its_words() -> None:
    assert set(_noted()) | PUT_TOGETHER == DEEDS.keys()


def _noted() -> Iterator[str]:
    """Every "what.done" that is given to `note`, anywhere."""
    for folder in ("bot", "handlers", "reminders", "storage"):
        for file in (CODE / folder).rglob("*.py"):
            for call in (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)):
                if any(isinstance(node, ast.Name) and node.id in {"note", "_note"} for node in (call.func, *call.args)):
                    yield from _deeds_in(call)


def _deeds_in(call: ast.Call) -> Iterator[str]:
    given = (*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "action"))
    for argument in (side for one in given for side in _either(one)):
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and "." in argument.value[1:-1]:
            yield argument.value


def _either(given: ast.expr) -> tuple[ast.expr, ...]:
    return (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,)


def test_nobody_keeps_a_second_trail() -> None:
    writing = [
        file
        for file in (CODE / "storage").rglob("*.py")
        if "EventRow(" in file.read_text("utf-8") and file.name != "events.py"
    ]
    assert [file.name for file in writing] == ["audit.py"]
