"""The letters of a page as lines, in the order in which they are read, columns one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from khoagiao_xl.guidance.file.pdf_glyphs import Glyph
from khoagiao_xl.vietnamese.blank_text import is_blank

_SAME_LINE: Final = 0.45  # of the size of letters: raised figures of notes stand in their line
_SPACE: Final = 0.12  # of the size: so far apart are words where no space was written
_COLUMN: Final = 2.2  # of the size: so far apart are columns, and a list's number from its text
_NEAR: Final = 3.0  # of the size: lines of one letterhead are not farther apart
_OFF: Final = 1.9  # of the size: a line after such a room is no line of the letterhead any more
_PARTED: Final = 0.5  # of the size: room between two columns whose lines fill them
_SHIFTED: Final = 40.0  # points: so much further left may a wider centred line begin
_GUTTER: Final = 6.0  # points
_NUMBER_ALONE: Final = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđA-ZĐ]|[-–+*•▪●■➢✓])[.)/]*"
)


@dataclass(frozen=True)
class Word:
    """A word of a line, and where it begins and ends."""

    text: str
    left: float
    right: float


@dataclass(frozen=True)
class PageLine:
    """A line of one column.

    left, right, base, size: in points; first: how wide its first word is;
    edge: where the column ends that it stands in, beside another one; 0 for a line of the page's own.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    first: float
    is_bold: bool = False
    page: int = 0
    edge: float = 0.0
    words: tuple[Word, ...] = ()


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[PageLine]:
    """Return the lines of a page, or of a cell, from top to bottom, one column after the other."""
    rows: list[list[PageLine]] = []
    for cluster in _clusters(glyphs):
        row = list(_segments(cluster, page))
        if row:
            rows.append(row)
    return list(_in_columns(rows))


