"""Lines of pages joined to the paragraphs they were broken from, without what stands on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.page_lines import PageLine
from khoagiao_xl.guidance.file.plaintext import MARKED
from khoagiao_xl.vietnamese.running_text import clean_line
from khoagiao_xl.vietnamese.secrecy_marks import Where, bears_mark

# A date that ends a paragraph («30/6») may stand alone on its line too.
_PAGE_NUMBER: Final = re.compile(r"[-–]?\s*\d{1,3}\s*[-–]?|Trang\s*\d{1,3}(?:\s*/\s*\d{1,3})?", re.IGNORECASE)
_ROOM: Final = 1.45  # of the size of letters: between the text and what stands on every page
_SAME_HEIGHT: Final = 4.0  # points
_FIGURES: Final = re.compile(r"\d+")
_AT_EDGE: Final = 2  # lines at the top and the bottom of a page that may stand on every page
_STOPS: Final = (".", ";", ":", "!", "?", "…", "./.", ".”", ";”")
_SMALL: Final = 0.88  # of the usual size of letters: a note at the foot of a page
_CUT_YEAR: Final = re.compile(r"\D*\d{1,2}/\d{1,2}/(?:\d\|\d{3}|\d\d\|\d\d|\d{3}\|\d)(?!\d).*")
_NOTE: Final = re.compile(r"(?:\[?\d{1,2}\]?|\*{1,3})\s?[^\W\d_]")
_SAME_SIZE: Final = 0.8  # points
_INDENT: Final = 9.0  # points
_AT_MARGIN: Final = 3.0
_NEARLY_ALL: Final = 0.95  # of the lines end where the column does, or before
_USUAL_PITCH, _BLANK = 1.2, 0.25  # of the size of letters
_LOOSE: Final = 1.25  # of the usual distance of lines: room between two paragraphs
_JUSTIFIED: Final = 0.5  # of the lines end at the very margin
_RULE: Final = re.compile(r"[-–*_=.…\s]+")


@dataclass(frozen=True)
class TextColumn:
    """Where lines usually begin and end, how far they stand apart, and how large their letters are."""

    left: float
    right: float
    pitch: float
    size: float
    is_justified: bool


def column_of(lines: list[PageLine]) -> TextColumn:
    """Return the measures of lines that stand in one column."""
    right = _right_margin(lines)
    at_margin = [line for line in lines if abs(line.right - right) < _AT_MARGIN]
    sizes = [line.size for line in lines]
    lefts = [line.left for line in lines]
    size = median(sizes)
    usual_pitch = size * _USUAL_PITCH
    steps = list(_steps(lines)) or [usual_pitch]
    many = len(lines) * _JUSTIFIED
    return TextColumn(
        left=min(lefts),
        right=right,
        pitch=median(steps),
        size=size,
        is_justified=len(at_margin) > many,
    )


def _right_margin(lines: list[PageLine]) -> float:
    """Return where nearly all lines end, or before; a word that is too long may stand out."""
    rights = [line.right for line in lines]
    rights.sort()
    nearly_all = int(len(rights) * _NEARLY_ALL)
    last = len(rights) - 1
    place = min(nearly_all, last)
    return rights[place]


def _steps(lines: list[PageLine]) -> Iterator[float]:
    """Yield how far each line stands below the one before it."""
    for before, line in pairwise(lines):
        step = before.base - line.base
        if before.page != line.page:
            continue
        if step > 0:
            yield step


# -- what stands on every page ----------------------------------------------------------------------------


def without_margins(pages: list[list[PageLine]]) -> list[list[PageLine]]:
    """Return the lines of the pages without numbers of pages and lines that every page repeats.

    A mark of secrecy stays where it stands first: it decides whether the document is read at all.
    """
    counts: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        shapes = set(map(_shape, _set_apart(lines)))
        counts.update(shapes)
    third = len(pages) // 3
    enough = max(2, third)
    repeated: set[tuple[str, int]] = set()
    for shape, count in counts.items():
        if count >= enough:
            repeated.add(shape)
    bare: list[list[PageLine]] = []
    for lines in pages:
        kept = list(_without(lines, repeated))
        bare.append(kept)
    return bare


def _without(lines: list[PageLine], repeated: set[tuple[str, int]]) -> Iterator[PageLine]:
    from_top = sorted(lines, key=_depth)
    at_top = from_top[:_AT_EDGE]
    at_bottom = from_top[-_AT_EDGE:]
    edges = at_top + at_bottom
    apart = list(_set_apart(lines))
    for line in lines:
        if line in edges and _PAGE_NUMBER.fullmatch(line.text):
            continue
        if line in apart and _is_margin(line, repeated):
            continue
        yield line


def _set_apart(lines: list[PageLine]) -> Iterator[PageLine]:
    """Yield the lines at the top and at the bottom between which and the text there is room."""
    from_top = sorted(lines, key=_depth)
    yield from _before_room(from_top)
    from_top.reverse()
    yield from _before_room(from_top)


def _before_room(ordered: list[PageLine]) -> Iterator[PageLine]:
    most = _AT_EDGE + 1
    outermost = ordered[:most]
    for count, (last, following) in enumerate(pairwise(outermost), 1):
        step = last.base - following.base
        room = abs(step)
        least = _ROOM * following.size
        if room > least:
            yield from ordered[:count]


def _depth(line: PageLine) -> float:
    return -line.base


def _shape(line: PageLine) -> tuple[str, int]:
    """Return what a line is but for its figures, and how high it stands."""
    low = line.text.casefold()
    words = _FIGURES.sub("#", low)
    height = round(line.base / _SAME_HEIGHT)
    return words, height


def _is_margin(line: PageLine, repeated: set[tuple[str, int]]) -> bool:
    if _shape(line) not in repeated:
        return False
    return not bears_mark(line.text, Where.TEXT)


# -- paragraphs -------------------------------------------------------------------------------------------


def paragraphs(lines: Iterable[PageLine], column: TextColumn) -> list[Block]:
    """Return the lines joined to paragraphs; smaller letters at the foot of a page are notes."""
    groups: list[list[PageLine]] = []
    notes: list[list[PageLine]] = []
    for line in lines:
        where = groups
        if _is_of_note(line, notes, column):
            where = notes
        if where and _goes_on(where[-1], line, column):
            where[-1].append(line)
        else:
            where.append([line])
    text_blocks = _as_blocks(groups, "text")
    note_blocks = _as_blocks(notes, "note")
    return [*text_blocks, *note_blocks]


def _is_of_note(line: PageLine, notes: list[list[PageLine]], column: TextColumn) -> bool:
    if line.size >= column.size * _SMALL:
        return False
    if _NOTE.match(line.text):
        return True
    if not notes:
        return False
    last = notes[-1][-1]
    return last.page == line.page


def _as_blocks(groups: list[list[PageLine]], kind: str) -> Iterator[Block]:
    for lines in groups:
        texts = [line.text for line in lines]
        text = joined(texts)
        if _RULE.fullmatch(text):
            continue
        is_bold = all(line.is_bold for line in lines)
        yield Block(text, kind=kind, is_bold=is_bold)


def joined(texts: Iterable[str]) -> str:
    """Return the lines of a paragraph as one; a symbol or a word cut at its hyphen is made whole."""
    whole = ""
    for text in texts:
        if whole.endswith("\u00ad") or _is_cut_symbol(whole, text):
            whole += text
        else:
            whole = f"{whole} {text}"
    return clean_line(whole)


def _is_cut_symbol(whole: str, text: str) -> bool:
    """Say whether «45-» or «12-NQ/» goes on with «NQ/TW», «21/10/202» with «2»."""
    if not text[:1].isalnum():
        return False
    *_, word = whole.rpartition(" ")
    cut = f"{word}|{text}"
    if _CUT_YEAR.fullmatch(cut):
        return True
    if not word.endswith(("-", "/")):
        return False
    if len(word) <= 1:
        return False
    return any(map(str.isdigit, word))


def _goes_on(group: list[PageLine], line: PageLine, column: TextColumn) -> bool:
    """Say whether a line belongs to the paragraph whose lines are in `group`."""
    before = group[-1]
    if _is_apart(before, line, column):
        return False
    if not _is_full(before, line, column):
        return False
    if line.edge or before.edge:
        return _goes_on_beside(group, line)
    has_stopped = before.text.endswith(_STOPS)
    is_inside = line.left <= column.left + _AT_MARGIN
    if MARKED.match(line.text):
        is_within = is_inside and before.left > line.left
        if not is_within:
            return False
        return not has_stopped
    if line.left > before.left + _INDENT:
        return _hangs(group, line)
    # Two lines that begin as far inside may be the first ones of two paragraphs.
    if len(group) == 1 and not is_inside and _is_below(before, line):
        return not has_stopped
    return True


def _is_apart(before: PageLine, line: PageLine, column: TextColumn) -> bool:
    """Say whether the letters are of another size, or more room than usual stands between the lines."""
    if abs(before.size - line.size) > _SAME_SIZE:
        return True
    if before.page != line.page:
        return False
    step = before.base - line.base
    return step > column.pitch * _LOOSE


def _is_below(before: PageLine, line: PageLine) -> bool:
    """Say whether two lines begin on one height of the page's width."""
    return abs(line.left - before.left) < _AT_MARGIN


