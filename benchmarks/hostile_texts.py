"""Texts that nobody sends, made to take as long to read as any: rows of one thing, up to Telegram's limit."""

from collections.abc import Iterable, Iterator
from itertools import cycle

LONGEST = 4096
_ROWS = {
    "a number of 10,000 digits": "1" * 10_000,
    "combining marks": "e" + "\u0301" * (LONGEST - 1),
    "brackets": "()",
    "hyphens": "a-b-",
    "dates": "tomorrow and next Friday, ",
    "dates in characters": "下周三,",
    "clocks": "3pm 4:30 ",
    "sums": "$5k, 12万 ",
    "numerals": "一百二十三万",
    "numbers in words": "one two three ",
    "people": "Mr Wang and Dr Lee, ",
    "people in characters": "王总和李经理",
    "questions": "who? ",
    "capitals": "AB CD EF ",
    "plain characters": "的",
    "spaced digits": "1 ",
    "numbers in characters": "三万",
    "weekdays": "周一",
    "clocks and hyphens": "12:30-",
    "one long word": "a",
    "emojis": "😀",
    "things": "订了20台泵",
    "colleagues": "let the warehouse ",
    "rides": "taxi $46 ",
    "competitors": "Bosch quoted them 5k ",
    "competitors without names": "竞争对手",
    "referrals": "是他们介绍来的",
    "fields": "credit limit is 50k now ",
    "fields in characters": "账期改成60天,属于华东区",
    "agreements": "quote valid until contract 31 Dec ",
    "recurrences": "每周一打电话",
}


def hostile_texts(names: Iterable[str], messages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each with what it is; among them rows of customers' names, and many messages as one."""
    for what, row in _ROWS.items():
        yield what, row * (LONGEST // len(row) or 1)
    some = list(names)
    for what, joined in (("names of customers", ", "), ("names in characters", "、")):
        yield what, joined.join(one for one in some if one.isascii() is (joined == ", "))[:LONGEST]
    yield "many messages as one", _filled(messages)


def _filled(messages: Iterable[str]) -> str:
    text = ""
    for one in cycle(messages):
        if len(text) >= LONGEST:
            break
        text += f"{one} "
    return text[:LONGEST]
