"""Takes notice of all that a message holds: customers, dates, sums, people, facts and cues, clause by clause."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from understanding.customers.mentions import Named
from understanding.customers.weights import ASK
from understanding.dates.finding import DatePhrase, phrases
from understanding.dates.sides import Sides, sides
from understanding.dates.when import Frame
from understanding.directory import Directory, Known
from understanding.findings import Candidate, Mention, Moment, Span
from understanding.message import facts, money, naming
from understanding.message.clauses import Clause, clauses
from understanding.message.corrections import standing, standing_days
from understanding.message.cues import Cue, cues
from understanding.message.naming_words import listed
from understanding.message.newcomers import MAYBE
from understanding.message.people import Person, finding
from understanding.message.rivals import Rival, rivals
from understanding.message.slips import unsaid
from understanding.message.unreadable import unreadable
from understanding.spelling import is_han, plain

_SHORT = 3

LONGEST = 4096
"""Telegram's limit; what is longer is not read to the end."""
_MONTH_FIRST = frozenset({"USD", "CNY", "PHP"})
MOST_DATES, MOST_CLAUSES, MOST_PEOPLE = 16, 80, 40
"""More than anybody says in one message; what is beyond is not weighed."""
SURE_ENOUGH = 0.5
"""Persons that are less likely are left out."""
NEW = -1
_SURE_NEW = 0.6


@dataclass(slots=True)
class Noticed:
    """A message with everything found in it."""

    text: str
    spelled: str
    frame: Frame
    clauses: list[Clause]
    named: list[Named]
    mentions: dict[int, Mention]
    people: list[Person]
    facts: list[facts.Told]
    dates: list[DatePhrase]
    sides: dict[int, Sides]
    """What each date means, by its place."""
    about: list[tuple[int, ...]]
    """For each clause, the keys of the customers that it is about."""
    offered: list[Person]
    """All that may be people, the unlikely ones too."""
    cues: list[Cue]
    apart: list[tuple[int, int]] = field(default_factory=list)
    """Where no person is looked for: customers, dates and the like."""
    acquainted: tuple[str, ...] = ()
    """People known at the customers that are named."""
    weighed: dict[int, dict[str, float]] = field(default_factory=dict)
    """What the model says of each date, by its place."""
    rivals: tuple[Rival, ...] = ()
    """Competitors, who are neither customers nor persons."""
    gone: frozenset[int] = frozenset()
    """Where days stand that took the place of a day behind."""


def notice(text: str, moment: Moment, directory: Directory) -> Noticed:
    text, spelled = text[:LONGEST], plain(text[:LONGEST])
    frame = Frame(moment.at.replace(tzinfo=None), month_first=moment.currency in _MONTH_FIRST)
    told = [*facts.emails(text), *facts.phones(spelled)]
    taken = [(one.start, one.end) for one in told]
    all_named = directory.named(text)
    others = rivals(text, spelled, [(one.start, one.end) for one in all_named])
    taken += [(one.start, one.end) for one in others]
    named, mentions = _customers(text, spelled, directory, taken, all_named)
    aside = [(one.start, one.end) for one in all_named if not naming.is_person(text, one)]
    taken += [(one.start, one.end) for one in named]
    timed = _free(phrases(spelled), taken)
    dates, all_sums = _dates_and_sums(spelled, taken, timed)
    text, spelled, gone = unsaid(text, spelled, timed, dates, frame)
    told += _birthdays(spelled, dates, frame)
    known = tuple(itertools.chain.from_iterable(_contacts(directory, key) for key in mentions or (moment.context,)))
    apart = taken + aside + [(one.start, one.end) for one in dates if _long(text, one)]
    offered = finding.persons(text, spelled, apart, known)[:MOST_PEOPLE]
    people = [one for one in offered if one.sure >= SURE_ENOUGH]
    found = _clauses(spelled, named, [*dates, *all_sums], people)
    all_cues = cues(spelled)
    _hand_out(found, all_cues, dates, all_sums, named)
    about = _about(found, moment.context if not named else None, _belonging(spelled, people, named), people)
    _context(moment, directory, mentions, about)
    seen = {one.start: sides(one, frame) for one in reversed(dates)}
    parts = (text, spelled, frame, found, named, mentions, people, told, dates, seen, about, offered, all_cues)
    return Noticed(*parts, apart, known, rivals=tuple(others), gone=gone)


