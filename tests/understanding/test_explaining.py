"""The page that explains a reading. Chances are masked: learning again changes them."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding.directory import Directory, Known
from understanding.explaining.columns import aligned, one_line, width
from understanding.explaining.page import explain
from understanding.findings import Moment

MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore"))
NAMES = ("Acme Tools", "恒大钢铁", "恒大物业")
CHANCE = re.compile(r"\b[01]\.\d\d\b")
TOLD = """\
Visited Acme yesterday with Tom Reed, they ordered 12k. 恒大的王总要周五前报价
written Mon 2026-03-02 10:00, sums in SGD

SPELLED
  visited acme yesterday with tom reed, they ordered 12k. 恒大的王总要周五前报价

CLAUSES
  1  Acme Tools  Visited Acme yesterday with Tom Reed,
  2  Acme Tools  they ordered 12k.
  3  恒大钢铁    恒大的王总要周五前报价

CUES, with the clause of each
  future  要 (3), 前 (3)
  order   ordered (2)
  past    yesterday (1)
  task    报价 (3)
  visit   visited (1)

NOTICED
  customer  Acme       Acme Tools #.##                                                  #.##
  customer  恒大       恒大钢铁 #.##, 恒大物业 #.##                                     #.##
  date      yesterday  Sun 2026-03-01
  date      周五前     looking back before Fri 2026-02-27, ahead before Fri 2026-03-06
  sum       12k        12,000 SGD                                                       money
  person    Tom Reed   Tom Reed                                                         #.##
  person    王总       王总                                                             #.##

CHANCES, of the message (*: likely enough)
  asks: agenda  #.##

CHANCES, of Acme Tools
                                scene  clause    network  joined
  visit                         #.##   #.## (1)  #.##     #.##    *
  call                          #.##   #.## (1)  #.##     #.##
  feedback                      #.##   #.## (1)  #.##     #.##
  complaint                     #.##   #.## (2)  #.##     #.##
  opportunity                   #.##   #.## (2)  #.##     #.##
  order                         #.##   #.## (2)  #.##     #.##    *
  payment                       #.##   #.## (2)  #.##     #.##
  note                          #.##   #.## (1)  #.##     #.##
  to do, no day said            #.##             #.##     #.##
  yesterday: due                       #.##      #.##     #.##
  yesterday: day of the visit          #.##      #.##     #.##    *
  yesterday: day of the order          #.##      #.##     #.##    *
  周五前: due                          #.##      #.##     #.##
  周五前: day of the visit             #.##      #.##     #.##
  周五前: day of the order             #.##      #.##     #.##
  12k: sum of the order                                   #.##    *
  Tom Reed: a person of theirs                            #.##    *
  王总: a person of theirs                                #.##
"""


def page(text: str) -> str:
    directory = Directory(Known(key, name) for key, name in enumerate(NAMES))
    return CHANCE.sub("#.##", explain(text, Moment(MONDAY, "SGD"), directory))


def test_the_page_tells_how_a_message_came_to_be_read_so() -> None:
    told = page("Visited Acme yesterday with Tom Reed, they ordered 12k. 恒大的王总要周五前报价")
    assert _any_clause(told).startswith(_any_clause(TOLD))
    assert told.endswith(
        """
READING, all of it right: #.##
  visit  Acme Tools  Sun 2026-03-01  with Tom Reed                                     #.##
  order  Acme Tools  Sun 2026-03-01  12,000.00 SGD, with Tom Reed, "they ordered 12k"  #.##
  to do  恒大钢铁    Fri 2026-03-06  with 王总, "恒大的王总要 报价"                    #.##
"""
    )


def _any_clause(told: str) -> str:
    """Where nothing is told of a kind, the likeliest clause is anybody's."""
    return re.sub(r"#\.## \(\d\)", "#.## (#)", told)


def test_an_hour_is_shown_with_its_day() -> None:
    assert "  date      明天3点   Tue 2026-03-03 15:00\n" in page("明天3点给恒大钢铁打电话")


def test_what_else_a_day_may_be_is_shown() -> None:
    assert "ahead Fri 2026-09-04 or Thu 2026-04-09" in page("call Acme on 4/9")


def test_what_the_rep_spent_a_birthday_and_a_competitor_are_shown() -> None:
    told = page("Lunch at Acme, $112 on my card. Tom Reed's birthday is 12 May. They are comparing us with Festo")
    for line in ("112 SGD", "money, spent by the rep", "birthday", "--05-12", "competitor", "Festo"):
        assert line in told


def test_a_complaint_tells_what_it_is_about() -> None:
    told = page("Acme is angry, the pump arrived broken, they want a refund")
    assert re.search(r"a complaint about: (\w+) +#\.##\n  a complaint, severity: \w+\n", told)
    assert "complaint  Acme Tools  Mon 2026-03-02  " in told


def test_the_sentences_that_ask_are_marked() -> None:
    told = page("Visited Acme today. What's on tomorrow?")
    assert "2  Acme Tools  What's on tomorrow?  asks" in told
    assert "asks: agenda  #.##  *" in told
    assert re.search(r"question +nobody +agenda", told)


def test_somebody_new_and_an_attempt_are_told() -> None:
    told = page("今天去了华信机械，人不在")
    assert "nobody known: a new one" in told
    assert "华信机械 (new)" in told
    assert "nobody met or reached" in told


def test_who_referred_whom_is_told() -> None:
    assert "referred" in page("Tom Reed put me in touch with Acme").split("READING")[1]


@pytest.mark.parametrize(
    ("text", "says"), [("  ", "An empty message says nothing.\n"), ("...", "CLAUSES\n  nothing\n")]
)
def test_where_nothing_is_said_nothing_is_found(text: str, says: str) -> None:
    assert says in page(text)


def test_columns_stand_under_each_other_in_both_scripts() -> None:
    rows = aligned([("恒大", "one"), ("Acme Tools", "two", "three"), ("e\u0301", "four")])
    assert [width(row[: row.index(word)]) for row, word in zip(rows, ("one", "two", "four"), strict=True)] == [14] * 3


def test_nothing_steers_the_terminal() -> None:
    assert one_line("one\ttwo\n\x1b[31m\u202ethree\ud800") == "one two ·[31m·three·"
    assert "\x1b" not in page("visited Acme \x1b[31mtoday")
    assert "\ud800" not in page("visited Acme \ud800 today")


def test_what_a_question_says_is_not_weighed() -> None:
    assert "CHANCES, of nobody" not in page("what's on today?")
    assert re.search(r"visit +#\.## +#\.## \(2\)", page("What's on tomorrow? Visited Acme today."))
