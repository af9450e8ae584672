"""`rapport import`: reads a list in from the command line, by the engine and under the rights of the chat."""

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import typer

from bot.clock import Clock
from bot.commands.errors import CommandError, told_in_a_line
from bot.commands.opening import opened
from bot.importing.engine import Engine
from bot.settings import Settings, load_settings
from papers.worker import Worker
from sales.import_views import ImportView
from sales.lists import ListKind, State
from sales.people import Member
from storage.company import people
from storage.importing import runs
from storage.store import Session, Store
from storage.tables.imports import ImportRow
from wording.cards.importing import importing
from wording.voice import Voice

_PATIENCE = 3_600.0
"""Seconds that one list may take: somebody watches it."""


def import_list(file: Path, kind: ListKind | None, member: str, *, dry_run: bool) -> int:
    with told_in_a_line():
        if not file.is_file():
            raise CommandError(f"{file}: there is no such file.")
        settings = load_settings()
        with opened(settings.database_url) as store:
            return asyncio.run(_import(store, settings, file, _Wish(kind, member, dry_run)))


@dataclass(frozen=True, slots=True)
class _Wish:
    """What was asked for on the command line."""

    kind: ListKind | None
    member: str
    dry_run: bool


async def _import(store: Store, settings: Settings, file: Path, wish: _Wish) -> int:
    clock, worker = Clock(settings.clock_file), Worker(_PATIENCE)
    engine = Engine(store, worker, clock.now, settings.currency, _tell_progress)
    try:
        member = await store.read(partial(_named, name=wish.member))
        number = await store.write(partial(_begin, member=member, file=file, wish=wish, clock=clock))
        await engine.read(number, file)
        view = await store.read(partial(_view, number=number))
        _print(view, member, clock)
        if view.state is not State.PREVIEWED:
            return 1
        if wish.dry_run:
            await store.write(partial(runs.let_go, number=number))
            return 0
        await engine.apply(number)
        _print(await store.read(partial(_view, number=number)), member, clock)
        return 0
    finally:
        worker.close()


def _named(session: Session, *, name: str) -> Member:
    found = [one for one in people.members(session) if one.name.casefold() == name.strip().casefold()]
    if len(found) != 1:
        there = "nobody" if not found else f"{len(found)} people"
        raise CommandError(f"--as {name}: {there} of that name; the list is read in with this member's rights.")
    return found[0]


def _begin(session: Session, *, member: Member, file: Path, wish: _Wish, clock: Clock) -> int:
    number = runs.begin(session, sent=runs.Sent(member.id, 0, "", "", file.name), now=clock.now())
    row = session.get_one(ImportRow, number)
    row.columns = {"kind": wish.kind.value} if wish.kind else {}
    return number


def _view(session: Session, *, number: int) -> ImportView:
    return runs.view(session, session.get_one(ImportRow, number))


def _print(view: ImportView, member: Member, clock: Clock) -> None:
    """The card as text. Nobody answers here, so a question is told with what to do about it."""
    now = clock.now()
    voice = Voice("en", member.zone, now.astimezone(member.zone).date())
    typer.echo(importing(replace(view, choosing=None), voice).text)
    if view.state is State.ASKING:
        typer.echo("Send the file to the bot once and answer there; the answer is remembered. Or say --kind.")


def _tell_progress(session: Session, row: ImportRow) -> None:  # noqa: ARG001 - told within a transaction
    if row.state == State.RUNNING:
        counts = runs.counts_of(row)
        typer.echo(f"{counts.done} of {counts.rows}")
