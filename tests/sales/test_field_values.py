"""What people write into a field, and what is kept of it."""

from datetime import date

import pytest

from sales.birthdays import next_birthday
from sales.field_values import Customs, Refusal, Value, read_value
from sales.fields import FIELDS
from sales.kinds import Calendar
from sales.phones import phone_shown, region_of

SINGAPORE, CHINA, NOWHERE = Customs("SG", "SGD"), Customs("CN", "CNY"), Customs("ZZ", "XXX")


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("phone", "6555 0123", "+6565550123"),
        ("phone", "６５５５－０１２３", "+6565550123"),
        ("phone", "(+65) 6555-0123", "+6565550123"),
        ("phone", "0086 138 0013 8000", "+8613800138000"),
        ("phone", "8613800138000", "+8613800138000"),
        ("phone", "138 0213 8000", "+8613802138000"),
        ("phone", "call me", Refusal.NO_PHONE),
        ("phone", "12", Refusal.NO_PHONE),
        ("phone", "1" * 60, Refusal.NO_PHONE),
        ("email", " Lee_S@Acme.COM ", "lee_s@acme.com"),
        ("email", "lee＠acme.com", "lee@acme.com"),
        ("email", "<lee>@acme", Refusal.NO_EMAIL),
        ("head_count", "about 1,200 people", "1200"),
        ("head_count", "约200人", "200"),
        ("head_count", "2.5", Refusal.NO_NUMBER),
        ("head_count", "-5", Refusal.NO_NUMBER),
        ("head_count", "9" * 400, Refusal.NO_NUMBER),
        ("budget", "50k", "5000000 SGD"),
        ("budget", "USD 12,000.50", "1200050 USD"),
        ("budget", "5万", "5000000 SGD"),
        ("budget", "a lot", Refusal.NO_MONEY),
        ("payment_terms", "net 60 days", "60"),
        ("payment_terms", "月结60天", "60"),
        ("payment_terms", "2 months", "60"),
        ("payment_terms", "soon", Refusal.NO_DAYS),
        ("purchase_frequency", "every 3 weeks", "21"),
        ("place", "1.29027, 103.85196", "1.29027,103.85196"),
        ("place", "https://maps.example/@1.29027,103.85196", "1.29027,103.85196"),
        ("place", "121.4737，31.2304", "31.2304,121.4737"),
        ("place", "31.2304 121.4737", "31.2304,121.4737"),
        ("place", "121.4737/31.2304", "31.2304,121.4737"),
        ("place", "31.2304°N, 121.4737°E", "31.2304,121.4737"),
        ("place", "北纬31.2304 东经121.4737", "31.2304,121.4737"),
        ("place", "E121.4737；N31.2304", "31.2304,121.4737"),
        ("place", "2026 31 121", Refusal.NO_PLACE),
        ("place", "95,100", Refusal.NO_PLACE),
        ("place", "1234.5,3", Refusal.NO_PLACE),
        ("anniversary", "2020年5月20日", "2020-05-20"),
        ("anniversary", "2021-02-29", Refusal.NO_DAY),
        ("no_contact", "是", "yes"),
        ("no_contact", "perhaps", Refusal.NO_YES_NO),
        ("stage", "Won Back", "won_back"),
        ("stage", "rich", Refusal.NO_CHOICE),
        ("industry", " steel\u202e\n<b> ", "steel <b>"),
        ("industry", "\u200b \t", Refusal.EMPTY),
        ("industry", "x" * 501, Refusal.TOO_LONG),
        ("referred_by", "x" * 201, Refusal.TOO_LONG),
    ],
)
def test_what_is_written_is_kept_in_one_form(field: str, written: str, kept: str | Refusal) -> None:
    read = read_value(FIELDS[field], written, SINGAPORE)
    assert (read.text if isinstance(read, Value) else read) == kept


def test_a_bare_number_is_of_the_country_where_one_is() -> None:
    assert read_value(FIELDS["phone"], "138 0013 8000", CHINA) == Value("+8613800138000")
    assert read_value(FIELDS["phone"], "138 0013 8000", NOWHERE) == Value("+8613800138000")
    assert read_value(FIELDS["phone"], "6555 0123", NOWHERE) is Refusal.NO_PHONE
    assert phone_shown("+8613800138000") == "+86 138 0013 8000"
    assert phone_shown("ext 12") == "ext 12"
    assert (region_of("Asia/Shanghai"), region_of("UTC")) == ("CN", "ZZ")


@pytest.mark.parametrize(
    ("written", "kept", "calendar"),
    [
        ("1980-03-12", "1980-03-12", Calendar.SOLAR),
        ("12 March 1980", "1980-03-12", Calendar.SOLAR),
        ("Mar 12th", "--03-12", Calendar.SOLAR),
        ("3月12日", "--03-12", Calendar.SOLAR),
        ("15/8", "--08-15", Calendar.SOLAR),
        ("29 Feb", "--02-29", Calendar.SOLAR),
        ("lunar 8/15", "--08-15", Calendar.LUNAR),
        ("农历八月十五", "--08-15", Calendar.LUNAR),
        ("阴历1975年八月初三", "1975-08-03", Calendar.LUNAR),
        ("正月初一", "--01-01", Calendar.LUNAR),
        ("腊月廿三", "--12-23", Calendar.LUNAR),
        ("闰六月初一", "--06+-01", Calendar.LUNAR),
        ("--06+-01", "--06+-01", Calendar.LUNAR),
    ],
)
def test_birthdays(written: str, kept: str, calendar: Calendar) -> None:
    assert read_value(FIELDS["birthday"], written, SINGAPORE) == Value(kept, calendar)


@pytest.mark.parametrize(
    "written", ["3/12", "30 Feb", "2月30日", "1066-10-14", "13/13", "soon", "农历八月三十一", "1981年闰四月初五"]
)
def test_what_could_be_two_days_or_none_is_asked_for_again(written: str) -> None:
    assert read_value(FIELDS["birthday"], written, SINGAPORE) is Refusal.NO_BIRTHDAY


@pytest.mark.parametrize(
    ("value", "calendar", "today", "falls"),
    [
        ("--02-29", Calendar.SOLAR, date(2026, 3, 2), date(2027, 2, 28)),
        ("--08-15", Calendar.LUNAR, date(2026, 3, 2), date(2026, 9, 25)),
        ("--06+-01", Calendar.LUNAR, date(2025, 3, 2), date(2025, 7, 25)),
        ("--06+-01", Calendar.LUNAR, date(2026, 3, 2), date(2026, 7, 14)),
        ("--06-01", Calendar.LUNAR, date(2025, 3, 2), date(2025, 6, 25)),
        ("what", Calendar.SOLAR, date(2026, 3, 2), None),
    ],
)
def test_when_a_birthday_comes_round(value: str, calendar: Calendar, today: date, falls: date | None) -> None:
    assert next_birthday(value, calendar, today) == falls


@pytest.mark.parametrize(
    ("written", "also", "kept"),
    [
        pytest.param("0574-8618 8888", "CN", "+8657486188888", id="a landline, written in Chinese"),
        pytest.param("0574-8618 8888", "", Refusal.NO_PHONE, id="in English nobody can tell"),
        pytest.param("6555 0123", "CN", "+6565550123", id="home goes first"),
    ],
)
def test_a_number_that_is_none_at_home(written: str, also: str, kept: str | Refusal) -> None:
    read = read_value(FIELDS["phone"], written, Customs("SG", "SGD", also))
    assert (read.text if isinstance(read, Value) else read) == kept
