"""A segment: how many customers fit and the first of them, its conditions, and what can be done with it."""

from collections.abc import Iterator, Sequence

from sales.cards import Button, Card, Row
from sales.segment_views import Adding, Saved, SegmentCard
from sales.segments import MOST_CONDITIONS
from wording.cards.customers import line_of
from wording.layout import digits, in_rows, lay_out
from wording.segment_words import condition_words, conditions_words, group_words
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import NAME, short, width

_DROPS_WIDE = 18
_VALUES_WIDE = 16


def segment(view: SegmentCard, voice: Voice) -> Card:
    lines = [f"{number} {line_of(*line, voice)}" for number, line in enumerate(view.page.lines, 1)]
    more = view.page.total - len(lines)
    rest = voice.count("and %(count)s more", "and %(count)s more", more) if lines and more else ""
    each = [{"customer": customer.id} for customer, _ in view.page.lines]
    as_of = voice.say("As of %(day)s", day=voice.day(voice.today))
    told = [*_head(view, voice), *lines, rest, *_empty(view, voice), *_left_out(view, voice), as_of]
    return lay_out(told, *digits("open_customer", each), *_drops(view, voice), *_deeds(view, voice))


def _head(view: SegmentCard, voice: Voice) -> Iterator[str]:
    count = voice.count("%(count)s customer", "%(count)s customers", view.page.total)
    yield voice.labelled(short(view.saved.name, NAME), count) if view.saved else count
    yield " · ".join(short(one) for one in conditions_words(view.segment.conditions, view.names, voice))


def _empty(view: SegmentCard, voice: Voice) -> Iterator[str]:
    """Which condition leaves nobody."""
    if view.page.total or not view.segment.conditions:
        return
    if not view.page.blamed:
        yield voice.say("Nobody is left even without one of them: please take off some.")
    for place, count in view.page.blamed[:2]:
        words = condition_words(view.segment.conditions[place], view.names, voice)
        yield voice.count(
            "Without “%(condition)s” it is %(count)s customer.",
            "Without “%(condition)s” it is %(count)s customers.",
            count,
            condition=short(words),
        )


def _left_out(view: SegmentCard, voice: Voice) -> Iterator[str]:
    if view.left_out:
        yield voice.say("I left out: %(words)s", words=voice.join(view.left_out))


def _drops(view: SegmentCard, voice: Voice) -> tuple[Row, ...]:
    labels = [f"✕ {words}" for words in conditions_words(view.segment.conditions, view.names, voice)]
    buttons = [Button(label, "segment_drop", {"place": place}) for place, label in enumerate(labels)]
    return in_rows(buttons, _wide(labels, _DROPS_WIDE))


def _wide(labels: Sequence[str], most: int) -> int:
    """Two in a row where both can be read."""
    return 2 if all(width(label) <= most for label in labels) else 1


def _deeds(view: SegmentCard, voice: Voice) -> Iterator[Row]:
    if len(view.segment.conditions) < MOST_CONDITIONS:
        yield (Button(voice.say("Add a condition"), "segment_add"),)
    if view.segment.conditions:
        keep = Button(voice.say("Save"), "segment_save")
        own = Button(voice.say("Delete"), "segment_delete", {"saved": view.saved.id}) if view.saved else keep
        file = (Button(voice.say("Export"), "segment_export"),) if view.page.total else ()
        yield (*file, own)
    yield (Button(voice.say("My segments"), "segments"),)


def adding(view: Adding, voice: Voice) -> Card:
    """First of what, then which."""
    back = (Button(voice.say("Back"), "segment_back"),)
    if not view.group:
        named = [group_words(group, view.names, voice) for group in view.offers]
        pairs = zip(named, view.offers, strict=True)
        buttons = [Button(label, "segment_group", {"group": group}) for label, group in pairs]
        return lay_out([voice.say("A condition on what?")], *in_rows(buttons, 2), back)
    labels = conditions_words(view.made, view.names, voice)
    values = [
        Button(label, "segment_value", {"group": view.group, "value": value})
        for label, value in zip(labels, view.offers, strict=True)
    ]
    return lay_out([voice.say("Which one?")], *in_rows(values, _wide(labels, _VALUES_WIDE)), back)


def segments(saved: Sequence[Saved], voice: Voice) -> Card:
    """The saved ones; a digit opens one. Without any, what can be asked."""
    new = (Button(voice.say("New segment"), "segment_new"),)
    if not saved:
        return lay_out(voice.say(Said.SEGMENT_HOW).splitlines(), new)
    head = voice.count("%(count)s saved segment", "%(count)s saved segments", len(saved))
    lines = [f"{number} {short(one.name, NAME)}" for number, one in enumerate(saved, 1)]
    each = [{"saved": one.id} for one in saved]
    hint = voice.say("In words: /segment class A not visited this month")
    return lay_out([head, *lines, hint], *digits("segment_open", each), new)