def _goes_on_beside(group: list[PageLine], line: PageLine) -> bool:
    """Say so of lines in a column beside another: those of a letterhead are centred, each of its own."""
    before = group[-1]
    if line.edge != before.edge:
        return False
    if MARKED.match(line.text):
        return False
    if before.text.isupper():
        return _is_last_word(before, line)
    if _is_below(before, line):
        return True
    if len(group) != 1:
        return False
    return _hangs(group, line)


def _is_last_word(before: PageLine, line: PageLine) -> bool:
    """Say whether the name of a body had no room for its last word: no body has a name of one word."""
    is_widest = before.right >= before.edge - _AT_MARGIN
    is_word = " " not in line.text and line.text.isalpha()
    if not is_widest:
        return False
    if not is_word:
        return False
    return line.text.isupper()


def _is_full(before: PageLine, line: PageLine, column: TextColumn) -> bool:
    """Say whether the first word of `line` had no room any more on the line before it."""
    right = before.edge or column.right
    room = right - before.right
    has_stopped = before.text.endswith(_STOPS)
    is_short = room > _AT_MARGIN
    if column.is_justified and has_stopped and is_short:
        return False
    blank = _BLANK * line.size
    wanted = line.first + blank
    return room < wanted


def _hangs(group: list[PageLine], line: PageLine) -> bool:
    """Say whether a line begins further inside because a number hangs out in front of the first one."""
    if not MARKED.match(group[0].text):
        return False
    if len(group) == 1:
        return True
    return _is_below(group[-1], line)
