"""Whether what was found is put right, as formulas that Excel works out while the unit mends its form.

A thing is «still wrong» while its cells hold what was sent, or while the form's own live check says so.
All of it stands on one very hidden sheet: what was sent (A to D), and a condition for each thing (F, G),
which the colours of the cells and the list read by the names of its columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from khoagiao_xl.books.package.cell_xml import cell_xml, formula_xml
from khoagiao_xl.books.package.xml_text import escape
from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.judging.settle_findings import FIGURE_IN_WORDS
from khoagiao_xl.intake.own_notes import MEMORY
from khoagiao_xl.intake.returning.form_rows import FormRows
from khoagiao_xl.model.cell_addresses import cell_name, column_name, row_and_column
from khoagiao_xl.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell
    from khoagiao_xl.model.findings import Finding

# What a formula sees: figures, words, ticks, labels. The look of a cell it does not.
_SEEN: Final = re.compile(r"(SL|VB|NB|R35)-|R\d\d$|TN-6[0269]$")
_LOOKS: Final = frozenset({"SL-09", "SL-16", "SL-33", "SL-47", "SL-48", "SL-49", "VB-12"})
_SHEET_HEAD: Final = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
_SHEET_END: Final = "</sheetData></worksheet>"
FIRST: Final = 2  # row of the memory, under its heading
_HEADING: Final = ("Trang", "Ô", "Lúc gửi", "Chưa đổi", "", "Dòng", "Còn lỗi")
_NOTHING_WATCHED: Final = ("", "")  # a blank row, to which the names of the columns still refer
_SENT, _SAME = "C", "D"  # columns
LINES, CONDITIONS = "F", "G"
LONGEST: Final = 4000  # characters of a condition; with more rules at a line the check alone decides


@dataclass(frozen=True)
class Watched:
    """One thing found. number: its place among all; line: of the list; by_look: no formula sees it mended."""

    number: int
    finding: Finding
    line: int
    by_look: bool


@dataclass
class LiveStatus:
    """What is watched in one workbook."""

    book: BookScan
    conditions: list[Watched] = field(default_factory=list)
    _formulas: list[str] = field(default_factory=list)
    _sent: dict[tuple[str, str], int] = field(default_factory=dict)  # sheet, cell -> row of the memory
    _rows: dict[str, FormRows] = field(default_factory=dict)

    def watch(self, finding: Finding, line: int) -> None:
        """Watch one thing that has a cell and must be put right or explained."""
        watched = Watched(
            number=len(self.conditions) + 1,
            finding=finding,
            line=line,
            by_look=is_by_look(finding),
        )
        formula = self._still_wrong(finding)
        self.conditions.append(watched)
        self._formulas.append(formula)

    def rows_of(self, sheet: str) -> FormRows:
        """Return the lines of a sheet, looked up once."""
        if sheet not in self._rows:
            self._rows[sheet] = FormRows(self.book, sheet)
        return self._rows[sheet]

    # -- the conditions -----------------------------------------------------------------------------------

    def _still_wrong(self, finding: Finding) -> str:
        sheet = finding.place.sheet
        cells = self._cells_of(finding)
        as_sent = [self._same(sheet, cell) for cell in cells]
        unchanged = _all(as_sent)
        if is_by_look(finding):
            return unchanged
        told_by_check = self._by_check(finding)
        wrong = _any([unchanged, *told_by_check])
        unexplained = self._unexplained(finding)
        return _all([wrong, *unexplained])

    def _cells_of(self, finding: Finding) -> list[str]:
        """Return the cell it is told at, and of a rule the figures that it compares."""
        own = finding.place.cell
        cells = {own: None}
        rows = self.rows_of(finding.place.sheet).rows
        _, column = row_and_column(own)
        for code in finding.about:
            if finding.text and code in rows:
                cell = cell_name(rows[code], column)
                cells[cell] = None
        return list(cells)

    def _by_check(self, finding: Finding) -> Iterator[str]:
        """Yield the condition that the form's own check of that line still tells of it."""
        rows = self.rows_of(finding.place.sheet)
        row, column = row_and_column(finding.place.cell)
        check = rows.check(row)
        if not check or column != rows.column(form_layout.VALUE):
            return
        rules = rows.rules_in(check)
        if finding.text and finding.code not in rules:
            return
        # The check tells the first thing that is wrong: what stands behind this one is another matter.
        others = rules
        if finding.text:
            own = rules.index(finding.code)
            others = rules[own + 1 :]
        cell = _reference(finding.place.sheet, check)
        condition = _still_told(cell, others)
        if len(condition) < LONGEST:
            yield condition

    def _unexplained(self, finding: Finding) -> Iterator[str]:
        """Yield the condition that a question has no explanation, at each line it is about."""
        if finding.severity is not Severity.QUESTION or finding.code == FIGURE_IN_WORDS:
            return
        rows = self.rows_of(finding.place.sheet)
        if not rows.has(form_layout.EXPLANATION):
            return
        column = rows.column(form_layout.EXPLANATION)
        for code in finding.about:
            if code in rows.rows:
                row = rows.rows[code]
                cell = cell_name(row, column)
                same = self._same(rows.sheet, cell)
                now = _reference(rows.sheet, cell)
                yield f"OR({same},LEN(TRIM({now}))=0)"

    def _same(self, sheet: str, cell: str) -> str:
        """Return the memory's cell that is TRUE while a cell holds what was sent."""
        key = (sheet, cell)
        next_row = FIRST + len(self._sent)
        row = self._sent.setdefault(key, next_row)
        return f"${_SAME}${row}"

    # -- the sheet ----------------------------------------------------------------------------------------

    @property
    def last_row(self) -> int:
        """The last row of the conditions."""
        count = max(len(self.conditions), 1)
        return FIRST + count - 1

    def area(self, column: str) -> str:
        """Return the cells of the conditions, or of their lines, as a name refers to them."""
        return f"'{MEMORY}'!${column}${FIRST}:${column}${self.last_row}"

    def to_xml(self) -> str:
        """Return the memory as a sheet."""
        sent = [self._sent_cells(*place) for place in self._sent]
        conditions = map(self._condition_cells, self.conditions)
        beside = zip_longest(sent, conditions, fillvalue="")
        lines = list(beside) or [_NOTHING_WATCHED]
        rows = [self._heading()]
        for row, line in enumerate(lines, FIRST):
            cells = "".join(line)
            rows.append(f'<row r="{row}">{cells}</row>')
        body = "".join(rows)
        return f"{_SHEET_HEAD}{body}{_SHEET_END}"

    def _heading(self) -> str:
        cells = ""
        for column, name in enumerate(_HEADING):
            if name:
                address = cell_name(1, column)
                cells += cell_xml(address, "", name)
        return f'<row r="1">{cells}</row>'

    def _sent_cells(self, sheet: str, address: str) -> str:
        row = self._sent[sheet, address]
        cell = self.rows_of(sheet).cell(address)
        now = _reference(sheet, address)
        sent = f"{_SENT}{row}"
        same = escape(_is_same(now, sent, cell))
        pieces = (
            cell_xml(f"A{row}", "", sheet),
            cell_xml(f"B{row}", "", address),
            _as_sent(sent, cell),
            formula_xml(f"{_SAME}{row}", "", same, result=True),
        )
        return "".join(pieces)

    def _condition_cells(self, watched: Watched) -> str:
        at = watched.number - 1
        row = FIRST + at
        formula = self._formulas[at]
        of_line = cell_xml(f"{LINES}{row}", "", watched.line)
        condition = formula_xml(
            f"{CONDITIONS}{row}",
            style="",
            formula=escape(formula),
            result=True,
        )
        return of_line + condition


