"""Our own scan of a sheet's XML: what the reader of values drops, turns into blanks, or cannot bear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from khoagiao_xl.intake.safety.appearance import Gatherer
from khoagiao_xl.intake.safety.book_words import BookWords, Outside
from khoagiao_xl.intake.safety.part_words import PRINTED
from khoagiao_xl.intake.safety.scanned_sheet import (
    Condition,
    Rectangle,
    ScannedCell,
    SheetScan,
    address,
    area,
    column_number,
)
from khoagiao_xl.intake.safety.xml_guard import Refused, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from khoagiao_xl.intake.safety.limits import Limits

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
LEAST_HEIGHT, LEAST_WIDTH = 3.0, 1.0  # points, letters: of a row or a column anyone sees
_MOST_AREAS = 2000  # of conditional formats that are looked at
_EVERYWHERE = "A1:XFD1048576"
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def scan_sheet(chunks: Iterable[bytes], part: str, scan: SheetScan, limits: Limits) -> None:
    """Fill `scan` from the sheet's XML; raise Refused for what no reader can bear."""
    handler = _SheetHandler(part, scan, limits)
    walk(
        chunks,
        part,
        limits.depth,
        handler.start,
        handler.end,
        handler.text,
    )
    if scan.last_row * scan.last_column > limits.box:
        last = address(scan.last_row, scan.last_column)
        raise Refused("TN-19", sheet=scan.name, cell=last)


