"""A fresh form with what the unit had typed in it, for a workbook that cannot be marked itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_filling import fill_cells
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.sheet_tabs import SheetTabs
from khoagiao_xl.books.package.xml_parts import XmlParts
from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.quick_layout import QUICK_SHEET, QUICK_TICK_CELL
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.returning.marking import mark_copy
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.text import clean
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
    from khoagiao_xl.intake.returning.copy_head import CopyHead
    from khoagiao_xl.model.findings import Finding, Place

    Spot = tuple[str, str]  # sheet and cell

TICK: Final = "x"


@dataclass(frozen=True)
class FreshForm:
    """A form as issued to the unit, and what was read of the file it had sent."""

    blank: bytes
    sent: FileReading

    def marked(self, findings: Iterable[Finding], head: CopyHead) -> bytes:
        """Return the form filled in as sent, marked at the cells of `findings`; raise NotAWorkbook."""
        advice = sentence("TN-177", {})
        told = replace(head, advice=advice)
        moved = [self._moved(finding) for finding in findings]
        filled = self.filled()
        return mark_copy(filled, moved, told)

    def filled(self) -> bytes:
        """Return the form with the unit's figures, words and ticks."""
        package = Package.parse(self.blank)
        parts = XmlParts(package)
        sheets = SheetTabs(parts).worksheets
        for sheet, values in self._values().items():
            part = sheets[sheet]
            fill_cells(parts.open(part), values)
        parts.save()
        return package.to_bytes()

    @cached_property
    def _issued(self) -> FileReading:
        return read_form(self.blank, self.sent.name)

    def _values(self) -> dict[str, dict[str, Value]]:
        """Return sheet -> address -> what stood there."""
        values: dict[str, dict[str, Value]] = self._ticks()
        self._add_contacts(values)
        for sent, issued in self._pairs():
            typed = _typed(sent)
            if typed is not None:
                of_sheet = values.setdefault(issued.sheet, {})
                of_sheet[issued.cell] = typed
        return values

    def _ticks(self) -> dict[str, dict[str, Value]]:
        """Return sheet -> address of a box -> its tick."""
        sheet, boxes = self._boxes
        ticks: dict[str, Value] = {}
        for tick, address in boxes.items():
            is_ticked = self.sent.ticks.get(tick)
            ticks[address] = TICK if is_ticked else None
        return {sheet: ticks}

    def _add_contacts(self, values: dict[str, dict[str, Value]]) -> None:
        """Add who stands behind the form; a line of a version before goes to its place of today."""
        for code, address in form_layout.CONTACT_CELLS.items():
            key = form_layout.contact_key(code)
            if key in self.sent.details:
                of_cover = values.setdefault(form_layout.COVER, {})
                of_cover[address] = _typed(self.sent.details[key])

    @property
    def _boxes(self) -> tuple[str, Mapping[str, str]]:
        """The sheet with the boxes, and each of them by its defined name."""
        if self.sent.is_quick:
            return QUICK_SHEET, {form_layout.TICK_NO_SECRET: QUICK_TICK_CELL}
        return form_layout.COVER, form_layout.COVER_CELLS

    def _pairs(self) -> Iterator[tuple[RawCell, RawCell]]:
        """Yield each cell that the unit fills in, as sent and as issued."""
        for sent, issued in (
            (self.sent.cells, self._issued.cells),
            (self.sent.explanations, self._issued.explanations),
            (self.sent.answers, self._issued.answers),
            (self.sent.details, self._issued.details),
        ):
            yield from _same_codes(sent, issued)

    # -- findings at their new places ---------------------------------------------------------------------

    @cached_property
    def _new_places(self) -> dict[Spot, Spot]:
        """The cells of the sent file -> those of the form."""
        places = {}
        labels = _same_codes(self.sent.labels, self._issued.labels)
        for sent, issued in (*self._pairs(), *labels):
            old = (sent.sheet, sent.cell)
            places[old] = (issued.sheet, issued.cell)
        sheet, boxes = self._boxes
        for address in boxes.values():
            tick = (sheet, address)
            places[tick] = tick
        return places

    def _moved(self, finding: Finding) -> Finding:
        if not finding.place.cell:
            return finding
        place = self._new_place(finding.place)
        return replace(finding, place=place)

    def _new_place(self, place: Place) -> Place:
        old = (place.sheet, place.cell)
        spot = self._new_places.get(old)
        if spot is None:
            elsewhere = sentence("TN-179", {"sheet": place.sheet})
            return replace(place, sheet=elsewhere)
        sheet, cell = spot
        return replace(place, sheet=sheet, cell=cell)


def _same_codes(
    sent: Mapping[str, RawCell], issued: Mapping[str, RawCell]
) -> Iterator[tuple[RawCell, RawCell]]:
    for code, cell in sent.items():
        if code in issued:
            yield cell, issued[code]


def _typed(cell: RawCell) -> Value:
    """Return what a unit had typed: an error or a formula never worked out as its text."""
    value = cell.error or cell.value
    if value is None and cell.formula:
        value = f"={cell.formula}"
    match value:
        case None | bool() | int() | float():
            return value
        case date():
            return day_text(value)
    cleaned = clean(str(value), keep_lines=True)
    return cleaned.text
