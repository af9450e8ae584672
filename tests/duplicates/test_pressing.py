"""/merge and the buttons of merges and rulings: who may, what is said when it cannot be, two at once."""

from collections.abc import Sequence

import pytest
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, col, select

from handlers.desk import Args
from handlers.duplicates import collision, merging, naming
from handlers.outcome import Outcome
from handlers.rights import may_press
from sales.hands import Hand
from sales.merging import Side, What, write_choices
from sales.rulings import RulingState
from storage.duplicates import rulings, undoing
from storage.duplicates.merging import Two, merge_customers
from storage.tables.access import RulingRow
from storage.tables.customers import ContactRow, CustomerRow
from tests.duplicates.records import contact, hand, telling
from tests.people.company import NOON, Company, customer_of
from tests.people.desks import carried_out, desk
from wording.sentences import Said, Toast


@pytest.fixture
def two(company: Company) -> Two:
    return Two(*(customer_of(company, "Anna", name) for name in ("Acme Tools", "Acme Tools Ltd")))


def says(session: Session, company: Company, who: str, words: str) -> Outcome:
    return naming.merge(desk(session, company[who]), words)


def heard(outcome: Outcome) -> list[object]:
    return [message.facts.get("text", message.kind) for message in outcome.messages]


def said(company: Company, sentence: Said | Toast, **values: str) -> str:
    return desk(company.session, company["Anna"]).voice.say(sentence, **values)


@pytest.mark.parametrize(
    "words",
    ["Acme Tools, Acme Tools Ltd", "acme tools ltd and Acme Tools", "Acme Tools Ltd；Acme Tools", "Acme Tools"],
)
def test_two_are_named_in_many_ways(session: Session, company: Company, two: Two, words: str) -> None:
    shown = says(session, company, "Anna", words).messages[0]
    assert shown.kind in ("merge", "merge_pick")
    if shown.kind == "merge":
        assert (shown.facts["one"], shown.facts["two"]) == (two.one, two.other)


def test_a_name_with_a_comma_is_one_name(session: Session, company: Company) -> None:
    ids = [customer_of(company, "Anna", name) for name in ("Globex Co., Ltd", "Globex Foods, Inc")]
    facts = says(session, company, "Anna", "Globex Co., Ltd, Globex Foods, Inc").messages[0].facts
    assert [facts["one"], facts["two"]] == ids


def test_two_of_one_name_are_told_by_saying_it_twice(session: Session, company: Company) -> None:
    ids = [customer_of(company, "Anna", "Globex") for _ in range(2)]
    facts = says(session, company, "Anna", "Globex, Globex").messages[0].facts
    assert [facts["one"], facts["two"]] == ids


@pytest.mark.parametrize(
    ("who", "words", "answer"),
    [
        ("Anna", "", Said.MERGE_HOW),
        ("Anna", "Acme Tools, Acme Tools", Said.MERGE_SAME),
        ("Anna", "Acme Tools, 🎂", Said.MERGE_UNKNOWN),
        ("Anna", "x" * 5000, Said.MERGE_UNKNOWN),
        ("Anna", "Acme Tools: Nobody, Somebody", Said.MERGE_NOBODY),
        ("Anna", "Nobody: Ann, Anne", Said.MERGE_UNKNOWN),
        ("Carl", "Acme Tools, Acme Tools Ltd", Said.MERGE_NOT_YOURS),
        ("Max", "Acme Tools, Acme Tools Ltd", Said.MERGE_UNKNOWN),
    ],
)
@pytest.mark.usefixtures("two")
def test_bad_input_gets_one_clear_sentence(
    session: Session, company: Company, who: str, words: str, answer: Said
) -> None:
    [text] = heard(says(session, company, who, words))
    assert str(text).splitlines()[-1] == said(company, answer, name="").splitlines()[-1]


@pytest.mark.parametrize(
    ("who", "may"), [("Anna", True), ("Boris", True), ("Dora", True), ("Ada", True), ("Max", False)]
)
def test_both_must_be_ones_own_or_the_teams(
    session: Session, company: Company, two: Two, who: str, *, may: bool
) -> None:
    assert merging.may_merge(desk(session, company[who]), What.CUSTOMER, two) is may
    outcome = merging.go(desk(session, company[who]), _args(two))
    assert bool(outcome.changes) is may


def _args(two: Two, what: What = What.CUSTOMER, chosen: str = "") -> Args:
    return {"what": what, "one": two.one, "two": two.other, "chosen": chosen}


def test_two_who_press_at_once_merge_once(session: Session, company: Company, two: Two) -> None:
    first, second = (merging.go(desk(session, company[who]), _args(two)) for who in ("Anna", "Boris"))
    carried_out(session, first)
    with pytest.raises(StaleDataError):
        carried_out(session, second)
    again = merging.go(desk(session, company["Boris"]), _args(two))
    assert again.toast == said(company, Said.MERGE_MERGED)
    assert not again.changes


def test_what_was_chosen_travels_with_the_button(session: Session, company: Company, two: Two) -> None:
    chosen = merging.choose(desk(session, company["Anna"]), {**_args(two), "pick": write_choices({"name": Side.OTHER})})
    facts = chosen.messages[0].facts
    carried_out(session, merging.go(desk(session, company["Anna"]), _args(two, chosen=str(facts["chosen"]))))
    assert session.get_one(CustomerRow, two.one).name == "Acme Tools Ltd"


