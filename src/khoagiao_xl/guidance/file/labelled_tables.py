"""Tables of two columns that say of one task who, when and what comes out: read as lines «label: value»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.word_grid import GridRow
from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain

_COLUMNS = 2
_FEWEST_ROWS = 2
_LENGTHENS, _NAMES_WORK = "đi sau", "tên việc"
_ROWS = language_rows("attribute_labels")


def _labels(*, naming_work: bool) -> str:
    words: list[str] = []
    for row in _ROWS:
        meaning = row["Nghĩa"]
        if meaning == _LENGTHENS:
            continue
        if (meaning == _NAMES_WORK) is naming_work:
            words.append(row["Nhãn"])
    words.sort(key=len, reverse=True)
    return "|".join(words)


_LONGER = "|".join(row["Nhãn"] for row in _ROWS if row["Nghĩa"] == _LENGTHENS)
_AND = r"\s*(?:,|-|&|/|và)\s*"
_SAYS = _labels(naming_work=False)
_LABEL = re.compile(rf"(?:{_SAYS})(?:{_AND}(?:{_SAYS}))*(?:\s+(?:{_LONGER}))*\s*:?")
_WORK = re.compile(rf"(?:{_labels(naming_work=True)})\s*:?")


def labelled_lines(rows: list[GridRow]) -> list[Block]:
    """Return the lines of a table whose left column holds nothing but labels, none of any other."""
    if len(rows) < _FEWEST_ROWS:
        return []
    lines = [row.drawn for row in rows]
    if not all(map(_is_labelled, lines)):
        return []
    return list(map(_line, lines))


def _is_labelled(cells: list[str]) -> bool:
    if len(cells) != _COLUMNS:
        return False
    label = plain(cells[0]).strip()
    if not cells[1].strip():
        return False
    return any(_matches(label))


def _matches(label: str) -> Iterator[bool]:
    yield _LABEL.fullmatch(label) is not None
    yield _WORK.fullmatch(label) is not None


def _line(cells: list[str]) -> Block:
    label, value = cells
    bare = label.strip(" :")
    words = "; ".join(value.split("\n"))
    if _WORK.fullmatch(plain(bare)):
        return Block(words)
    return Block(f"{bare}: {words}")
