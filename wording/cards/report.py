"""The evening's wrap, and the report of a day or a week: ready to be copied or passed on."""

from collections.abc import Iterator

from sales.cards import Button, Card, Copy, Row
from sales.kinds import Kind
from sales.reports import Report, ReportLine, Told, Wrap
from wording.agenda_lines import agenda_line
from wording.catalogue import sentence
from wording.layout import COPIED, lay_out, units
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, WORDS, short

_NAMED = 3
_OUTCOMES = (
    (("wrap_same", sentence("Nothing new")), ("wrap_nobody", sentence("Not in"))),
    (("wrap_moved", sentence("Moved")), ("wrap_tell", sentence("Tell"))),
)


def wrap(view: Wrap, voice: Voice) -> Card:
    """One untold thing is asked about at a time; the report can be had at any moment."""
    write = Button(voice.say("Write the report"), "write_report", {"day": view.day.isoformat()})
    if not view.untold:
        ended = "" if view.apart else voice.say("All told. Well done.")
        return lay_out([_counted(view, voice), ended], (write,))
    first = view.untold[0]
    return lay_out([_counted(view, voice), agenda_line(first, voice)], *_outcomes(first.id, voice), (write,))


def _counted(view: Wrap, voice: Voice) -> str:
    """How many of them were told of, and who was not."""
    if not view.planned:
        return voice.say("The day is done: %(day)s", day=voice.day(view.day))
    counts = voice.say("Planned %(planned)s, told %(told)s.", planned=view.planned, told=view.told)
    names = dict.fromkeys(short(line.customer or line.action, NAME_IN_LIST) for line in view.untold)
    asked = voice.say("%(some)s?", some=voice.say("? ").join(list(names)[:_NAMED])) if names else ""
    return voice.say("%(counts)s %(asked)s", counts=counts, asked=asked) if asked else counts


def _outcomes(follow_up: int, voice: Voice) -> Iterator[Row]:
    for row in _OUTCOMES:
        yield tuple(Button(voice.say(label), action, {"follow_up": follow_up}) for action, label in row)


def report(view: Report, voice: Voice) -> Card:
    """Nothing but the report; a short one can be put on the clipboard."""
    card = lay_out(_lines(view, voice))
    if units(card.text) > COPIED:
        return card
    return lay_out(card.text.splitlines(), (Copy(voice.say("Copy"), card.text),))


def _lines(view: Report, voice: Voice) -> Iterator[str]:
    yield _title(view, voice)
    yield _figures(view, voice)
    for number, line in enumerate(view.lines, 1):
        yield f"{number} {_of_customer(line, view, voice)}"
    if view.next:
        yield voice.labelled(voice.say("Next"), "")
        yield from (f"➜ {agenda_line(line, voice)}" for line in view.next)


def _title(view: Report, voice: Voice) -> str:
    name = short(view.name, NAME_IN_LIST)
    if view.first == view.last:
        return voice.say("Daily report, %(day)s, %(name)s", day=voice.day(view.last), name=name)
    span = voice.say("%(first)s – %(last)s", first=voice.day(view.first), last=voice.day(view.last))
    return voice.say("Weekly report, %(days)s, %(name)s", days=span, name=name)


def _figures(view: Report, voice: Voice) -> str:
    visits, calls = view.count(Kind.VISIT), view.count(Kind.CALL)
    found = voice.join(
        [
            voice.count("%(count)s visit", "%(count)s visits", visits) if visits else "",
            voice.count("%(count)s call", "%(count)s calls", calls) if calls else "",
            _money(view, Kind.ORDER, voice),
            _money(view, Kind.PAYMENT, voice),
            voice.count("%(count)s complaint", "%(count)s complaints", view.count(Kind.COMPLAINT))
            if view.count(Kind.COMPLAINT)
            else "",
            voice.count("%(count)s new follow-up", "%(count)s new follow-ups", view.new_follow_ups)
            if view.new_follow_ups
            else "",
        ]
    )
    return found or voice.say("Nothing was told.")


def _money(view: Report, kind: Kind, voice: Voice) -> str:
    number = view.count(kind)
    if not number:
        return ""
    counted = (
        voice.count("%(count)s order", "%(count)s orders", number)
        if kind is Kind.ORDER
        else voice.count("%(count)s payment", "%(count)s payments", number)
    )
    sums = voice.join(voice.money(each) for each in view.sums(kind))
    return voice.say("%(counted)s (%(sums)s)", counted=counted, sums=sums) if sums else counted


def _of_customer(line: ReportLine, view: Report, voice: Voice) -> str:
    alone = view.first == view.last
    told = voice.say("; ").join(_entry(one, voice, with_day=not alone) for one in line.told)
    return voice.labelled(short(line.customer, NAME_IN_LIST) or voice.say("no customer"), told)


def _entry(one: Told, voice: Voice, *, with_day: bool) -> str:
    kind = voice.kind(one.kind)
    head = voice.join([voice.day(one.on) if with_day else "", voice.say("nobody was in") if one.attempt else kind])
    money = voice.money(one.amount) if one.amount else ""
    return voice.join([head, money, short(one.text, WORDS)])
