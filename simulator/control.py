"""What lies behind the key: the page's files, its events, people's pictures, and the control operations."""

import asyncio
import json
from contextlib import suppress
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from simulator.errors import ApiError
from simulator.incoming import read_parameters
from simulator.operations import OPERATIONS
from simulator.records import JsonObject, Message
from simulator.views import message_view

if TYPE_CHECKING:
    from simulator.simulator import Simulator

PAGE = Path(__file__).with_name("page")
FILE_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff\xe0": "image/jpeg", b"GIF8": "image/gif"}
HEARTBEAT = 15.0


class Control:
    def __init__(self, simulator: "Simulator") -> None:
        self._simulator = simulator

    async def serve(self, request: web.Request, path: str) -> web.StreamResponse:
        if path == "events":
            return await self._events(request)
        area, _, name = path.partition("/")
        if area == "control":
            return await self._operate(request, name)
        if area == "file":
            return self._file(name)
        return page_file(path or "index.html")

    async def _operate(self, request: web.Request, name: str) -> web.Response:
        operation = OPERATIONS.get(name)
        if operation is None:
            return refusal(404, f"No such operation; there are {', '.join(OPERATIONS)}.")
        try:
            done = operation(self._simulator, await read_parameters(request))
        except ApiError as error:
            return refusal(400, error.description)
        except (ValueError, LookupError, TypeError) as error:
            return refusal(400, str(error))
        return web.json_response({"ok": True, "result": done}, headers=HEADERS)

    def _file(self, file_id: str) -> web.Response:
        """Show pictures; hand out all else as a download, so that no document runs as a page of ours."""
        files = self._simulator.telegram.files
        try:
            content = files.content(files.find(file_id))
        except ApiError:
            return refusal(404, "No such file.")
        kind = next((kind for magic, kind in PICTURES.items() if content.startswith(magic)), "")
        if kind or content.startswith(b"\xff\xd8"):
            return web.Response(body=content, content_type=kind or "image/jpeg", headers=HEADERS)
        download = HEADERS | {"Content-Disposition": "attachment"}
        return web.Response(body=content, content_type="application/octet-stream", headers=download)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        stream = web.StreamResponse(headers=HEADERS | {"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        # A page that was closed is no error.
        with self._simulator.telegram.world.signals.page() as events, suppress(ConnectionResetError):
            await stream.write(b": hello\n\n")
            while not self._simulator.switchboard.closed:
                event = await self._next(events)
                await stream.write(f"data: {json.dumps(event)}\n\n".encode() if event else b": still here\n\n")
        return stream

    async def _next(self, events: asyncio.Queue[JsonObject]) -> JsonObject | None:
        try:
            return self._plain(await asyncio.wait_for(events.get(), HEARTBEAT))
        except TimeoutError:
            return None

    def _plain(self, event: JsonObject) -> JsonObject:
        return {name: self._plain_value(value) for name, value in event.items()}

    def _plain_value(self, value: object) -> object:
        if isinstance(value, Message):
            return message_view(self._simulator.telegram.world, value)
        return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def refusal(status: int, reason: str) -> web.Response:
    return web.json_response({"ok": False, "description": reason}, status=status, headers=HEADERS)


def page_file(name: str) -> web.Response:
    file = PAGE / name
    # Names come from the address: only a plain file of the page's own folder is served.
    if file.parent != PAGE or file.suffix not in FILE_TYPES or not file.is_file():
        return refusal(404, "No such page.")
    return web.Response(text=file.read_text("utf-8"), content_type=FILE_TYPES[file.suffix], headers=HEADERS)
