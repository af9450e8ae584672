"""Files of both sides: kept in the home, or in memory when there is none."""

import json
import mimetypes
import secrets
from pathlib import Path

from simulator.errors import WRONG_FILE, bad_request
from simulator.journal import Journal
from simulator.records import StoredFile

FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}
SUFFIXES = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp"}


class Drawer:
    def __init__(self, home: Path | None, journal: Journal) -> None:
        self._folder = home / "files" if home else None
        self._journal = journal
        self._contents: dict[str, bytes] = {}
        self._files = {file.id: file for file in (StoredFile(**json.loads(row)) for row in journal.rows("file"))}

    def keep(self, kind: str, content: bytes, name: str = "") -> StoredFile:
        number = len(self._files)
        suffix = SUFFIXES.get(kind) or Path(name).suffix
        path = f"{FOLDERS[kind]}/file_{number}{suffix}"
        mime = mimetypes.guess_type(name or path)[0] or "application/octet-stream"
        file = StoredFile(
            f"{kind}-{secrets.token_urlsafe(24)}", secrets.token_urlsafe(9), path, len(content), name, mime
        )
        self._files[file.id] = file
        self._store(path, content)
        self._journal.put("file", file.id, file)
        return file

    def _store(self, path: str, content: bytes) -> None:
        if self._folder is None:
            self._contents[path] = content
            return
        (self._folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self._folder / path).write_bytes(content)

    def find(self, file_id: str) -> StoredFile:
        if file_id not in self._files:
            raise bad_request(WRONG_FILE)
        return self._files[file_id]

    def at(self, path: str) -> StoredFile | None:
        return next((file for file in self._files.values() if file.path == path), None)

    def content(self, file: StoredFile) -> bytes:
        return (self._folder / file.path).read_bytes() if self._folder else self._contents[file.path]
