"""What is asked of /plan: whose plan, of which week, how many visits a day, or that of a year."""

import re
from dataclasses import dataclass
from enum import Enum, auto

_THIS = {"this week", "week", "本周", "这周", "本周计划", "这周计划", "本周拜访", "这周拜访"}
_NEXT = {"next week", "下周", "下星期", "下周计划", "下周拜访", "下周拜访计划", "下星期计划"}
_YEAR = {"year", "the year", "next year", "年度", "年度计划", "全年", "明年", "明年计划"}
_TEAM = {"team", "the team", "everybody", "团队", "全队", "大家"}
_BY_ITSELF = {"off": False, "on": True, "关": False, "关闭": False, "开": True, "打开": True}
_A_DAY = re.compile(r"(?:每天|一天)?\s*(\d{1,3})\s*(?:(?:visits )?(?:a|per) day|家一天|家(?:/|每)天|(?<=每天\d)家|家)")
_IN_WORDS = _NEXT - {"next week", "下周", "下星期"} | {"plan next week", "plan my next week", "plan my week"}
_YEAR_IN_WORDS = {"年度计划", "年度拜访计划", "year plan", "the year plan", "plan the year"}
_ENDS = re.compile(r"(.*?)[\s,，]*(next week|this week|下周|本周|这周)")


class When(Enum):
    """Which week."""

    NOW = auto()
    """This one, or the next where nothing of it is left."""
    THIS = auto()
    NEXT = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """`whose` is a name as it was written; nothing: the asker's own."""

    when: When = When.NOW
    whose: str = ""
    team: bool = False
    year: bool = False
    a_day: int | None = None
    by_itself: bool | None = None
    """Whether the proposal is to come at the end of the week."""


def read_wish(words: str) -> Wish:
    plain = " ".join(words.split()).casefold().rstrip("。.!！")
    if plain in _YEAR:
        return Wish(year=True)
    if found := _A_DAY.fullmatch(plain):
        return Wish(a_day=int(found[1]))
    if plain in _BY_ITSELF:
        return Wish(by_itself=_BY_ITSELF[plain])
    when, left = _when(plain)
    if left in _TEAM:
        return Wish(when, team=True)
    return Wish(when, whose=" ".join(words.split())[: len(left)])


def _when(plain: str) -> tuple[When, str]:
    if plain in _THIS:
        return When.THIS, ""
    if plain in _NEXT:
        return When.NEXT, ""
    if found := _ENDS.fullmatch(plain):
        return When.NEXT if found[2] in _NEXT else When.THIS, found[1]
    return When.NOW, plain


def asks_for_the_year(text: str) -> bool:
    """By its whole name, which nobody tells."""
    return " ".join(text.split()).casefold().rstrip("。.!！?？") in _YEAR_IN_WORDS


def asks_for_next_week(text: str) -> bool:
    """Plain words that ask for the plan, and tell of nothing."""
    return " ".join(text.split()).casefold().rstrip("。.!！?？") in _IN_WORDS
