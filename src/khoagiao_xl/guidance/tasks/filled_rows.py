"""The rows of a table with what a reader fills in: ditto marks, months over blank cells, cut rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from khoagiao_xl.guidance.tasks.cell_kinds import is_when
from khoagiao_xl.guidance.tasks.time_columns import width_of
from khoagiao_xl.guidance.tree.node import Node
from khoagiao_xl.guidance.words.column_words import ColumnRole, role_of
from khoagiao_xl.vietnamese.ditto_marks import is_ditto

Cells = tuple[tuple[str, str], ...]  # (heading, text)

_STROKES = re.compile(r"\s*(?://|\\\\)\s*")
_ENDS = (".", ";", ":", "!")
_WORK = frozenset({ColumnRole.TEXT, ColumnRole.DETAIL})
_MONTH = 2  # the width of a column of months; a quarter is wider


@dataclass
class _RowFilling:
    """The rows filled so far. carried: the months by their columns, until a line over all columns."""

    rows: list[Node] = field(default_factory=list)
    carried: dict[int, str] = field(default_factory=dict)

    def add(self, node: Node) -> None:
        """Add a row as its reader understands it."""
        if node.block.kind != "row":
            self.carried.clear()
            return
        above: Cells = ()
        if self.rows:
            above = self.rows[-1].block.cells
        cells = _without_dittos(node.block.cells, above)
        if _goes_on(cells, above):
            self._lengthen(cells)
            cells = tuple((head, "") for head, _ in cells)
        self._add_carried(node, cells)

    def _lengthen(self, cells: Cells) -> None:
        last = self.rows[-1]
        joined: list[tuple[str, str]] = []
        pairs = zip(last.block.cells, cells, strict=True)
        for cell, beside in pairs:
            head, text = cell
            _, more = beside
            words = f"{text} {more}".strip()
            longer = (head, words)
            joined.append(longer)
        self.rows[-1] = _with_cells(last, tuple(joined))

    def _add_carried(self, node: Node, cells: Cells) -> None:
        """Add a row, with the month or the body above in a blank cell where these stand before the work."""
        filled = list(cells)
        carried: list[int] = []
        says = any(text.strip() for _, text in cells)
        for place in (*_month_columns(cells)[:1], *_body_columns(cells)[:1]):
            head, text = cells[place]
            if text.strip():
                self.carried[place] = text
            elif says and place in self.carried:
                filled[place] = (head, self.carried[place])
                carried.append(place)
        block = replace(
            node.block,
            cells=tuple(filled),
            continued=(*node.block.continued, *carried),
            carried=tuple(carried),
        )
        self.rows.append(replace(node, block=block))


def filled_rows(nodes: Iterable[Node]) -> list[Node]:
    """Return the rows of a table, without its heads and the lines over all columns."""
    filling = _RowFilling()
    for node in nodes:
        filling.add(node)
    return filling.rows


def _without_dittos(cells: Cells, above: Cells) -> Cells:
    """Return the cells with that of the row above in place of «-nt-», «như trên», «”»."""
    filled: list[tuple[str, str]] = []
    for place, (head, text) in enumerate(cells):
        said = text
        if _is_ditto(text):
            said = _text_at(above, place)
        filled.append((head, said))
    return tuple(filled)


def _is_ditto(text: str) -> bool:
    if not text.strip():
        return False
    if is_ditto(text):
        return True
    return _STROKES.fullmatch(text) is not None


def _text_at(cells: Cells, place: int) -> str:
    for _, text in cells[place:][:1]:
        return text
    return ""


def _goes_on(cells: Cells, above: Cells) -> bool:
    """Say whether a row only goes on the one above: not counted, and its first words in small letters."""
    number = _number_column(cells)
    if number is None or len(above) != len(cells):
        return False
    if _text_at(cells, number).strip() or not _text_at(above, number).strip():
        return False
    filled = [
        (text.strip(), before.strip())
        for (_, text), (_, before) in zip(cells, above, strict=True)
        if text.strip()
    ]
    if not filled:
        return False
    first, _ = filled[0]
    if not first[0].islower():
        return False
    return all(_is_rest(text, before) for text, before in filled)


def _is_rest(text: str, before: str) -> bool:
    """Say whether a cell may be the rest of the one above it."""
    if not before or before.endswith(_ENDS):
        return False
    if text[0].islower():
        return True
    return not is_when(text)


def _number_column(cells: Cells) -> int | None:
    for place, (head, _) in enumerate(cells):
        if role_of(head) is ColumnRole.NUMBER:
            return place
    return None


def _month_columns(cells: Cells) -> Sequence[int]:
    """Return the columns of months or quarters that stand before the work."""
    found: list[int] = []
    for place, (head, _) in enumerate(cells):
        role = role_of(head)
        if role in _WORK:
            break
        if role is ColumnRole.DUE and width_of(head) >= _MONTH:
            found.append(place)
    return found


def _body_columns(cells: Cells) -> Sequence[int]:
    """Return the columns of who does it that stand before the work: what is blank there is as above."""
    found: list[int] = []
    for place, (head, _) in enumerate(cells):
        role = role_of(head)
        if role in _WORK:
            return found
        if role is ColumnRole.LEAD:
            found.append(place)
    return []


def _with_cells(node: Node, cells: Cells) -> Node:
    block = replace(node.block, cells=cells)
    return replace(node, block=block)
