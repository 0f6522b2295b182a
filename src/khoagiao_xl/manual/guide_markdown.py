"""The user guide's Markdown as blocks: headings, text and items of lists, tables, commands, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_HEADING: Final = re.compile(r"(#+) (.+)")
_PICTURE: Final = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_ITEM: Final = re.compile(r"( *)(- |\d+\. )(.+)")
_COMMENT: Final = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_CELL_END: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r"\|[\s:|-]+\|")  # the line below a table's headings
_FENCE: Final = "```"
_QUOTE: Final = "> "
_INDENT: Final = 3  # letters, of an item within an item


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the guide's title."""

    level: int
    text: str


@dataclass(frozen=True)
class TextBlock:
    """Running text, or an item: `mark` is what stands before it, `depth` how far within other items."""

    text: str
    mark: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Command:
    """A line to be typed."""

    text: str


@dataclass(frozen=True)
class Picture:
    """A picture and what it shows; path: as the guide names it."""

    path: str
    name: str


@dataclass(frozen=True)
class TableBlock:
    """A table; the first row is its headings."""

    rows: tuple[tuple[str, ...], ...]


Block = Heading | TextBlock | Command | Picture | TableBlock


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of a guide from top to bottom; comments are left out."""
    bare = _COMMENT.sub("", text)
    reading = _MarkdownReading()
    for line in bare.splitlines():
        reading.take(line)
    reading.end()
    return reading.blocks


class _MarkdownReading:
    """Takes line after line; what has begun is kept until it ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._rows: list[tuple[str, ...]] = []
        self._begun: TextBlock | None = None
        self._is_code = False

    def take(self, line: str) -> None:
        """Take the next line."""
        bare = line.strip()
        if bare.startswith(_FENCE):
            self.end()
            self._is_code = not self._is_code
        elif self._is_code:
            self.blocks.append(Command(bare))
        elif bare.startswith("|"):
            self._take_row(bare)
        else:
            self._take_text(line, bare)

    def _take_row(self, bare: str) -> None:
        if not self._rows:
            self.end()
        if not _RULE.fullmatch(bare):
            cells = tuple(_cells(bare))
            self._rows.append(cells)

    def _take_text(self, line: str, bare: str) -> None:
        if self._rows:
            self.end()
        alone = _alone(bare)
        item = _ITEM.fullmatch(line)
        if alone or item or not bare:
            self.end()
        if alone:
            self.blocks.append(alone)
        elif item:
            before, mark, text = item.groups()
            depth = len(before) // _INDENT
            self._begun = TextBlock(text, mark, depth)
        elif bare:
            self._go_on(bare.removeprefix(_QUOTE))

    def _go_on(self, words: str) -> None:
        begun = self._begun
        if begun is None:
            self._begun = TextBlock(words)
            return
        text = f"{begun.text} {words}"
        self._begun = TextBlock(text, begun.mark, begun.depth)

    def end(self) -> None:
        """End what has begun."""
        if self._rows:
            rows = tuple(self._rows)
            self.blocks.append(TableBlock(rows))
        if self._begun:
            self.blocks.append(self._begun)
        self._rows = []
        self._begun = None


def _alone(bare: str) -> Heading | Picture | None:
    """Return a block that is one line."""
    if heading := _HEADING.fullmatch(bare):
        marks, text = heading.groups()
        return Heading(len(marks), text)
    if picture := _PICTURE.fullmatch(bare):
        name, path = picture.groups()
        return Picture(path, name)
    return None


def _cells(bare: str) -> Iterator[str]:
    begun = bare.removeprefix("|")
    inner = begun.removesuffix("|")
    for cell in _CELL_END.split(inner):
        text = cell.replace("\\|", "|")
        yield text.strip()
