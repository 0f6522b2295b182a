"""The unit's own workbook with its wrong cells coloured and noted; to be called in a process that may die.

The copy is the workbook that came: parts that are not ours keep their bytes, cells their values.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_notes import CellNotes
from khoagiao_xl.books.package.child_order import insert_in_order, require_root
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.parts import MAIN, parse_xml
from khoagiao_xl.books.package.recalculation import drop_calculation_chain
from khoagiao_xl.books.package.sheet_tabs import SheetTabs
from khoagiao_xl.books.package.style_table import StyleTable
from khoagiao_xl.books.package.xml_parts import XmlParts
from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.intake.own_notes import AS_SENT, LINE_OF, MEMORY, OWN_LIST, STILL_WRONG, UNIT_NOTE
from khoagiao_xl.intake.returning.copy_head import CopyHead
from khoagiao_xl.intake.returning.disarming import disarm
from khoagiao_xl.intake.returning.earlier_marks import wipe_earlier_marks
from khoagiao_xl.intake.returning.fault_list import FaultList
from khoagiao_xl.intake.returning.list_lines import Line, lines_of
from khoagiao_xl.intake.returning.list_looks import LOOKS, overlay
from khoagiao_xl.intake.returning.live_status import CONDITIONS, LINES, LiveStatus
from khoagiao_xl.intake.returning.missing_results import fill_missing_results
from khoagiao_xl.intake.returning.places import is_in_a_cell
from khoagiao_xl.intake.safety.preflight import preflight
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.wording import returned_forms as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from khoagiao_xl.intake.returning.live_status import Watched
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.limits import Limits

AUTHOR: Final = "Bộ phận tiếp nhận"


def mark_copy(
    data: bytes, findings: Iterable[Finding], head: CopyHead | None = None, limits: Limits | None = None
) -> bytes:
    """Return the workbook `data` with marks on the cells of `findings` and the list in front.

    Raise NotAWorkbook for one that is not safe, or cannot be spliced.
    """
    checked = preflight(data, limits=limits)
    if checked.book is None:
        raise NotAWorkbook(name="", reason="không an toàn")
    copy = _MarkedCopy(Package.parse(data), checked.book)
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
        self._styles = StyleTable(self._parts.open(styles))
        self._book = book
        self._status = LiveStatus(book)

    def clean(self) -> None:
        """Take out what reaches outside, and the marks of an earlier return."""
        disarm(self._parts, self._tabs, self._styles)
        wipe_earlier_marks(self._parts, self._tabs, self._styles, self._book)
        fill_missing_results(self._parts, self._tabs, self._book)

    def mark(self, findings: Iterable[Finding], head: CopyHead) -> None:
        """Put the list in front, the memory at the end, colours and notes on the cells."""
        sheets = list(self._tabs.worksheets)
        lines = lines_of(findings, sheets, self._as_typed)
        status = self._status
        _watch(status, lines)
        self._colour_and_note(status.conditions)
        fault_list = FaultList(lines, head, self._styles)
        self._tabs.add(OWN_LIST, fault_list.to_xml(), in_front=True)
        self._tabs.name_cells("_xlnm.Print_Area", fault_list.print_area, of_sheet=0)
        self._tabs.name_cells("_xlnm.Print_Titles", fault_list.print_titles, of_sheet=0)
        self._tabs.add(MEMORY, status.to_xml(), state="veryHidden")
        self._tabs.name_cells(STILL_WRONG, status.area(CONDITIONS))
        self._tabs.name_cells(LINE_OF, status.area(LINES))
        self._tabs.show_first()
        self._tabs.recalculate_on_load()

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
        cell = self._status.rows_of(place.sheet).cell(place.cell)
        if cell is None or cell.formula is not None:
            return ""
        if cell.kind == "n":
            return value_text(float(cell.raw))
        return self._book.text_of(cell)

    # -- cells --------------------------------------------------------------------------------------------

    def _colour_and_note(self, conditions: Sequence[Watched]) -> None:
        by_sheet: dict[str, list[Watched]] = defaultdict(list)
        for condition in conditions:
            by_sheet[condition.finding.place.sheet].append(condition)
        worksheets = self._tabs.worksheets
        for sheet, group in by_sheet.items():
            part = worksheets[sheet]
            self._colour(require_root(self._parts.open(part), "worksheet"), group)
            self._note(part, group)

    def _colour(self, sheet: _Element, conditions: Sequence[Watched]) -> None:
        marks: dict[tuple[str, Severity], list[Watched]] = defaultdict(list)
        for condition in conditions:
            finding = condition.finding
            marks[finding.place.cell, finding.severity].append(condition)
        in_order = sorted(marks, key=lambda mark: mark[1].rank)
        _make_room(sheet, len(in_order))
        for priority, mark in enumerate(in_order, 1):
            cell, severity = mark
            style = overlay(self._styles, LOOKS[severity].cell)
            insert_in_order(sheet, _colouring(cell, style, priority, marks[mark]), first=True)

    def _note(self, part: str, conditions: Sequence[Watched]) -> None:
        notes = CellNotes(self._parts, part, AUTHOR)
        by_cell: dict[str, list[Finding]] = defaultdict(list)
        for condition in conditions:
            by_cell[condition.finding.place.cell].append(condition.finding)
        for cell, findings in by_cell.items():
            worst_first = sorted(findings, key=lambda finding: finding.severity.rank)
            notes.put(cell, note_text(worst_first), UNIT_NOTE)


def _watch(status: LiveStatus, lines: Sequence[Line]) -> None:
    for line in lines:
        if line.is_live:
            for finding in line.told:
                status.watch(finding, line.number)


def _make_room(sheet: _Element, count: int) -> None:
    """Let the formats of the unit come after as many of ours."""
    for rule in sheet.iter("{*}cfRule"):
        priority = rule.get("priority")
        if priority is not None:
            rule.set("priority", str(int(priority) + count))


def _colouring(cell: str, style: int, priority: int, conditions: Sequence[Watched]) -> _Element:
    """Return the conditional format of a cell: coloured while one of its conditions holds."""
    wrong = [f"INDEX({STILL_WRONG},{condition.number})" for condition in conditions]
    formula = wrong[0] if len(wrong) == 1 else f"OR({','.join(wrong)})"
    namespace = MAIN.strip("{}")
    xml = (
        f'<conditionalFormatting xmlns="{namespace}" sqref="{cell}">'
        f'<cfRule type="expression" dxfId="{style}" priority="{priority}">'
        f"<formula>{formula}</formula></cfRule></conditionalFormatting>"
    )
    return parse_xml(xml.encode())


def note_text(findings: Sequence[Finding]) -> str:
    """Return the note on a cell: what stood there, what may be meant, how to put it right."""
    told = [_told(finding) for finding in findings]
    told.append(texts.SEE_THE_LIST.format(sheet=OWN_LIST))
    return "\n\n".join(told)


def _told(finding: Finding) -> str:
    lines = [f"{AS_SENT}{LOOKS[finding.severity].word} (mã {finding.code})"]
    if finding.found:
        lines.append(texts.WRITTEN_THEN.format(found=finding.found))
    if finding.expected:
        lines.append(texts.MAY_BE.format(expected=finding.expected))
    lines.append(finding.message)
    return "\n".join(lines)
