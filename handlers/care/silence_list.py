"""/slipping: who has gone quiet, was lost or came back, by page and team; one of them; "not lost" after all."""

from functools import partial

from handlers.care.silences import word
from handlers.desk import Args, Desk
from handlers.outcome import Facts, Outcome
from handlers.reader import Facts as Shown
from handlers.reader import Reader
from sales.cards import Card
from storage.foresight import silence_list, silences
from wording.cards import silence_list as cards
from wording.sentences import Toast

PAGE = 8


def page(desk: Desk, args: Args) -> Outcome:
    """As a new message for the command, in place for a page, a team or the way back."""
    return Outcome(messages=(desk.reply("silences", _place(args), edits=desk.pressed if args else None),))


def open_one(desk: Desk, args: Args) -> Outcome:
    """A digit opens its line, in place."""
    facts: Facts = {**_place(args), "customer": int(args["customer"])}
    return Outcome(messages=(desk.reply("silence", facts, edits=desk.pressed),))


def not_lost(desk: Desk, args: Args) -> Outcome:
    """Somebody was wrong to give them up."""
    customer = int(args["customer"])
    shown = open_one(desk, args)
    if not silences.is_said_lost(desk.session, customer):
        return Outcome(messages=shown.messages, toast=desk.voice.say(Toast.ALREADY_UNDONE))
    keep = partial(silences.keep, word=word(desk, customer))
    return Outcome((keep,), shown.messages, desk.voice.say(Toast.SAVED))


def _place(args: Args) -> dict[str, str | int | None]:
    return {"team": int(args.get("team", 0)), "page": int(args.get("page", 1))}


def listed(reader: Reader, facts: Shown) -> Card:
    team, number = int(facts.get("team") or 0), int(facts.get("page") or 1)
    shown = silence_list.silence_page(reader.session, reader.member, team=team, page=number, size=PAGE)
    return cards.silences(shown, reader.voice)


def one(reader: Reader, facts: Shown) -> Card | None:
    shown = silence_list.silence(
        reader.session, reader.member, customer=int(facts["customer"]), today=reader.voice.today
    )
    place = {"team": int(facts.get("team") or 0), "page": int(facts.get("page") or 1)}
    return cards.silence(shown, place, reader.voice) if shown else None
