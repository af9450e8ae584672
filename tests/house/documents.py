"""Reads the documents: what stands in backticks, in tables, under headings and behind links."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.readme import HOUSE

DOCUMENTS = sorted([*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md"), HOUSE / "simulator" / "README.md"])
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)|<img src=\"(?P<picture>[^\"]+)\"")
ROW = re.compile(r"^\| (?P<first>[^|]+) \| (?P<second>[^|]*) \|", re.MULTILINE)


def text_of(document: Path) -> str:
    return document.read_text("utf-8")


def spans(document: Path) -> list[str]:
    """What stands in backticks, and the lines of commands that stand by themselves."""
    text = text_of(document)
    indented = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    return SPAN.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL)) + indented


def section(document: Path, heading: str) -> str:
    return text_of(document).split(f"## {heading}\n")[1].split("\n## ")[0]


def first_column(text: str) -> list[str]:
    """The backticked words in the first cell of each row."""
    return [word for row in ROW.finditer(text) for word in SPAN.findall(row["first"])]


def relative_links(document: Path) -> Iterator[str]:
    return (link for found in LINK.findall(text_of(document)) for link in found if link and "://" not in link)


def leads_somewhere(document: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = (document.parent / name).resolve() if name else document
    return target.exists() and (not anchor or anchor in anchors(target))


def anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text_of(document), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
