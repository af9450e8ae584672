"""What operators are told of the log and of the doctor is what these say, and nothing is left out."""

import ast
from collections.abc import Iterator
from pathlib import Path

from storage.invariants import QUEUE_CHECKS
from tests.house.documents import first_column, section, text_of
from tests.house.readme import HOUSE

OPERATIONS = HOUSE / "docs" / "operations.md"
LOGGING = ("bot", "web", "handlers", "reminders", "delivery", "storage", "second_opinion")
DOCTORS = ("doctor.py", "telegram_check.py", "language_model_check.py")


def test_operators_are_told_what_every_line_of_the_log_means() -> None:
    known = {message for room in LOGGING for path in (HOUSE / room).rglob("*.py") for message in logged(path)}
    assert known - set(first_column(section(OPERATIONS, "Logs"))) == set()


def test_what_operators_are_told_of_the_log_is_said_by_the_code() -> None:
    code = "".join(text_of(path) for room in LOGGING for path in (HOUSE / room).rglob("*.py"))
    assert [told for told in first_column(section(OPERATIONS, "Logs")) if told not in code] == []


def test_operators_are_told_of_lines_that_the_doctor_says() -> None:
    code = "".join(text_of(HOUSE / "bot" / "commands" / name) for name in DOCTORS)
    code += text_of(HOUSE / "storage" / "process_lock.py")
    told = first_column(section(OPERATIONS, "The doctor").split("Other lines with WRONG")[0])
    assert [line for line in told if line.removeprefix("OK ") not in code] == []


def test_operators_are_told_of_every_invariant() -> None:
    told = first_column(section(OPERATIONS, "The doctor").split("Other lines with WRONG")[1])
    assert set(told) == {check.name for check in QUEUE_CHECKS}


def logged(path: Path) -> Iterator[object]:
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("log."):
            yield from (said.value for said in node.args[:1] if isinstance(said, ast.Constant))
