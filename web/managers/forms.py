"""What a browser sends: read up to a limit, and taken only from our own pages."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

LIMIT = 16 * 1024
_FIELDS = 50
_DIGITS = 15
Form = Mapping[str, str]


async def read_form(request: Request) -> Form:
    """The fields by name; what is too large, or no form, is an empty one.

    NUL is left out: PostgreSQL refuses any text with it, and no browser's field sends it.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LIMIT:
            return {}
    try:
        fields = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        return {}
    return {name: value.replace("\0", "") for name, value in fields}


def is_ours(request: Request, address: str) -> bool:
    """Whether a page of this house sent it: otherwise anybody's page could send it with the reader's cookie."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    origin = urlsplit(request.headers.get("Origin", "")).netloc
    return bool(origin) and origin in {request.headers.get("Host", ""), urlsplit(address).netloc}


def number(form: Form, name: str) -> int:
    """0 where there is none."""
    said = form.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _DIGITS else 0
