"""The week's cards as a manager looks them over, and what reps hear of it."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from sales.card_reviews import CardQuestion, ReviewCard, ReviewLine, ReviewList, ReviewNews, Verdict
from sales.cards import Button, Card, Row
from wording.cards.reminder import last_line
from wording.layout import digits, lay_out
from wording.review_words import REASONS
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

_NAMED = 5
_WORDS = 500


def listed(view: ReviewList, praised: ReviewLine | None, voice: Voice) -> Card:
    if not view.total:
        return lay_out([voice.say("No cards to look at this week."), voice.say("Your reps have no A customers yet.")])
    head = voice.say("Cards to look at: %(done)s of %(total)s done", done=view.done, total=view.total)
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    opened = digits("review_open", [{"review": line.id} for line in view.lines])
    below = (*opened, _paging(view, voice), _undo(praised, voice))
    return lay_out([voice.join([head, place]), *_by_rep(view, voice)], *below)


def _by_rep(view: ReviewList, voice: Voice) -> Iterator[str]:
    numbered = enumerate(view.lines, 1)
    for owner, theirs in groupby(numbered, key=lambda pair: pair[1].owner):
        yield f"— {short(owner, NAME_IN_LIST)} —"
        yield from (f"{number} {_line(line, voice)}" for number, line in theirs)


def _line(line: ReviewLine, voice: Voice) -> str:
    said = {None: "", Verdict.GOOD: "👍 " + voice.say("good"), Verdict.ASKED: voice.say("asked")}[line.verdict]
    return voice.labelled(short(line.name, NAME_IN_LIST), said or voice.say(REASONS[line.reason]))


def _paging(view: ReviewList, voice: Voice) -> Row:
    before = Button(voice.say("‹ Before"), "review", _page(view.week, view.page - 1))
    after = Button(voice.say("More ›"), "review", _page(view.week, view.page + 1))
    return (*([before] if view.page > 1 else []), *([after] if view.page < view.pages else []))


def _page(week: date, page: int) -> dict[str, str | int]:
    return {"week": week.isoformat(), "page": page}


def one(view: ReviewCard, week: date, praised: ReviewLine | None, voice: Voice) -> Card:
    line = view.line
    whose = voice.say("%(customer)s, looked after by %(name)s", customer=short(line.name, NAME), name=line.owner)
    about = {"review": line.id}
    good = () if line.verdict is Verdict.GOOD else (Button("👍 " + voice.say("Good"), "review_good", about),)
    judged = (*good, Button(voice.say("Ask"), "review_ask", about))
    card = Button(voice.say("Customer card"), "open_customer", {"customer": line.customer})
    back = Button(voice.say("All cards"), "review", _page(week, 1))
    found_good = line if line.verdict is Verdict.GOOD else praised
    return lay_out([whose, *_told(view, voice)], judged, (card, back), _undo(found_good, voice))


def _undo(praised: ReviewLine | None, voice: Voice) -> Row:
    """For a thumbs-up that was a slip."""
    if praised is None or praised.verdict is not Verdict.GOOD:
        return ()
    name = voice.say("Undo 👍 %(customer)s", customer=short(praised.name, NAME_IN_LIST))
    return (Button(name, "review_undo", {"review": praised.id}),)


def _told(view: ReviewCard, voice: Voice) -> Iterator[str]:
    yield voice.say("Why: %(reason)s", reason=voice.say(REASONS[view.line.reason]))
    for day, words in view.complaints:
        yield short(voice.say("Open complaint, %(day)s: %(words)s", day=voice.day(day), words=words), WORDS)
    for day, words in view.plans:
        yield "➜ " + short(voice.labelled(voice.day(day), words), WORDS)
    yield last_line(view.last, voice) if view.last else voice.say("Nothing was told of them yet.")
    if view.seen is not None:
        by = short(view.seen_by, NAME_IN_LIST)
        yield voice.say("Last looked at by %(name)s in the week of %(day)s", name=by, day=voice.day(view.seen))


def news(view: ReviewNews, voice: Voice) -> Card:
    """Several at once are one message."""
    by = short(view.by, NAME_IN_LIST)
    if len(view.names) == 1:
        return lay_out([voice.say("%(name)s looked at %(customer)s's card: 👍", name=by, customer=view.names[0])])
    named = voice.join(short(name, NAME_IN_LIST) for name in view.names[:_NAMED])
    more = len(view.names) - _NAMED
    told = voice.say("%(names)s and %(count)s more", names=named, count=more) if more > 0 else named
    count = len(view.names)
    return lay_out([voice.say("%(name)s looked at %(count)s of your cards: 👍", name=by, count=count), told])


def question(view: CardQuestion, voice: Voice) -> Card:
    head = voice.say("%(name)s on %(customer)s", name=short(view.by, NAME_IN_LIST), customer=short(view.name, NAME))
    how = voice.say("Just reply to this message; I pass it on.")
    reply = Button(voice.say("Reply"), "card_answer", {"review": view.id})
    return lay_out([voice.labelled(head, short(view.question, _WORDS)), how], (reply, _card(view, voice)))


def answer(view: CardQuestion, voice: Voice) -> Card:
    name = short(view.answered_by, NAME_IN_LIST)
    head = voice.say("%(name)s on %(customer)s", name=name, customer=short(view.name, NAME))
    asked = voice.say("You wrote: %(words)s", words=f"“{short(view.question, NAME)}”")
    return lay_out([voice.labelled(head, short(view.answer, _WORDS)), asked], (_card(view, voice),))


def _card(view: CardQuestion, voice: Voice) -> Button:
    return Button(voice.say("Customer card"), "open_customer", {"customer": view.customer})