def _clusters(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the letters that stand on one height."""
    cluster: list[Glyph] = []
    for glyph in sorted(glyphs, key=_height):
        if cluster and _is_below(cluster, glyph):
            yield cluster
            cluster = []
        cluster.append(glyph)
    if cluster:
        yield cluster


def _height(glyph: Glyph) -> float:
    return -glyph.base


def _is_below(cluster: list[Glyph], glyph: Glyph) -> bool:
    first = cluster[0]
    size = max(glyph.size, first.size)
    step = first.base - glyph.base
    most = _SAME_LINE * size
    return step > most


def _segments(cluster: list[Glyph], page: int) -> Iterator[PageLine]:
    """Yield the pieces of a line that stand far apart; the number of a list stays with its text."""
    piece: list[Glyph] = []
    for glyph in sorted(cluster, key=_place):
        if piece and _is_apart(piece, glyph):
            yield from _line(piece, page)
            piece = []
        piece.append(glyph)
    yield from _line(piece, page)


def _place(glyph: Glyph) -> float:
    return glyph.left


def _is_apart(piece: list[Glyph], glyph: Glyph) -> bool:
    shown = _shown(piece)
    if not shown:
        return False
    if is_blank(glyph.letter):
        return False
    before = shown[-1]
    room = glyph.left - before.right
    if room < _COLUMN * glyph.size:
        return False
    letters = [one.letter for one in shown]
    number = "".join(letters)
    return _NUMBER_ALONE.fullmatch(number) is None


def _shown(piece: list[Glyph]) -> list[Glyph]:
    return [glyph for glyph in piece if not is_blank(glyph.letter)]


def _line(piece: list[Glyph], page: int) -> Iterator[PageLine]:
    shown = _shown(piece)
    if not shown:
        return
    letters_of_words = _words(piece)
    words = tuple(map(_as_word, letters_of_words))
    rights = [glyph.right for glyph in shown]
    bases = [glyph.base for glyph in shown]
    sizes = [glyph.size for glyph in shown]
    yield PageLine(
        text=_text(words),
        words=words,
        left=shown[0].left,
        right=max(rights),
        base=median(bases),
        size=median(sizes),
        first=_width(words[0]),
        is_bold=all(glyph.is_bold for glyph in shown),
        page=page,
    )


def _words(piece: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the letters of each word: a blank parts words, and so does room where none was written."""
    word: list[Glyph] = []
    for glyph in piece:
        is_gap = is_blank(glyph.letter)
        if word and (is_gap or _has_room(word[-1], glyph)):
            yield word
            word = []
        if not is_gap:
            word.append(glyph)
    if word:
        yield word


def _has_room(before: Glyph, glyph: Glyph) -> bool:
    room = glyph.left - before.right
    least = _SPACE * glyph.size
    return room > least


def _as_word(glyphs: list[Glyph]) -> Word:
    letters = [glyph.letter for glyph in glyphs]
    text = "".join(letters)
    first = glyphs[0]
    last = glyphs[-1]
    return Word(text, first.left, last.right)


def _text(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)


def _width(word: Word) -> float:
    return word.right - word.left


# -- columns ----------------------------------------------------------------------------------------------


@dataclass
class _Columns:
    """Two columns side by side. edge: where the left one ends; start: where the right one begins."""

    edge: float
    start: float
    left: list[PageLine]
    right: list[PageLine]
    base: float

    def takes(self, row: list[PageLine]) -> bool:
        """Take in a row that keeps the gutter free; say whether it did."""
        first = row[0]
        if len(row) > 2:
            return False
        step = self.base - first.base
        most = _NEAR * first.size
        if step > most:
            return False
        left = [line for line in row if line.left < self.edge]
        right = [line for line in row if line.left >= self.edge]
        edges = [line.right for line in left]
        starts = [line.left for line in right]
        edge = max([self.edge, *edges])
        start = min([self.start, *starts])
        gutter = start - edge
        if gutter < _GUTTER:
            return False
        self.edge = edge
        self.start = start
        self.base = first.base
        self.left += left
        self.right += right
        return True

    def lines(self) -> Iterator[PageLine]:
        """Yield the left column down to its first gap, the right one, then what is below."""
        bases = [line.base for line in self.right]
        lowest = min(bases, default=0.0)
        below: list[PageLine] = []
        before = self.left[0]
        for line in self.left:
            step = before.base - line.base
            most = _OFF * line.size
            is_off = step > most
            is_lowest = line.base < lowest
            if below or (is_off and is_lowest):
                below.append(line)
            else:
                yield replace(line, edge=self.edge)
            before = line
        edges = [line.right for line in self.right]
        edge = max(edges, default=0.0)
        for line in self.right:
            yield replace(line, edge=edge)
        yield from below


def _parted(row: list[PageLine], start: float) -> list[PageLine]:
    """Return a line in two where one of its words begins as far right as the right column does."""
    line = row[0]
    leftmost = start - _SHIFTED
    least = _PARTED * line.size
    for count, (before, word) in enumerate(pairwise(line.words), 1):
        if word.left < leftmost:
            continue
        room = word.left - before.right
        if room <= least:
            continue
        left = line.words[:count]
        right = line.words[count:]
        return [_piece_of(line, left), _piece_of(line, right)]
    return row


def _piece_of(line: PageLine, words: tuple[Word, ...]) -> PageLine:
    return replace(
        line,
        text=_text(words),
        words=words,
        left=words[0].left,
        right=words[-1].right,
        first=_width(words[0]),
    )


def _in_columns(rows: list[list[PageLine]]) -> Iterator[PageLine]:
    columns: _Columns | None = None
    for row in rows:
        if columns and columns.takes(row):
            continue
        if columns and columns.takes(_parted(row, columns.start)):
            continue
        if columns:
            yield from columns.lines()
            columns = None
        if len(row) == 2:
            left, right = row
            columns = _Columns(left.right, right.left, [left], [right], left.base)
        else:
            yield from row
    if columns:
        yield from columns.lines()
