"""The chart of an answer: a bar for each of what numbers are told apart by, or one for now and one for before."""

from collections.abc import Iterator

from sales.cards import Button, Card
from sales.pictures.answer_chart import AnswerChart, ChartRow
from sales.question_views import AnswerCard, Figure, Numbers
from sales.segment_views import Names
from wording.cards.answer_figures import figure, key_words
from wording.figure_words import figure_words
from wording.layout import lay_out
from wording.question_words import compared_words, filters, period_words, title
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

ENOUGH = 6
"""So many values are easier to see than to read."""


def is_drawn(view: Numbers) -> bool:
    """Whether a picture shows more than the lines: many values, or days compared with others."""
    return view.total is not None and (view.parts >= ENOUGH or view.question.against is not None)


def chart_button(view: Numbers, voice: Voice) -> tuple[Button, ...]:
    return (Button(voice.say("Picture"), "answer_chart"),) if is_drawn(view) else ()


def chart_card(view: AnswerCard, numbers: Numbers, voice: Voice) -> Card:
    """What stands under the picture; also all there is where it cannot be drawn."""
    about = " · ".join(map(short, filters(numbers.question.tally, view.names, voice)))
    as_of = voice.say("As of %(day)s", day=voice.day(view.as_of))
    whole = voice.labelled(title(numbers.question, voice), figure(numbers, numbers.total, voice))
    return lay_out([whole, compared_words(numbers.question, voice), about, as_of])


def answer_chart(view: Numbers, names: Names, voice: Voice) -> AnswerChart:
    about = voice.join(short(one, NAME_IN_LIST) for one in filters(view.question.tally, names, voice))
    note = voice.join(filter(None, (compared_words(view.question, voice), about)))
    rows = tuple(_rows(view, names, voice)) if view.figures else tuple(_now_and_before(view, voice))
    return AnswerChart(title(view.question, voice), note, rows, _legend(view, voice))


def _legend(view: Numbers, voice: Voice) -> tuple[str, str] | None:
    against = view.question.against
    if against is None or not view.figures:
        return None
    return period_words(view.question.tally.period, voice), period_words(against, voice)


def _rows(view: Numbers, names: Names, voice: Voice) -> Iterator[ChartRow]:
    longest = _longest(view.figures)
    for one in view.figures:
        name, compared = key_words(view, one.key, names, voice), view.question.against is not None
        before = (one.before or 0) / longest if compared else None
        yield ChartRow(name, one.number / longest, _words(view, one, voice), before)


def _words(view: Numbers, one: Figure, voice: Voice) -> str:
    """Without the difference: the bars show it."""
    now, before = (
        None if number is None else figure_words(view.question.tally.measure, number, view.currency, voice)
        for number in (one.number, one.before)
    )
    return now or "" if before is None else voice.say("%(number)s, was %(before)s", number=now, before=before)


def _now_and_before(view: Numbers, voice: Voice) -> Iterator[ChartRow]:
    """Two bars, where nothing is told apart."""
    if view.total is None or view.question.against is None:
        return
    longest, before = _longest((view.total,)), view.total.before or 0
    for name, number in ((voice.say("Now"), view.total.number), (voice.say("Before"), before)):
        words = figure_words(view.question.tally.measure, number, view.currency, voice)
        yield ChartRow(name, number / longest, words)


def _longest(figures: tuple[Figure, ...]) -> int:
    return max(1, *(max(one.number, one.before or 0) for one in figures))
