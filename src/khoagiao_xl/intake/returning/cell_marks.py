"""Colours and notes on the cells of what was found; a colour shows only while its cell is wrong."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_notes import CellNotes
from khoagiao_xl.books.package.child_order import insert_in_order, require_root
from khoagiao_xl.books.package.parts import MAIN, parse_xml
from khoagiao_xl.intake.own_notes import AS_SENT, OWN_LIST, STILL_WRONG, UNIT_NOTE
from khoagiao_xl.intake.returning.list_looks import LOOKS, overlay
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.wording import returned_forms as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.etree import _Element

    from khoagiao_xl.books.package.sheet_tabs import SheetTabs
    from khoagiao_xl.books.package.style_table import StyleTable
    from khoagiao_xl.books.package.xml_parts import XmlParts
    from khoagiao_xl.intake.returning.live_status import Watched

    Marks = Mapping[tuple[str, Severity], Sequence[Watched]]  # by cell and severity

AUTHOR: Final = "Bộ phận tiếp nhận"
_COLOURING: Final = (
    '<conditionalFormatting xmlns="{namespace}" sqref="{cell}">'
    '<cfRule type="expression" dxfId="{style}" priority="{priority}"><formula>{formula}</formula></cfRule>'
    "</conditionalFormatting>"
)


def mark_cells(parts: XmlParts, tabs: SheetTabs, styles: StyleTable, watched: Iterable[Watched]) -> None:
    """Colour and note the cells of what is watched."""
    by_sheet: dict[str, list[Watched]] = defaultdict(list)
    for one in watched:
        sheet = one.finding.place.sheet
        by_sheet[sheet].append(one)
    worksheets = tabs.worksheets
    for sheet, group in by_sheet.items():
        part = worksheets[sheet]
        root = require_root(parts.open(part), "worksheet")
        _colour(root, styles, group)
        _note(CellNotes(parts, part, AUTHOR), group)


# -- colours ----------------------------------------------------------------------------------------------


def _colour(sheet: _Element, styles: StyleTable, watched: Iterable[Watched]) -> None:
    marks = _marks(watched)
    worst_first = sorted(marks, key=_rank)
    _make_room(sheet, len(marks))
    for priority, mark in enumerate(worst_first, 1):
        cell, severity = mark
        colour = LOOKS[severity].cell
        style = overlay(styles, colour)
        formula = _is_still_wrong(marks[mark])
        colouring = _colouring(cell, style, priority, formula)
        insert_in_order(sheet, colouring, first=True)


def _marks(watched: Iterable[Watched]) -> Marks:
    marks: dict[tuple[str, Severity], list[Watched]] = defaultdict(list)
    for one in watched:
        finding = one.finding
        key = (finding.place.cell, finding.severity)
        marks[key].append(one)
    return marks


def _rank(mark: tuple[str, Severity]) -> int:
    _, severity = mark
    return severity.rank


def _make_room(sheet: _Element, count: int) -> None:
    """Let the formats of the unit come after as many of ours."""
    for rule in sheet.iter("{*}cfRule"):
        priority = rule.get("priority")
        if priority is not None:
            lower = int(priority) + count
            rule.set("priority", str(lower))


def _is_still_wrong(watched: Sequence[Watched]) -> str:
    """Return the condition that one of them holds."""
    wrong = [f"INDEX({STILL_WRONG},{one.number})" for one in watched]
    if len(wrong) == 1:
        return wrong[0]
    listed = ",".join(wrong)
    return f"OR({listed})"


def _colouring(cell: str, style: int, priority: int, formula: str) -> _Element:
    """Return the conditional format of a cell."""
    xml = _COLOURING.format(
        namespace=MAIN.strip("{}"),
        cell=cell,
        style=style,
        priority=priority,
        formula=formula,
    )
    return parse_xml(xml.encode())


# -- notes ------------------------------------------------------------------------------------------------


def _note(notes: CellNotes, watched: Iterable[Watched]) -> None:
    by_cell: dict[str, list[Finding]] = defaultdict(list)
    for one in watched:
        cell = one.finding.place.cell
        by_cell[cell].append(one.finding)
    for cell, findings in by_cell.items():
        findings.sort(key=_severity)
        text = note_text(findings)
        notes.put(cell, text, UNIT_NOTE)


def _severity(finding: Finding) -> int:
    return finding.severity.rank


def note_text(findings: Iterable[Finding]) -> str:
    """Return the note on a cell: what stood there, what may be meant, how to put it right."""
    told = [_told(finding) for finding in findings]
    told.append(texts.SEE_THE_LIST.format(sheet=OWN_LIST))
    return "\n\n".join(told)


def _told(finding: Finding) -> str:
    word = LOOKS[finding.severity].word
    lines = [f"{AS_SENT}{word} (mã {finding.code})"]
    if finding.found:
        found = texts.WRITTEN_THEN.format(found=finding.found)
        lines.append(found)
    if finding.expected:
        meant = texts.MAY_BE.format(expected=finding.expected)
        lines.append(meant)
    lines.append(finding.message)
    return "\n".join(lines)
