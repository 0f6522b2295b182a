"""The sheet «LỖI CẦN SỬA»: what a unit has to put right, worst first, each line a link to its cell."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.judging.settle_findings import fold_alike
from khoagiao_xl.intake.own_notes import MUST_EXPLAIN, MUST_MEND, OWN_LIST, TO_KNOW
from khoagiao_xl.model.cell_addresses import column_name
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.vietnamese.figures import value_text
from khoagiao_xl.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FONT, INK, LINE = "Times New Roman", "7F1D1D", "BFBFBF"
HEADER_ROW: Final = 6
COLUMNS: Final = (
    ("STT", 6),
    ("Mức", 15),
    ("Vị trí", 19),
    ("Sai ở đâu và sửa thế nào", 82),
    ("Đang ghi", 26),
    ("Mã lỗi", 10),
)
BADGE, WHERE, WHAT, FOUND = 2, 3, 4, 5
HEAD_HEIGHTS: Final = {1: 30, 2: 20, 3: 20, 4: 36, 5: 6, HEADER_ROW: 26}  # row -> points
HIGHEST_ROW: Final = 400


@dataclass(frozen=True)
class ListLook:
    """How a finding is shown: its word, the colours of its badge and of the text on it, and of the cell."""

    word: str
    badge: str
    ink: str
    cell: str  # blank: the cell stays as it is


LOOK: Final = {
    Severity.ERROR: ListLook(MUST_MEND, "F8CBAD", "9C0006", "FF9999"),
    Severity.QUESTION: ListLook(MUST_EXPLAIN, "FFE699", "7F6000", "FFD966"),
    Severity.NOTE: ListLook(TO_KNOW, "E2EFDA", "375623", ""),
}
ADDRESS: Final = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
ADVICE: Final = (
    "Bấm vào ô ở cột «Vị trí» để đến chỗ cần sửa; ô sai đã tô màu và có ghi chú. "
    "Sửa xong, lưu tệp và gửi lại. Chỗ «GIẢI TRÌNH»: nếu số đúng thì ghi lý do ở cột "
    "Giải trình. Không cần xóa trang này."
)


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, errors before questions before notes, otherwise in the order they came."""
    return sorted(findings, key=lambda finding: finding.severity.rank)


def write_list(book: Workbook, findings: Sequence[Finding], owner: str, remark: str = "") -> None:
    """Put the list in front of every other sheet of `book`, in place of an earlier one.

    owner: whose form it is, for the heading. remark: a sentence for a list that stands alone.
    """
    if OWN_LIST in book.sheetnames:
        del book[OWN_LIST]
    sheet = book.create_sheet(OWN_LIST, 0)
    _head(sheet, findings, owner, remark)
    lines = worst_first(fold_alike(findings))
    for number, finding in enumerate(lines, 1):
        _line(sheet, HEADER_ROW + number, number, finding)
    _set_up_page(sheet, HEADER_ROW + len(lines))
    # Two sheets selected at once would make every edit go into both.
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0


# -- the heading ------------------------------------------------------------------------------------------


def _head(sheet: Worksheet, findings: Sequence[Finding], owner: str, remark: str) -> None:
    _write(
        sheet,
        1,
        1,
        OWN_LIST,
        _font(18, bold=True, color=INK),
    )
    _write(
        sheet,
        2,
        1,
        owner,
        _font(13, bold=True),
    )
    _write_summary(sheet, findings)
    advice = _write(
        sheet,
        4,
        1,
        remark or ADVICE,
        _font(12, italic=True),
    )
    advice.alignment = _alignment(None, "top")
    sheet.merge_cells(
        start_row=4,
        end_row=4,
        start_column=1,
        end_column=len(COLUMNS),
    )
    for row, height in HEAD_HEIGHTS.items():
        sheet.row_dimensions[row].height = height
    for column, (name, width) in enumerate(COLUMNS, 1):
        _write_heading(sheet, column, name, width)


def _write_summary(sheet: Worksheet, findings: Sequence[Finding]) -> None:
    counts = Counter(finding.severity for finding in findings)
    errors, questions, notes = (counts[severity] for severity in Severity)
    summary = f"{errors} chỗ phải sửa, {questions} chỗ cần giải trình, {notes} điều để biết."
    worst = Severity.ERROR if errors else Severity.NOTE
    _write(
        sheet,
        3,
        1,
        summary,
        _font(13, color=LOOK[worst].ink),
    )


