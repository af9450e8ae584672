"""Documents say what is true: what they name exists, and what exists is named where people look for it."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import typer
from click import Command

from bot.command_line import app
from bot.settings import Settings
from handlers.routes import COMMANDS
from tests.house.documents import (
    DOCUMENTS,
    ROW,
    SPAN,
    first_column,
    leads_somewhere,
    relative_links,
    section,
    spans,
    text_of,
)
from tests.house.readme import HOUSE, README, played, shown
from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(HOUSE)))
DECISIONS = sorted((HOUSE / "docs" / "decisions").glob("*.md"))
TALKING = HOUSE / "docs" / "talking-to-rapport.md"
BOT_COMMAND = re.compile(r"^/([a-z]+)\b(?!/)")
PAGES = {"healthz", "pages"}
OF_BOTFATHER = {"newbot"}


def command_line() -> dict[str, Command]:
    group = typer.main.get_command(app)
    commands: dict[str, Command] = getattr(group, "commands", {})
    return commands


def test_the_readme_shows_the_conversation_that_is_played() -> None:
    assert shown() == played(), "say: python -m tests.house.readme"


def test_the_readme_has_every_setting_with_its_default() -> None:
    rows = ROW.finditer(section(README, "Settings"))
    told = {SPAN.findall(row["first"])[0]: SPAN.findall(row["second"]) for row in rows if "RAPPORT_" in row["first"]}
    assert set(told) == {f"RAPPORT_{name.upper()}" for name in Settings.model_fields} - {"RAPPORT_CLOCK_FILE"}
    for name in ("api_url", "database_url", "currency", "language", "remind_at"):
        default = Settings.model_fields[name].default
        words = default if isinstance(default, str) else f"{default:%H:%M}"
        assert told[f"RAPPORT_{name.upper()}"] == [words]


@each_document
def test_settings_that_are_named_exist(document: Path) -> None:
    known = {f"RAPPORT_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"RAPPORT_[A-Z_]+", text_of(document))) <= known


def test_the_readme_has_every_command_of_the_bot() -> None:
    assert {name.removeprefix("/") for name in first_column(section(README, "Commands of the bot"))} == set(COMMANDS)


def test_reps_are_told_every_command_of_the_bot() -> None:
    told = first_column(section(TALKING, "Commands"))
    assert {name.removeprefix("/").split()[0] for name in told} == set(COMMANDS)


@each_document
def test_commands_of_the_bot_that_are_named_exist(document: Path) -> None:
    named = {found[1] for span in spans(document) if (found := BOT_COMMAND.match(span))}
    assert named <= set(COMMANDS) | PAGES | OF_BOTFATHER


def test_the_readme_has_every_command_on_the_machine() -> None:
    told = {name.removeprefix("rapport ") for name in first_column(section(README, "Commands on the machine"))}
    assert told == set(command_line())


@each_document
def test_commands_on_the_machine_that_are_named_exist(document: Path) -> None:
    for span in spans(document):
        for found in re.finditer(r"(?:^|/)rapport (?P<name>[a-z][a-z-]*)(?P<rest>[^#|]*)", span):
            command = command_line()[found["name"]]
            options = {option for one in command.params for option in (*one.opts, *one.secondary_opts)}
            assert set(re.findall(r"--[a-z-]+", found["rest"])) <= options, span


@each_document
def test_targets_of_make_that_are_named_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(HOUSE / "Makefile"), re.MULTILINE))
    assert {found[1] for span in spans(document) if (found := re.match(r"make ([a-z]+)\b", span))} <= targets


@each_document
def test_files_that_are_named_exist(document: Path) -> None:
    rooms = {path.name for path in HOUSE.iterdir()} - {"data", ".venv", ".env"}
    named = [span for span in spans(document) if re.fullmatch(r"[\w.-]+/[\w./-]*", span)]
    assert [name for name in named if name.split("/")[0] in rooms and not (HOUSE / name).exists()] == []


@each_document
def test_modules_that_are_run_exist(document: Path) -> None:
    modules = {found[1] for span in spans(document) for found in re.finditer(r"python -m ([\w.]+)", span)}
    missing = [module for module in modules if not list(HOUSE.glob(f"{module.replace('.', '/')}*"))]
    assert missing == []


@each_document
def test_links_and_pictures_lead_somewhere(document: Path) -> None:
    broken = [link for link in relative_links(document) if not leads_somewhere(document, link)]
    assert broken == []


def test_every_document_is_found_from_another() -> None:
    linked = {(page.parent / link.partition("#")[0]).resolve() for page in DOCUMENTS for link in relative_links(page)}
    folders = {target for target in linked if target.is_dir()}
    assert [page for page in DOCUMENTS if page != README and page not in linked and page.parent not in folders] == []


def test_the_newest_changes_are_of_this_version() -> None:
    newest = re.search(r"^## (\S+)", text_of(HOUSE / "CHANGELOG.md"), re.MULTILINE)
    assert newest
    assert f'version = "{newest[1]}"' in text_of(HOUSE / "pyproject.toml")


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_the_number_that_it_stands_under(decision: Path) -> None:
    number = DECISIONS.index(decision) + 1
    assert decision.name.startswith(f"{number:04}-")
    assert text_of(decision).startswith(f"# {number}. ")


def sentences() -> Iterator[tuple[str, set[str]]]:
    for row in ROW.finditer(section(TALKING, "Just say it")):
        kinds = {kind.strip() for kind in row["second"].split(",")}
        if kinds <= {"visit", "call", "feedback", "complaint", "opportunity", "order", "payment", "note", "follow-up"}:
            yield row["first"].strip(), kinds


@pytest.mark.parametrize(("text", "kinds"), list(sentences()))
def test_a_sentence_stores_what_reps_are_told(text: str, kinds: set[str]) -> None:
    directory = Directory([Known(1, "Acme Tools"), Known(2, "恒大钢铁")])
    found = understand(text, Moment(datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Singapore")), "SGD"), directory)
    assert {entry.kind.value for entry in found.entries} | ({"follow-up"} if found.follow_ups else set()) == kinds
