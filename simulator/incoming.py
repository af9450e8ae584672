"""Reads the parameters of an HTTP request, in any of the forms that the Bot API takes."""

import json
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from simulator.errors import bad_request
from simulator.parameters import Parameters, Upload

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
MULTIPART = "multipart/form-data"


async def read_parameters(request: web.BaseRequest) -> Parameters:
    given: dict[str, object] = dict(request.query) if request.query_string else {}
    if not request.can_read_body:
        return Parameters(given)
    if request.content_type == MULTIPART:
        return await read_parts(request, given)
    body = await request.read()
    return Parameters(given | read_body(request.content_type, body))


def read_body(kind: str, body: bytes) -> dict[str, object]:
    if kind == FORM:
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    if kind != JSON or not body:
        return {}
    try:
        given = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    return given if isinstance(given, dict) else {}


async def read_parts(request: web.BaseRequest, given: dict[str, object]) -> Parameters:
    uploads: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read())
        if part.filename is None:
            given[part.name] = content.decode()
        else:
            uploads[part.name] = Upload(part.filename, content, part.headers.get("Content-Type", ""))
    return Parameters(given, uploads)
