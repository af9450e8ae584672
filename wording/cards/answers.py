"""Answers to questions about the book: a number, a list or bars, with what was understood and as of when."""

from collections.abc import Iterator
from datetime import date

from sales.cards import Card
from sales.fields import FIELDS
from sales.kinds import Category
from sales.measures import By, Unit, unit
from sales.question_views import AnswerCard, Debts, Figure, NearCard, Numbers, OpenComplaints
from sales.segment_views import Names
from wording.cards.complaint_board import complaint_line
from wording.deal_words import source_words
from wording.field_words import choice_label
from wording.figure_words import figure_words
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
            return lay_out([*_numbers(numbers, view.names, voice), as_of], *digits("open_customer", each))
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
    yield voice.labelled(title(view.question, voice), _figure(view, view.total, voice))
    yield compared_words(view.question, voice)
    yield " · ".join(map(short, filters(view.question.tally, names, voice)))
    widest = max((one.number for one in view.figures), default=0)
    for place, one in enumerate(view.figures, 1):
        line = voice.labelled(_key(view, one.key, names, voice), _figure(view, one, voice))
        yield " ".join(filter(None, (f"{place}" if view.customers and one.key else "", line, _bar(one.number, widest))))
    yield _rest(view.parts - len(view.figures), voice)


def _figure(view: Numbers, one: Figure | None, voice: Voice) -> str:
    if one is None:
        return voice.say("nothing to work it out from")
    now = _said(view, one.number, voice)
    if one.before is None:
        return now
    if unit(view.question.tally.measure) is Unit.PERCENT:
        # Five per cent more of a share would mean two things.
        return voice.say("%(number)s, was %(before)s", number=now, before=_said(view, one.before, voice))
    change = one.number - one.before
    sign = "+" if change > 0 else ""
    return voice.say(
        "%(number)s, was %(before)s (%(change)s)",
        number=now,
        before=_said(view, one.before, voice),
        change=sign + _said(view, change, voice),
    )


def _said(view: Numbers, number: int, voice: Voice) -> str:
    return figure_words(view.question.tally.measure, number, view.currency, voice)


def _key(view: Numbers, key: str | None, names: Names, voice: Voice) -> str:
    if key is None:
        return voice.say("not known")
    match view.question.tally.by:
        case By.REP:
            return short(names.people.get(int(key)) or voice.say("somebody who left"), NAME_IN_LIST)
        case By.TEAM:
            return short(names.teams.get(int(key)) or voice.say("a team that is no more"), NAME_IN_LIST)
        case By.CUSTOMER:
            return short((view.customers or {}).get(int(key)) or "…", NAME_IN_LIST)
        case By.DAY | By.WEEK | By.MONTH as by:
            return _since(by, date.fromisoformat(key), voice)
        case _ as by:
            return _named(by, key, voice)


def _since(by: By, day: date, voice: Voice) -> str:
    return voice.day(day) if by is By.DAY else voice.say("from %(day)s", day=voice.day(day))


def _named(by: By, key: str, voice: Voice) -> str:
    if by is By.CATEGORY:
        return voice.category(Category(key))
    if by is By.SOURCE:
        return short(source_words(key, voice), NAME_IN_LIST)
    field = FIELDS.get(by.value)
    return short(choice_label(field, key, voice) if field else key, NAME_IN_LIST)


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