def test_a_merge_that_another_builds_on_says_so(session: Session, company: Company, two: Two) -> None:
    third = customer_of(company, "Anna", "Acme Group")
    first = merge_customers(session, two, choices={}, by=hand(company, "Anna"))
    merge_customers(session, Two(two.one, third), choices={}, by=hand(company, "Anna"))
    outcome = merging.undo(desk(session, company["Anna"]), {"merge": first})
    assert outcome.toast == said(company, Toast.MERGE_BUILT_ON, name="Acme Group")
    assert not outcome.changes


@pytest.mark.parametrize(
    ("who", "may"), [("Anna", True), ("Boris", True), ("Ada", True), ("Max", False), ("Carl", False)]
)
def test_who_may_undo(session: Session, company: Company, two: Two, who: str, *, may: bool) -> None:
    change = merge_customers(session, two, choices={}, by=hand(company, "Boris"))
    assert may_press(desk(session, company[who]), "undo_merge", {"merge": change}) is may
    assert not may_press(desk(session, company[who]), "undo_merge", {"merge": 999})


def test_undone_twice_and_too_late(session: Session, company: Company, two: Two) -> None:
    change = merge_customers(session, two, choices={}, by=hand(company, "Anna"))
    late = merging.undo(desk(session, company["Anna"], at=hand(company, days=31).now), {"merge": change})
    assert late.toast == said(company, Toast.MERGE_TOO_LATE)
    undoing.undo(session, change, by=hand(company, "Anna"))
    again = merging.undo(desk(session, company["Anna"]), {"merge": change})
    assert again.toast == said(company, Toast.MERGE_UNDONE_ALREADY)


def test_two_people_are_merged_by_their_names(session: Session, company: Company, two: Two) -> None:
    people = [contact(session, two.one, name) for name in ("S. Lee", "Sam Lee")]
    facts = says(session, company, "Anna", "Acme Tools: S. Lee, Sam Lee").messages[0].facts
    assert [facts["what"], facts["one"], facts["two"]] == ["contact", *people]
    carried_out(session, merging.go(desk(session, company["Anna"]), _args(Two(*people), What.CONTACT)))
    assert session.get_one(ContactRow, people[1]).merged_into_id == people[0]


@pytest.fixture
def ruling(session: Session, company: Company) -> RulingRow:
    """小李 (South, under East) claims a customer of Anna (East): Boris leads both."""
    customer = customer_of(company, "Anna", "Hengda Steel")
    told = telling(session, company, 7, by="小李")
    claimed = CustomerRow(
        name="Hengda Steel Ltd",
        owner_id=company["小李"].id,
        telling_id=told,
        team_id=company.teams["South"],
        created_at=NOON,
    )
    session.add(claimed)
    claim = rulings.Claim(company["小李"].chat or 0, 7, "Hengda Steel Ltd", customer)
    for _ in range(2):
        rulings.open_ruling(session, claim=claim, claimant=company["小李"].id, by=Hand(company["小李"].id, NOON))
    return session.exec(select(RulingRow)).one()


MAY_RULE = {"Boris": True, "Dora": True, "Ada": True, "Anna": False, "小李": False, "Max": False, "Carl": False}


@pytest.mark.parametrize(("who", "may"), MAY_RULE.items())
def test_only_a_manager_of_both_or_an_admin_decides(
    session: Session, company: Company, ruling: RulingRow, who: str, *, may: bool
) -> None:
    for action in ("rule_share", "rule_hand_over", "rule_apart"):
        assert may_press(desk(session, company[who]), action, {"ruling": ruling.id or 0}) is may


def test_the_nearest_manager_of_both_is_asked(session: Session, company: Company) -> None:
    def judge(claimant: str, owner: str) -> str | None:
        found = rulings.arbiter(session, company[claimant], company[owner])
        return found.name if found else None

    assert judge("小李", "Anna") == "Boris"
    assert judge("Anna", "Max") == "Dora"
    assert judge("Anna", "Boris") == "Dora"
    assert judge("Dora", "Ada") in ("Ada", None)


def test_of_two_who_decide_one_does(session: Session, company: Company, ruling: RulingRow) -> None:
    args = {"ruling": ruling.id or 0}
    first = collision.share(desk(session, company["Boris"]), args)
    second = collision.keep_apart(desk(session, company["Dora"]), args)
    carried_out(session, first)
    with pytest.raises(StaleDataError):
        carried_out(session, second)
    again = collision.hand_over(desk(session, company["Dora"]), args)
    assert again.toast == said(company, Toast.ALREADY_RULED, name="Boris")


@pytest.mark.parametrize(("state", "seen_by"), [(RulingState.SHARED, ["Anna", "小李"]), (RulingState.HANDED, ["小李"])])
def test_what_a_decision_does(
    session: Session, company: Company, ruling: RulingRow, state: RulingState, seen_by: Sequence[str]
) -> None:
    rulings.decide(session, ruling=ruling.id or 0, state=state, by=hand(company))
    kept = session.get_one(CustomerRow, ruling.customer_id)
    assert kept.owner_id == company[seen_by[0]].id
    names = [who for who in ("Anna", "小李") if kept.owner_id == company[who].id or kept.id in company[who].shared]
    assert names == seen_by
    assert session.get_one(CustomerRow, ruling.claimed_id or 0).merged_into_id == kept.id


def test_told_apart_is_not_asked_again(session: Session, company: Company, ruling: RulingRow) -> None:
    rulings.decide(session, ruling=ruling.id or 0, state=RulingState.APART, by=hand(company))
    assert rulings.is_settled(session, customer=ruling.customer_id, claimant=company["小李"].id)
    assert not session.exec(select(CustomerRow).where(col(CustomerRow.merged_into_id).is_not(None))).all()
