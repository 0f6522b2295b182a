"""The shared strings of a workbook, and what letters they are written in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.safety.remembered import remembered
from khoagiao_xl.intake.safety.rich_text import rich_text
from khoagiao_xl.intake.safety.xml_guard import Refused
from khoagiao_xl.intake.safety.xml_pattern import KEPT_SPACE, TEXT, NotPlain, unescaped, without_groups
from khoagiao_xl.intake.safety.xml_tree import take_each, tree_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from khoagiao_xl.intake.safety.appearance import Run
    from khoagiao_xl.intake.safety.rich_text import Piece, RichText
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell

# A run of letters of their own look, as programs write it; its few elements are read as a tree.
_LOOKS: Final = r'(?:<rPr>(?:<[a-zA-Z]++(?: [a-zA-Z]++="[^"<>&]*+")*+/>)*+</rPr>)?+'
_RUN: Final = f"<r>{_LOOKS}<t{KEPT_SPACE}>{TEXT}</t></r>"
_STRING: Final = rf"<si>(?:<t{KEPT_SPACE}>({TEXT})</t>|<t/>|((?:{_RUN})++))</si>"
_STRINGS: Final = re.compile(_STRING)
_ONLY_STRINGS: Final = re.compile(f"(?:{without_groups(_STRING)})*+")
_OPEN, _CLOSE = b"<si>", b"</si>"
_KEPT: Final = 1024  # strings with looks of their own; most come back in every form


@dataclass
class SharedStrings:
    """Texts by their number; of those that are not plain, the old fonts and the odd letters in them."""

    texts: list[str] = field(default_factory=list)
    pieces: dict[int, tuple[Piece, ...]] = field(default_factory=dict)
    runs: dict[int, tuple[Run, ...]] = field(default_factory=dict)

    def text(self, number: str) -> str | None:
        """Return the text of a number as it stands in a cell's XML, None for what is no number of ours."""
        if not number.isdigit() or int(number) >= len(self.texts):
            return None
        return self.texts[int(number)]

    def letters_of(self, cell: ScannedCell) -> tuple[tuple[Piece, ...], tuple[Run, ...]]:
        """Return the pieces and the odd runs of what a cell shows, its own or those of a shared text."""
        if not self.pieces and not self.runs:
            return cell.pieces, cell.runs
        number = cell.string_number
        pieces = self.pieces.get(number, cell.pieces)
        runs = self.runs.get(number, cell.runs)
        return pieces, runs

    @cached_property
    def by_number(self) -> dict[str, str]:
        """The texts by their number as it stands in cells."""
        return {str(number): text for number, text in enumerate(self.texts)}

    @cached_property
    def longest(self) -> int:
        """How many characters the longest text has."""
        return max(map(len, self.texts), default=0)

    def length(self, number: str) -> int:
        """Return how many characters the text of a number has, 0 where there is none."""
        return len(self.text(number) or "")

    def add(self, rich: RichText) -> None:
        """Take in the next text."""
        number = len(self.texts)
        self.texts.append(rich.text)
        if rich.pieces:
            self.pieces[number] = rich.pieces
        if rich.runs:
            self.runs[number] = rich.runs


@remembered
def read_strings(data: bytes, part: str, depth: int, slack: int) -> SharedStrings:
    """Return the shared strings; refuse a table that announces `slack` more than it holds (TN-23)."""
    try:
        found, root = _plain_strings(data, part, depth)
    except NotPlain:
        found, root = _any_strings(data, part, depth)
    held, announced = len(found.texts), _announced(root, part)
    if announced > held + slack:
        raise Refused("TN-23", announced=announced, found=held)
    return found


def _plain_strings(data: bytes, part: str, depth: int) -> tuple[SharedStrings, Element]:
    """Return strings that are written as programs write them, and the tree around them.

    Raise NotPlain for any others.
    """
    before, opening, rest = data.partition(_OPEN)
    inside, closing, after = rest.rpartition(_CLOSE)
    text = (opening + inside + closing).decode(errors="replace")
    if not closing or not _ONLY_STRINGS.fullmatch(text):
        raise NotPlain
    root = tree_of(before + b"<si/>" + after, part, depth)
    if len(list(root.iter("{*}si"))) != 1:
        raise NotPlain  # they stood in a comment, or others stand beside them
    found = SharedStrings()
    for string, runs in _STRINGS.findall(text):
        if runs:
            found.add(_of_runs(runs, part, depth))
        else:
            found.texts.append(unescaped(string))
    return found, root


@lru_cache(maxsize=_KEPT)
def _of_runs(runs: str, part: str, depth: int) -> RichText:
    """Return the string of these runs; raise NotPlain for what is no XML: the whole part tells where."""
    string = f"<si>{runs}</si>"
    try:
        return rich_text(tree_of(string.encode(), part, depth))
    except Refused as refused:
        raise NotPlain from refused


def _any_strings(data: bytes, part: str, depth: int) -> tuple[SharedStrings, Element]:
    """Return strings however they are written, as trees: of a form a third of the reading."""
    found = SharedStrings()

    def take(string: Element) -> None:
        found.add(rich_text(string))

    return found, take_each(data, part, depth, "si", take)


def _announced(root: Element, part: str) -> int:
    different = root.get("uniqueCount", "")
    all_uses = root.get("count", "")
    return max(
        _number(different, part),
        _number(all_uses, part),
    )


def _number(text: str, part: str) -> int:
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > 19:
        raise Refused("TN-18", part=part, reason="số đếm sai")
    return int(text)
