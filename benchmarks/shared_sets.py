"""Labelled messages and date phrases beside the repository: where they are, and their judge."""

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

Line = dict[str, Any]


def folder_of(name: str) -> Path | None:
    """The folder that the environment names, if it holds a scorer."""
    told = os.environ.get(name)
    if told and (Path(told) / "score.py").is_file():
        return Path(told)
    where = f"{told} has no score.py" if told else f"{name} is not set"
    print(f"The shared set is not there: {where}. Say where: make bench {name}=FOLDER")
    return None


def read(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def scorer(folder: Path) -> ModuleType:
    """The judge that comes with the set."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder}/score.py cannot be loaded")
    judge = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    return judge


def share(part: float) -> str:
    """As a reader compares it: .93, or 1.00."""
    return f"{part:.2f}".removeprefix("0")
