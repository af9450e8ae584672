"""Finds what tells in Chinese that something comes again: 每周一, 每隔两周, 每月5号, 一个月一次."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from understanding.lexicon.shelf import table
from understanding.message.recurrence_days import Frequency, Rule
from understanding.numbers import HAN_SMALL, han

Found = tuple[int, int, Rule]
_NUMBER = rf"\d{{1,2}}|[{HAN_SMALL}]{{1,3}}"
_MOST_DAYS = 31


def found(clause: str) -> Iterator[Found]:
    """Where a clause tells it, and the rule."""
    for told in _every_pattern().finditer(clause):
        rule = _every(told)
        if rule:
            yield _told_day(clause, told, rule)
    for told in _times_pattern().finditer(clause):
        if told["count"] or told["unit"].startswith("半"):
            yield *told.span(), _repeated(_rule(told["unit"]), _number(told["count"]))


@cache
def _words(name: str) -> dict[str, Any]:
    return dict(table("zh", "recurrences")[name])


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _weekdays() -> dict[str, str]:
    return {sign: day for day, said in _words("weekdays").items() for sign in said.split("|")}


@cache
def _every_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<every>每隔|每逢|每|隔|逢)(?P<count>{_NUMBER})?个?(?P<unit>{_any(_words('units'))})(?!产|用量|销量|度电)"
    )


def _every(told: re.Match[str]) -> Rule | None:
    """隔周 and 每隔一周 leave one out; 每隔两周 is every two weeks."""
    number = _number(told["count"])
    if told["every"] == "逢" and told["unit"] not in ("周", "星期", "礼拜"):
        return None
    return _repeated(_rule(told["unit"]), max(number, 2) if "隔" in told["every"] else number)


def _number(said: str | None) -> int:
    if not said:
        return 1
    return int(said) if said.isdigit() else int(han(said) or 1)


def _repeated(rule: Rule, number: int) -> Rule:
    return replace(rule, interval=rule.interval * max(number, 1))


def _rule(unit: str) -> Rule:
    frequency, interval, *days = _words("units")[unit].split()
    return Rule(Frequency(frequency), int(interval), tuple(days[0].split(",")) if days else ())


def _told_day(clause: str, told: re.Match[str], rule: Rule) -> Found:
    """With the weekday or the day of the month that follows."""
    match rule.frequency:
        case Frequency.WEEKLY if not rule.weekdays:
            return _on_weekdays(clause, told, rule)
        case Frequency.MONTHLY:
            return _on_month_day(clause, told, rule)
        case _:
            return *told.span(), rule


def _on_weekdays(clause: str, told: re.Match[str], rule: Rule) -> Found:
    after = _weekday_row().match(clause, told.end())
    if not after:
        return *told.span(), rule
    days = (_weekdays()[sign] for sign in re.sub(r"周|星期|礼拜", "", after[0]) if sign in _weekdays())
    return told.start(), after.end(), replace(rule, weekdays=tuple(dict.fromkeys(days)))


@cache
def _weekday_row() -> re.Pattern[str]:
    """每周一次 names no weekday."""
    one = rf"[{''.join(_weekdays())}](?![次趟回个件台箱吨份])"
    return re.compile(rf"(?:的?(?:周|星期|礼拜))?{one}(?:[、和,跟及](?:周|星期|礼拜)?{one})*")


def _on_month_day(clause: str, told: re.Match[str], rule: Rule) -> Found:
    after = _month_day().match(clause, told.end())
    if not after:
        return *told.span(), rule
    if after["sign"]:
        day, place = _weekdays()[after["sign"]], int(_words("places")[after["place"]])
        return told.start(), after.end(), replace(rule, weekdays=(day,), place=place)
    number = int(_words("edges")[after["edge"]]) if after["edge"] else _number(after["day"])
    fits = 0 < number <= _MOST_DAYS or after["edge"]
    return (told.start(), after.end(), replace(rule, month_day=number)) if fits else (*told.span(), rule)


@cache
def _month_day() -> re.Pattern[str]:
    weekday = rf"(?P<place>{_any(_words('places'))})(?:周|星期|礼拜)(?P<sign>[{''.join(_weekdays())}])"
    return re.compile(rf"的?月?(?:(?P<edge>{_any(_words('edges'))})|(?P<day>{_NUMBER})(?:号|日)|{weekday})")


@cache
def _times_pattern() -> re.Pattern[str]:
    """一个月回访一次; what has been is told with 了."""
    units = _any(_words("units"))
    between = rf"[^,。;:!?、\s{_words('words')['not_between']}]{{0,6}}?"
    return re.compile(
        rf"(?<![每隔逢上下第前过去这那等{HAN_SMALL}\d])(?:(?P<count>{_NUMBER})个?)?(?P<unit>{units}){between}(?:一次|1次|一趟|一回)"
    )
