"""Finds persons told in Chinese characters: surname and title, nickname, or a full name beside telling words."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from understanding.lexicon.shelf import table
from understanding.message.people import Person

_HAN = "\u4e00-\u9fff"


def _alternatives(name: str) -> str:
    return "|".join(sorted(map(re.escape, table("zh", "persons")[name].split()), key=len, reverse=True))


@cache
def _surname() -> str:
    told = table("zh", "persons")
    return f"(?:{_alternatives('compound_surnames')}|[{told['surnames']}])"


@cache
def _titled() -> re.Pattern[str]:
    """王总, 张伟经理, 老何, 小苏, 阿发, 旺叔."""
    given = rf"[{_HAN}]{{0,2}}?"
    return re.compile(
        rf"(?P<full>{_surname()}{given})(?P<title>{_alternatives('titles')})"
        rf"|(?P<nick>[老小阿][{_HAN}](?:总|工|姐|哥|叔|师傅)?)"
    )


@cache
def _named() -> re.Pattern[str]:
    """A role or a word such as 叫 before two or three characters that begin with a surname."""
    lead = rf"(?:{_alternatives('roles')}|名叫|叫做|叫|姓名)"
    return re.compile(rf"(?P<lead>{lead})[是:,]?(?P<name>{_surname()}[{_HAN}]{{1,2}})")


@cache
def _beside() -> re.Pattern[str]:
    """Two or three characters between a word before persons and one after them."""
    return re.compile(
        rf"(?:(?<=[{_HAN}])|(?<=^)|(?<=[,,。;;::、\s的]))(?P<name>{_surname()}[{_HAN}]{{1,2}})(?={_alternatives('after')})"
    )


@cache
def _sets() -> dict[str, frozenset[str]]:
    told = table("zh", "persons")
    return {
        "not_given": frozenset(told["not_given"]),
        "not_names": frozenset(told["not_names"].split()),
        "titles": frozenset(told["titles"].split()),
        "before": frozenset(told["before"].split()),
        "nick": frozenset(told["surnames"]),
    }


def persons(text: str, taken: Collection[tuple[int, int]]) -> Iterator[Person]:
    seen: list[tuple[int, int]] = list(taken)
    for find in (_by_title, _by_role, _by_neighbours):
        for person in find(text):
            if not any(person.start < end and start < person.end for start, end in seen):
                seen.append((person.start, person.end))
                if not _ours(text, person):
                    yield person


def _ours(text: str, person: Person) -> bool:
    before = text[max(0, person.start - 6) : person.start]
    return bool(re.search(r"(?:我们|咱们|咱|我司|我方|我哋|同事|代理|我们的)(?:技术|技术员|业务员|工程师|司机|师傅|售后|销售|仓库)?$", before))


def _by_title(text: str) -> Iterator[Person]:
    for found in _titled().finditer(text):
        if found["nick"]:
            yield from _nickname(found)
        elif _plausible(found["full"], found["title"], text, found.start()):
            yield Person(found[0], found.start(), found.end(), 0.9)


def _nickname(found: re.Match[str]) -> Iterator[Person]:
    said = found["nick"]
    if said[:2] in _sets()["not_names"] or any(said.startswith(one) for one in _sets()["not_names"] if len(one) > 1):
        return
    if said[1] in _sets()["nick"] or said[0] == "阿":
        yield Person(said, found.start(), found.end(), 0.85)


def _plausible(name: str, title: str, text: str, start: int) -> bool:
    """One-letter titles follow a surname alone; 总 and 工 stand in many words."""
    known = _sets()
    if len(name) > 1 and (name[:2] in known["not_names"] or any(char in known["not_given"] for char in name[1:])):
        return name[:2] in table("zh", "persons")["compound_surnames"].split()
    whole = name + title
    if any(whole.startswith(word) for word in known["not_names"]):
        return False
    if len(title) == 1:
        follows = text[start + len(whole) : start + len(whole) + 1]
        return len(name) <= 2 and not (follows and follows in _AFTER_ONE_LETTER.get(title, ""))  # noqa: PLR2004
    return True


_AFTER_ONE_LETTER = {
    "总": "共计部是额价算裁监量体结之统", "工": "程作人地厂艺业资期具商序时", "生": "产意活日成气物效鲜", "院": "子校", "厂": "家房区长商里", "店": "铺面员里家",
    "局": "部面势", "处": "理于罚", "科": "技学目室长", "少": "了于数量发送到收", "哥": "斯", "姐": "妹夫", "爷": "爷", "师": "傅", "课": "程", "组": "织装件",
    "董": "事", "导": "致入热电", "太": "贵大小", "妈": "妈", "爸": "爸", "叔": "", "秘": "书密",
}  # fmt: skip


def _by_role(text: str) -> Iterator[Person]:
    for found in _named().finditer(text):
        name = _cut(found["name"])
        if name:
            yield Person(name, found.start("name"), found.start("name") + len(name), 0.8)


def _by_neighbours(text: str) -> Iterator[Person]:
    for found in _beside().finditer(text):
        name = _cut(found["name"])
        before = text[: found.start("name")]
        spoken = any(before.endswith(word) for word in _sets()["before"])
        edge = not before or before[-1] in ",,。;;::、 \n的(("
        if name and len(name) == len(found["name"]) and (spoken or (edge and len(name) == 3)):  # noqa: PLR2004
            yield Person(name, found.start("name"), found.start("name") + len(name), 0.7)


def _cut(name: str) -> str | None:
    """Characters that are no part of a given name end it."""
    known = _sets()
    if name[:2] in known["not_names"] or name in known["not_names"]:
        return None
    for place in range(1, len(name)):
        if name[place] in known["not_given"]:
            name = name[:place]
            break
    return name if len(name) > 1 else None