def _write_heading(sheet: Worksheet, column: int, name: str, width: int) -> None:
    letters = column_name(column - 1)
    sheet.column_dimensions[letters].width = width
    cell = _write(
        sheet,
        HEADER_ROW,
        column,
        name,
        _font(12, bold=True, color="FFFFFF"),
    )
    cell.fill = _filling(INK)
    cell.alignment = _alignment("center", "center")
    cell.border = _frame()


# -- the lines --------------------------------------------------------------------------------------------


def _line(sheet: Worksheet, row: int, number: int, finding: Finding) -> None:
    look = LOOK[finding.severity]
    found = _found(sheet.parent, finding)
    where, what = _where(finding), finding.message
    values = (str(number), look.word, where, what, found, finding.code)
    for column, text in enumerate(values, 1):
        _write_value(sheet, row, column, text)
    badge = sheet.cell(row, BADGE)
    badge.fill = _filling(look.badge)
    badge.font = _font(12, bold=True, color=look.ink)
    _link(sheet, row, finding.place)
    _fit(
        sheet,
        row,
        {
            WHERE: where,
            WHAT: what,
            FOUND: found,
        },
    )


def _write_value(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = _write(
        sheet,
        row,
        column,
        text,
        _font(12),
    )
    cell.border = _frame()
    if column in (WHAT, FOUND):
        cell.alignment = _alignment("left", "center", indent=1)
    else:
        cell.alignment = _alignment("center", "center", indent=0)


def _fit(sheet: Worksheet, row: int, texts: Mapping[int, str]) -> None:
    """Give a row the height that its longest text needs."""
    needed = 1
    for column, text in texts.items():
        _, width = COLUMNS[column - 1]
        needed = max(needed, _lines(text, width))
    height = 24 if needed == 1 else 8 + 16 * needed
    sheet.row_dimensions[row].height = min(height, HIGHEST_ROW)


def _found(book: Any, finding: Finding) -> str:
    """Return what stands there: as the finding says, else what its one cell holds."""
    if finding.found:
        return finding.found
    if finding.all_cells != finding.place.cell:
        return ""
    return _as_typed(book, finding.place)


def _as_typed(book: Any, place: Place) -> str:
    """Return what stands in a cell; a formula is not shown."""
    if place.sheet not in book.sheetnames or not ADDRESS.fullmatch(place.cell):
        return ""
    cell = book[place.sheet][place.cell]
    if cell.data_type == "f":
        return ""
    return value_text(cell.value)


def _where(finding: Finding) -> str:
    words = (finding.place.sheet, finding.all_cells)
    return " ".join(word for word in words if word) or "Cả tệp"


def _link(sheet: Worksheet, row: int, place: Place) -> None:
    """Make the place of a line a link to its cell, where there is one."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    book: Any = sheet.parent
    if not place.cell or place.sheet not in book.sheetnames:
        return
    quoted = place.sheet.replace("'", "''")
    location = f"'{quoted}'!{place.cell}"
    cell = sheet.cell(row, WHERE)
    cell.hyperlink = Hyperlink(ref="", location=location, tooltip="Đến ô cần sửa")
    cell.font = _font(12, underline="single", color="0563C1")


# -- how it is written ------------------------------------------------------------------------------------


def _write(sheet: Worksheet, row: int, column: int, text: str, font: Any) -> Any:
    """Write `text` as text: what a unit typed never becomes a formula."""
    cell: Any = sheet.cell(row, column)
    cell.value = clean(text, keep_lines=True).text
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.font = font
    return cell


def _font(size: int, **more: Any) -> Any:
    from openpyxl.styles import Font

    return Font(name=FONT, size=size, **more)


def _filling(colour: str) -> Any:
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=colour)


def _alignment(horizontal: str | None, vertical: str, **more: Any) -> Any:
    from openpyxl.styles import Alignment

    return Alignment(
        horizontal,
        vertical,
        wrap_text=True,
        **more,
    )


def _frame() -> Any:
    from openpyxl.styles import Border, Side

    side = Side("thin", LINE)
    return Border(side, side, side, side)


def _lines(text: str, width: int) -> int:
    """Return how many lines `text` takes in a column of `width` characters (Times is narrow)."""
    lines = (text or " ").split("\n")
    needed = [math.ceil(len(line) / (width * 1.02)) for line in lines]
    return sum(max(1, count) for count in needed)


def _set_up_page(sheet: Worksheet, last: int) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = "C00000"
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.print_area = f"A1:{column_name(len(COLUMNS) - 1)}{last}"
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    if sheet.oddFooter:
        sheet.oddFooter.right.text = "Trang &P/&N"
