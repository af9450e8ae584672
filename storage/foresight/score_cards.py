"""Reads the scores of one customer with their reasons: what the night wrote, and what is worked out on the spot."""

from datetime import date

import numpy as np
from sqlmodel import Session, col, select

from sales.credit import Owed
from sales.customers import Stage
from sales.fields import STAGES
from sales.known import About
from sales.money import Money
from sales.people import Member
from sales.rights import Part, may_give_away
from sales.scores.abc import Borders, ClassReason, grade_of
from sales.scores.credit_advice import Credit, CreditAdvice, credit_advice, debt
from sales.scores.evidence import NO_EVIDENCE, Evidence
from sales.scores.lifetime_value import LifetimeReason, Terms
from sales.scores.rating import read_weights
from sales.scores.rfm import RfmReason, Segment, segment_of
from sales.scores.score_card import Night, Score, ScoreCard
from sales.scores.stage import Lives, StageRules, growth
from sales.scores.stage_reasons import LossCause, ReturnCause, StageReason, Why
from sales.scores.track_record import punctuality
from storage.cards.customers import as_customer, parts
from storage.cards.shown_columns import newest
from storage.cards.visibility import seen_of, whose
from storage.company.company_settings import company_settings
from storage.dealings.credit import credit_limit, owed_on
from storage.foresight.evidence import evidence_of
from storage.foresight.summary import summary
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow, StageChangeRow

_YEARS = 3
_SILENT = frozenset({Stage.SLIPPING, Stage.LOST})


def score_card(
    session: Session, member: Member, customer: int, *, today: date, why: Score | None = None
) -> ScoreCard | None:
    """None: the member may not see what is known of the customer."""
    row = session.get(CustomerRow, customer)
    seen = seen_of(member, row) if row else frozenset()
    if row is None or Part.FACTS not in seen:
        return None
    evidence = evidence_of(session, [customer], today).get(customer, NO_EVIDENCE)
    money = Part.MONEY in seen
    scored = session.get(CustomerScoreRow, customer)
    return ScoreCard(
        as_customer(row),
        evidence.loyalty(today),
        evidence.rating(today, read_weights(company_settings(session).rating_weights)),
        night=_night(session, scored, today) if scored and money else None,
        credit=_credit(session, customer, scored, evidence, today) if money else None,
        why=why,
        rates=may_give_away(member, whose(row)),
    )


def segment(session: Session, member: Member, customer: int) -> Segment | None:
    """What their recency, frequency and amount are called, for those who may see what they bought."""
    return _segment(session.get(CustomerScoreRow, customer)) if Part.MONEY in parts(session, member, customer) else None


def _segment(row: CustomerScoreRow | None) -> Segment | None:
    """None: they never bought, or nobody has scored them."""
    if row is None or not (row.recency and row.frequency and row.monetary):
        return None
    return segment_of(row.recency, row.frequency, row.monetary)


def _night(session: Session, row: CustomerScoreRow, today: date) -> Night:
    figures = session.get(CustomerFiguresRow, row.customer_id) or CustomerFiguresRow(
        customer_id=row.customer_id, currency=row.currency
    )
    said = _by_hand(session, row.customer_id, "stage")
    return Night(
        row.scored_on,
        row.currency,
        grade_of(_class(session, row), _by_hand(session, row.customer_id, "grade")),
        _rfm(row, figures, today),
        _stage(session, row, figures, today),
        _life(row, figures),
        Stage(said) if said in STAGES and said != row.stage else None,
    )


def _by_hand(session: Session, customer: int, field: str) -> str | None:
    fact = newest(session, About(customer), field)
    return fact.value or None if fact else None


def _class(session: Session, row: CustomerScoreRow) -> ClassReason:
    found = summary(session)
    total, buyers = (found.total_minor, found.buyers) if found else (0, row.rank)
    share = row.value_minor / total if total else 0.0
    borders = Borders(*company_settings(session).class_shares)
    return ClassReason(row.abc, row.rank, buyers, share, row.before, borders)


