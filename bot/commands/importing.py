"""`rapport import`: reads a list in or takes it back, by the engine and under the rights of the chat."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
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
from sales.lists import ListKind, Resembling, State
from sales.people import Member
from storage.company import people
from storage.importing import runs
from storage.store import Session, Store
from storage.tables.imports import ImportRow
from wording.cards.importing import importing
from wording.voice import Voice

_PATIENCE = 3_600.0
"""Seconds that one list may take: somebody watches it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line; rows that look like customers on record are left out until it says."""

    kind: ListKind | None
    member: str
    resembling: Resembling | None
    dry_run: bool


def import_list(file: Path, wish: Wish) -> int:
    with told_in_a_line():
        if not file.is_file():
            raise CommandError(f"{file}: there is no such file.")
        settings = load_settings()
        with opened(settings.database_url) as store:
            return asyncio.run(_import(store, settings, file, wish))


def take_back(number: int, member: str) -> int:
    with told_in_a_line():
        settings = load_settings()
        with opened(settings.database_url) as store:
            return asyncio.run(_undo(store, settings, number, member))


@contextmanager
def _engine(store: Store, settings: Settings, clock: Clock) -> Iterator[Engine]:
    worker = Worker(_PATIENCE)
    try:
        yield Engine(store, worker, clock.now, settings.currency, _tell_progress)
    finally:
        worker.close()


async def _import(store: Store, settings: Settings, file: Path, wish: Wish) -> int:
    clock = Clock(settings.clock_file)
    with _engine(store, settings, clock) as engine:
        member = await store.read(partial(_named, name=wish.member))
        number = await store.write(partial(_begin, member=member, file=file, wish=wish, clock=clock))
        await engine.read(number, file)
        view = await store.read(partial(_view, number=number))
        _print(view, member, clock)
        if view.counts.resembling and wish.resembling is None:
            typer.echo("If they are the same customers say --resembling same, if others --resembling new.")
        if view.state is not State.PREVIEWED:
            return 1
        if wish.dry_run:
            await store.write(partial(runs.let_go, number=number))
            return 0
        await engine.apply(number)
        _print(await store.read(partial(_view, number=number)), member, clock)
        typer.echo(f'To take it back: rapport undo-import {number} --as "{member.name}"')
        return 0


async def _undo(store: Store, settings: Settings, number: int, name: str) -> int:
    clock = Clock(settings.clock_file)
    member = await store.read(partial(_named, name=name))
    await store.read(partial(_check_undo, number=number, member=member, now=clock.now()))
    with _engine(store, settings, clock) as engine:
        await engine.undo(number)
    _print(await store.read(partial(_view, number=number)), member, clock)
    return 0


def _check_undo(session: Session, *, number: int, member: Member, now: datetime) -> None:
    row = runs.find(session, number)
    until = runs.view(session, row).undo_until if row else None
    if row is None or not (member.sees_all or row.member_id == member.id):
        raise CommandError(f"{member.name} made no import {number}.")
    if until is None or until < now:
        raise CommandError(f"import {number} was taken back, or is older than a day.")


def _named(session: Session, *, name: str) -> Member:
    found = [one for one in people.members(session) if one.name.casefold() == name.strip().casefold()]
    if len(found) != 1:
        there = "nobody" if not found else f"{len(found)} people"
        raise CommandError(f"--as {name}: {there} of that name; the list is read in with this member's rights.")
    return found[0]


def _begin(session: Session, *, member: Member, file: Path, wish: Wish, clock: Clock) -> int:
    number = runs.begin(session, sent=runs.Sent(member.id, 0, "", "", file.name), now=clock.now())
    row = session.get_one(ImportRow, number)
    kind = {"kind": wish.kind.value} if wish.kind else {}
    row.columns = {**kind, "resembling": (wish.resembling or Resembling.LEAVE).value}
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