class _SheetHandler:
    """Gathers cells while expat walks over a sheet."""

    def __init__(self, part: str, scan: SheetScan, limits: Limits) -> None:
        self.part = part
        self.scan = scan
        self.limits = limits
        self.row = self.column = self.rows = self.merged = 0
        self.last_counted_row = 0
        self.cell: dict[str, str] | None = None
        self.in_data = False
        self.reading = ""  # the element whose text is being gathered
        self.value: list[str] = []
        self.formula: list[str] | None = None
        self.gatherer = Gatherer()
        self.hides_untold_rows = False
        self.areas: list[Rectangle] = []
        self.printed: list[str] = []

    def start(self, name: str, at: Mapping[str, str]) -> None:
        if name == "c" and self.in_data:
            self._start_cell(at)
        elif name in ("v", "f", "t") and self.cell is not None:
            self.reading = name
            if name == "f":
                self.formula = []
        elif name == "rPh":
            self.reading = ""
        elif name in self.STARTS:
            self.STARTS[name](self, at)
        elif self.cell is not None:
            self.gatherer.start(name, at)

    def text(self, data: str) -> None:
        if self.reading in ("v", "t"):
            self.value.append(data)
            self.gatherer.add(data)
        elif self.reading == "f" and self.formula is not None:
            self.formula.append(data)
        elif self.reading == "print":
            self.printed.append(data)

    def end(self, name: str) -> None:
        if name == "c" and self.cell is not None:
            self._end_cell(self.cell)
            self.cell = None
        elif name == "sheetData":
            self.in_data = False
        elif name in PRINTED and self.reading == "print":
            self._tell(Outside.PRINT, "", "".join(self.printed))
            self.reading = ""
        if name in ("v", "f", "t", "rPh"):
            self.reading = ""

    # -- rows and cells --

    def _start_data(self, _: Mapping[str, str]) -> None:
        self.in_data = True

    def _start_row(self, at: Mapping[str, str]) -> None:
        if not self.in_data:
            return
        row = self._whole(at.get("r", str(self.row + 1)))
        # Rows out of order or twice are read differently by different readers.
        if not self.row < row <= LAST_ROW:
            raise self._out_of_place(f"dòng {at.get('r')}")
        self.row = row
        self.column = 0
        if _is_on(at.get("hidden")) or self._is_low(at):
            self.scan.hidden_rows.add(row)

    def _is_low(self, at: Mapping[str, str]) -> bool:
        if "ht" in at:
            return _size(at["ht"]) < LEAST_HEIGHT
        return self.hides_untold_rows

    def _whole(self, text: str) -> int:
        if not text.isascii() or not text.isdigit() or len(text) > 10:
            raise self._out_of_place(f"dòng {text[:20]}")
        return int(text)

    def _out_of_place(self, where: str) -> Refused:
        return Refused("TN-19", sheet=self.scan.name, cell=where)

    def _start_cell(self, at: Mapping[str, str]) -> None:
        where = at.get("r")
        row, column = self._place(where)
        if row != self.row or not self.column < column <= LAST_COLUMN:
            raise self._out_of_place((where or "?")[:20])
        self.column = column
        self.cell = dict(at)
        self.value = []
        self.formula = None
        self.reading = ""
        self.gatherer = Gatherer()

    def _place(self, where: str | None) -> tuple[int, int]:
        """Return where a cell says it is; one that says nothing comes after the one before."""
        if where is None:
            return self.row, self.column + 1
        match = _ADDRESS.fullmatch(where)
        if not match:
            raise self._out_of_place(where[:20])
        letters, row = match.groups()
        return int(row), column_number(letters)

    def _end_cell(self, at: Mapping[str, str]) -> None:
        raw = "".join(self.value)
        formula = None if self.formula is None else "".join(self.formula)
        if not raw and formula is None:
            return  # a blank with a style: the reader of values passes over it
        self._count()
        if self.scan.values > self.limits.form_cells:
            return
        kind, style = at.get("t", "n"), _style_number(at.get("s", "0"), 0)
        cell = ScannedCell(
            kind,
            raw,
            style,
            formula,
            self.gatherer.odd_runs(),
        )
        self.scan.cells[self.row, self.column] = cell

    def _count(self) -> None:
        """Count a cell with a value; raise Refused beyond what a reader can bear."""
        scan = self.scan
        scan.values += 1
        scan.last_row = max(scan.last_row, self.row)
        scan.last_column = max(scan.last_column, self.column)
        if self.row != self.last_counted_row:
            self.rows += 1
            self.last_counted_row = self.row
        self._refuse_beyond("dòng có số liệu", self.rows, self.limits.rows)
        self._refuse_beyond("ô có số liệu", scan.values, self.limits.cells)

    def _refuse_beyond(self, what: str, found: int, most: int) -> None:
        if found > most:
            raise Refused("TN-20", what=what, found=found, most=most)

    # -- how the sheet is shown --

    def _start_column(self, at: Mapping[str, str]) -> None:
        first = at.get("min", "0")
        last = at.get("max", "0")
        if not first.isdigit() or not last.isdigit():
            return
        span = (int(first), int(last))
        self.scan.told_columns.append(span)
        width = _size(at.get("width", "9"))
        if width < LEAST_WIDTH or _is_on(at.get("hidden")):
            self.scan.hidden_columns.append(span)

    def _start_view(self, at: Mapping[str, str]) -> None:
        if _is_off(at.get("showZeros")):
            self.scan.shows_zeros = False

    def _start_sizes(self, at: Mapping[str, str]) -> None:
        height = _size(at.get("defaultRowHeight", "15"))
        width = _size(at.get("defaultColWidth", "9"))
        self.hides_untold_rows = height < LEAST_HEIGHT or _is_on(at.get("zeroHeight"))
        self.scan.hides_other_columns = width < LEAST_WIDTH

    def _start_conditions(self, at: Mapping[str, str]) -> None:
        # A rule of the later kind says only at its end where it applies: it is taken to apply everywhere.
        parts = at.get("sqref", _EVERYWHERE).split()
        found = map(area, parts[:_MOST_AREAS])
        self.areas = [part for part in found if part]

    def _start_condition(self, at: Mapping[str, str]) -> None:
        if len(self.scan.conditions) < _MOST_AREAS:
            overlay = _style_number(at.get("dxfId", ""), -1)
            self.scan.conditions.append(Condition(self.areas, overlay))

    def _start_format(self, at: Mapping[str, str]) -> None:
        if self.scan.conditions:
            self.scan.conditions[-1].number_format = at.get("formatCode", "")

    def _start_picture(self, at: Mapping[str, str]) -> None:
        if self.scan.conditions and _is_off(at.get("showValue")):
            self.scan.conditions[-1].hides_value = True

    def _start_merge(self, at: Mapping[str, str]) -> None:
        covered = area(at.get("ref", ""))
        if covered is None:
            return
        self.merged += covered.size
        self.scan.merges.append(covered)
        is_too_many = len(self.scan.merges) > self.limits.merges
        if is_too_many or self.merged > self.limits.merged_cells:
            raise Refused(
                "TN-20",
                what="ô gộp",
                found=self.merged,
                most=self.limits.merged_cells,
            )

    # -- words that stand in no cell --

    def _start_print(self, _: Mapping[str, str]) -> None:
        self.printed = []
        self.reading = "print"

    def _start_validation(self, at: Mapping[str, str]) -> None:
        for key in ("promptTitle", "prompt", "errorTitle", "error"):
            self._tell(Outside.VALIDATION, at.get("sqref", ""), at.get(key, ""), key)

    def _start_link(self, at: Mapping[str, str]) -> None:
        for key in ("display", "tooltip"):
            self._tell(Outside.LINK, at.get("ref", ""), at.get(key, ""), key)

    def _start_scenario(self, at: Mapping[str, str]) -> None:
        for key in ("name", "comment"):
            self._tell(Outside.SCENARIO, "", at.get(key, ""), key)

    def _tell(self, kind: Outside, where: str, text: str, name: str = "") -> None:
        cell = where.split(" ", maxsplit=1)[0].split(":", maxsplit=1)[0]
        words = BookWords(kind, self.scan.name, cell, text, name)
        if text.strip():
            self.scan.words.append(words)

    STARTS = {  # noqa: RUF012  # a table of this class's own functions
        "sheetData": _start_data,
        "row": _start_row,
        "col": _start_column,
        "mergeCell": _start_merge,
        "sheetView": _start_view,
        "sheetFormatPr": _start_sizes,
        "conditionalFormatting": _start_conditions,
        "cfRule": _start_condition,
        "numFmt": _start_format,
        **dict.fromkeys(("dataBar", "iconSet"), _start_picture),
        "dataValidation": _start_validation,
        "hyperlink": _start_link,
        "scenario": _start_scenario,
        **dict.fromkeys(PRINTED, _start_print),
    }


def _is_on(text: str | None) -> bool:
    return text in ("1", "true")


def _is_off(text: str | None) -> bool:
    return text in ("0", "false")


def _style_number(text: str, otherwise: int) -> int:
    """Return the number of a style, `otherwise` for what is none."""
    is_number = text.isascii() and text.isdigit() and len(text) < 7
    if is_number:
        return int(text)
    return otherwise


def _size(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0  # what cannot be told is asked about
