"""Targets: everybody's at a glance, one person's with buttons to set them, and one's own with the days gone by."""

from collections.abc import Iterator
from itertools import groupby

from sales.cards import Button, Card, Row
from sales.measures import MONEY, Measure
from sales.money import exponent
from sales.targets import OwnCard, Progress, Span, Standing, TargetsCard
from wording.catalogue import sentence
from wording.layout import digits, in_rows, lay_out
from wording.target_words import bar, measure_words, number_words
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_CELLS = 10
_WHOLE = 100
_IN_A_ROW = 2
_GONE = {
    Span.MONTH: sentence("This month, day %(day)s of %(days)s"),
    Span.QUARTER: sentence("This quarter, day %(day)s of %(days)s"),
}
_SET = {
    Measure.VISITS: sentence("Visits made"),
    Measure.NEW_CUSTOMERS: sentence("New customers"),
    Measure.ORDERS: sentence("Orders"),
    Measure.PAYMENTS: sentence("Payments"),
}


def targets(view: TargetsCard, voice: Voice) -> Card:
    if view.shown is not None:
        return _one(view, view.shown, voice)
    if not view.people:
        return lay_out([voice.say("Nobody sells in your teams yet."), voice.say("/invite lets somebody in.")])
    lines = [f"{number} {_line(one, voice)}" for number, one in enumerate(view.people, 1)]
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    head = voice.join([voice.say("Targets"), place])
    how = voice.say("To set one, write: /targets Anna visits 40 a month")
    opened = digits("target_open", [{"member": one.member} for one in view.people])
    return lay_out([head, *lines, how], *opened, _paging(view, voice))


def _line(one: Standing, voice: Voice) -> str:
    if not one.progress:
        return voice.labelled(short(one.name, NAME_IN_LIST), voice.say("no targets"))
    told = voice.say("%(number)s of %(all)s on course", number=one.on_course, all=len(one.progress))
    return voice.labelled(short(one.name, NAME_IN_LIST), told)


def _paging(view: TargetsCard, voice: Voice) -> Row:
    before = Button(voice.say("‹ Before"), "targets", {"page": view.page - 1})
    after = Button(voice.say("More ›"), "targets", {"page": view.page + 1})
    return (*([before] if view.page > 1 else []), *([after] if view.page < view.pages else []))


def _one(view: TargetsCard, one: Standing, voice: Voice) -> Card:
    told = list(_progress(one, view.currency, voice)) or [voice.say("No target is set.")]
    ask = [Button(voice.say(_SET[each]), "target_ask", {"member": one.member, "measure": each}) for each in _SET]
    head = voice.say("Targets of %(name)s", name=short(one.name, NAME))
    back = (Button(voice.say("All targets"), "targets", {"page": 1}),)
    return lay_out([head, *told, voice.say("Tap what to set:")], *in_rows(ask, _IN_A_ROW), back)


def me(view: OwnCard, voice: Voice) -> Card:
    none = [voice.say("No target is set for you.")] if not view.standing.progress else []
    head = voice.labelled(short(view.standing.name, NAME), voice.day(voice.today))
    lines = [*_progress(view.standing, view.currency, voice), *none, *_others(view, voice), _cards(view, voice)]
    return lay_out([head, *lines])


def _progress(one: Standing, currency: str, voice: Voice) -> Iterator[str]:
    for span, every in groupby(one.progress, key=lambda each: each.target.span):
        found = list(every)
        period, today = found[0].period, found[0].today
        yield voice.say(_GONE[span], day=(today - period.first).days + 1, days=period.days)
        for each in found:
            yield from _reached(each, currency, voice)


def _reached(one: Progress, currency: str, voice: Voice) -> Iterator[str]:
    """What is done of it in figures, then as a bar."""
    measure, target = one.target.measure, one.target
    done = number_words(measure, one.done, currency, voice)
    aim = number_words(measure, target.number, target.currency or currency, voice)
    told = voice.say("%(done)s of %(target)s", done=done, target=aim)
    yield voice.labelled(measure_words(measure, voice), told)
    yield voice.join([f"{bar(one.percent, _CELLS)} {one.percent}%", _course(one, currency, voice)])


def _course(one: Progress, currency: str, voice: Voice) -> str:
    """Against the days gone by."""
    if one.is_reached:
        return voice.say("reached")
    if not one.lacks:
        return voice.say("on course")
    lacks = one.lacks - one.lacks % _unit(one, currency)
    return voice.say("%(number)s behind", number=number_words(one.target.measure, lacks, currency, voice))


def _unit(one: Progress, currency: str) -> int:
    """Nobody is behind by cents."""
    return 10 ** exponent(currency) if one.target.measure in MONEY else 1


def _others(view: OwnCard, voice: Voice) -> Iterator[str]:
    if view.standing.others:
        told = (
            voice.labelled(measure_words(measure, voice), number_words(measure, number, view.currency, voice))
            for measure, number in view.standing.others
        )
        yield voice.labelled(voice.say("Also this month"), voice.join(told))


def _cards(view: OwnCard, voice: Voice) -> str:
    if not view.customers:
        return ""
    complete, fresh = (f"{int(share * _WHOLE)}%" for share in (view.cards.completeness, view.cards.freshness))
    if not view.cards.there:
        return voice.say("Your cards: %(figures)s", figures=voice.say("nothing on it yet"))
    told = voice.say("%(complete)s complete, %(fresh)s fresh", complete=complete, fresh=fresh)
    return voice.say("Your cards: %(figures)s", figures=told)
