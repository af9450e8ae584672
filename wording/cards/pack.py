"""The pack for a successor: the customers in order of urgency, opened by their digits, and the way to the next card."""

from collections.abc import Iterator, Sequence

from sales.cards import Button, Card, Row
from sales.handovers import Pack, PackLine
from wording.catalogue import sentence
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_DIGITS = 8
_PROMISED = sentence("promised for %(day)s")
_LATE = sentence("promised for %(day)s, overdue")


def pack(view: Pack, voice: Voice) -> Card:
    """The list, or (with a place) what comes below an opened card."""
    return _step(view, voice) if 0 < view.place <= len(view.lines) else _list(view, voice)


def _list(view: Pack, voice: Voice) -> Card:
    first = (min(max(view.page, 1), view.pages) - 1) * view.size + 1
    lines = [f"{place} {_line(line, voice)}" for place, line in enumerate(view.shown, first)]
    digits = in_rows([_opens(view, place, str(place)) for place in range(first, first + len(lines))], _DIGITS)
    return lay_out([*_head(view, voice), *lines], *digits, _paging(view, voice))


def _head(view: Pack, voice: Voice) -> Iterator[str]:
    yield voice.count(
        "%(giver)s's customer is yours now: %(count)s",
        "%(giver)s's customers are yours now: %(count)s",
        len(view.lines),
        giver=short(view.about.giver_name, NAME_IN_LIST),
    )
    yield voice.join(_sums(view.lines, voice))


def _sums(lines: Sequence[PackLine], voice: Voice) -> Iterator[str]:
    """How much is urgent in all of them; what there is none of is left out."""
    if complaints := sum(line.complaints for line in lines):
        yield voice.count("%(count)s open complaint", "%(count)s open complaints", complaints)
    if overdue := sum(line.overdue for line in lines):
        yield voice.count("%(count)s overdue", "%(count)s overdue", overdue)
    if promised := sum(line.promised is not None for line in lines):
        yield voice.count("%(count)s with a promise", "%(count)s with promises", promised)
    if birthdays := sum(line.birthday is not None for line in lines):
        yield voice.count("%(count)s birthday soon", "%(count)s birthdays soon", birthdays)
    if debts := sum(line.debt is not None for line in lines):
        yield voice.count("%(count)s owes money", "%(count)s owe money", debts)


def _line(line: PackLine, voice: Voice) -> str:
    name = short(line.name, NAME_IN_LIST)
    graded = voice.say("%(name)s (%(grade)s)", name=name, grade=line.grade) if line.grade else name
    return voice.labelled(graded, voice.join(_reasons(line, voice)))


def _reasons(line: PackLine, voice: Voice) -> Iterator[str]:
    if line.complaints:
        yield voice.count("%(count)s open complaint", "%(count)s open complaints", line.complaints)
    if line.promised:
        yield voice.say(_LATE if line.promised < voice.today else _PROMISED, day=voice.day(line.promised))
    if line.birthday:
        yield voice.say(
            "birthday of %(name)s %(day)s", name=short(line.person, NAME_IN_LIST), day=voice.day(line.birthday)
        )
    if line.debt:
        yield voice.say("owes %(sum)s", sum=voice.money(line.debt))


def _opens(view: Pack, place: int, label: str) -> Button:
    args = {"hand_over": view.about.id, "customer": view.lines[place - 1].customer, "place": place}
    return Button(label, "pack_open", args)


def _paging(view: Pack, voice: Voice) -> Row:
    about, page = {"hand_over": view.about.id}, min(max(view.page, 1), view.pages)
    before = Button(voice.say("‹ Before"), "pack_page", {**about, "page": page - 1})
    after = Button(voice.say("More ›"), "pack_page", {**about, "page": page + 1})
    return (*([before] if page > 1 else []), *([after] if page < view.pages else []))


def _step(view: Pack, voice: Voice) -> Card:
    """Which one this was, and the next on a tap."""
    line = view.lines[view.place - 1]
    here = voice.say("%(place)s of %(count)s", place=view.place, count=len(view.lines))
    if view.place == len(view.lines):
        return lay_out([voice.labelled(here, _line(line, voice)), voice.say("That was the last one.")])
    following = voice.say("Next: %(name)s", name=short(view.lines[view.place].name, NAME))
    return lay_out([voice.labelled(here, _line(line, voice))], (_opens(view, view.place + 1, following),))
