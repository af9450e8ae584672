"""Opens a file by what is in it, whatever its name says, as a stream of rows."""

from collections.abc import Iterator
from pathlib import Path

from papers.lists import address_cards, separated, workbook
from papers.lists.rows import Row, UnreadableError

_LOOKED_AT = 4_096
# Pictures, PDFs, archives and pages that call themselves spreadsheets.
_OTHERS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_PAGES = (b"<html", b"<!doctype", b"<table", b"<?xml")
# Old names (.xls) often hold text, since much software writes tables so; these never do.
_WORKBOOKS = (".xlsx", ".xlsm")
_CONTROLS = bytes(set(range(32)) - {0, 9, 10, 13, 12, 27})


def open_rows(path: Path) -> Iterator[Row]:
    """The rows of the file; raises UnreadableError, or one of its kinds where more is known."""
    with path.open("rb") as file:
        head = file.read(_LOOKED_AT)
    if head.startswith(workbook.OLE):
        workbook.refuse_old(path)
    if head.startswith(b"PK"):
        return workbook.rows(path)
    if path.suffix.lower() in _WORKBOOKS:
        raise UnreadableError
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_OTHERS) or plain.startswith(_PAGES) or _is_binary(head):
        raise UnreadableError
    return address_cards.rows(path) if _is_address_card(head) else separated.rows(path)


def _is_address_card(head: bytes) -> bool:
    return b"BEGIN:VCARD" in head.replace(b"\0", b"").upper()[:200]


def _is_binary(head: bytes) -> bool:
    """Control signs that no text has; UTF-16 has its NULs."""
    return len(head.translate(None, _CONTROLS)) < len(head) * 0.97 and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
