"""Why a customer is in class A, B or C."""

from collections.abc import Iterator

from sales.scores.abc import ClassReason, Grade
from wording.cards.scores.figures import percent
from wording.voice import Voice


def class_lines(grade: Grade, voice: Voice) -> Iterator[str]:
    if grade.by_hand:
        yield voice.say("Class %(grade)s, set by hand", grade=grade.grade)
        if grade.differs:
            yield _otherwise(grade.worked_out, voice)
    elif grade.grade is None:
        yield voice.say("No class yet")
    else:
        yield voice.say("Class %(grade)s, by purchases", grade=grade.grade)
    yield from _place(grade.worked_out, voice)


def _otherwise(reason: ClassReason, voice: Voice) -> str:
    if reason.grade is None:
        return voice.say("By purchases it would have none.")
    return voice.say("By purchases it would be %(grade)s.", grade=reason.grade)


def _place(reason: ClassReason, voice: Voice) -> Iterator[str]:
    if reason.grade is None:
        yield voice.say("Has not ordered yet")
    elif not reason.rank:
        yield voice.say("Bought nothing in the last 12 months")
    else:
        share = percent(reason.share, voice)
        yield voice.say(
            "No. %(rank)s of %(buyers)s in 12 months, %(share)s of all purchases",
            rank=reason.rank,
            buyers=reason.buyers,
            share=share,
        )
        ends = {"a": f"{reason.borders.a}%", "b": f"{reason.borders.b}%"}
        before = percent(reason.before, voice)
        yield voice.say("Bigger ones buy %(before)s; A goes up to %(a)s, B to %(b)s.", before=before, **ends)
