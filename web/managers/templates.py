"""How values become pages: Jinja's templates, with the reader's words at hand."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wording.page_words import Page
from wording.voice import Voice

_WEB = Path(__file__).parents[1]
STATIC = _WEB / "static"
ASSETS = ("pages.css", "pages.js", "htmx-2.min.js")


@cache
def _environment() -> Environment:
    """Everything is escaped, and a name that nobody gave is an error."""
    loader = FileSystemLoader(_WEB / "templates")
    found = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.globals |= {"Page": Page, "asset": asset}
    return found


def rendered(template: str, voice: Voice, **values: Any) -> str:  # noqa: ANN401 - each template knows its own
    return _environment().get_template(template).render(voice=voice, say=voice.say, **values)


def asset(name: str) -> str:
    """Where a file of ours is; its address changes when it does, so that browsers may keep it."""
    return f"/pages/static/{name}?v={_stamp(name)}"


@cache
def _stamp(name: str) -> str:
    return sha256((STATIC / name).read_bytes()).hexdigest()[:12]
