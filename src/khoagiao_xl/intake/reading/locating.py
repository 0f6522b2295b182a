"""Where the lines of a form are: by codes and headings, wherever they moved, whatever the sheet is called."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from khoagiao_xl.forms import form_layout
from khoagiao_xl.vietnamese.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CODE = re.compile(r"[A-Z]{2}\d{3}")  # KG101; the office may add lines of its own
_HEADINGS = {fold(name): name for name in (*form_layout.FIGURES_HEADER, *form_layout.NARRATIVE_HEADER)}
_HEADINGS_SEARCHED = 12  # rows above the first code in which the heading may stand


@dataclass
class Block:
    """A sheet that holds coded lines; columns counted from 1, rows from 1."""

    sheet: str
    code_column: int
    columns: dict[str, int]  # heading -> column
    rows: dict[str, int] = field(default_factory=dict)  # code -> row
    doubled: dict[str, list[int]] = field(default_factory=dict)
    repaired: dict[str, str] = field(default_factory=dict)  # code -> what stood there
    header_row: int = 0
    is_figures: bool = True  # «Số liệu» under whatever name, else «Thuyết minh»


def code_of(value: object) -> str:
    """Return the indicator code that a cell holds, empty when it holds none."""
    if not isinstance(value, str) or not 5 <= len(value) <= 20 or value.isalpha():
        return ""
    if CODE.fullmatch(value):
        return value
    text = clean(value).text.upper().replace(" ", "")
    return text if CODE.fullmatch(text) else ""


def find_blocks(grids: Mapping[str, Sequence[Sequence[Any]]]) -> list[Block]:
    """Return every sheet with a column of codes under a heading of ours."""
    return [block for name, rows in grids.items() if (block := _find_block(name, rows))]


def _find_block(name: str, rows: Sequence[Sequence[Any]]) -> Block | None:
    at = {(row, column): code for row, values in enumerate(rows, 1) for column, value in enumerate(values, 1)
          if isinstance(value, str) and (code := code_of(value))}  # fmt: skip
    if not at:
        return None
    code_column = Counter(column for _, column in at).most_common(1)[0][0]
    lines = {row: code for (row, column), code in at.items() if column == code_column}
    header_row, found = _find_heading(rows, min(lines))
    counted = Counter(heading for heading, _ in found)
    # A heading that stands twice tells nothing.
    columns = {heading: column for heading, column in found if counted[heading] == 1}
    block = Block(name, code_column, columns, header_row=header_row, is_figures="Kỳ này" in counted)
    for row, code in lines.items():
        if code in block.rows:
            block.doubled.setdefault(code, [block.rows[code]]).append(row)
        else:
            block.rows[code] = row
            if (typed := rows[row - 1][code_column - 1]) != code:
                block.repaired[code] = typed
    return block if found else None


def _find_heading(rows: Sequence[Sequence[Any]], first: int) -> tuple[int, list[tuple[str, int]]]:
    """Return the row nearest above the first code that holds headings of ours, and their columns."""
    for row in range(first - 1, max(0, first - 1 - _HEADINGS_SEARCHED), -1):
        texts = [(value, column) for column, value in enumerate(rows[row - 1], 1) if isinstance(value, str)]
        found = [(_HEADINGS[key], column) for value, column in texts if (key := fold(value)) in _HEADINGS]
        if any(heading in ("Kỳ này", "Trả lời") for heading, _ in found):
            return row, found
    return 0, []
