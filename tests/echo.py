"""The smallest bot that the pipes can carry: it repeats what it hears, and notes in a table that it did."""

from datetime import datetime

from sqlalchemy import text

from bot.premises import Handling, Premises
from handlers.heard import Attachment, Heard, Press, Text
from handlers.outcome import Outcome
from sales.cards import Button, Card, File
from storage.company import people
from storage.queues import outbox
from storage.queues.outbox import Message, Sending
from storage.store import Session

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fccfc0500f0004850180"
    "84a98c210000000049454e44ae426082"
)
FILES = {"a list": File("list.csv", b"a,b\n"), "a picture": File("chart.png", PIXEL, picture=True)}
HANDLED = "CREATE TABLE IF NOT EXISTS handled (arrival BIGINT, chat BIGINT, said TEXT)"
_NOTE = text("INSERT INTO handled VALUES (:arrival, :chat, :said)")


class Echo:
    async def prepare(self, heard: Heard) -> str:
        match heard.what:
            case Text(words):
                return words
            case Press(token):
                return f"pressed {token}"
            case Attachment(form):
                return form
            case other:
                return type(other).__name__.lower()

    def answer(self, session: Session, heard: Heard, prepared: str, now: datetime) -> Outcome:
        if prepared in {"fail", "fail twice"}:
            raise RuntimeError("told to fail")
        noted = {"arrival": heard.arrival, "chat": heard.chat.id, "said": prepared}
        session.connection().execute(_NOTE, noted)
        put(session, f"said:{heard.arrival}", heard, prepared, now)
        return Outcome(toast="ok")

    def apologise(self, session: Session, heard: Heard, now: datetime) -> None:
        if heard.what == Text("fail twice"):
            raise RuntimeError("told to fail again")
        put(session, f"sorry:{heard.arrival}", heard, "sorry", now)


def put(session: Session, key: str, heard: Heard, words: str, now: datetime) -> None:
    sending = Sending(key=key, chat=heard.chat.id, kind="said", facts={"text": words}, due_at=now)
    outbox.put(session, sending)


def render(_: Session, message: Message, __: datetime) -> Card | None:
    words = str(message.facts["text"])
    if words == "gone":
        return None
    if words == "broken":
        raise RuntimeError("told to break")
    rows = ((Button("Undo", "undo"),),) if message.member else ()
    file = FILES.get(words)
    return Card(words, rows, bold=True, file=file)


def unreachable(session: Session, chat: int, _: datetime) -> None:
    people.mark_reachable(session, chat, reachable=False)


def furnish(premises: Premises) -> Handling:
    with premises.store.transaction() as session:
        session.connection().exec_driver_sql(HANDLED)
    return Handling(Echo(), render, unreachable)