def _contacts(directory: Directory, key: int | None) -> tuple[str, ...]:
    known = directory.get(key) if key is not None else None
    return known.contacts if known else ()


def _dates_and_sums(
    spelled: str, taken: list[tuple[int, int]], timed: list[DatePhrase]
) -> tuple[list[DatePhrase], list[money.Sum]]:
    """A sum is no date in part: 十一万, "at one point two million"."""
    all_sums = standing(spelled, money.sums(spelled, [*taken, *((one.start, one.end) for one in timed)]))
    ends = [one.end for one in all_sums]
    before = [(one, bisect_right(ends, one.start)) for one in timed]
    apart = [one for one, place in before if place == len(ends) or all_sums[place].start >= one.end]
    return standing_days(spelled, apart)[:MOST_DATES], all_sums


def _free(dates: Iterable[DatePhrase], taken: list[tuple[int, int]]) -> list[DatePhrase]:
    return [one for one in dates if not any(one.start < end and start < one.end for start, end in taken)]


def _birthdays(spelled: str, dates: list[DatePhrase], frame: Frame) -> list[facts.Told]:
    lunar = list(facts.lunar_birthdays(spelled))
    solar = [] if lunar or not dates else list(facts.birthdays(spelled, dates, frame))
    return lunar + solar


def _customers(
    text: str, spelled: str, directory: Directory, taken: list[tuple[int, int]], all_named: list[Named]
) -> tuple[list[Named], dict[int, Mention]]:
    named: list[Named] = []
    mentions: dict[int, Mention] = {}
    for one in naming.meant(text, spelled, all_named):
        if any(one.start < end and start < one.end for start, end in taken):
            continue
        known = directory.get(one.key)
        other = naming.extended(text, one, known.name if known else "") if NEW not in mentions else None
        found = _stranger(other) if other else naming.likened(text, spelled, one, _names(known))
        named.append(found)
        mentions.setdefault(found.key, _mention(text, found, directory))
    blocked = [*taken, *((one.start, one.end) for one in named)]
    if NEW not in mentions and (new := naming.newcomer(text, spelled, named, blocked)):
        named.append(replace(_stranger((new.start, new.end)), trust=1 if new.strength > MAYBE else ASK))
        mentions[NEW] = _mention(text, named[-1], directory)
    if not named and (strange := unreadable(text, spelled, blocked)) and cues(spelled):
        named.append(replace(_stranger(strange), trust=ASK))
        mentions[NEW] = _mention(text, named[-1], directory)
    return sorted(named, key=lambda one: one.start), mentions


def _names(known: Known | None) -> tuple[str, ...]:
    return (known.name, *known.aliases) if known else ()


def _stranger(span: tuple[int, int]) -> Named:
    return Named(span[0], span[1], ((NEW, 1.0),))


def _mention(text: str, one: Named, directory: Directory) -> Mention:
    span = Span(one.start, one.end)
    if one.key == NEW:
        return Mention(text[one.start : one.end].strip(), None, span, _SURE_NEW * one.trust)
    some = [(known, score) for key, score in one.scores if (known := directory.get(key))]
    candidates = tuple(Candidate(known.key, known.name, score) for known, score in some)
    return Mention(
        candidates[0].name, one.key, span, one.sure, candidates if len(candidates) > 1 or one.sure < ASK else ()
    )


def _long(text: str, one: DatePhrase) -> bool:
    """May and Jun may be people."""
    return one.end - one.start > _SHORT or is_han(text[one.start])


