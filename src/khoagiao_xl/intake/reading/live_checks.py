"""What a form says of itself: the column «Kiểm tra», as the program that saved it worked it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.form_reading import RawCell
from khoagiao_xl.intake.reading.locating import find_blocks
from khoagiao_xl.intake.reading.two_readers import Unreadable, read_rows
from khoagiao_xl.intake.safety.preflight import preflight
from khoagiao_xl.model.cell_addresses import cell_name
from khoagiao_xl.model.findings import Finding, Place, asked, noted
from khoagiao_xl.wording import form_sheets as texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from khoagiao_xl.intake.reading.form_reading import FileReading
    from khoagiao_xl.intake.reading.locating import CodedBlock
    from khoagiao_xl.intake.reading.two_readers import Rows
    from khoagiao_xl.intake.safety.limits import Limits

CHECK: Final = form_layout.FIGURES_HEADER[form_layout.CHECK]
BLANK: Final = (texts.BLANK, texts.BLANK_CHOICE)  # what a check says of a cell in which nothing stands


@dataclass(frozen=True)
class LiveChecks:
    """Code -> the cell in which the form says what is wrong with that line; only those that say something."""

    told: Mapping[str, RawCell] = field(default_factory=dict)

    def findings(self, reading: FileReading) -> Iterator[Finding]:
        """Yield what they say; one note where the figures were typed by what does not work formulas out."""
        if self._are_stale(reading):
            yield noted("TN-166", Place(reading.name))
            return
        for code, cell in self.told.items():
            yield asked("TN-165", reading.place(cell), found=cell.value, indicator=code)

    def _are_stale(self, reading: FileReading) -> bool:
        """Say whether a line is called blank in which something stands."""
        for code, cell in self.told.items():
            is_blank = code not in reading.cells or reading.cells[code].value is None
            if cell.value in BLANK and not is_blank:
                return True
        return False


def read_live_checks(path: Path, limits: Limits) -> LiveChecks:
    """In the process: return what a workbook's own checks say; nothing for what is no sound form."""
    with path.open("rb") as stream:
        data = stream.read(limits.file_bytes + 1)
    checked = preflight(data, path.name, limits)
    if checked.refusal or checked.book is None:
        return LiveChecks()
    sheets = [scan for scan in checked.book.sheets if scan.values <= limits.form_cells]
    try:
        grids, _ = read_rows(data, sheets)
    except Unreadable:
        return LiveChecks()
    told: dict[str, RawCell] = {}
    for block in find_blocks(path.name, grids):
        if CHECK in block.columns:
            told.update(_told(block, grids[block.sheet]))
    return LiveChecks(told)


def _told(block: CodedBlock, rows: Rows) -> Iterator[tuple[str, RawCell]]:
    column = block.columns[CHECK]
    for code, row in block.rows.items():
        values = rows[row - 1]
        text = values[column - 1] if column <= len(values) else ""
        if isinstance(text, str) and text.strip():
            cell = cell_name(row, column - 1)
            yield code, RawCell(block.sheet, cell, text.strip())
