"""The words of lexicon/zh/naming.toml as parts of patterns: what a Chinese name may begin with, hold and end with."""

import re
from functools import cache

from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import table
from understanding.message.naming_words import HAN, listed

_LONGEST = 9
"""Characters before the trade."""
_OF_A_PERSON = 3
"""Characters of a person's name."""
BEGINS = r"(?:^|(?<=[,。;!?,;!?:：\s、（(]))"


@cache
def _said(name: str) -> str:
    found: str = table("zh", "naming")[name]
    return found


@cache
def set_of(name: str) -> frozenset[str]:
    return frozenset(_said(name).split())


@cache
def any_of(name: str) -> str:
    """Any of a list, the longest first."""
    return "|".join(sorted(map(re.escape, listed(name)), key=len, reverse=True))


@cache
def trades() -> str:
    """Words that a company's name ends with."""
    some = set_of("trades") | {one for one in table("zh", "companies")["generic"].split() if len(one) > 1}
    return rf"(?:{'|'.join(sorted(some, key=len, reverse=True))})"


@cache
def own(most: int = _LONGEST) -> str:
    """What a name is made of, up to where the rest of the pattern fits."""
    first, further = _said("no_name_begins"), _said("no_name_holds")
    counted = rf"[{_said('counts')}]+[{_said('measures')}]"
    return rf"(?![{first}]|{counted})(?:(?![{further}])[{HAN}]){{2,{most}}}?"


@cache
def named_by_trade() -> str:
    """李记面馆, 88号便利店, 上海瑞德医疗器械有限公司."""
    numbered = rf"[a-z0-9]{{1,4}}[{HAN}]{{0,3}}?"
    ends = "(?:股份)?(?:有限)?(?:公司|集团|厂|店)?"
    return rf"(?P<name>(?:(?P<own>{own()})|{numbered}){trades()}{{1,3}}{ends})"


@cache
def before_subject() -> str:
    return rf"(?:(?:{any_of('before_subject')})[ ,，]?){{0,3}}"


@cache
def person() -> str:
    """的张总, 老陈."""
    persons = table("zh", "persons")
    surnames = "".join(persons["common_surnames"].split())
    titles = "|".join(sorted(persons["titles"].split(), key=len, reverse=True))
    return rf"[的嘅]?(?:[{surnames}](?:{titles})|[老小阿][{surnames}])"


@cache
def _no_words() -> re.Pattern[str]:
    return re.compile("|".join(set_of("no_name_words")))


@cache
def _places() -> frozenset[str]:
    return frozenset(table("zh", "companies")["places"].split())


@cache
def _roles() -> frozenset[str]:
    persons = table("zh", "persons")
    return frozenset(persons["left"]["role"].split()) | frozenset(persons["not_names"].split())


@cache
def common() -> frozenset[str]:
    """Words that stand for no name."""
    return everyday_words() | frozenset(table("zh", "persons")["whole_words"].split())


def may_own(said: str, whole: str) -> bool:
    """What stands before the trade is more than a place, another trade or an everyday word: not 上海机械, 他们酒店."""
    if _no_words().search(whole) or said in set_of("no_companies") | everyday_words() | _places():
        return False
    return not re.fullmatch(trades(), said)


def may_be_name(said: str) -> bool:
    """Neither an everyday word nor a person: 鑫源 is one, 仓库 and 李明 are not."""
    if _no_words().search(said) or said.startswith(_times()):
        return False
    if said in everyday_words() | set_of("no_companies") | _places() | _roles():
        return False
    surnames = set(table("zh", "persons")["common_surnames"]) - set(_said("no_surnames"))
    return said[0] not in "老小阿" and not (said[0] in surnames and len(said) <= _OF_A_PERSON)


@cache
def _times() -> tuple[str, ...]:
    return tuple(word for word in listed("before_subject") if len(word) > 1)
