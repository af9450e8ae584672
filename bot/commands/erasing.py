"""`rapport erase`: writes down all about a person, and erases them from every table."""

import asyncio
import json
from pathlib import Path

import typer

from bot.clock import Clock
from bot.commands.errors import CommandError, told_in_a_line
from bot.commands.opening import opened
from bot.erasing_in_steps import erase_in_steps
from bot.settings import load_settings
from sales.hands import Hand
from storage.company.audit import Subject, note
from storage.privacy.all_about import all_about
from storage.privacy.erasing import record
from storage.privacy.persons import Person, persons_named
from storage.privacy.scrubbing import scrub
from storage.store import Session


def erase_person(name: str, *, at: str, export: Path | None, yes: bool) -> int:
    with told_in_a_line():
        settings = load_settings()
        by = Hand(None, Clock(settings.clock_file).now())
        with opened(settings.database_url) as store, store.transaction() as session:
            person = _one(session, name, at)
            if export is not None:
                _write(session, person, export, by)
        if not yes and not typer.confirm(f"Erase {_called(person)} for good?"):
            return 1
        with opened(settings.database_url) as store:
            changed = asyncio.run(erase_in_steps(store, person, by))
            with store.transaction() as session:
                erased = record(session, person, changed, by=by)
        scrub(settings.database_url)
        typer.echo(f"Erased: {erased.stand_in}, {erased.places} places")
        typer.echo("\n".join(f"  {table}: {count}" for table, count in erased.tables.items()))
    return 0


def _one(session: Session, name: str, at: str) -> Person:
    found = [one for one in persons_named(session, name) if not at or one.at.casefold() == at.casefold()]
    if not found:
        raise CommandError(f"There is nobody called {name} on record.")
    if len(found) > 1:
        listed = "; ".join(map(_called, found))
        raise CommandError(f"There are several: {listed}. Name the customer with --at.")
    return found[0]


def _called(person: Person) -> str:
    return f"{person.name} ({person.at or 'a member'})"


def _write(session: Session, person: Person, file: Path, by: Hand) -> None:
    """Readable by its owner alone; the event on the trail counts only if all goes well."""
    rows = all_about(session, person)
    file.touch(mode=0o600)
    file.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    note(session, "person.exported", Subject(person.who, person.id), by)
    typer.echo(f"{file}: {sum(map(len, rows.values()))} rows")
