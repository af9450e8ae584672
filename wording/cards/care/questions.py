"""A question that nobody answered: a customer's, or what a colleague asks of the reader."""

from collections.abc import Container, Iterator

from sales.cards import Button, Row
from sales.care.views import CareView
from wording.voice import Voice
from wording.wild_text import NAME, WORDS, short


def headline(view: CareView, voice: Voice) -> str:
    if _of_colleague(view):
        name = short(str(view.about.get("by") or ""), NAME) or "?"
        return voice.say("%(name)s still waits for your answer", name=name)
    return voice.say("%(customer)s: a question waits for an answer", customer=short(view.customer, NAME))


def _of_colleague(view: CareView) -> bool:
    return "follow_up" in view.about or _is_comment(view)


def _is_comment(view: CareView) -> bool:
    return "comment" in view.about


def lines(view: CareView, voice: Voice) -> Iterator[str]:
    if _of_colleague(view):
        yield short(voice.labelled(short(view.customer, NAME), str(view.about.get("action") or "")), WORDS)
        yield voice.say("Asked %(day)s", day=voice.day(view.day))
    else:
        yield f"“{short(str(view.about.get('asks') or ''), WORDS)}”"
        yield voice.say("Told %(day)s, and nothing since", day=voice.day(view.day))


def reason(view: CareView, voice: Voice) -> str:
    if _is_comment(view):
        return voice.say("A colleague asked you about what you told, and a working day went by.")
    if _of_colleague(view):
        return voice.say("You neither took it on nor declined it for three days.")
    return voice.say("Nothing was logged or planned there for three days after the question.")


def ways_to_answer(view: CareView, voice: Voice) -> Row:
    if not _of_colleague(view):
        return ()
    if _is_comment(view):
        return (Button(voice.say("Reply"), "comment_answer", {"comment": int(view.about["comment"])}),)
    about = {"follow_up": int(view.about["follow_up"])}
    return (
        Button(voice.say("Accept"), "give_accept", about),
        Button(voice.say("Can't"), "give_refuse", about),
    )


def left_out(view: CareView) -> Container[str]:
    """A colleague is answered, or put off."""
    if _is_comment(view):
        return ("care_hand", "care_never")
    return ("care_done", "care_never") if _of_colleague(view) else ()
