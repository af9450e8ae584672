"""What is on record about a person: to hand out or to erase."""

from collections.abc import Iterator, Sequence

from sales.cards import Argument, Button, Card, Row
from sales.privacy_views import PersonFound, Stage
from wording.layout import digits, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short


def privacy(view: PersonFound, voice: Voice) -> Card:
    match view.stage:
        case Stage.FOUND:
            return lay_out(_found(view, voice), *_choices(view, voice))
        case Stage.SURE:
            return lay_out(_sure(view, voice), _answers(view, voice))
        case Stage.WORKING:
            return lay_out(
                [
                    voice.say("Erasing %(stand_in)s …", stand_in=view.stand_in),
                    voice.say("With much on record that takes a minute. This message says when it is done."),
                ]
            )
        case Stage.FAILED:
            again = Button(voice.say("Try again"), "privacy_erase", _of(view))
            return lay_out(
                [
                    voice.say("%(stand_in)s could not be erased completely.", stand_in=view.stand_in),
                    voice.say("Please try again; “rapport doctor” says what went wrong."),
                ],
                (again,),
            )
        case Stage.ERASED:
            return lay_out(
                [
                    voice.say("Erased: %(stand_in)s", stand_in=view.stand_in),
                    voice.say("What was dealt with them stays under that name."),
                ]
            )


def privacy_list(people: Sequence[PersonFound], voice: Voice) -> Card:
    """Several are called so."""
    lines = (f"{number} {_called(one, voice)}" for number, one in enumerate(people, 1))
    return lay_out([voice.say("Which one is it?"), *lines], *digits("privacy_open", [_of(one) for one in people]))


def person_export(view: PersonFound, voice: Voice) -> Card:
    return lay_out([voice.say("All about %(name)s", name=_called(view, voice))])


def _of(view: PersonFound) -> dict[str, Argument]:
    counted = {} if view.rows is None else {"rows": view.rows}
    return {"who": view.who, "id": view.id, "shared": view.shared, **counted}


def _called(view: PersonFound, voice: Voice) -> str:
    at = short(view.at, NAME_IN_LIST) if view.at else voice.say("a colleague")
    return voice.join([short(view.name, NAME), at])


def _count(view: PersonFound, voice: Voice) -> str:
    return voice.count("%(count)s record is about them", "%(count)s records are about them", view.rows or 0)


def _found(view: PersonFound, voice: Voice) -> Iterator[str]:
    yield _called(view, voice)
    if view.rows is not None:
        yield _count(view, voice)
    if view.shared:
        yield voice.say("Others are called so, too; what was told of them is left alone.")


def _choices(view: PersonFound, voice: Voice) -> tuple[Row, ...]:
    export = Button(voice.say("Give me all of it"), "privacy_export", _of(view))
    return (export,), (Button(voice.say("Erase …"), "privacy_ask", _of(view)),)


def _sure(view: PersonFound, voice: Voice) -> Iterator[str]:
    yield voice.say("Erase %(name)s for good?", name=_called(view, voice))
    yield voice.say("Name, numbers, dates and facts go; what was dealt stays under %(name)s.", name=view.stand_in)
    if view.owns:
        yield voice.count(
            "%(count)s customer is still theirs: hand it over first.",
            "%(count)s customers are still theirs: hand them over first.",
            view.owns,
        )
    yield voice.say("That cannot be taken back. What Telegram has shown stays on the phones.")


def _answers(view: PersonFound, voice: Voice) -> Row:
    return Button(voice.say("Yes, erase"), "privacy_erase", _of(view)), Button(
        voice.say("Keep"), "privacy_open", _of(view)
    )
