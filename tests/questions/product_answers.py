"""What the product answers to a question, as bare numbers that can be held against another count."""

from datetime import date, datetime

from sqlmodel import Session

from sales.measures import By
from sales.people import Member
from sales.question_views import Figure, Numbers
from sales.questions import Complaining, Counting, Listing, Owing, Question
from storage.cards.customer_list import found
from storage.questions.debts import debts
from storage.questions.numbers import numbers
from storage.questions.open_complaints import open_complaints
from storage.segments.picking import customers_of
from storage.segments.vocabulary import names_of, vocabulary
from tests.questions.second_count import Result
from understanding.questions.reading import read_question


def product_answer(session: Session, member: Member, text: str, now: datetime) -> Result | None:
    """Read and answered as in a chat; None: not understood."""
    read = read_question(text, vocabulary(session, member), now.astimezone(member.zone))
    return _answer(session, member, read.clear, now) if read.clear else None


def fits(answered: Result | None, counted: Result | None) -> bool:
    """The answer shows the first of many."""
    if answered is None or counted is None:
        return answered is counted
    whole = (answered.total, answered.before) == (counted.total, counted.before)
    return whole and set(answered.each) <= set(counted.each) and bool(answered.each) >= bool(counted.each)


def _answer(session: Session, member: Member, question: Question, now: datetime) -> Result:
    today = now.astimezone(member.zone).date()
    match question:
        case Counting():
            return _numbers(session, numbers(session, member, question, today))
        case Listing(segment):
            picked = found(session, member, customers=customers_of(session, member, segment, today)).lines
            return Result(len(picked), None, tuple(sorted((customer.name, 1) for customer, _ in picked)))
        case Complaining():
            return Result(open_complaints(session, member, question, now).parts)
        case Owing():
            return _debts(session, member, question, today)


def _debts(session: Session, member: Member, question: Owing, today: date) -> Result:
    owed = debts(session, member, question, today)
    return Result(owed.total.minor, None, tuple(sorted((one.name, one.sum.minor) for one in owed.lines)))


def _numbers(session: Session, view: Numbers) -> Result:
    total = view.total or Figure(None, 0)
    each = sorted((_name(session, view, one), one.number) for one in view.figures)
    return Result(total.number, total.before, tuple(each))


def _name(session: Session, view: Numbers, one: Figure) -> str:
    names, key = names_of(session), one.key
    match view.question.tally.by:
        case By.REP if key:
            return names.people[int(key)]
        case By.TEAM if key:
            return names.teams[int(key)]
        case By.CUSTOMER if key:
            return (view.customers or {})[int(key)]
        case _:
            return str(key)
