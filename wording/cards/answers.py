"""Answers to questions about the book: a number, a list or bars, with what was understood and as of when."""

from collections.abc import Iterator

from sales.cards import Card
from sales.question_views import AnswerCard, Debts, NearCard, Numbers, OpenComplaints
from sales.segment_views import Names
from wording.cards.answer_figures import figure, key_words
from wording.cards.complaint_board import complaint_line
from wording.cards.pictures.answer_chart import chart_button
from wording.layout import digits, lay_out
from wording.question_words import compared_words, filters, kept_to, question_words, title
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

_WIDEST = 8
_BAR = "▇"


def answer(view: AnswerCard, voice: Voice) -> Card:
    # Telegram shows the time of day beside every message.
    as_of = voice.say("As of %(day)s", day=voice.day(view.as_of))
    match view.answer:
        case Numbers() as numbers:
            each = [{"customer": int(one.key)} for one in numbers.figures if numbers.customers and one.key]
            rows = *digits("open_customer", each), chart_button(numbers, voice)
            return lay_out([*_numbers(numbers, view.names, voice), as_of], *rows)
        case Debts() as debts:
            each = [{"customer": one.customer} for one in debts.lines]
            return lay_out([*_debts(debts, view.names, voice), as_of], *digits("open_customer", each))
        case OpenComplaints() as complaints:
            each = [{"complaint": one.id} for one in complaints.lines]
            return lay_out([*_complaints(complaints, view.names, voice), as_of], *digits("complaint_open", each))


def near(view: NearCard, voice: Voice) -> Card:
    """What can be asked instead, numbered; a digit asks it."""
    words = [question_words(question, view.names, voice) for question in view.questions]
    lines = [f"{place} {one}" for place, one in enumerate(words, 1)]
    each = [{"place": place} for place in range(len(words))]
    return lay_out([*_sorry(view, voice), *lines], *digits("ask_book", each))


def _sorry(view: NearCard, voice: Voice) -> Iterator[str]:
    if view.other_language:
        yield voice.say(Said.QUESTION_LANGUAGE)
    elif view.alone:
        yield from voice.say(Said.QUESTION_HOW).splitlines()
    elif view.left_out:
        yield voice.say("I am not sure what you ask; I could not place: %(words)s", words=voice.join(view.left_out))
        yield voice.say("This I can tell you:")
    else:
        yield voice.say("I am not sure what you ask.")
        yield voice.say("This I can tell you:")


def _numbers(view: Numbers, names: Names, voice: Voice) -> Iterator[str]:
    yield voice.labelled(title(view.question, voice), figure(view, view.total, voice))
    yield compared_words(view.question, voice)
    yield " · ".join(map(short, filters(view.question.tally, names, voice)))
    widest = max((one.number for one in view.figures), default=0)
    for place, one in enumerate(view.figures, 1):
        line = voice.labelled(key_words(view, one.key, names, voice), figure(view, one, voice))
        yield " ".join(filter(None, (f"{place}" if view.customers and one.key else "", line, _bar(one.number, widest))))
    yield _rest(view.parts - len(view.figures), voice)


def _bar(number: int, widest: int) -> str:
    """Text bars: a picture for three numbers would be slower to read."""
    return _BAR * max(1, round(_WIDEST * number / widest)) if number > 0 and widest else ""


def _debts(view: Debts, names: Names, voice: Voice) -> Iterator[str]:
    many = voice.count("%(count)s customer", "%(count)s customers", len({one.customer for one in view.lines}))
    if view.parts > len(view.lines):
        many = voice.count("%(count)s customer", "%(count)s customers", view.parts)
    yield voice.labelled(title(view.question, voice), voice.join((voice.money(view.total), many)))
    yield " · ".join(map(short, kept_to(view.question, names, voice)))
    for place, one in enumerate(view.lines, 1):
        late = voice.count("%(count)s day", "%(count)s days", one.days)
        line = voice.labelled(short(one.name, NAME_IN_LIST), voice.join((voice.money(one.sum), late)))
        yield f"{place} {line}"
    yield _rest(view.parts - len(view.lines), voice)


def _complaints(view: OpenComplaints, names: Names, voice: Voice) -> Iterator[str]:
    yield voice.labelled(title(view.question, voice), f"{view.parts:,}")
    yield " · ".join(map(short, kept_to(view.question, names, voice)))
    for place, one in enumerate(view.lines, 1):
        yield f"{place} {voice.labelled(voice.day(one.on), complaint_line(one, voice))}"
    yield _rest(view.parts - len(view.lines), voice)


def _rest(more: int, voice: Voice) -> str:
    return voice.count("and %(count)s more", "and %(count)s more", more) if more > 0 else ""
