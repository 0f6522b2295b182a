"""What our own scan found in the XML of one sheet, and the cells and areas it speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from khoagiao_xl.intake.safety.appearance import Run
from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.model.cell_addresses import column_index, column_name

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_HEIGHT, LEAST_WIDTH = 3.0, 1.0  # points, letters: of a row or a column anyone sees
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?")


class Rectangle(NamedTuple):
    """Cells from one corner to the other; rows and columns count from 1, the last are within."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        """How many cells it covers."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def has_row(self, row: int) -> bool:
        """Say whether it reaches over `row`."""
        return self.top <= row <= self.bottom

    def has_column(self, column: int) -> bool:
        """Say whether it reaches over `column`."""
        return self.left <= column <= self.right

    def has(self, row: int, column: int) -> bool:
        """Say whether a cell is within."""
        return self.has_row(row) and self.has_column(column)

    def holds(self, other: Rectangle) -> bool:
        """Say whether all of `other` lies in it."""
        has_first = self.has(other.top, other.left)
        has_last = self.has(other.bottom, other.right)
        return has_first and has_last

    def __str__(self) -> str:
        first = address(self.top, self.left)
        last = address(self.bottom, self.right)
        return f"{first}:{last}"


NUMBER: Final = "n"  # the kind of a cell that tells none
SHARED: Final = "s"  # of one that shows a shared string


class ScannedCell(NamedTuple):
    """A cell as it lies in the XML. `kind`: n, s, str, inlineStr, b, e, d; `raw`: the text of its value."""

    kind: str
    raw: str
    style: int
    formula: str | None = None  # "" for a cell that shares the formula of another
    runs: tuple[Run, ...] = ()  # letters of its own text that look odd
    pieces: tuple[tuple[str, str], ...] = ()  # (font, text) of its own text, where one is an old font

    @property
    def string_number(self) -> int:
        """The number of the shared string that it shows, -1 for a cell of another kind."""
        if self.kind == SHARED and self.raw.isdigit():
            return int(self.raw)
        return -1


@dataclass
class Condition:
    """A conditional format: where, which overlay of the styles, and whether it hides the value itself."""

    areas: list[Rectangle]
    overlay: int = -1
    number_format: str = ""  # of a rule that carries its own overlay
    hides_value: bool = False

    def covers(self, row: int, column: int) -> bool:
        """Say whether it may apply to a cell."""
        return any(area.has(row, column) for area in self.areas)


class Drawn(StrEnum):
    """What is drawn; the first that is found in a group decides."""

    PICTURE = "picture"
    INK = "ink"
    CHART = "chart"
    LINE = "line"
    SHAPE = "shape"
    NOTE = "note"  # the box of a comment that is always shown
    CONTROL = "control"


@dataclass(frozen=True)
class SheetDrawing:
    """Something that lies upon cells. is_filled: nobody sees what is below it."""

    kind: Drawn
    area: Rectangle
    is_filled: bool
    is_hidden: bool = False
    name: str = ""


@dataclass
class SheetScan:
    """What the XML of one sheet says; addresses are (row, column) counted from 1."""

    name: str
    state: str = "visible"
    cells: dict[tuple[int, int], ScannedCell] = field(default_factory=dict)
    values: int = 0  # cells with a value or a formula, kept or not
    last_row: int = 0
    last_column: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Rectangle] = field(default_factory=list)
    words: list[BookWords] = field(default_factory=list)  # in the sheet's own part, but in no cell
    drawings: list[SheetDrawing] = field(default_factory=list)  # what lies upon its cells
    conditions: list[Condition] = field(default_factory=list)  # conditional formats
    shows_zeros: bool = True
    hides_other_rows: bool = False  # those whose height the sheet does not tell
    hides_other_columns: bool = False  # those of which the sheet says nothing
    told_columns: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_hidden(self) -> bool:
        """Whether a person who opens the workbook does not see this sheet."""
        return self.state != "visible"

    @property
    def printed(self) -> list[str]:
        """Headers and footers, with Excel's codes in them."""
        return [word.text for word in self.words if word.kind is Outside.PRINT]

    def drawings_over(self, row: int, column: int) -> list[SheetDrawing]:
        """Return what a person sees lying upon a cell."""
        return [drawn for drawn in self.drawings if not drawn.is_hidden and drawn.area.has(row, column)]

    def hides_column(self, column: int) -> bool:
        """Say whether `column` (from 1) is hidden."""
        if _is_within(column, self.hidden_columns):
            return True
        return self.hides_other_columns and not _is_within(column, self.told_columns)


def _is_within(column: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= column <= last for first, last in spans)


def column_number(letters: str) -> int:
    """Return 1 for A, 28 for AB."""
    return column_index(letters) + 1


def address(row: int, column: int) -> str:
    """Return the A1 address of a cell counted from 1."""
    return f"{column_name(column - 1)}{row}"


def area(text: str) -> Rectangle | None:
    """Return the A1 area that `text` names, None when it names none."""
    match = _AREA.fullmatch(text.upper())
    if not match:
        return None
    left, top, right, bottom = match.groups()
    first = column_number(left)
    last = column_number(right or left)
    return Rectangle(int(top), first, int(bottom or top), last)
