"""A digest on one phone screen: what needs the reader, whom to praise, the figures; digits open what is numbered."""

from collections.abc import Iterable, Iterator

from sales.cards import Button, Card
from sales.digests import Claimed, Digest, LateAnswer, Moved, Need, Pace
from sales.measures import Measure
from sales.money import Money
from wording.cards.digests.figures import ACTIVITY, SUMS, figures, when
from wording.cards.digests.themes import theme_buttons
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, WORDS, short

_NAMED = 3
_TEAMS = 8


def digest(view: Digest, voice: Voice) -> Card:
    opened = tuple(_opening(number, need) for number, need in enumerate(view.needs, 1))
    about = view.asked.facts
    ways = (
        Button(voice.say("By rep"), "digest_reps", {**about, "page": 1}),
        Button(voice.say("When it comes"), "digest_schedule", about),
    )
    themes = theme_buttons(view.theme, view.asked.period, voice)
    return lay_out(_lines(view, voice), opened, themes, ways)


def _opening(number: int, need: Need) -> Button:
    match need:
        case LateAnswer(complaint):
            return Button(str(number), "digest_complaint", {"complaint": complaint})
        case Claimed(ruling):
            return Button(str(number), "digest_ruling", {"ruling": ruling})


def _lines(view: Digest, voice: Voice) -> Iterator[str]:
    yield _headline(view, voice)
    yield from (f"{number} {need_line(need, voice)}" for number, need in enumerate(view.needs, 1))
    if view.more_needs:
        yield voice.count("and %(count)s more of these", "and %(count)s more of these", view.more_needs)
    yield _praise(view, voice)
    yield from _numbers(view, voice)
    yield from _customers(view, voice)
    yield from _teams(view, voice)
    yield _silent(view, voice)
    if not view.has_news:
        yield voice.say("Nothing happened that I was told of.")


def _headline(view: Digest, voice: Voice) -> str:
    title = voice.join((short(view.whose, NAME_IN_LIST), when(view, voice)))
    if not view.needed:
        return title
    return voice.labelled(title, voice.count("%(count)s needs you", "%(count)s need you", view.needed))


def need_line(need: Need, voice: Voice) -> str:
    """Whom it is about and what waits."""
    match need:
        case LateAnswer(_, customer, since):
            due = voice.say("answer due %(moment)s, not given", moment=voice.clock(since))
            return voice.labelled(short(customer, NAME_IN_LIST), due)
        case Claimed(_, customer, names):
            both = voice.join(short(name, NAME_IN_LIST) for name in names)
            words = voice.say("claimed by more than one: %(names)s", names=both)
            return voice.labelled(short(customer, NAME_IN_LIST), words)


def _praise(view: Digest, voice: Voice) -> str:
    """The one thing that deserves a word; a customer who came back before a large order."""
    if view.back.named:
        name, owner = view.back.named[0]
        return _by(voice.say("👏 %(customer)s won back", customer=short(name, NAME_IN_LIST)), owner, voice)
    if view.big is None:
        return ""
    words = voice.say(
        "👏 Most ordered: %(customer)s, %(sum)s",
        customer=short(view.big.customer, NAME_IN_LIST),
        sum=voice.money(view.big.amount),
    )
    return _by(words, view.big.owner, voice)


def _by(words: str, owner: str, voice: Voice) -> str:
    return voice.say("%(words)s (%(owner)s)", words=words, owner=short(owner, NAME_IN_LIST)) if owner else words


def _numbers(view: Digest, voice: Voice) -> Iterator[str]:
    yield figures(view.total, ACTIVITY, view, voice)
    yield figures(view.total, SUMS, view, voice)
    yield _complaints(view, voice)
    kept = voice.say("Promises kept: %(kept)s of %(all)s", kept=view.promises.number, all=view.promises.of)
    owed = voice.say("overdue %(sum)s", sum=voice.money(Money(view.overdue, view.currency)))
    yield voice.join((kept if view.promises.of else "", owed if view.overdue else ""))
    if view.deals.of:
        yield voice.say("Deals won: %(won)s of %(all)s", won=view.deals.number, all=view.deals.of)


def _complaints(view: Digest, voice: Voice) -> str:
    told, solved = (view.total.now.get(one, 0) for one in (Measure.COMPLAINTS, Measure.SOLVED))
    rate = view.per_hundred_orders if told and view.asked.pace is not Pace.DAY else None
    counts = voice.join(
        (
            voice.count("%(count)s told", "%(count)s told", told) if told else "",
            voice.count("%(count)s closed", "%(count)s closed", solved) if solved else "",
            voice.count("%(count)s late", "%(count)s late", view.late) if view.late else "",
            voice.say("%(rate)s for 100 orders", rate=f"{rate:.1f}") if rate is not None else "",
        )
    )
    return voice.labelled(voice.say("Complaints"), counts) if counts else ""


def _customers(view: Digest, voice: Voice) -> Iterator[str]:
    """Who moved, what they spoke of, whose birthday comes."""
    yield _moved(voice.say("Gone quiet"), view.slipping, voice)
    if view.back.named[1:]:
        yield _moved(voice.say("Won back"), view.back, voice)
    if view.theme:
        count = f"{voice.category(view.theme.category)} {view.theme.number}"
        quote = voice.say("“%(words)s”", words=short(view.theme.quote, WORDS)) if view.theme.quote else ""
        done = voice.say("done %(day)s", day=voice.day(view.theme.done)) if view.theme.done else ""
        yield voice.labelled(voice.say("Feedback mostly"), voice.join((count, quote, done)))
    if view.birthdays:
        yield voice.count("%(count)s birthday in the next week", "%(count)s birthdays in the next week", view.birthdays)


def _moved(head: str, moved: Moved, voice: Voice) -> str:
    names = voice.join(short(name, NAME_IN_LIST) for name, _ in moved.named)
    return voice.labelled(head, _and_more(names, moved.more, voice)) if names else ""


def _and_more(names: str, more: int, voice: Voice) -> str:
    return voice.say("%(names)s and %(more)s more", names=names, more=more) if more else names


def _teams(view: Digest, voice: Voice) -> Iterator[str]:
    for team in view.teams[:_TEAMS]:
        done = figures(team, (Measure.VISITS, Measure.ORDERED), view, voice)
        yield voice.labelled(short(team.name, NAME_IN_LIST), done)


def _silent(view: Digest, voice: Voice) -> str:
    names = voice.join(_shortened(view.silent[:_NAMED]))
    more = max(0, len(view.silent) - _NAMED)
    return voice.labelled(voice.say("Nothing yet from"), _and_more(names, more, voice)) if names else ""


def _shortened(names: Iterable[str]) -> Iterator[str]:
    return (short(name, NAME_IN_LIST) for name in names)
