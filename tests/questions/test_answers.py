"""What forty of the questions are answered, to the letter, on a small book that can be counted by hand."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session

from handlers.prepared import Prepared
from handlers.questions import answering, laying_out
from handlers.reader import Reader
from handlers.segments import laying_out as segments_laid_out
from sales.cards import Card
from sales.measures import Measure, Period, Tally
from sales.people import Member
from sales.segments import Deed, Done, Segment
from sales.since import Stretch, This
from storage.measures.counting import count
from storage.segments.vocabulary import vocabulary
from tests.people.company import Company
from tests.people.desks import desk
from tests.questions.book import NOW, fill
from tests.questions.readings import labelled
from understanding.questions.reading import read_question
from wording.voice import Voice

ANSWERS: dict[str, str] = tomllib.loads((Path(__file__).parent / "answers.toml").read_text(encoding="utf-8"))
_LAID_OUT = {
    "book_answer": laying_out.answer,
    "book_near": laying_out.near,
    "segment": segments_laid_out.segment,
}


@pytest.fixture
def company(session: Session) -> Company:
    return fill(session)


def answered(session: Session, member: Member, text: str) -> str:
    """Without the line that says as of when."""
    read = read_question(text, vocabulary(session, member), NOW.astimezone(member.zone))
    outcome = answering.ask(desk(session, member, at=NOW), text, Prepared(question=read))
    voice = Voice(member.language, member.zone, NOW.astimezone(member.zone).date())
    [message] = outcome.messages
    card = _LAID_OUT[message.kind](Reader(session, member, voice, NOW), message.facts)
    assert isinstance(card, Card)
    return " / ".join(line for line in card.text.splitlines() if not line.startswith("As of"))


def test_forty_are_answered_here_half_of_them_chinese() -> None:
    known = {one.text: one.language for one in labelled()}
    languages = [known[text] for text in ANSWERS]
    assert (languages.count("en"), languages.count("zh")) == (20, 20)


@pytest.mark.parametrize("text", ANSWERS)
def test_the_answer(session: Session, company: Company, text: str) -> None:
    assert answered(session, company["Ada"], text) == ANSWERS[text]


def test_whoever_asks_hears_of_their_own_customers_only(session: Session, company: Company) -> None:
    asked = "how many visits did each rep make last week"
    assert (
        answered(session, company["Anna"], asked) == "Visits made by rep: 2 / Mon 2 Mar – Sun 8 Mar / Anna: 2 ▇▇▇▇▇▇▇▇"
    )
    assert answered(session, company["Anna"], "how much is overdue?") == "Overdue: ¥0, 0 customers"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("how many customers do we have", "1 customer / 1 Acme"),
        ("how many customers does each rep have", "Customers by rep: 1 / Tue 10 Mar / Anna: 1 "),
        ("customers by region", "Customers by region: 1 / Tue 10 Mar / Jiangsu: 1 "),
        ("sales by customer this year", "Orders in money by customer: ¥20,000 / "),
        ("share of customers visited this year by rep", "Share of customers visited by rep: 100% / "),
        ("open complaints about delivery", "Open complaints: 1 / Delivery / 1 Fri 20 Feb: Acme"),
        ("who owes us the most", "Overdue: ¥0, 0 customers"),
        ("每个业务员手上有多少客户", "Customers by rep: 1 / "),
    ],
)
def test_a_rep_who_asks_for_everything_hears_of_their_own(
    session: Session, company: Company, text: str, told: str
) -> None:
    answer = answered(session, company["Anna"], text)
    assert answer.startswith(told), answer
    assert not any(other in answer for other in ("Globex", "金桥", "盛达", "Ben Lee", "小李"))


def test_no_number_tells_what_the_card_hides(session: Session, company: Company) -> None:
    """Care sees complaints, and neither money nor who has ordered."""
    assert answered(session, company["Carl"], "how much is overdue?") == "Overdue: ¥0, 0 customers"
    year, buyers = Period(date(2026, 1, 1), date(2026, 3, 10)), Segment((Done(Deed.ORDER, This(Stretch.YEAR)),))
    asked = Tally(Measure.COMPLAINTS, year)
    numbers = [
        [one.number for one in count(session, company[who], tally, year.last)]
        for who in ("Ada", "Carl")
        for tally in (asked, replace(asked, segment=buyers))
    ]
    assert numbers == [[2], [2], [2], [0]]
