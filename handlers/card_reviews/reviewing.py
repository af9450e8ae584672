"""/review: the week's cards one after the other, each with a thumbs-up that its owner hears of."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Message, Outcome
from sales.card_reviews import Verdict
from sales.care.working_days import first_loud_moment
from sales.moments import monday_of
from storage.card_reviews import keeping
from storage.card_reviews.sampling import led_nearest
from storage.card_reviews.views import next_open
from storage.company import people
from storage.plans.due_followups import recipient
from storage.queues import outbox
from storage.queues.queue import State
from storage.tables.card_reviews import CardReviewRow
from wording.review_words import ReviewSaid
from wording.sentences import Toast
from wording.wild_text import NAME, short

TOGETHER = timedelta(minutes=10)
"""What a rep hears of within so long is one message."""
_NOT_HEARD = (None, State.PENDING, State.WITHDRAWN)


def review(desk: Desk) -> Outcome:
    """The cards of this week; they are drawn when they are first asked for."""
    if not led_nearest(desk.session, desk.member):
        return desk.say(ReviewSaid.NOBODY)
    draw = partial(keeping.draw, reader=desk.member, today=desk.today)
    return Outcome((draw,), (desk.reply("review", _list(monday_of(desk.today).isoformat())),))


def page(desk: Desk, args: Args) -> Outcome:
    """The list, in place; from the reminder, a message of its own."""
    if "week" not in args:
        return review(desk)
    return _in_place(desk, _list(str(args["week"]), int(args.get("page", 1))))


def open_one(desk: Desk, args: Args) -> Outcome:
    row = keeping.find(desk.session, desk.member.id, int(args["review"]))
    return _in_place(desk, _card(row)) if row else desk.toast(Toast.GONE)


def good(desk: Desk, args: Args) -> Outcome:
    """Thumbs up, also after a question was answered; the next one comes in its place."""
    row = keeping.find(desk.session, desk.member.id, int(args["review"]))
    if row is None:
        return desk.toast(Toast.GONE)
    if row.verdict == Verdict.GOOD:
        return replace(_next(desk, row), toast=desk.voice.say(Toast.ALREADY_ANSWERED))
    noted = partial(keeping.note_good, review=row.id or 0, by=desk.hand)
    owner = people.member(desk.session, row.owner_id)
    toast = desk.voice.say(ReviewSaid.HEARS, name=short(owner.name, NAME)) if owner else None
    shown = _in_place(desk, {**after(desk, row), "good": row.id})
    return Outcome((noted,), (*shown.messages, *_news(desk, row)), toast)


def undo(desk: Desk, args: Args) -> Outcome:
    """Take a thumbs-up back, as long as nobody heard of it; the card comes again."""
    row = keeping.find(desk.session, desk.member.id, int(args["review"]))
    if row is None or row.verdict != Verdict.GOOD or row.at is None:
        return desk.toast(Toast.GONE)
    owner = people.member(desk.session, row.owner_id)
    news = outbox.state_of(desk.session, _news_key(desk.member.id, row.at, row.owner_id))
    if owner and news not in _NOT_HEARD:
        return desk.toast(ReviewSaid.HEARD, name=short(owner.name, NAME))
    back = partial(keeping.take_back, review=row.id or 0, by=desk.hand)
    return Outcome((back,), _in_place(desk, _card(row)).messages, desk.voice.say(Toast.UNDONE))


def _next(desk: Desk, row: CardReviewRow) -> Outcome:
    return _in_place(desk, after(desk, row))


def after(desk: Desk, row: CardReviewRow) -> Facts:
    """The next card that waits; after the last one the list."""
    waiting = next_open(desk.session, desk.member, row.week, row.id or 0)
    following = keeping.find(desk.session, desk.member.id, waiting) if waiting else None
    return _card(following) if following else _list(row.week.isoformat())


def _news(desk: Desk, row: CardReviewRow) -> tuple[Message, ...]:
    """Several thumbs-up within some minutes are one message, after the rep's quiet hours."""
    owner = people.member(desk.session, row.owner_id)
    to = recipient(desk.session, owner) if owner else None
    if to is None:
        return ()
    since = datetime.fromtimestamp(_turn(desk.now) * TOGETHER.total_seconds(), UTC)
    facts: Facts = {"by": desk.member.id, "since": since.isoformat()}
    key = _news_key(desk.member.id, desk.now, to.member)
    due = first_loud_moment(since + TOGETHER, to.habits, to.zone)
    return (Message(key, to.chat, "review_news", facts, to.member, due_at=due),)


def _turn(moment: datetime) -> int:
    return int(moment.timestamp() // TOGETHER.total_seconds())


def _news_key(by: int, moment: datetime, to: int) -> str:
    """Of the message that tells a rep of what was found good at that moment."""
    return f"review_news:{by}:{_turn(moment)}:{to}"


def _in_place(desk: Desk, facts: Facts) -> Outcome:
    return Outcome(messages=(desk.reply("review", facts, edits=desk.pressed),))


def _list(week: str, page: int = 1) -> Facts:
    return {"week": week, "page": page}


def _card(row: CardReviewRow) -> Facts:
    return {"week": row.week.isoformat(), "review": row.id}
