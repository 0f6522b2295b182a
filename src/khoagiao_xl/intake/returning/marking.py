"""The unit's own workbook with its wrong cells coloured and noted; to be called in a process that may die."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.own_notes import OWN_NOTE, UNIT_NOTE
from khoagiao_xl.intake.returning.fault_list import (
    ADDRESS,
    LOOK,
    worst_first,
    write_list,
)
from khoagiao_xl.model.findings import Finding, Place, noted
from khoagiao_xl.model.periods import Period
from khoagiao_xl.wording.form_sheets import COVER_FACTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook

AUTHOR: Final = "Bộ phận tiếp nhận"
PROPERTIES: Final = "docProps/core.xml"
_MODIFIED: Final = re.compile(rb"<dcterms:modified\b[^>]*>[^<]*</dcterms:modified>")
MEMORY: Final = "_tra_lai"  # very hidden: what the marked cells looked like before
MEMORY_COLUMNS: Final = 7  # sheet, cell, four of its fill, its note
COLOURS: Final = ("rgb", "theme", "indexed")  # how a colour may be told
NOTE_WIDTH: Final = 42  # letters in a line of a note
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
    remark = noted("TN-90", Place(name)).message
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


# -- whose form it is -------------------------------------------------------------------------------------


def _owner(book: Workbook) -> str:
    """Return whose form it is, as its hidden sheet says."""
    if form_layout.META not in book.sheetnames:
        return "Biểu mẫu của đơn vị"
    facts = _meta(book)
    name = _name_on_cover(book) or facts.get("unit_code", "")
    return f"{name}, kỳ {_period_label(facts.get('period', ''))}"


def _meta(book: Workbook) -> dict[str, str]:
    sheet: Any = book[form_layout.META]
    facts = {}
    for key, value in sheet.iter_rows(
        min_row=1,
        max_row=20,
        min_col=1,
        max_col=2,
        values_only=True,
    ):
        facts[str(key)] = str(value or "")
    return facts


def _period_label(code: str) -> str:
    try:
        return Period.parse(code).label
    except WrongRequest:  # a heading is not worth a failure
        return code


def _name_on_cover(book: Workbook) -> str:
    if form_layout.COVER not in book.sheetnames:
        return ""
    sheet: Any = book[form_layout.COVER]
    for row in sheet.iter_rows(
        min_row=1,
        max_row=30,
        max_col=8,
        values_only=True,
    ):
        for label, value in pairwise(row):
            if COVER_FACTS.get(label) == "unit_name" and isinstance(value, str):
                return value
    return ""


# -- nothing of a stranger reaches out --------------------------------------------------------------------


def _disarm(book: Workbook) -> None:
    """Turn every formula that reaches outside the workbook into plain text."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                _disarm_cell(cell)


def _disarm_cell(cell: Any) -> None:
    formula = _formula(cell.value) if cell.data_type == "f" else ""
    if _REACHES_OUT.search(formula):
        cell.value = formula
        cell.data_type = "s"
        cell.quotePrefix = True
    if cell.hyperlink and cell.hyperlink.target:
        cell.hyperlink = None


def _formula(value: Any) -> str:
    text = getattr(value, "text", value)
    return str(text or "")


# -- marks ------------------------------------------------------------------------------------------------


def _mark(book: Workbook, findings: Sequence[Finding]) -> None:
    by_place: dict[Place, list[Finding]] = defaultdict(list)
    for finding in worst_first(findings):
        place = finding.place
        if _is_marked(finding, book):
            by_place[place].append(finding)
    memory = book.create_sheet(MEMORY)
    memory.sheet_state = "veryHidden"
    for place, group in by_place.items():
        cell = book[place.sheet][place.cell]
        memory.append([_safe(place.sheet), place.cell, *_before(cell)])
        _mark_cell(cell, group)


def _is_marked(finding: Finding, book: Workbook) -> bool:
    """Say whether a finding colours a cell of its own."""
    place = finding.place
    has_cell = place.sheet in book.sheetnames and ADDRESS.fullmatch(place.cell)
    return bool(LOOK[finding.severity].cell and has_cell)


def _before(cell: Any) -> list[Any]:
    """Return what a cell looks like before it is marked: its fill as four plain values, its note."""
    return [*_colour(cell.fill), _safe(_note_of(cell))]


def _note_of(cell: Any) -> str:
    comment = getattr(cell, "comment", None)
    if comment:
        return str(comment.text)
    return ""


def _mark_cell(cell: Any, group: Sequence[Finding]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    old = _note_of(cell)
    cell.fill = PatternFill("solid", fgColor=LOOK[group[0].severity].cell)
    if not hasattr(cell, "comment") or type(cell).__name__ == "MergedCell":
        return
    text = "\n\n".join(map(note_text, group))
    if old:
        text += UNIT_NOTE + old
    lines = text.count("\n") + len(text) // NOTE_WIDTH
    cell.comment = Comment(
        text,
        AUTHOR,
        height=60 + 18 * lines,
        width=340,
    )


def note_text(finding: Finding) -> str:
    """Return the note on a cell: found, expected, how to fix, code."""
    lines = [f"{LOOK[finding.severity].word} (mã {finding.code})"]
    if finding.found:
        lines.append(f"Đang ghi: {finding.found}")
    if finding.expected:
        lines.append(f"Có thể là: {finding.expected}")
    lines.append(finding.message)
    return "\n".join(lines)


def _colour(fill: Any) -> list[Any]:
    """Return a fill as four plain values: pattern, kind of colour, colour, tint."""
    colour = fill.fgColor
    value = getattr(colour, colour.type, "") if colour.type in COLOURS else ""
    return [fill.fill_type or "", colour.type, value, colour.tint]


# -- the marks of an earlier return -----------------------------------------------------------------------


def _wipe_old_marks(book: Workbook) -> None:
    """Take an earlier return's colours and notes off again, so that only what is still wrong is marked."""
    if MEMORY not in book.sheetnames:
        return
    memory: Any = book[MEMORY]
    for row in memory.iter_rows(values_only=True):
        remembered = [*row, *[None] * MEMORY_COLUMNS]
        sheet, address, *look = remembered[:MEMORY_COLUMNS]
        cell = _cell_of(book, str(sheet), str(address))
        if cell is not None:
            _restore(cell, look)
    del book[MEMORY]


def _cell_of(book: Workbook, sheet: str, address: str) -> Any:
    """Return a cell, None for a place that is not there."""
    if sheet not in book.sheetnames or not ADDRESS.fullmatch(address):
        return None
    return book[sheet][address]


def _restore(cell: Any, look: Sequence[Any]) -> None:
    from openpyxl.comments import Comment

    *fill, old = look
    cell.fill = _old_fill(*fill)
    if OWN_NOTE.match(_note_of(cell)):
        cell.comment = Comment(str(old), "Đơn vị") if old else None


def _old_fill(pattern: Any, kind: Any, value: Any, tint: Any) -> Any:
    from openpyxl.styles import Color, PatternFill

    if not pattern:
        return PatternFill()
    try:
        colour = Color(**{kind: value}, tint=float(tint or 0))
        return PatternFill(pattern, fgColor=colour)
    except (TypeError, ValueError):
        return PatternFill()


def _safe(text: str) -> str:
    if text.startswith("="):
        return f"'{text}"
    return text
