"""Tables in a text file: lines of cells parted by strokes or tabs, under a line that reads as a head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.word_grid import GridCell, GridRow
from khoagiao_xl.guidance.words.column_words import speaks_like_head
from khoagiao_xl.vietnamese.running_text import clean_line

_SIGNS = ("|", "\t")
_RULE = re.compile(r"[\s|:+\-–—=_]*")


def parts_of(lines: list[str]) -> Iterator[tuple[list[str], list[GridRow]]]:
    """Yield the lines up to each table, with its rows; behind the last table there are none."""
    text: list[str] = []
    table: list[GridRow] = []
    sign = ""
    for line in lines:
        if table and _goes_on(line, sign):
            table += _rows(line, sign)
            continue
        if table:
            yield text, table
            text = []
            table = []
        sign = _sign_of(line)
        if sign:
            table = list(_rows(line, sign))
        else:
            text.append(line)
    yield text, table


def _sign_of(line: str) -> str:
    """Return what parts the cells of a line that reads as the head of a table, "" where it is none."""
    for sign in _SIGNS:
        if sign not in line:
            continue
        cells = _cells(line, sign)
        if speaks_like_head(cells):
            return sign
    return ""


def _goes_on(line: str, sign: str) -> bool:
    if sign in line:
        return True
    # A rule of signs between rows has no strokes where the cells are parted by them.
    if sign != "|":
        return False
    if line.strip() == "":
        return False
    return _RULE.fullmatch(line) is not None


def _rows(line: str, sign: str) -> Iterator[GridRow]:
    if _RULE.fullmatch(line):
        return
    texts = _cells(line, sign)
    yield GridRow(list(map(_cell, texts)))


def _cell(text: str) -> GridCell:
    blocks: list[Block] = []
    if text:
        blocks.append(Block(text))
    return GridCell(blocks)


def _cells(line: str, sign: str) -> list[str]:
    inside = line
    if sign == "|":
        inside = line.strip(" |")
    return list(map(clean_line, inside.split(sign)))