def _rfm(row: CustomerScoreRow, figures: CustomerFiguresRow, today: date) -> RfmReason | None:
    name = _segment(row)
    if name is None or figures.last_order is None:
        return None
    days = max((today - figures.last_order).days, 0)
    quintiles = (row.recency or 1, row.frequency or 1, row.monetary or 1)
    return RfmReason(name, *quintiles, days, figures.orders, row.value_minor)


def _stage(session: Session, row: CustomerScoreRow, figures: CustomerFiguresRow, today: date) -> StageReason:
    why = Why(row.why) if row.why else Why.NEVER_ORDERED
    change = _last_change(session, row)
    expected = (row.expected_on - figures.last_order).days if row.expected_on and figures.last_order else None
    return StageReason(
        Stage(row.stage or Stage.PROSPECT),
        why,
        silent=_days(figures.last_order, today),
        expected=expected if expected is None else max(expected, 0),
        patience=StageRules().patience,
        lost=row.lost,
        within=row.within or 0,
        began=_days(figures.first_order, today),
        came_back=_days(change.on_day if change else None, today),
        growth=_growth(row, figures),
        cause=_cause(change),
    )


def _last_change(session: Session, row: CustomerScoreRow) -> StageChangeRow | None:
    """The newest one into the stage where they are."""
    changes = select(StageChangeRow).where(
        col(StageChangeRow.customer_id) == row.customer_id, col(StageChangeRow.stage) == row.stage
    )
    return session.exec(changes.order_by(col(StageChangeRow.id).desc()).limit(1)).first()


def _cause(change: StageChangeRow | None) -> LossCause | ReturnCause | None:
    if change is None or not change.cause:
        return None
    causes = LossCause if change.stage == Stage.LOST else ReturnCause
    return causes(change.cause) if change.cause in list(causes) else None


def _days(since: date | None, today: date) -> int | None:
    return max((today - since).days, 0) if since else None


def _growth(row: CustomerScoreRow, figures: CustomerFiguresRow) -> float | None:
    """By the rule of the stage, as of the night."""
    if figures.first_order is None:
        return None
    nobody = np.array([np.nan])
    first = np.array([float((row.scored_on - figures.first_order).days)])
    year, before = np.array([float(row.value_minor)]), np.array([float(row.value_before_minor)])
    found = float(growth(Lives(first, nobody, nobody, nobody, year, before, nobody, nobody))[0])
    return found if np.isfinite(found) else None


def _life(row: CustomerScoreRow, figures: CustomerFiguresRow) -> LifetimeReason:
    return LifetimeReason(
        row.life_minor,
        row.life_low_minor or 0,
        row.life_high_minor or 0,
        row.life_orders or 0.0,
        row.life_order_minor or 0,
        figures.orders,
        _YEARS,
        Terms(),
    )


def _credit(
    session: Session, customer: int, row: CustomerScoreRow | None, evidence: Evidence, today: date
) -> CreditAdvice | None:
    """None where nothing is owed, bought or granted, in whatever currency."""
    limit, owed = credit_limit(session, customer), owed_on(session, customer, today)
    currency = _currency(limit, row, owed)
    if currency is None:
        return None
    figures = session.get(CustomerFiguresRow, customer)
    return credit_advice(
        Credit(
            debt(owed, today, currency),
            limit,
            Money(row.value_minor, row.currency) if row else Money(0, currency),
            _terms(session, customer),
            _growth(row, figures) if row and figures else None,
            slipping=row is not None and row.stage in _SILENT,
            pays=punctuality(evidence.invoices, today),
        )
    )


def _currency(limit: Money | None, row: CustomerScoreRow | None, owed: list[Owed]) -> str | None:
    known = (limit.currency if limit else None, *(one.sum.currency for one in owed), row.currency if row else None)
    return next((one for one in known if one), None)


def _terms(session: Session, customer: int) -> int | None:
    fact = newest(session, About(customer), "payment_terms")
    return int(fact.value) if fact and fact.value.isdigit() else None
