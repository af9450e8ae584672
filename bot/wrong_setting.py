"""A wrong setting, said in one line: which, what was given, what is allowed."""

import re
from collections.abc import Iterable

from pydantic import SecretStr, ValidationError

ALLOWED = {
    "token": "the token from @BotFather, such as 123456789:AA… (35 letters and digits after the colon), or nothing",
    "api_url": "an address that begins with http:// or https://",
    "database_url": "sqlite:///path/to/file.db or postgresql://user:password@host/name",
    "timezone": "a name of the IANA list, such as Asia/Shanghai or Europe/London",
    "currency": "a three-letter ISO 4217 code, such as CNY or USD",
    "language": "en or zh",
    "webhook_url": "an address that begins with https://",
    "webhook_secret": "1 to 256 letters, digits, _ or -",
    "public_url": "an address that begins with https:// or http://",
    "port": "a number from 1 to 65535",
    "remind_at": "a time of day from 00:00 to 23:59, such as 09:00",
    "proxy": "an HTTP proxy, such as http://127.0.0.1:7890 (SOCKS is not supported)",
    "llm_url": "an address that begins with https://, such as https://models.example.com/v1",
    "llm_model": "the name of a model, as its endpoint knows it",
    "llm_key": "the key of the endpoint, or nothing",
    "llm_allow_private": "1 or 0",
    "clock_file": "the path of a file",
}
_SECRETS = frozenset({"token", "webhook_secret", "llm_key"})
_PASSWORD = re.compile(r"(?<=:)[^:/@\s]+(?=@)")
_SHOWN = 80


class WrongSetting(Exception):  # noqa: N818  it names what happened
    """The process cannot start; `lines` say why."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


def lines_for(error: ValidationError) -> list[str]:
    wrong = {str(detail["loc"][0]): detail["input"] for detail in error.errors() if detail["loc"]}
    return [_line(name, value) for name, value in wrong.items()]


def _line(name: str, given: object) -> str:
    return f"RAPPORT_{name.upper()} is {shown(name, given)}; allowed: {ALLOWED[name]}."


def shown(name: str, given: object) -> str:
    """Show enough to recognise the value, and no secret."""
    text = given.get_secret_value() if isinstance(given, SecretStr) else str(given)
    if name in _SECRETS:
        return f"{text[:2]}… ({len(text)} characters)"
    return repr(_PASSWORD.sub("***", text)[:_SHOWN])
