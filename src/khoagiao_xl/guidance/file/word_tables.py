"""Tables of a .docx as blocks: layout tables as paragraphs, real ones row by row under their head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from khoagiao_xl.guidance.file.block import Block
from khoagiao_xl.guidance.file.labelled_tables import labelled_lines
from khoagiao_xl.guidance.file.table_head import ORDINAL, headings_of, is_period, once, rows_of_head
from khoagiao_xl.guidance.file.word_grid import GridRow, lay_out
from khoagiao_xl.guidance.words.column_words import counts_columns, period_of, speaks_like_head
from khoagiao_xl.vietnamese.running_text import plain

_GROUP = re.compile(r"\W*(?:[IVX]{1,5}|[A-ZĐ])\W*")
_COUNTED = re.compile(r"\W*\d{1,3}(?:\.\d{1,2})*\W*")
# What only letterheads and signatures hold.
_FRAME = re.compile(
    r"(?:nơi nhận|nơi gửi)\s*:|(?:t/m|tm\.|k/t|kt\.|t/l|tl\.)\s|"
    r".{0,80}(?:đảng cộng sản việt nam|cộng hòa xã hội chủ nghĩa)",
    re.DOTALL,
)
_MOST_OF_FRAME = 8  # rows
_FEWEST_OF_PAIRS = 4  # rows of a table of two columns without a head


def table_blocks(rows: list[GridRow]) -> Iterator[Block]:
    """Yield a layout table paragraph by paragraph, and a real one row by row under its head."""
    labelled = labelled_lines(rows)
    if labelled:
        yield from labelled
        return
    if _is_layout(rows):
        for row in rows:
            for cell in row.cells:
                yield from cell.blocks
        return
    lay_out(rows)
    is_first = True
    for block in _blocks(rows):
        yield replace(block, opens_table=is_first)
        is_first = False


def _blocks(rows: list[GridRow]) -> Iterator[Block]:
    start = _captions(rows)
    for row in rows[:start]:
        yield _group(row)
    below = rows[start:]
    height = rows_of_head(below)
    head = below[:height]
    for row in head:
        yield Block(row.line, kind="header row")
    width = len(rows[0].places)
    headings = headings_of(head, width)
    repeated = {row.line for row in head}
    for row in below[height:]:
        if row.line in repeated or counts_columns(row.drawn):
            yield Block(row.line, kind="header row")
        elif _is_group(row):
            yield _group(row)
        elif any(row.drawn):
            yield _row(row, headings)


def _captions(rows: list[GridRow]) -> int:
    """Return how many rows above the head are one line over all columns."""
    count = 0
    for row in rows[:-1]:
        if len(row.cells) > 1:
            break
        count += 1
    return count


def _row(row: GridRow, headings: list[str]) -> Block:
    cells: list[tuple[str, str]] = []
    headed = zip(headings, row.places, strict=True)
    for place, (heading, text) in enumerate(headed):
        said = text
        # A bar over the months of a schedule means what a cross in them means.
        if place in row.shaded and is_period(heading):
            said = "x"
        cell = (heading, said)
        cells.append(cell)
    return Block(
        row.line,
        kind="row",
        cells=tuple(cells),
        continued=row.continued,
    )


def _group(row: GridRow) -> Block:
    words = once(row.drawn)
    label = ""
    name = ""
    if words:
        name = words[-1]
    if len(words) > 1:
        label = words[0]
    cell = (label, name)
    return Block(row.line, kind="group row", cells=(cell,))


def _is_group(row: GridRow) -> bool:
    """Say whether a row names a group of the rows below it: «B | LĨNH VỰC GIÁO DỤC», «Tháng 3»."""
    words = once(row.drawn)
    telling = [text for text in words if not ORDINAL.fullmatch(text)]
    if len(telling) != 1:
        return False
    heading = telling[0]
    if words[-1] != heading:
        return False
    if heading.isupper():
        return True
    if period_of(heading):
        return True
    if len(words) > 1 and _GROUP.fullmatch(words[0]):
        return True
    over = row.lies_over(heading)
    if over <= 1:
        return False
    beside = len(row.places) - over
    return beside <= 2


def _is_layout(rows: list[GridRow]) -> bool:
    """Say whether a table only places text: a letterhead, a signature, a box round a paragraph."""
    widths = [len(row.cells) for row in rows]
    columns = max(widths, default=0)
    if columns < 2:
        return True
    if _is_frame(rows):
        return True
    first = rows[0].drawn
    if len(rows) > 1 and speaks_like_head(first):
        return False
    # The second page of a table that Word cut in two has no head, and may be one row.
    if columns > 2 and _COUNTED.fullmatch(first[0]):
        return False
    if columns == 2:
        return len(rows) < _FEWEST_OF_PAIRS
    return len(rows) < 2


def _is_frame(rows: list[GridRow]) -> bool:
    if len(rows) > _MOST_OF_FRAME:
        return False
    for row in rows:
        low = map(plain, row.drawn)
        if any(map(_FRAME.match, low)):
            return True
    return False
