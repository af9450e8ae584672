"""Puts what a member told on record as it stands there, without words that would have to be read."""

from datetime import date, datetime
from typing import Any

from sqlmodel import Session, func, select

from storage.tables.tellings import EntryRow, RevisionRow, TellingRow


def put_entry(
    session: Session,
    member: int,
    about: tuple[int, str],
    on: date,
    moment: datetime,
    **columns: Any,  # noqa: ANN401 - columns of the row
) -> EntryRow:
    """An entry in a message of its own; `about` is the customer's id and the entry's kind.

    It was said at that moment and heard at once, or when `heard` says.
    """
    (customer, kind), heard = about, columns.pop("heard", moment)
    number = session.exec(select(func.count()).select_from(TellingRow)).one() + 1
    text = columns.pop("text", "…")
    told = TellingRow(chat_id=1, message_id=number, member_id=member, said_at=moment, zone="UTC", text=text, revision=1)
    session.add(told)
    session.flush()
    first = {"telling_id": told.id or 0, "number": 1, "at": heard, "member_id": member}
    session.add(RevisionRow(**first, source="text", text=text, body="{}"))
    entry = EntryRow(
        telling_id=told.id or 0,
        slot=0,
        member_id=member,
        customer_id=customer,
        kind=kind,
        on_day=on,
        moment=moment,
        zone="UTC",
        text=text,
        **columns,
    )
    session.add(entry)
    session.flush()
    return entry
