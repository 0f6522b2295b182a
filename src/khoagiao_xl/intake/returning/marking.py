"""The unit's own workbook with its wrong cells coloured and noted; to be called in a process that may die."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.returning.fault_list import (
    ADDRESS,
    LOOK,
    OWN_NOTE,
    UNIT_NOTE,
    worst_first,
    write_list,
)
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.periods import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook

AUTHOR: Final = "Bộ phận tiếp nhận"
PROPERTIES: Final = "docProps/core.xml"
_MODIFIED: Final = re.compile(rb"<dcterms:modified\b[^>]*>[^<]*</dcterms:modified>")
MEMORY: Final = "_tra_lai"  # very hidden: what the marked cells looked like before
# What reaches outside the workbook: other files, the web, other programs.
_REACHES_OUT = re.compile(
    r"[\[|]|https?:|\\\\|\b(WEBSERVICE|HYPERLINK|RTD|CALL|REGISTER|EXEC|DDE|FILTERXML|IMAGE|IMPORT\w*|STOCKHISTORY"
    r"|CUBE\w+|SQL\.REQUEST)\b",
    re.IGNORECASE,
)


def mark_copy(data: bytes, findings: Sequence[Finding]) -> bytes:
    """Return the workbook `data` with marks on the cells of `findings` and the list in front."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), keep_links=False)
    _disarm(book)
    _wipe_old_marks(book)
    _mark(book, findings)
    write_list(book, findings, _owner(book))
    book.calculation.fullCalcOnLoad = True
    return _saved(book)


def list_alone(findings: Sequence[Finding], name: str) -> bytes:
    """Return a small new workbook that holds only the list."""
    from openpyxl import Workbook

    book = Workbook()
    remark = Finding("TN-90", Severity.NOTE, Place(name)).message
    first = book.active
    write_list(book, findings, f"Tệp: {name}", remark)
    if first is not None:
        book.remove(first)
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    """Return the file without the hour of saving: the same findings give the same bytes."""
    stream = io.BytesIO()
    book.save(stream)
    package = Package.parse(stream.getvalue())
    package.replace(PROPERTIES, _MODIFIED.sub(b"", package.read(PROPERTIES)))
    package.forget_times()
    return package.to_bytes()


def _owner(book: Workbook) -> str:
    """Return whose form it is, as its hidden sheet says."""
    if form_layout.META not in book.sheetnames:
        return "Biểu mẫu của đơn vị"
    rows = book[form_layout.META].iter_rows(min_row=1, max_row=20, max_col=2, values_only=True)
    facts = {str(row[0]): str(row[1] or "") for row in rows if len(row) == 2}
    name = _name_on_cover(book) or facts.get("unit_code", "")
    try:
        period = Period.parse(facts.get("period", "")).label
    except Exception:  # noqa: BLE001  # a heading is not worth a failure
        period = facts.get("period", "")
    return f"{name}, kỳ {period}"


def _name_on_cover(book: Workbook) -> str:
    if form_layout.COVER not in book.sheetnames:
        return ""
    for row in book[form_layout.COVER].iter_rows(min_row=1, max_row=30, max_col=8, values_only=True):
        for label, value in pairwise(row):
            if label == "Đơn vị" and isinstance(value, str):
                return value
    return ""


def _disarm(book: Workbook) -> None:
    """Turn every formula that reaches outside the workbook into plain text."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and _REACHES_OUT.search(_formula(cell.value)):
                    text = _formula(cell.value)
                    cell.value = text
                    cell.data_type = "s"
                    cell.quotePrefix = True
                if cell.hyperlink and cell.hyperlink.target:
                    cell.hyperlink = None


def _formula(value: Any) -> str:
    return str(getattr(value, "text", value) or "")


def _mark(book: Workbook, findings: Sequence[Finding]) -> None:
    by_cell: dict[tuple[str, str], list[Finding]] = {}
    for finding in worst_first(findings):
        place = finding.place
        if LOOK[finding.severity][3] and place.sheet in book.sheetnames and ADDRESS.fullmatch(place.cell):
            by_cell.setdefault((place.sheet, place.cell), []).append(finding)
    memory = book.create_sheet(MEMORY)
    memory.sheet_state = "veryHidden"
    for (sheet, address), group in by_cell.items():
        _mark_cell(book, memory, sheet, address, group)


def _mark_cell(book: Workbook, memory: Any, sheet: str, address: str, group: list[Finding]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell: Any = book[sheet][address]
    old = cell.comment.text if getattr(cell, "comment", None) else ""
    memory.append([_safe(sheet), address, *_colour(cell.fill), _safe(old)])
    cell.fill = PatternFill("solid", fgColor=LOOK[group[0].severity][3])
    if not hasattr(cell, "comment") or type(cell).__name__ == "MergedCell":
        return
    text = "\n\n".join(map(note_text, group)) + (UNIT_NOTE + old if old else "")
    cell.comment = Comment(text, AUTHOR, height=60 + 18 * (text.count("\n") + len(text) // 42), width=340)


def note_text(finding: Finding) -> str:
    """Return the note on a cell: found, expected, how to fix, code."""
    facts = finding.facts
    lines = [f"{LOOK[finding.severity][0]} (mã {finding.code})"]
    if found := facts.get("found"):
        lines.append(f"Đang ghi: {found}")
    if expected := facts.get("expected", facts.get("proposal")):
        lines.append(f"Có thể là: {expected}")
    return "\n".join([*lines, finding.message])


def _colour(fill: Any) -> list[Any]:
    """Return a fill as four plain values: pattern, kind of colour, colour, tint."""
    colour = fill.fgColor
    value = {"rgb": colour.rgb, "theme": colour.theme, "indexed": colour.indexed}.get(colour.type, "")
    return [fill.fill_type or "", colour.type, value, colour.tint]


def _wipe_old_marks(book: Workbook) -> None:
    """Take an earlier return's colours and notes off again, so that only what is still wrong is marked."""
    if MEMORY not in book.sheetnames:
        return
    for row in book[MEMORY].iter_rows(values_only=True):
        sheet, address = str(row[0]), str(row[1])
        if sheet in book.sheetnames and ADDRESS.fullmatch(address):
            _restore(book[sheet][address], [*row, None, None, None, None, None][2:7])
    del book[MEMORY]


def _restore(cell: Any, look: list[Any]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Color, PatternFill

    pattern, kind, value, tint, old = look
    try:
        colour = Color(**{kind: value}, tint=float(tint or 0)) if pattern else None
        cell.fill = PatternFill(pattern, fgColor=colour) if colour else PatternFill()
    except (TypeError, ValueError):
        cell.fill = PatternFill()
    if getattr(cell, "comment", None) and OWN_NOTE.match(cell.comment.text):
        cell.comment = Comment(str(old), "Đơn vị") if old else None


def _safe(text: str) -> str:
    return "'" + text if text.startswith("=") else text
