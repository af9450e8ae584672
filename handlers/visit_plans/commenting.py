"""What a manager says of a rep's plan, and what the rep answers."""

from datetime import date
from functools import partial

from handlers.company.colleagues import leads
from handlers.desk import Args, Desk
from handlers.outcome import Message, Outcome
from sales.people import Member
from storage.company import asked, people
from storage.company.asked import What
from wording.comment_words import CommentSaid
from wording.sentences import Toast
from wording.wild_text import NAME, QUOTE, short


def ask(desk: Desk, args: Args) -> Outcome:
    """The next words go to the other one of the two."""
    owner, to = int(args["member"]), int(args["to"])
    other = _other(desk, owner, to)
    if other is None:
        return desk.toast(Toast.NOT_ALLOWED)
    about = f"{owner}:{to}:{args['week']}"
    question = partial(asked.ask, member=desk.member.id, what=What.PLAN, now=desk.now, about=about)
    return Outcome((question,), desk.say(CommentSaid.WRITE, name=short(other.name, NAME)).messages)


def written(desk: Desk, text: str) -> Outcome:
    owner, to, week = asked.asked_about(desk.session, member=desk.member.id).split(":")
    other = _other(desk, int(owner), int(to))
    if other is None or other.chat is None:
        return desk.say(CommentSaid.GONE)
    told = Message(
        f"plan_comment:{desk.heard.arrival}",
        other.chat,
        "plan_comment",
        {
            "by": desk.member.id,
            "member": int(owner),
            "week": date.fromisoformat(week).isoformat(),
            "text": short(text, QUOTE),
        },
        other.id,
    )
    settle = partial(asked.settle, member=desk.member.id)
    return Outcome((settle,), (told, *desk.say(CommentSaid.TOLD, name=short(other.name, NAME)).messages))


def _other(desk: Desk, owner: int, to: int) -> Member | None:
    """To whom the words go: the one whose plan it is, or whoever leads them."""
    whose, other = people.member(desk.session, owner), people.member(desk.session, to)
    if whose is None or other is None or other.id == desk.member.id:
        return None
    of_owner = desk.member.id == whose.id and leads(other, whose)
    return other if of_owner or (other.id == whose.id and leads(desk.member, whose)) else None
