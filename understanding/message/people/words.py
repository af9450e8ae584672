"""The words by which persons are known."""

from functools import cache

from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import shared, table


@cache
def words(name: str) -> frozenset[str]:
    """Some words about persons in English."""
    return frozenset(table("en", "persons")[name].split())


@cache
def han_words(name: str) -> frozenset[str]:
    """Some words about persons in Chinese."""
    return frozenset(table("zh", "persons")[name].split())


@cache
def han_letters(name: str) -> frozenset[str]:
    """Some single characters about persons in Chinese."""
    return frozenset(table("zh", "persons")[name])


@cache
def more(name: str) -> frozenset[str]:
    """The longer lists of names, which make a person likelier but prove none."""
    return frozenset(table("en", "names")[name].split())


@cache
def no_names() -> frozenset[str]:
    """Words that are no part of a name, in whatever case they are written."""
    return words("not_names") | words("titles") | words("roles") | everyday_words()


@cache
def beside(language: str, side: str) -> dict[str, str]:
    """The words on one `side` of persons, each with what it tells."""
    told: dict[str, str] = table(language, "persons")[side]
    return {word: sense for sense, some in told.items() for word in some.split()}


@cache
def weights() -> dict[str, float]:
    """What each clue adds to the odds that somebody is meant; learned by learning/people_weights.py."""
    return {clue: float(weight) for clue, weight in shared("people_weights")["weights"].items()}