def _clauses(
    spelled: str, named: list[Named], whole: Iterable[DatePhrase | money.Sum], people: list[Person]
) -> list[Clause]:
    """A clause is about one customer: where a second name comes up, a new one begins, if both do not stand together."""
    breaks = [
        (one.end, _where(spelled, later, people))
        for one, later in itertools.pairwise(named)
        if one.key != later.key
        and (spelled[one.end : later.start].strip() not in _TOGETHER or _goes_on(spelled, one, later))
    ]
    kept = [(one.start, one.end) for one in named] + [(one.start, one.end) for one in whole]
    return clauses(spelled, breaks, kept)[:MOST_CLAUSES]


def _goes_on(spelled: str, one: Named, later: Named) -> bool:
    """Visited the one, and the other wants something: they do not stand together."""
    words = (re.findall(r"[a-z]+", spelled[: one.start]) or [""])[-1]
    doing = re.match(r"\s+([a-z]+)", spelled[later.end :])
    return words in listed("met_before") and doing is not None and doing[1] in listed("doings_of_new")


def _where(spelled: str, later: Named, people: list[Person]) -> int:
    """A clause begins with the person, if the name follows as "Jules from ..."."""
    for one in people:
        if one.end <= later.start and spelled[one.end : later.start].strip() in _OF:
            return one.start
    return later.start


def _belonging(spelled: str, people: list[Person], named: list[Named]) -> dict[str, int]:
    """Whom a name tells the customer of: "Jules from Coolamon", 恒达的王总."""
    found: dict[str, int] = {}
    for one in people:
        for company in named:
            between = spelled[one.end : company.start] if one.end <= company.start else spelled[company.end : one.start]
            if between.strip() in _OF | {"的", "'s", "嘅", "那边的"}:
                found[one.name.split()[0].casefold()] = company.key
    return found


_OF = {"from", "of", "at", "@", "over at", "from the", "of the", "at the", "with", "("}
_TOGETHER = {"and", "&", "和", "与", "跟", "、", ",", "及", "同", "还有"}


def _cue(found: list[Clause], all_cues: list[Cue], named: list[Named]) -> None:
    hidden = {place for one in named for place in range(one.start, one.end)}
    for clause in found:
        clause.cues = [one for one in all_cues if clause.start <= one.start < clause.end]
        clause.signs = frozenset(one.name for one in clause.cues if one.start not in hidden)


def _hand_out(
    found: list[Clause], all_cues: list[Cue], dates: list[DatePhrase], all_sums: list[money.Sum], named: list[Named]
) -> None:
    _cue(found, all_cues, named)
    for clause in found:
        clause.dates = [one for one in dates if clause.start <= one.start < clause.end]
        clause.sums = [one for one in all_sums if clause.start <= one.start < clause.end]
        clause.named = [one for one in named if clause.start <= one.start < clause.end]


def _about(
    found: list[Clause], context: int | None, belonging: dict[str, int], people: list[Person]
) -> list[tuple[int, ...]]:
    """A clause without a name belongs to its person's customer, else to the one before; the first ones to the first."""
    first = next((tuple(dict.fromkeys(one.key for one in clause.named)) for clause in found if clause.named), ())
    current = first or ((context,) if context is not None else ())
    about = []
    for clause in found:
        if clause.named:
            current = tuple(dict.fromkeys(one.key for one in clause.named))
        elif len(set(belonging.values())) > 1:
            here = [one.name.split()[0].casefold() for one in people if clause.start <= one.start < clause.end]
            current = next(((belonging[name],) for name in here if name in belonging), current)
        about.append(current)
    return about


def _context(moment: Moment, directory: Directory, mentions: dict[int, Mention], about: list[tuple[int, ...]]) -> None:
    known = directory.get(moment.context) if moment.context is not None else None
    if known and any(known.key in keys for keys in about):
        mentions.setdefault(known.key, Mention(known.name, known.key, None, 0.8))