def is_by_look(finding: Finding) -> bool:
    """Say whether no formula can see it mended: it lies in how a cell looks, or in what no cell holds."""
    if finding.text:
        return False
    return finding.code in _LOOKS or not _SEEN.match(finding.code)


def _still_told(check: str, other_rules: Sequence[str]) -> str:
    """Return the condition that a check tells something, and that it is none of the other rules."""
    condition = f"LEN({check})>0"
    told = [f'ISNUMBER(FIND("({code})",{check}))' for code in other_rules]
    if told:
        other = _any(told)
        condition = f"AND({condition},NOT({other}))"
    return f"IFERROR({condition},FALSE)"


def _reference(sheet: str, cell: str) -> str:
    row, column = row_and_column(cell)
    letters = column_name(column)
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!${letters}${row}"


def _all(conditions: Sequence[str]) -> str:
    return _joined("AND", conditions)


def _any(conditions: Sequence[str]) -> str:
    return _joined("OR", conditions)


def _joined(function: str, conditions: Sequence[str]) -> str:
    if len(conditions) == 1:
        return conditions[0]
    listed = ",".join(conditions)
    return f"{function}({listed})"


def _is_same(now: str, sent: str, cell: ScannedCell | None) -> str:
    """Return the formula that is TRUE while a cell holds what was sent: value and kind, or the formula."""
    if cell is None or not cell.raw:
        return f"IF(ISERROR({now}),FALSE,LEN({now})=0)"
    if cell.kind == "e":
        return f"ISERROR({now})"
    same = f"IF(ISERROR({now}),FALSE,AND(ISTEXT({now})=ISTEXT({sent}),EXACT({now},{sent})))"
    if cell.formula is None:
        return same
    # A figure in place of a formula is a mend that shows the same; ISFORMULA is of Excel 2013.
    return f"AND({same},IFERROR(_xlfn.ISFORMULA({now}),TRUE))"


def _as_sent(address: str, cell: ScannedCell | None) -> str:
    """Return the cell of the memory that holds the very value, a shared text by its number."""
    if cell is None or not cell.raw or cell.kind == "e":
        return ""
    if cell.kind in ("str", "inlineStr"):
        return cell_xml(address, "", cell.raw)
    value = escape(cell.raw)
    return f'<c r="{address}" t="{cell.kind}"><v>{value}</v></c>'
