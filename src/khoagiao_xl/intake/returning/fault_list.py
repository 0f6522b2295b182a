"""The sheet «LỖI CẦN SỬA»: what a unit has to put right, worst first, each line a link to its cell."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.intake.judging.fold_findings import cells_of, fold_same
from khoagiao_xl.model.findings import Finding, Severity
from khoagiao_xl.vietnamese.numbers import format_number
from khoagiao_xl.vietnamese.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TITLE: Final = "LỖI CẦN SỬA"
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
WHERE, WHAT, FOUND = 3, 4, 5
ORDER: Final = (Severity.ERROR, Severity.QUESTION, Severity.NOTE)
# Severity -> (word in the list, colours of the badge and of its text, colour of the cell in the form).
LOOK: Final = {
    Severity.ERROR: ("PHẢI SỬA", "F8CBAD", "9C0006", "FF9999"),
    Severity.QUESTION: ("GIẢI TRÌNH", "FFE699", "7F6000", "FFD966"),
    Severity.NOTE: ("ĐỂ BIẾT", "E2EFDA", "375623", ""),
}
# How our notes on cells begin: LibreOffice forgets who wrote a note, so they are known by their words.
OWN_NOTE: Final = re.compile(r"(PHẢI SỬA|GIẢI TRÌNH|ĐỂ BIẾT) \(mã ")
UNIT_NOTE: Final = "\n\nGhi chú của đơn vị: "
ADDRESS: Final = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
ADVICE: Final = (
    "Bấm vào ô ở cột «Vị trí» để đến chỗ cần sửa; ô sai đã tô màu và có ghi chú. "
    "Sửa xong, lưu tệp và gửi lại. Chỗ «GIẢI TRÌNH»: nếu số đúng thì ghi lý do ở cột "
    "Giải trình. Không cần xóa trang này."
)


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, errors before questions before notes, otherwise in the order they came."""
    return sorted(findings, key=lambda finding: ORDER.index(finding.severity))


def write_list(book: Workbook, findings: Sequence[Finding], owner: str, remark: str = "") -> None:
    """Put the list in front of every other sheet of `book`, in place of an earlier one.

    owner: whose form it is, for the heading. remark: a sentence for a list that stands alone.
    """
    if TITLE in book.sheetnames:
        del book[TITLE]
    sheet = book.create_sheet(TITLE, 0)
    _head(sheet, findings, owner, remark)
    lines = worst_first(fold_same(findings))
    for number, finding in enumerate(lines, 1):
        _line(sheet, HEADER_ROW + number, number, finding, set(book.sheetnames))
    _set_up_page(sheet, HEADER_ROW + len(lines))
    # Two sheets selected at once would make every edit go into both.
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0


def _head(sheet: Worksheet, findings: Sequence[Finding], owner: str, remark: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    _write(sheet, 1, 1, TITLE, Font(name=FONT, size=18, bold=True, color=INK))
    _write(sheet, 2, 1, owner, Font(name=FONT, size=13, bold=True))
    counts = [sum(finding.severity is severity for finding in findings) for severity in ORDER]
    summary = f"{counts[0]} chỗ phải sửa, {counts[1]} chỗ cần giải trình, {counts[2]} điều để biết."
    _write(sheet, 3, 1, summary, Font(name=FONT, size=13, color="9C0006" if counts[0] else "375623"))
    advice = Font(name=FONT, size=12, italic=True)
    _write(sheet, 4, 1, remark or ADVICE, advice, Alignment(wrap_text=True, vertical="top"))
    sheet.merge_cells(start_row=4, end_row=4, start_column=1, end_column=len(COLUMNS))
    for row, height in {1: 30, 2: 20, 3: 20, 4: 36, 5: 6, HEADER_ROW: 26}.items():
        sheet.row_dimensions[row].height = height
    for column, (name, width) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[chr(64 + column)].width = width
        cell = _write(sheet, HEADER_ROW, column, name, Font(name=FONT, size=12, bold=True, color="FFFFFF"))
        cell.fill = PatternFill("solid", fgColor=INK)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _frame()


def _line(sheet: Worksheet, row: int, number: int, finding: Finding, sheets: set[str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    word, badge, ink, _ = LOOK[finding.severity]
    place = finding.place
    found = str(finding.facts.get("found", finding.facts.get("before", ""))) or _as_typed(
        sheet.parent, finding
    )
    values = (str(number), word, _where(finding), finding.message, found, finding.code)
    for column, text in enumerate(values, 1):
        cell = _write(sheet, row, column, text, Font(name=FONT, size=12))
        is_long = column in (WHAT, FOUND)
        cell.alignment = Alignment(
            "left" if is_long else "center", "center", wrap_text=True, indent=int(is_long)
        )
        cell.border = _frame()
    sheet.cell(row, 2).fill = PatternFill("solid", fgColor=badge)
    sheet.cell(row, 2).font = Font(name=FONT, size=12, bold=True, color=ink)
    if place.sheet in sheets and place.cell:
        _link(sheet, row, place.sheet, place.cell)
    needed = max(_lines(finding.message, COLUMNS[WHAT - 1][1]), _lines(found, COLUMNS[FOUND - 1][1]),
                 _lines(values[2], COLUMNS[WHERE - 1][1]))  # fmt: skip
    sheet.row_dimensions[row].height = min(24 if needed == 1 else 8 + 16 * needed, 400)


def _as_typed(book: Any, finding: Finding) -> str:
    """Return what stands in the cell of a finding that does not say it itself; a formula is not shown."""
    place = finding.place
    if cells_of(finding) != place.cell:
        return ""
    if place.sheet not in book.sheetnames or not ADDRESS.fullmatch(place.cell):
        return ""
    cell = book[place.sheet][place.cell]
    if cell.value is None or cell.data_type == "f":
        return ""
    is_number = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    return format_number(cell.value) if is_number else str(cell.value)


def _where(finding: Finding) -> str:
    return " ".join(filter(None, (finding.place.sheet, cells_of(finding)))) or "Cả tệp"


def _link(sheet: Worksheet, row: int, target: str, cell: str) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    location = "'" + target.replace("'", "''") + "'!" + cell
    sheet.cell(row, WHERE).hyperlink = Hyperlink(ref="", location=location, tooltip="Đến ô cần sửa")
    sheet.cell(row, WHERE).font = Font(name=FONT, size=12, underline="single", color="0563C1")


def _write(sheet: Worksheet, row: int, column: int, text: str, font: Any, alignment: Any = None) -> Any:
    """Write `text` as text: what a unit typed never becomes a formula."""
    cell = sheet.cell(row, column)
    cell.value = clean(text, keep_lines=True).text
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.font = font
    if alignment:
        cell.alignment = alignment
    return cell


def _frame() -> Any:
    from openpyxl.styles import Border, Side

    side = Side("thin", LINE)
    return Border(side, side, side, side)


def _lines(text: str, width: int) -> int:
    """Return how many lines `text` takes in a column of `width` characters (Times is narrow)."""
    return sum(max(1, math.ceil(len(line) / (width * 1.02))) for line in (text or " ").split("\n"))


def _set_up_page(sheet: Worksheet, last: int) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = "C00000"
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.print_area = f"A1:{chr(64 + len(COLUMNS))}{last}"
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    if sheet.oddFooter:
        sheet.oddFooter.right.text = "Trang &P/&N"
