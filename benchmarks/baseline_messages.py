"""A baseline for whole messages: keywords, dateparser, price-parser and rapidfuzz, put together plainly."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib import import_module
from operator import itemgetter
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

Line = dict[str, Any]

NEEDED = ("dateparser", "price_parser")
LIKE = 60
"""From this score on rapidfuzz has found a customer. Of 60, 70, 80 and 90 it found most in training messages."""
CLAUSES = re.compile(r"(?<=[.!?;])\s+|[。!?;\n]+|,\s*(?=and |but )")
MONEY = re.compile(
    r"(?P<before>[$€£¥]|S\$|HK\$|RM|USD|EUR|GBP|CNY)?\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>万|千|[kKmMwW]\b)?"
    r"\s?(?P<after>元|块|[$€£]|USD|EUR|GBP|CNY|dollars|euros|pounds)?"
)
SCALES = {"万": 10_000, "w": 10_000, "千": 1000, "k": 1000, "m": 1_000_000}
CODES = {
    "$": "USD",
    "dollars": "USD",
    "S$": "SGD",
    "HK$": "HKD",
    "€": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "pounds": "GBP",
}
CODES |= {"¥": "CNY", "元": "CNY", "块": "CNY", "RM": "MYR"}
PERSON = re.compile(
    r"(?:Mr|Mrs|Ms|Dr)\.? (?P<titled>[A-Z]\w+(?: [A-Z]\w+)?)"
    r"|(?:met|with|saw|told|to) (?P<met>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"|(?P<han>[\u4e00-\u9fff](?:总|经理|老板|主任|工|姐|哥))"
)
PHONE = re.compile(r"\+?\d[\d -]{6,}\d")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LEAST, LONG_AGO = 1000, timedelta(days=60)
QUESTION = ("?", "?", "吗", "呢")
WITH_SUM = {"opportunity", "order", "payment"}


@cache
def _words(table: str) -> dict[str, re.Pattern[str]]:
    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))[table]
    return {name: _any_of(words.split("; ")) for name, words in told.items()}


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(word)}\b" if word.isascii() else word for word in words), re.IGNORECASE)


def _first(table: str, text: str) -> str | None:
    """Of all names of the table the one whose word stands first."""
    places = {name: found.start() for name, words in _words(table).items() if (found := words.search(text))}
    return min(places, key=lambda name: places[name]) if places else None


@dataclass(slots=True)
class Clause:
    text: str
    customer: str | None
    days: list[date]
    contacts: list[str]


def read_by_keywords(line: Line) -> Line:
    """One line of the contract in, what is found in it out."""
    if ask := _asked(line["text"]):
        return {"id": line["id"], "ask": ask}
    today, clauses = datetime.fromisoformat(line["at"]).date(), list(_clauses(line))
    return {
        "id": line["id"],
        "entries": [one for clause in clauses for one in _entries(clause, today, line["default_currency"])],
        "follow_ups": [one for clause in clauses for one in _plans(clause, today)],
        "facts": [one for clause in clauses for one in _facts(clause)],
        "ask": None,
    }


def _asked(text: str) -> str | None:
    return _first("asks", text) if text.rstrip().endswith(QUESTION) else None


def _clauses(line: Line) -> Iterator[Clause]:
    """A clause that names no customer is about the one before."""
    customer = _customer(line["text"], line["customers"])
    for text in filter(None, CLAUSES.split(line["text"])):
        customer = _customer(text, line["customers"]) or customer
        people = [found[found.lastgroup or 0] for found in PERSON.finditer(text)]
        contacts = [name for name in people if name not in (customer or "")]
        yield Clause(text, customer, _dates(text, line["at"]), contacts)


def _customer(text: str, names: list[str]) -> str | None:
    found = process.extractOne(text, names, scorer=fuzz.partial_ratio, processor=default_process, score_cutoff=LIKE)
    return found[0] if found else None


def _dates(text: str, at: str) -> list[date]:
    language = "en" if text.isascii() else "zh"
    ahead = "future" if _words("plans")["words"].search(text) else "past"
    settings = {"RELATIVE_BASE": datetime.fromisoformat(at).replace(tzinfo=None), "PREFER_DATES_FROM": ahead}
    said = import_module("dateparser.search").search_dates(text, languages=[language], settings=settings)
    return [when.date() for _, when in said or ()]


def _plans(clause: Clause, today: date) -> Iterator[Line]:
    """A date that lies ahead, beside a word of plans."""
    due = [day for day in clause.days if day >= today]
    if due and _words("plans")["words"].search(clause.text):
        yield {"customer": clause.customer, "due": due[-1].isoformat(), "action": clause.text}


def _entries(clause: Clause, today: date, currency: str) -> Iterator[Line]:
    past = [day for day in clause.days if timedelta() <= today - day < LONG_AGO]
    always = {"customer": clause.customer, "on": (past or [today])[0].isoformat(), "contacts": clause.contacts}
    for kind, words in _words("kinds").items():
        if words.search(clause.text):
            category = (_first("categories", clause.text) or "other") if kind == "complaint" else None
            amount = _amount(clause.text, currency) if kind in WITH_SUM else None
            yield always | {"kind": kind, "category": category, "amount": amount}


def _amount(text: str, currency: str) -> Line | None:
    """The largest number that has a currency, a scale or four digits; price-parser reads it."""
    values = [(_value(found), found) for found in MONEY.finditer(text)]
    sums = [(value, found) for value, found in values if found["before"] or found["after"] or value >= LEAST]
    if not sums:
        return None
    value, found = max(sums, key=itemgetter(0))
    sign = found["before"] or found["after"] or currency
    return {"value": value, "currency": CODES.get(sign, sign)}


def _value(found: re.Match[str]) -> float:
    amount = import_module("price_parser").Price.fromstring(found["number"]).amount_float
    return (amount or 0.0) * SCALES.get((found["scale"] or "").lower(), 1)


def _facts(clause: Clause) -> Iterator[Line]:
    who = clause.contacts[0] if clause.contacts else None
    for field, pattern in (("phone", PHONE), ("email", EMAIL)):
        if found := pattern.search(clause.text):
            yield {"contact": who, "field": field, "value": found[0]}
