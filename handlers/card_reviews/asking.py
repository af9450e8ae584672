"""A question about a card: under what the rep told last of that customer, or by itself where they told nothing yet."""

from functools import partial

from handlers.card_reviews.reviewing import after
from handlers.comments.commenting import ask_teller
from handlers.desk import Args, Desk
from handlers.outcome import Facts, Message, Outcome
from sales.comments import EntryPlace
from sales.people import Member
from storage.card_reviews import keeping
from storage.card_reviews.entries import latest_of_owner
from storage.card_reviews.views import card_question
from storage.company import asked, people
from storage.company.asked import What
from storage.queues import outbox
from storage.tables.card_reviews import CardReviewRow
from wording.comment_words import CommentSaid
from wording.sentences import Toast
from wording.wild_text import NAME, short


def ask(desk: Desk, args: Args) -> Outcome:
    """The next words go to whose card it is."""
    row = keeping.find(desk.session, desk.member.id, int(args["review"]))
    owner = people.member(desk.session, row.owner_id) if row else None
    return _wait(desk, What.REVIEW, row.id or 0, owner) if row and owner else desk.toast(Toast.GONE)


def answer(desk: Desk, args: Args) -> Outcome:
    """The next words go to who asked."""
    row = _asked_of(desk, int(args["review"]))
    by = people.member(desk.session, row.reviewer_id) if row else None
    return _wait(desk, What.REVIEW_ANSWER, row.id or 0, by) if row and by else desk.toast(Toast.GONE)


def _wait(desk: Desk, what: What, review: int, to: Member) -> Outcome:
    question = partial(asked.ask, member=desk.member.id, what=what, now=desk.now, about=str(review))
    return Outcome((question,), desk.say(CommentSaid.WRITE, name=short(to.name, NAME)).messages)


def written(desk: Desk, text: str) -> Outcome:
    """Words that were asked for: the question, or its answer."""
    review = int(asked.asked_about(desk.session, member=desk.member.id))
    if asked.open_question(desk.session, member=desk.member.id, now=desk.now) is What.REVIEW_ANSWER:
        row = _asked_of(desk, review)
        return _answered(desk, row, text) if row else desk.say(CommentSaid.GONE)
    row = keeping.find(desk.session, desk.member.id, review)
    return _asked(desk, row, text) if row else desk.say(CommentSaid.GONE)


def replied(desk: Desk, text: str) -> Outcome | None:
    """Telegram's reply to such a question answers it."""
    if desk.heard.reply_to is None or desk.heard.edited or not text.strip():
        return None
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.reply_to)
    row = _asked_of(desk, int(shown.facts["review"])) if shown and shown.kind == "card_question" else None
    return _answered(desk, row, text) if row else None


def _asked(desk: Desk, row: CardReviewRow, text: str) -> Outcome:
    """As a comment where there is something to comment on."""
    place = latest_of_owner(desk.session, desk.member, row)
    by = desk.hand
    if place is not None:
        return _commented(desk, row, place, text)
    keep = partial(keeping.note_question, review=row.id or 0, text=text.strip(), by=by)
    passed = _passed_on(desk, row, "card_question", people.member(desk.session, row.owner_id), keep)
    return Outcome(passed.changes, (*passed.messages, _next(desk, row))) if passed.changes else passed


def _next(desk: Desk, row: CardReviewRow) -> Message:
    """The week's cards go on."""
    return desk.reply("review", after(desk, row))


def _commented(desk: Desk, row: CardReviewRow, place: EntryPlace, text: str) -> Outcome:
    told = ask_teller(desk, place, text)
    if not told.changes:
        return told
    noted = partial(keeping.note_asked, review=row.id or 0, arrival=desk.heard.arrival, by=desk.hand)
    return Outcome((*told.changes, noted), (*told.messages, _next(desk, row)))


def _answered(desk: Desk, row: CardReviewRow, text: str) -> Outcome:
    keep = partial(keeping.note_answer, review=row.id or 0, text=text.strip())
    return _passed_on(desk, row, "card_answer", people.member(desk.session, row.reviewer_id), keep)


def _passed_on(desk: Desk, row: CardReviewRow, kind: str, to: Member | None, keep: partial[None]) -> Outcome:
    if to is None or to.chat is None or card_question(desk.session, to, row.id or 0) is None:
        return desk.say(CommentSaid.GONE)
    facts: Facts = {"review": row.id}
    told = Message(f"{kind}:{desk.heard.arrival}", to.chat, kind, facts, to.id)
    said = desk.say(CommentSaid.TOLD if kind == "card_question" else CommentSaid.PASSED_ON, name=short(to.name, NAME))
    settle = partial(asked.settle, member=desk.member.id)
    return Outcome((keep, settle), (told, *said.messages))


def _asked_of(desk: Desk, review: int) -> CardReviewRow | None:
    """A question that was put to this member."""
    return keeping.asked_of(desk.session, desk.member.id, review)
