"""Telephone numbers: read in any form, kept as E.164, shown so that a phone dials them with one tap."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import normalize

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

LONGEST = 40
_CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}")
"""Nobody else's numbers look so: what is none at home is meant for China, before a plus is taken to be missing."""


@lru_cache(maxsize=4096)
def phone_number(written: str, region: str) -> str | None:
    """The number as E.164, "+6565550123"; one without a country's code is the region's. None: it is no number."""
    if len(written) > LONGEST:
        return None
    said = normalize("NFKC", written).strip()
    chinese = _parsed(said, "CN") if _CHINESE_MOBILE.fullmatch(re.sub(r"[\s.()-]", "", said)) else None
    tried = [_parsed(said, region), chinese, _parsed(f"+{said.removeprefix('00')}", region)]
    # People leave the plus out, or dial 00 for it; a number that is none at home but one with it is meant so.
    known = next((number for number in tried if number and phonenumbers.is_valid_number(number)), None)
    if known is None and said.startswith("+") and tried[0] and phonenumbers.is_possible_number(tried[0]):
        known = tried[0]
    return phonenumbers.format_number(known, PhoneNumberFormat.E164) if known else None


def phone_shown(number: str) -> str:
    """The number with spaces and its country, as Telegram offers to dial it; what is no number stays as it is."""
    known = _parsed(number, None) if number.startswith("+") else None
    return phonenumbers.format_number(known, PhoneNumberFormat.INTERNATIONAL) if known else number


@cache
def _countries() -> dict[str, str]:
    """The country of each IANA zone, by the zone table of the tzdata package."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


def region_of(zone: str) -> str:
    """The country (ISO 3166) in which an IANA zone lies; "ZZ" for one that lies in none, such as UTC."""
    return _countries().get(zone, "ZZ")


@cache
def countries() -> frozenset[str]:
    """The countries (ISO 3166) whose numbers are known."""
    return frozenset(phonenumbers.SUPPORTED_REGIONS)


def calling_code(region: str) -> str:
    """What is dialled before a number of that country from abroad: "+65"."""
    return f"+{phonenumbers.country_code_for_region(region)}"


def _parsed(written: str, region: str | None) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(written, region)
    except NumberParseException:
        return None
