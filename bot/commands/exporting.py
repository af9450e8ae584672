"""`rapport export`: one JSON Lines file for each thing on record; a file is whole or not there."""

import asyncio
import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import typer

from bot.commands.errors import told_in_a_line
from bot.commands.opening import opened
from bot.settings import load_settings
from storage.exporting import FILES
from storage.store import Session
from understanding.findings import CONTRACT


def export_all(out: Path) -> int:
    with told_in_a_line():
        settings = load_settings()
        out.mkdir(parents=True, exist_ok=True)
        with opened(settings.database_url) as store:
            asyncio.run(store.read(partial(_write_all, out)))
    return 0


def _write_all(out: Path, session: Session) -> None:
    """With one reading session, so that all files tell of the same moment and the bot goes on writing."""
    for name, lines in FILES.items():
        count = _write(out / f"{name}.jsonl", lines(session))
        typer.echo(f"{out / name}.jsonl: {count}")


def _write(file: Path, lines: Iterable[dict[str, object]]) -> int:
    count = 0
    part = file.with_name(f"{file.name}.part")
    with part.open("w", encoding="utf-8") as target:
        for count, line in enumerate(lines, start=1):  # noqa: B007 - the last count is the answer
            target.write(json.dumps({"contract": CONTRACT, **line}, ensure_ascii=False) + "\n")
    part.replace(file)
    return count
