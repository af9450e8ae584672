"""Finds persons told in Chinese characters: a surname with a title, a nickname, a full name."""

from collections.abc import Iterator
from functools import cache

from understanding.lexicon.shelf import table
from understanding.message.people.clues import Guess
from understanding.message.people.sides import left, right
from understanding.message.people.words import han_letters, han_words
from understanding.spelling import is_han

_LONGEST_TITLE = 4
_PAIR = 2
_NICKS = frozenset("老小阿大")
_TELLING = frozenset({"meets", "named", "role", "of", "taken", "person"})


def guesses(small: str) -> Iterator[Guess]:
    """`small` is the message in simplified characters, without customers and dates."""
    for place, char in enumerate(small):
        if char not in _beginnings():
            continue
        if char in _NICKS:
            yield from _nickname(small, place)
        surname = _surname(small, place)
        if surname:
            yield from _named(small, place, len(surname))
        elif char in han_letters("given"):
            yield from _by_given_name(small, place)


@cache
def _beginnings() -> frozenset[str]:
    """Characters with which any person may begin."""
    compound = (name[0] for name in han_words("compound_surnames"))
    return frozenset((*_NICKS, *compound, *han_letters("surnames"), *han_letters("given")))


def _surname(small: str, place: int) -> str:
    pair = small[place : place + _PAIR]
    if pair in han_words("compound_surnames"):
        return pair
    return pair[0] if pair[0] in han_letters("surnames") else ""


def _named(small: str, place: int, length: int) -> Iterator[Guess]:
    """A surname here, with up to two characters of a given name and a title or without."""
    sense = left(small, place)
    for given in (0, 1, 2):
        end = place + length + given
        if given and (end > len(small) or not is_han(small[end - 1]) or small[end - 1] in han_letters("not_given")):
            return
        title = title_at(small, end)
        if title:
            yield _guess(small, (place, end, end + len(title)), length, f"title {len(title) > 1}", sense)
        if given or sense in {"surname", "title"}:
            yield _guess(small, (place, end, end), length, "no title", sense)


def _guess(small: str, marks: tuple[int, int, int], length: int, title: str, before: str) -> Guess:
    place, end, stop = marks
    given = small[place + length : end]
    after = right(small, stop)
    kind = f"surname {len(given)}"
    fitting = sum(char in han_letters("given") for char in given)
    clues = (
        "han",
        f"han {title}",
        f"han {kind}, {title}",
        f"han {len(given)}, given {fitting}, {title}",
        f"han {'compound' if length > 1 else _sort(small[place])}, {title}",
        f"han left {before}, {title}",
        f"han {before}, {kind}, {title}",
        f"han right {after}, {title}",
        f"han {kind}, right {after}, {title}",
        f"han {len(given)}, {fitting}, {before}, {after}, {title}",
        *(f"han {clue}" for clue in _words_inside(small, place, end, title)),
    )
    return Guess(place, stop, clues)


def _sort(surname: str) -> str:
    if surname in han_letters("common_surnames"):
        return "common"
    return "odd" if surname in han_letters("odd_surnames") else "plain"


def _words_inside(small: str, place: int, end: int, title: str) -> Iterator[str]:
    """Everyday words speak against a name: 高兴, 成功; and so does a name that cuts a word in two."""
    if small[place : place + _PAIR] in han_words("not_names"):
        yield f"{end - place} is a word, {title}"
    elif small[place : place + _PAIR] in han_words("likely_words"):
        yield f"{end - place} may be a word, {title}"
    if small[end : end + 1] in han_letters("given"):
        yield f"{end - place} may go on, {title}"
    if small[max(0, place - 1) : place + 1] in han_words("whole_words"):
        yield "begins within a word"


def title_at(small: str, place: int) -> str:
    for length in range(_LONGEST_TITLE, 0, -1):
        said = small[place : place + length]
        if said in han_words("titles"):
            return said if length > 1 or small[place + 1 : place + 2] not in _never_before(said) else ""
    return ""


@cache
def _never_before(title: str) -> frozenset[str]:
    """One-letter titles stand in many other words: 总共, 工程, 生产."""
    return frozenset({*table("zh", "persons")["no_title_before"].get(title, "")} - {""})


def _nickname(small: str, place: int) -> Iterator[Guess]:
    """老何, 小苏, 阿发, 老何叔."""
    end = place + _PAIR
    if end > len(small) or not is_han(small[end - 1]) or small[place:end] in han_words("not_names"):
        return
    title = title_at(small, end)
    said, after = small[end - 1], right(small, end + len(title))
    sort = "surname" if said in han_letters("surnames") else "given" if said in han_letters("given") else "other"
    before = left(small, place)
    nick = f"nick {small[place]}"
    yield Guess(
        place,
        end + len(title),
        (
            "han",
            f"han {nick}",
            f"han {nick}, {sort}",
            f"han nick {sort}, {_sort(said)}",
            f"han nick {sort}, left {before}",
            f"han nick {sort}, right {after}",
            f"han nick left {before}",
            f"han nick right {after}",
            f"han nick titled {bool(title)}",
            f"han nick likely word {small[place:end] in han_words('likely_words')}",
        ),
    )


def _by_given_name(small: str, place: int) -> Iterator[Guess]:
    """霞姐, 芬姨, 强哥: a given name with the title of a relative; 晓雯, 曼曼, 慕言老师: two characters of one."""
    for length in (1, 2):
        end = place + length
        title = title_at(small, end) if length > 1 else _relative(small, end)
        telling = left(small, place) in _TELLING
        if title or (length > 1 and telling and small[end - 1 : end] in han_letters("given")):
            yield _given(small, place, end, title)


def _relative(small: str, end: int) -> str:
    return small[end : end + 1] if small[end : end + 1] in han_letters("relatives") else ""


def _given(small: str, place: int, end: int, title: str) -> Guess:
    stop = end + len(title)
    kind = f"given {end - place}, {bool(title)}"
    twice = end - place > 1 and small[place] == small[end - 1]
    inside = small[place : place + _PAIR] in han_words("not_names") | han_words("likely_words")
    clues = (
        "han",
        f"han {kind}",
        f"han {kind}, {small[end:stop]}",
        f"han {kind}, left {left(small, place)}",
        f"han {kind}, right {right(small, stop)}",
        f"han {kind}, twice {twice}",
        f"han {kind}, all given {all(char in han_letters('given') for char in small[place:end])}",
        f"han {kind}, word {inside}",
    )
    return Guess(place, stop, clues)
