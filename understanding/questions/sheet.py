"""The text of a question while it is read: what has been understood is blotted out, so that nothing is read twice."""

import re

_BLOT = "\ue002"
"""Part of no word; keeps every offset where it was."""


class Sheet:
    """`rest` is what is left, in plain spelling; `written` the same stretch as it was written."""

    def __init__(self, written: str, spelled: str) -> None:
        self._written = written
        self.rest = spelled

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first place where the pattern stands, blotted out."""
        found = pattern.search(self.rest)
        if found:
            self.blot(*found.span())
        return found

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        found = list(pattern.finditer(self.rest))
        for one in found:
            self.blot(*one.span())
        return found

    def blot(self, start: int, end: int) -> None:
        self.rest = self.rest[:start] + _BLOT * (end - start) + self.rest[end:]

    @property
    def left(self) -> str:
        """What was not understood yet, as it was written."""
        pairs = zip(self._written, self.rest, strict=True)
        return "".join(" " if sign == _BLOT else written for written, sign in pairs)
