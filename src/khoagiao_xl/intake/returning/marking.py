"""The unit's own workbook with its wrong cells coloured and noted; to be called in a process that may die.

The copy is the workbook that came: parts that are not ours keep their bytes, cells their values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.books.package.font_order import sort_fonts
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import drop_calculation_chain
from khoagiao_xl.books.package.sheet_tabs import SheetTabs
from khoagiao_xl.books.package.style_table import StyleTable
from khoagiao_xl.books.package.xml_parts import XmlParts
from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.intake.own_notes import LINE_OF, MEMORY, STILL_WRONG
from khoagiao_xl.intake.returning.cell_marks import mark_cells
from khoagiao_xl.intake.returning.copy_head import CopyHead
from khoagiao_xl.intake.returning.disarming import disarm
from khoagiao_xl.intake.returning.earlier_marks import wipe_earlier_marks
from khoagiao_xl.intake.returning.fault_list import FaultList
from khoagiao_xl.intake.returning.finding_order import is_in_a_cell
from khoagiao_xl.intake.returning.list_lines import Line, lines_of
from khoagiao_xl.intake.returning.live_status import CONDITIONS, LINES, LiveStatus
from khoagiao_xl.intake.returning.missing_results import fill_missing_results
from khoagiao_xl.intake.safety.preflight import preflight
from khoagiao_xl.model.findings import Finding
from khoagiao_xl.vietnamese.figures import value_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.limits import Limits


def mark_copy(
    data: bytes, findings: Iterable[Finding], head: CopyHead | None = None, limits: Limits | None = None
) -> bytes:
    """Return the workbook `data` with marks on the cells of `findings` and the list in front.

    Raise NotAWorkbook for one that is not safe, or cannot be spliced.
    """
    checked = preflight(data, limits=limits)
    if checked.book is None:
        raise NotAWorkbook(name="", reason="không an toàn")
    package = Package.parse(data)
    copy = _MarkedCopy(package, checked.book)
    copy.clean()
    copy.mark(findings, head or CopyHead())
    return copy.to_bytes()


class _MarkedCopy:
    """A workbook while it is marked."""

    def __init__(self, package: Package, book: BookScan) -> None:
        drop_calculation_chain(package)
        self._package = package
        self._parts = XmlParts(package)
        self._tabs = SheetTabs(self._parts)
        styles = self._parts.related(self._tabs.main, "styles")
        style_sheet = self._parts.open(styles)
        sort_fonts(style_sheet)
        self._styles = StyleTable(style_sheet)
        self._book = book
        self._status = LiveStatus(book)

    def clean(self) -> None:
        """Take out what reaches outside, and the marks of an earlier return."""
        parts = self._parts
        tabs = self._tabs
        book = self._book
        disarm(parts, tabs, self._styles)
        wipe_earlier_marks(parts, tabs, self._styles, book)
        fill_missing_results(parts, tabs, book)

    def mark(self, findings: Iterable[Finding], head: CopyHead) -> None:
        """Put the list in front, the memory at the end, colours and notes on the cells."""
        sheets = list(self._tabs.worksheets)
        lines = lines_of(findings, sheets, self._as_typed)
        _watch(self._status, lines)
        mark_cells(
            self._parts,
            self._tabs,
            self._styles,
            self._status.conditions,
        )
        fault_list = FaultList(lines, head, self._styles)
        fault_list.add_to(self._tabs)
        self._remember()
        self._tabs.show_first()
        self._tabs.recalculate_on_load()

    def _remember(self) -> None:
        """Put the memory at the end, its two columns under names."""
        xml = self._status.to_xml()
        conditions = self._status.area(CONDITIONS)
        lines = self._status.area(LINES)
        self._tabs.add(MEMORY, xml, state="veryHidden")
        self._tabs.name_cells(STILL_WRONG, conditions)
        self._tabs.name_cells(LINE_OF, lines)

    def to_bytes(self) -> bytes:
        """Return the file."""
        self._parts.save()
        return self._package.to_bytes()

    # -- what is watched ----------------------------------------------------------------------------------

    def _as_typed(self, finding: Finding) -> str:
        """Return what stands in the one cell of a finding; a formula is not shown."""
        place = finding.place
        if finding.all_cells != place.cell or not is_in_a_cell(place):
            return ""
        if not self._book.has_sheet(place.sheet):
            return ""
        rows = self._status.rows_of(place.sheet)
        cell = rows.cell(place.cell)
        if cell is None or cell.formula is not None:
            return ""
        if cell.kind == "n":
            figure = float(cell.raw)
            return value_text(figure)
        return self._book.text_of(cell)


def _watch(status: LiveStatus, lines: Sequence[Line]) -> None:
    for line in lines:
        if line.is_live:
            for finding in line.told:
                status.watch(finding, line.number)
