"""One file read: safety check, values, what secret marks it bears, lines by code, what is odd about it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.quick_layout import QUICK_SHEET
from khoagiao_xl.intake.reading.comparing.find_differences import find_differences
from khoagiao_xl.intake.reading.comparing.issued_template import issued_template
from khoagiao_xl.intake.reading.form_identity import IdentityReader
from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
from khoagiao_xl.intake.reading.locating import (
    ANSWER,
    FIGURE,
    CodedBlock,
    find_blocks,
    find_changed_heading,
)
from khoagiao_xl.intake.reading.oddities import EXPLANATION, FormParts, find_oddities
from khoagiao_xl.intake.reading.other_documents import is_marked
from khoagiao_xl.intake.reading.owner_signs import reported_last, titles_above
from khoagiao_xl.intake.reading.secret_workbook import secret_cell
from khoagiao_xl.intake.reading.two_readers import Unreadable, disagreement, read_rows
from khoagiao_xl.intake.safety.book_scan import BookScan
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.preflight import preflight
from khoagiao_xl.intake.safety.scanned_sheet import ScannedCell, SheetScan, address
from khoagiao_xl.intake.safety.secrecy import IN_THE_FILE
from khoagiao_xl.model.findings import Finding, Place, Severity, wrong
from khoagiao_xl.office.issued_forms import IssuedForms
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.intake.reading.difference import Difference
    from khoagiao_xl.intake.reading.form_reading import Identity
    from khoagiao_xl.intake.reading.two_readers import Rows
    from khoagiao_xl.office.issued_forms import IssuedForm

ERROR, NOTE = Severity.ERROR, Severity.NOTE
HEAD_SHEETS, HEAD_ROWS, HEAD_LENGTH = 3, 12, 200  # of a workbook that is no form; the last in characters
HEADING_CHANGED = {"TN-43": "TN-133", "TN-47": "TN-134"}  # what is told where only the heading is missing
ANSWERED_UNDER = form_layout.ANSWERED_UNDER | {
    QUICK_SHEET: form_layout.ANSWERED_UNDER[form_layout.NARRATIVE],
}
NO_FORM = ("TN-43", "TN-47")  # of a workbook of something else one sentence says it all


def read_form(
    data: bytes, name: str, limits: Limits | None = None, issued: IssuedForms | None = None
) -> FileReading:
    """Return what the file `data` holds; whatever is wrong with it is among the findings.

    issued: what was issued for the period, which the form is held against; of a form that is none of it
    no difference can be told.

    To be called in a process that may die: `intake.reading.worker` does so.
    """
    limits = limits or Limits()
    checked = preflight(data, name, limits)
    if checked.refusal is not None:
        return _refused(data, name, checked.refusal, limits)
    return _FormReader(
        data,
        name,
        checked.book or BookScan(),
        limits,
        issued or IssuedForms(),
    ).read()


def _refused(data: bytes, name: str, refusal: Finding, limits: Limits) -> FileReading:
    """Return the reading of what is no form: the refusal alone, that it is a secret before any other."""
    is_whole = len(data) <= limits.file_bytes
    if is_whole and is_marked(data, limits):
        refusal = wrong(IN_THE_FILE, Place(name))
    return FileReading(name, findings=(refusal,))


class _FormReader:
    """A workbook that passed the safety check, being read."""

    def __init__(self, data: bytes, name: str, book: BookScan, limits: Limits, issued: IssuedForms) -> None:
        self.data = data
        self.name = name
        self.book = book
        self.limits = limits
        self.issued = issued
        self.findings: list[Finding] = []
        self.grids: dict[str, Rows] = {}

    def read(self) -> FileReading:
        """Return the reading, as far as it could be made."""
        is_read = self._read_grids()
        if self._is_secret(is_read=is_read) or not is_read:
            return FileReading(self.name, findings=tuple(self.findings))
        identity = IdentityReader(self.name, self.book, self.grids)
        said = identity.identity()
        parts = self._parts_of_quick() if said.is_quick else self._parts()
        if not parts.used and not said.unit_code:
            self.findings = [finding for finding in self.findings if finding.code not in NO_FORM]
        ticks = {tick: identity.tick(tick) for tick in form_layout.COVER_CELLS}
        labels = self._column(parts.figures, form_layout.FIGURES_HEADER[form_layout.LABEL])
        findings = (
            *self.findings,
            *identity.of_identity,
            *find_oddities(parts),
            *identity.of_ticks,
        )
        return FileReading(
            self.name,
            identity=said,
            ticks=ticks,
            cells=self._column(parts.figures, FIGURE),
            explanations=self._column(parts.figures, EXPLANATION),
            answers=self._column(parts.narrative, ANSWER),
            details=self._details(parts.details) | identity.contact(),
            labels=identity.cover() | labels,
            measures=self._column(parts.figures, form_layout.FIGURES_HEADER[form_layout.MEASURE]),
            differences=self._differences(parts, said),
            is_of_kept_template=self._is_of_kept_template(said),
            issued_lines=self._issued_lines(said),
            heads=() if said.unit_code else tuple(self._heads()),
            last_report=self._last_report(parts.figures),
            titles=tuple(self._titles(parts)),
            findings=findings,
        )

    # -- held against what was issued --

    def _differences(self, parts: FormParts, said: Identity) -> tuple[Difference, ...]:
        forms = self._issued_as(said)
        if not forms or not parts.used:
            return ()
        template = self.issued.templates[forms[0].template]
        facts = [form.facts for form in forms]
        return find_differences(parts, template, facts)

    def _is_of_kept_template(self, said: Identity) -> bool:
        forms = self._issued_as(said)
        return bool(forms) and forms[0].is_known_as(said.form_id, said.template_id)

    def _issued_lines(self, said: Identity) -> tuple[str, ...]:
        """Return the codes of the lines it was issued with, nothing where that was not kept."""
        if not self._is_of_kept_template(said):
            return ()
        (form, *_) = self._issued_as(said)
        template = self.issued.templates[form.template]
        return issued_template(template).lines

    def _issued_as(self, said: Identity) -> list[IssuedForm]:
        issued = self.issued.of_form(
            said.form_id,
            said.template_id,
            said.unit_code,
        )
        return [form for form in issued if form.is_quick == said.is_quick]

    def _tell(self, code: str, severity: Severity, sheet: str = "", **facts: object) -> None:
        self.findings.append(Finding(code, severity, Place(self.name, sheet), facts))

    # -- reading the values --

    def _read_grids(self) -> bool:
        """Read the values of every sheet that may be one of a form; say whether they may be believed."""
        sheets = []
        for scan in self.book.sheets:
            if scan.values > self.limits.form_cells:
                continue  # no sheet of a form: it is told among those that were added
            if not self._has_bounded_text(scan):
                return False
            sheets.append(scan)
        try:
            self.grids, reader = read_rows(self.data, sheets)
        except Unreadable as error:
            self._tell("TN-26", ERROR, reason=str(error))
            return False
        if reader == "openpyxl":
            self._tell("TN-61", NOTE)
        return self._readers_agree(sheets)

    def _has_bounded_text(self, scan: SheetScan) -> bool:
        """Say whether the text of a sheet is bounded.

        One long text that a thousand cells share is written out for each of them.
        """
        strings = self.book.strings
        if strings.longest * len(scan.cells) <= self.limits.form_text:
            return True
        size = sum(strings.length(cell.raw) for cell in scan.cells.values() if cell.kind == "s")
        if size <= self.limits.form_text:
            return True
        self._tell(
            "TN-20",
            ERROR,
            scan.name,
            what="chữ",
            found=size,
            most=self.limits.form_text,
        )
        return False

    def _readers_agree(self, sheets: list[SheetScan]) -> bool:
        for scan in sheets:
            where = disagreement(self.book, scan, self.grids.get(scan.name, []))
            if where:
                place = Place(self.name, scan.name, address(*where))
                self.findings.append(wrong("TN-27", place))
                return False
        return True

    # -- secrets --

    def _is_secret(self, *, is_read: bool) -> bool:
        """Refuse a file with a mark of secrecy; none of its words is kept."""
        marked = secret_cell(self.book, self.grids)
        if marked is None and not is_read and is_marked(self.data, self.limits):
            marked = ("", "")
        if marked is None:
            return False
        sheet, cell = marked
        self.findings = [wrong(IN_THE_FILE, Place(self.name, sheet, cell))]
        return True

    def _heads(self) -> Iterator[str]:
        """Yield the first short texts of the first sheets."""
        sheets = list(self.grids.values())[:HEAD_SHEETS]
        for rows in sheets:
            values = chain.from_iterable(rows[:HEAD_ROWS])
            texts = (value for value in values if isinstance(value, str))
            yield from (text for text in texts if 0 < len(text) <= HEAD_LENGTH)

    # -- finding the lines --

    def _parts(self) -> FormParts:
        blocks = find_blocks(self.name, self._candidates())
        return FormParts(
            self.name,
            self.book,
            self.grids,
            self._the_one(blocks, form_layout.FIGURES, "TN-43"),
            self._the_one(blocks, form_layout.NARRATIVE, "TN-47"),
            self._the_one(blocks, form_layout.DETAILS),
        )

    def _parts_of_quick(self) -> FormParts:
        """A quick form has the one sheet, and no figures."""
        blocks = find_blocks(self.name, self._candidates())
        return FormParts(
            self.name,
            self.book,
            self.grids,
            None,
            self._the_one(blocks, form_layout.NARRATIVE, "TN-47", QUICK_SHEET),
        )

    def _candidates(self) -> Mapping[str, Rows]:
        return {name: rows for name, rows in self.grids.items() if not self._is_meta(name)}

    def _is_meta(self, name: str) -> bool:
        return fold(name) == form_layout.META and self.book.sheet(name).state == "veryHidden"

    def _the_one(
        self, found: list[CodedBlock], kind: str, missing: str = "", called: str = ""
    ) -> CodedBlock | None:
        """Return the one sheet of its kind; several of them cannot be told apart.

        missing: what is told where there is none; blank for a sheet that not every form has.
        called: its usual name, where that is not the one that its kind has in the form of a period.
        """
        usual = called or kind
        blocks = [block for block in found if block.usual == kind]
        if not blocks:
            if missing:
                self._tell_missing(usual, missing)
            return None
        if len(blocks) > 1:
            sheets = ", ".join(f"«{block.sheet}»" for block in blocks)
            self._tell("TN-50", ERROR, usual, sheets=sheets)
            return None
        if blocks[0].sheet != usual:
            self._tell("TN-45", NOTE, blocks[0].sheet, usual=usual)
        return blocks[0]

    def _tell_missing(self, usual: str, missing: str) -> None:
        """Tell that a sheet is not there, or at which cell its heading was changed."""
        header, heading = ANSWERED_UNDER[usual]
        changed = find_changed_heading(self._candidates(), header, heading)
        if changed is None:
            self._tell(missing, ERROR, usual)
            return
        place = replace(changed, file=self.name)
        code = HEADING_CHANGED[missing]
        self.findings.append(wrong(code, place, heading=heading))

    # -- reading the lines --

    def _column(self, block: CodedBlock | None, heading: str) -> dict[str, RawCell]:
        if block is None or heading not in block.columns:
            return {}
        column, scan = block.columns[heading], self.book.sheet(block.sheet)
        found = {}
        for code, row in block.rows.items():
            if code not in block.doubled:
                found[code] = self._cell(scan, row, column)
        return found

    def _details(self, block: CodedBlock | None) -> dict[str, RawCell]:
        """Return code and heading of each cell of «Việc cụ thể» («QT001 Ngày») -> the cell."""
        found = {}
        for heading in (form_layout.DETAIL_LABEL, *form_layout.DETAIL_INPUTS):
            for code, cell in self._column(block, heading).items():
                found[form_layout.detail_key(code, heading)] = cell
        return found

    def _last_report(self, block: CodedBlock | None) -> dict[str, RawCell]:
        if block is None:
            return {}
        return reported_last(block, self.grids[block.sheet])

    def _titles(self, parts: FormParts) -> Iterator[RawCell]:
        for block in (parts.figures, parts.narrative):
            if block:
                yield from titles_above(block, self.grids[block.sheet])

    def _cell(self, scan: SheetScan, row: int, column: int) -> RawCell:
        where = address(row, column)
        scanned = scan.cells.get((row, column))
        if scanned is None:
            return RawCell(scan.name, where)
        is_error = scanned.kind == "e"
        value = None if is_error else self._value(scan, row, column)
        style = self.book.styles.appearance(scanned.style)
        pieces, runs = self.book.strings.letters_of(scanned)
        return RawCell(
            scan.name,
            where,
            value,
            number_format=style.number_format,
            font=style.font.name,
            formula=scanned.formula,
            error=(scanned.raw or "#?") if is_error else "",
            is_calculated=_is_calculated(scanned),
            pieces=pieces,
            look=style.font.look,
            paper=style.paper,
            runs=runs,
        )

    def _value(self, scan: SheetScan, row: int, column: int) -> object:
        """Return what the reader of values gives for a cell, None for nothing."""
        if not scan.cells[row, column].raw:
            return None
        value: object = self.grids[scan.name][row - 1][column - 1]
        if value == "":
            return None
        return value


def _is_calculated(scanned: ScannedCell) -> bool:
    """Say whether a formula was worked out; of a text even a blank is a result."""
    return scanned.formula is None or bool(scanned.raw) or scanned.kind == "str"
