"""Finds what tells in English that something comes again: every second Tuesday, a weekly call, on Mondays."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from understanding.lexicon.shelf import table
from understanding.message.recurrence_days import Frequency, Rule

Found = tuple[int, int, Rule]


def found(clause: str) -> Iterator[Found]:
    """Where a clause tells it, and the rule."""
    for finder in (_every, _adverbs, _plurals):
        yield from finder(clause)


@cache
def _words(name: str) -> dict[str, Any]:
    return dict(table("en", "recurrences")[name])


@cache
def _weekdays() -> dict[str, str]:
    return {word: day for day, said in _words("weekdays").items() for word in said.split("|")}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _weekday_row() -> str:
    one = rf"(?:{_any(_weekdays())})"
    return rf"{one}s?(?:(?:,? and |, ?| & |/| or ){one}s?)*"


@cache
def _every_pattern() -> re.Pattern[str]:
    count = rf"(?:(?P<count>{_any(_words('counts'))}|\d{{1,2}})(?:st|nd|rd|th)? )?"
    return re.compile(
        rf"(?<![a-z])(?:every|each) (?:{count}(?:(?P<unit>{_any(_words('units'))})s?|(?P<days>{_weekday_row()}))"
        r"|(?P<nth>\d{1,2})(?:st|nd|rd|th))(?![a-z])"
    )


def _every(clause: str) -> Iterator[Found]:
    for told in _every_pattern().finditer(clause):
        count = told["count"]
        number = int(count) if count and count.isdigit() else int(_words("counts").get(count, 1))
        if told["nth"]:
            yield *told.span(), Rule(Frequency.MONTHLY, month_day=int(told["nth"]))
        elif told["days"]:
            yield *told.span(), Rule(Frequency.WEEKLY, number, _days(told["days"]))
        else:
            rule = _rule(_words("units")[told["unit"]])
            yield _told_day(clause, told, replace(rule, interval=rule.interval * number))


def _rule(said: str) -> Rule:
    frequency, interval, *days = said.split()
    return Rule(Frequency(frequency), int(interval), tuple(days[0].split(",")) if days else ())


def _days(said: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_weekdays()[one[1]] for one in _weekday().finditer(said)))


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])({_any(_weekdays())})s?(?![a-z])")


def _told_day(clause: str, told: re.Match[str], rule: Rule) -> Found:
    """With the day of the month or the week that is told before or after."""
    before = _before_month().search(clause, 0, told.start())
    if before and rule.frequency is Frequency.MONTHLY:
        return before.start(), told.end(), _on(rule, before)
    after = _after().match(clause, told.end())
    if after and rule.frequency is Frequency.MONTHLY and after["day"]:
        return told.start(), after.end(), replace(rule, month_day=int(after["day"]))
    if after and rule.frequency is Frequency.WEEKLY and after["days"] and not rule.weekdays:
        return told.start(), after.end(), replace(rule, weekdays=_days(after["days"]))
    return *told.span(), rule


def _on(rule: Rule, before: re.Match[str]) -> Rule:
    if before["edge"]:
        return replace(rule, month_day=int(_words("edges")[before["edge"]]))
    if before["weekday"]:
        return replace(rule, weekdays=_days(before["weekday"]), place=int(_words("places")[before["place"]]))
    return replace(rule, month_day=int(before["day"]))


@cache
def _before_month() -> re.Pattern[str]:
    """Right before "every month"."""
    place = rf"(?P<place>{_any(_words('places'))}) (?P<weekday>{_any(_weekdays())})"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)"
    return re.compile(rf"(?<![a-z\d])(?:(?P<edge>{_any(_words('edges'))})|{place}|{day}) (?:of )?$")


@cache
def _after() -> re.Pattern[str]:
    day = r"(?:,? ?on)? the (?P<day>\d{1,2})(?:st|nd|rd|th)"
    return re.compile(rf"(?:{day}|,? ?(?:on )?(?P<days>{_weekday_row()}))(?![a-z])")


@cache
def _adverb_pattern() -> re.Pattern[str]:
    told = _words("words")
    after = rf"(?: (?P<noun>{told['doing_nouns']})(?![a-z])(?: with [a-z]+)?| (?={told['follows']})|(?=\W*$))"
    return re.compile(rf"(?<![a-z-])(?P<lead>(?:{told['known']}) )?(?P<adverb>{_any(_words('adverbs'))}){after}")


def _adverbs(clause: str) -> Iterator[Found]:
    """A weekly call is something new, the weekly call is not."""
    for told in _adverb_pattern().finditer(clause):
        if not told["lead"]:
            start, end, rule = _told_day(clause, told, _rule(_words("adverbs")[told["adverb"]]))
            yield start, end, rule


@cache
def _plural_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?<!every )(?<!each )(?P<days>(?:{_any(_weekdays())})s)(?![a-z])")


def _plurals(clause: str) -> Iterator[Found]:
    for told in _plural_pattern().finditer(clause):
        if told["days"] not in _weekdays():
            yield *told.span(), Rule(Frequency.WEEKLY, weekdays=_days(told["days"]))
