"""The workbook of a digest, made apart from the chat."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from sales.digests import read_asked
from storage.importing import errands
from wording.sentences import Toast


def workbook(desk: Desk, args: Args) -> Outcome:
    """It comes as a message of its own."""
    facts = {**read_asked(args).facts, "member": desk.member.id, "chat": desk.heard.chat.id}
    make = partial(errands.digest_book, facts=facts, arrival=desk.heard.arrival, now=desk.now)
    return Outcome((make,), toast=desk.voice.say(Toast.COMES))
