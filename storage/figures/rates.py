"""The exchange rates that an admin set, and the currency in which the company reports."""

from datetime import date
from decimal import Decimal

from sqlmodel import Session, col, select

from sales.exchange import Exchange, Rate
from sales.hands import Hand
from storage.company.audit import Subject, note
from storage.company.company_settings import currency_of
from storage.company.settings import set_setting, setting
from storage.tables.foresight import ExchangeRateRow

_AT_START = "start.currency"
_WITHOUT = "USD"


def reporting_currency(session: Session) -> str:
    """What /setup says, else that with which the bot was started."""
    started = setting(session, _AT_START)
    return currency_of(session) or (started if isinstance(started, str) else _WITHOUT)


def remember_currency(session: Session, currency: str) -> None:
    """The one with which the bot was started, for whatever counts sums without knowing who started it."""
    if setting(session, _AT_START) != currency:
        set_setting(session, _AT_START, currency)


def exchange(session: Session) -> Exchange:
    """As it holds now."""
    into = reporting_currency(session)
    rows = session.exec(select(ExchangeRateRow).where(col(ExchangeRateRow.into) == into))
    return Exchange(into, [Rate(row.currency, row.from_day, Decimal(row.rate)) for row in rows])


def set_rate(session: Session, rate: Rate, by: Hand) -> None:
    """From its day on; one that was set for the same day before is replaced. On the trail."""
    into = reporting_currency(session)
    key = (rate.currency, into, rate.since)
    row = session.get(ExchangeRateRow, key) or ExchangeRateRow(
        currency=rate.currency, into=into, from_day=rate.since, rate="", at=by.now
    )
    row.rate, row.member_id, row.at = str(rate.value), by.member, by.now
    session.add(row)
    words = f"{rate.currency} = {rate.value} {into}, {rate.since.isoformat()}"
    note(session, "setting.changed", Subject("setting"), by, words=words)
    session.flush()


def rates(session: Session, *, until: date) -> list[Rate]:
    """The rate of each currency that holds on a day, by currency."""
    into = reporting_currency(session)
    wanted = select(ExchangeRateRow).where(col(ExchangeRateRow.into) == into, col(ExchangeRateRow.from_day) <= until)
    rows = session.exec(wanted.order_by(col(ExchangeRateRow.currency), col(ExchangeRateRow.from_day)))
    newest = {row.currency: Rate(row.currency, row.from_day, Decimal(row.rate)) for row in rows}
    return list(newest.values())


def all_rates(session: Session) -> list[Rate]:
    """Every rate that was ever set, by currency, the newest first."""
    into = reporting_currency(session)
    wanted = select(ExchangeRateRow).where(col(ExchangeRateRow.into) == into)
    rows = session.exec(wanted.order_by(col(ExchangeRateRow.currency), col(ExchangeRateRow.from_day).desc()))
    return [Rate(row.currency, row.from_day, Decimal(row.rate)) for row in rows]


def drop_rate(session: Session, currency: str, since: date, by: Hand) -> Rate | None:
    """Take it off, on the trail; None: there is none."""
    into = reporting_currency(session)
    row = session.get(ExchangeRateRow, (currency, into, since))
    if row is None:
        return None
    dropped = Rate(currency, since, Decimal(row.rate))
    session.delete(row)
    words = f"{currency} = - {into}, {since.isoformat()}"
    note(session, "setting.changed", Subject("setting"), by, words=words)
    session.flush()
    return dropped
