"""/targets: what each rep is to reach, set in words or by buttons by those who lead them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from handlers.company.colleagues import leads, named
from handlers.desk import Args, Desk
from handlers.outcome import Change, Message, Outcome
from sales.measures import MONEY, Measure
from sales.money import Money
from sales.people import Member
from sales.targets import IN_MONEY, MOST_COUNT, MOST_MINOR, Span, Target
from storage.company import asked, people
from storage.company.asked import What
from storage.figures.rates import reporting_currency
from storage.targets.keeping import drop_targets, set_target
from understanding.targets import TargetWords, read_target
from wording.sentences import Said, Toast
from wording.target_words import TargetsSaid, asks_for, target_words
from wording.wild_text import NAME, short

_SUM = 1_000
"""As many orders or payments are meant as a sum of money."""


def targets(desk: Desk, rest: str) -> Outcome:
    """Alone it shows everybody; a name shows one, with words behind it a target is set."""
    if not rest.strip():
        return _shown(desk, {})
    read = read_target(rest)
    member = _named(desk, _as_written(rest, read.left))
    if not isinstance(member, Member):
        return member
    if read.measure is None and read.number is None:
        return _shown(desk, {"member": member.id})
    return _set(desk, member, read)


def page(desk: Desk, args: Args) -> Outcome:
    return _shown(desk, {"page": int(args.get("page", 1))})


def open_one(desk: Desk, args: Args) -> Outcome:
    return _shown(desk, {"member": int(args["member"])})


def ask(desk: Desk, args: Args) -> Outcome:
    """Ask how many; the next words are the answer."""
    member, measure = people.member(desk.session, int(args["member"])), Measure(str(args["measure"]))
    if member is None:
        return desk.toast(Toast.GONE)
    about = f"{member.id}:{measure}"
    question = partial(asked.ask, member=desk.member.id, what=What.TARGET, now=desk.now, about=about)
    return Outcome((question,), desk.say(asks_for(measure), name=short(member.name, NAME)).messages)


def answers(text: str) -> bool:
    """Whether words are a number and nothing else."""
    read = read_target(text)
    return read.number is not None and not read.left and read.measure is None


def written(desk: Desk, text: str) -> Outcome:
    """Words that answer how many."""
    number, _, measure = asked.asked_about(desk.session, member=desk.member.id).partition(":")
    member = people.member(desk.session, int(number))
    if member is None or not leads(desk.member, member):
        return desk.say(Said.FOR_MANAGERS)
    return _set(desk, member, replace(read_target(text), measure=Measure(measure)))


def _as_written(text: str, name: str) -> str:
    """With its capitals."""
    place = text.casefold().find(name)
    return text[place : place + len(name)] if place >= 0 else name


def _named(desk: Desk, name: str) -> Member | Outcome:
    if not name:
        return desk.say(TargetsSaid.HOW)
    found = named([one for one in people.members(desk.session) if leads(desk.member, one)], name)
    if len(found) == 1:
        return found[0]
    return desk.say(Said.SEVERAL_COLLEAGUES if found else Said.NOBODY_OF_YOURS, name=name)


def _set(desk: Desk, member: Member, read: TargetWords) -> Outcome:
    if read.measure is None or read.number is None:
        return desk.say(TargetsSaid.HOW)
    by = desk.hand
    if read.number == 0:
        either = (read.measure, *([IN_MONEY[read.measure]] if read.measure in IN_MONEY else []))
        return _changed(desk, member, partial(drop_targets, member=member.id, measures=either, span=read.span, by=by))
    target = _target(desk, read.measure, read)
    if not isinstance(target, Target):
        return target
    told = _told(desk, member, target)
    return _changed(desk, member, partial(set_target, member=member.id, target=target, by=by), *told)


def _target(desk: Desk, measure: Measure, read: TargetWords) -> Target | Outcome:
    """What was said, or what is wrong with it."""
    into, number, span = reporting_currency(desk.session), read.number or Decimal(0), read.span or Span.MONTH
    if measure in IN_MONEY and (read.currency is not None or number >= _SUM):
        measure = IN_MONEY[measure]
    if read.currency is not None and (measure not in MONEY or read.currency != into):
        return desk.say(TargetsSaid.CURRENCY if measure in MONEY else TargetsSaid.COUNT, currency=into)
    if measure not in MONEY:
        whole = number == int(number) and 0 < number <= MOST_COUNT
        return Target(measure, span, int(number)) if whole else desk.say(TargetsSaid.COUNT)
    minor = Money.of(number, into).minor if 0 < number < MOST_MINOR else 0
    return Target(measure, span, minor, into) if 0 < minor < MOST_MINOR else desk.say(TargetsSaid.HOW)


def _told(desk: Desk, member: Member, target: Target) -> tuple[Message, ...]:
    """The rep hears of it at once."""
    if member.chat is None or member.id == desk.member.id:
        return ()
    voice = replace(desk.voice, language=member.language, zone=member.zone)
    text = voice.say(TargetsSaid.NEWS, name=short(desk.member.name, NAME), target=target_words(target, voice))
    return (Message(f"target:{desk.heard.arrival}", member.chat, "said", {"text": text}, member.id),)


def _changed(desk: Desk, member: Member, change: Change, *told: Message) -> Outcome:
    settle = partial(asked.settle, member=desk.member.id)
    shown = _shown(desk, {"member": member.id})
    return Outcome((change, settle), (*shown.messages, *told), shown.toast)


def _shown(desk: Desk, facts: dict[str, str | int | None]) -> Outcome:
    return Outcome(messages=(desk.reply("targets", facts, edits=desk.pressed),))


BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "targets": page,
    "target_open": open_one,
    "target_ask": ask,
}
