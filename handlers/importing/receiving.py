"""A file arrives: a list of people is invited, any other list is read in; what is none is refused with one sentence."""

from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

from handlers.desk import Desk
from handlers.heard import Attachment
from handlers.outcome import Message, Outcome
from handlers.prepared import Prepared
from papers.lists.reading import Seen, look
from papers.worker import PaperFailedError, Worker
from sales.lists import FileFault
from sales.people import Role
from storage.company.asked import What, open_question
from storage.importing import errands, runs
from storage.store import Session
from wording.list_words import FILE_FAULTS
from wording.sentences import Said

_LISTS = (".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".vcf", ".ods", ".numbers")
IMPORTING = frozenset({Role.REP, Role.MANAGER, Role.ADMIN})


def is_list(name: str) -> bool:
    """Whether a file by its name is meant as a list."""
    return name.lower().endswith(_LISTS)


async def seen_in(content: bytes, name: str, worker: Worker) -> Seen | FileFault:
    """What the file seems to be, by its first rows."""
    with NamedTemporaryFile(suffix=Path(name).suffix[:8]) as file:
        file.write(content)
        file.flush()
        try:
            return await worker.make(look, Path(file.name))
        except PaperFailedError:
            return FileFault.UNREADABLE


def is_of_people(desk: Desk, seen: Seen | FileFault) -> bool:
    """Whether the file answers the question whom to invite, or names roles and teams."""
    asked = open_question(desk.session, member=desk.member.id, now=desk.now) is What.INVITE
    return asked or (isinstance(seen, Seen) and seen.people)


def receive(desk: Desk, attachment: Attachment, seen: Seen | FileFault) -> Outcome:
    """Have it read in, apart from the chat; the card tells how far it is."""
    if not desk.member.roles & IMPORTING:
        return desk.say(Said.IMPORT_NOT_YOURS)
    if isinstance(seen, FileFault):
        return desk.say(FILE_FAULTS[seen])
    card = desk.reply("import", {})
    sent = runs.Sent(desk.member.id, desk.heard.chat.id, card.key, attachment.file, attachment.name)
    shown = Message(card.key, card.chat, card.kind, {"card": card.key}, card.member)
    return Outcome((partial(_begin, desk=desk, sent=sent),), (shown,))


def template(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """/import: the empty list to fill in, and what to do with it."""
    if not desk.member.roles & IMPORTING:
        return desk.say(Said.IMPORT_NOT_YOURS)
    return Outcome(messages=(desk.reply("import_template", {}),))


def _begin(session: Session, *, desk: Desk, sent: runs.Sent) -> None:
    number = runs.begin(session, sent=sent, now=desk.now)
    errands.read(session, number=number, arrival=desk.heard.arrival, now=desk.now)
