"""Opportunities, credit and papers as views may hold them, wilder than any real one."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from sales.credit import CreditNote, Late
from sales.dealings import AgreementKind, Deal, DealQuestion, WinRate
from sales.money import Money
from sales.tellings import Agreement, Party

LONG = st.sampled_from(["A" * 4_096, "钢" * 300, "😀" * 4_096, "e" + "\u0301" * 4_096, "\u202e\n" * 2_000, "", "<b>"])
WORDS = st.text(max_size=30) | LONG
DAYS = st.dates(date(1950, 1, 1), date(2200, 12, 31))
IDS = st.integers(1, 2**53)
MONEY = st.builds(Money, st.integers(), st.sampled_from(["CNY", "JPY", "KWD", "XYZ"]))
OPENED = st.datetimes(datetime(1950, 1, 1), datetime(2200, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive
DEALS = st.builds(
    Deal,
    id=IDS,
    customer=IDS,
    customer_name=WORDS,
    title=WORDS,
    owner=WORDS,
    opened_at=OPENED,
    source=st.none() | WORDS,
    expected=st.none() | MONEY,
    day=st.none() | DAYS,
    reason=st.none() | WORDS,
)
RATES = st.builds(WinRate, st.none() | WORDS, st.integers(0, 9), st.integers(0, 9))
DEAL_QUESTIONS = st.builds(DealQuestion, IDS, IDS, st.lists(DEALS, min_size=1, max_size=3).map(tuple), st.booleans())
CREDIT = st.builds(
    CreditNote,
    WORDS,
    st.none() | MONEY,
    st.lists(st.builds(Late, MONEY, st.integers(1, 99)), max_size=2).map(tuple),
)
PAPERS = st.builds(
    Agreement,
    st.sampled_from(AgreementKind),
    st.none() | st.builds(Party, WORDS, st.none() | IDS),
    DAYS,
    st.none() | MONEY,
    st.none() | DAYS,
)
