"""A text of tblMauThu with every tag filled in; nothing of a fact is ever read as a tag."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TAG: Final = re.compile(r"\{\{[ \t\xa0]*([a-z_]+)[ \t\xa0]*\}\}")
_BRACKETED: Final = re.compile(r" ?\([^()\n]*\)")
_GAP: Final = re.compile(r"\n{3,}")
# What nobody sees, and what ends a line where none is seen to end; «\n» is an end that is seen.
UNSEEN: Final = re.compile(
    r"[^\S\n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True)
class TextFilling:
    """facts: name of a tag -> plain text; one that is not there is blank."""

    facts: Mapping[str, str]

    def line(self, text: str) -> str:
        """Return a text filled in, on one line."""
        filled = self._filled(text)
        visible = UNSEEN.sub(" ", filled)
        words = visible.split()
        return " ".join(words)

    def whole(self, texts: Iterable[str]) -> str:
        """Return texts filled in, below each other; of a line of tags that are all blank nothing is left."""
        lines: list[str] = []
        for text in texts:
            lines.extend(self._lines(text))
        joined = "\n".join(lines)
        whole = _GAP.sub("\n\n", joined)
        body = whole.strip()
        return f"{body}\n"

    def _lines(self, text: str) -> Iterator[str]:
        for line in text.split("\n"):
            told = _BRACKETED.sub(self._bracketed, line)
            filled = self._filled(told)
            visible = UNSEEN.sub(" ", filled)
            visible = visible.rstrip()
            if visible or not line.strip():
                yield visible

    def _bracketed(self, found: re.Match[str]) -> str:
        """Return a piece in brackets, blank for one all of whose tags are: «(tệp kèm theo: {{ tep }})»."""
        piece = found[0]
        tags = TAG.findall(piece)
        told = filter(self.facts.get, tags)
        if tags and not list(told):
            return ""
        return piece

    def _filled(self, text: str) -> str:
        return TAG.sub(self._fact, text)

    def _fact(self, found: re.Match[str]) -> str:
        tag = found[1]
        return self.facts.get(tag, "")
