"""One file read: safety check, values, identity, ticks, lines by code, what is odd about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.files import sha256_of
from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.form_reading import FileReading, Identity, RawCell
from khoagiao_xl.intake.reading.locating import Block, find_blocks
from khoagiao_xl.intake.reading.oddities import find_oddities
from khoagiao_xl.intake.reading.secrecy import first_mark, secret_mark, without_print_codes
from khoagiao_xl.intake.reading.two_readers import Unreadable, disagreement, read_rows
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.package_scan import BookScan
from khoagiao_xl.intake.safety.preflight import preflight
from khoagiao_xl.intake.safety.sheet_scan import SheetScan, address, area
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.vietnamese.text import clean, fold
from khoagiao_xl.vietnamese.yes_no import NO, YES, parse_yes_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.intake.reading.two_readers import Rows

ERROR, QUESTION, NOTE = Severity.ERROR, Severity.QUESTION, Severity.NOTE


def read_form(data: bytes, name: str, limits: Limits | None = None) -> FileReading:
    """Return what the file `data` holds; whatever is wrong with it is among the findings.

    To be called in a process that may die: `intake.worker` does so.
    """
    limits = limits or Limits()
    checked = preflight(data, name, limits)
    known = {"name": name, "size": len(data), "sha256": sha256_of(data)}
    if checked.book is None:
        return FileReading(**known, findings=tuple(filter(None, [checked.refusal])))  # type: ignore[arg-type]
    return _FormReader(data, name, checked.book, limits).read(known)


class _FormReader:
    """A workbook that passed the safety check, being read."""

    def __init__(self, data: bytes, name: str, book: BookScan, limits: Limits) -> None:
        self.data, self.name, self.book, self.limits = data, name, book, limits
        self.findings: list[Finding] = []
        self.grids: dict[str, Rows] = {}
        self.scans = {scan.name: scan for scan in book.sheets}

    def read(self, known: dict[str, Any]) -> FileReading:
        """Return the reading, as far as it could be made."""
        if not self._read_grids() or not self._is_open_to_all():
            return FileReading(**known, findings=tuple(self.findings))
        blocks = find_blocks(self._candidates())
        figures = self._the_one([block for block in blocks if block.is_figures], form_layout.FIGURES)
        narrative = self._the_one([block for block in blocks if not block.is_figures], form_layout.NARRATIVE)
        identity = self._identity()
        if not (figures or narrative or identity.unit_code):
            # A workbook of something else: one sentence says it all.
            self.findings = [finding for finding in self.findings if finding.code not in ("TN-43", "TN-47")]
        used = {block.sheet for block in (figures, narrative) if block}
        self.findings += find_oddities(self.name, self.book, self.grids, figures, narrative, used)
        return FileReading(
            **known,
            identity=identity,
            ticks={tick: self._tick(tick) for tick in form_layout.COVER_CELLS},
            cells=self._column(figures, "Kỳ này"),
            explanations=self._column(figures, "Giải trình"),
            labels={**self._cover(), **self._column(figures, "Chỉ tiêu")},
            measures=self._column(figures, "Đơn vị tính"),
            answers=self._column(narrative, "Trả lời"),
            findings=tuple(self.findings),
        )

    def _tell(self, code: str, severity: Severity, sheet: str = "", cell: str = "", **facts: object) -> None:
        self.findings.append(Finding(code, severity, Place(self.name, sheet, cell), facts))

    # -- reading the values --

    def _read_grids(self) -> bool:
        sheets = [scan for scan in self.book.sheets if scan.values <= self.limits.form_cells]
        for scan in self.book.sheets:
            if scan.values > self.limits.form_cells:
                self._tell("TN-58", NOTE, scan.name)
            elif (size := self._text_size(scan)) > self.limits.form_text:
                # One long text that a thousand cells share is written out for each of them.
                self._tell("TN-20", ERROR, scan.name, what="chữ", found=size, most=self.limits.form_text)
                return False
        try:
            self.grids, reader = read_rows(self.data, sheets)
        except Unreadable as error:
            self._tell("TN-26", ERROR, reason=str(error))
            return False
        if reader == "openpyxl":
            self._tell("TN-61", NOTE)
        return self._readers_agree(sheets)

    def _text_size(self, scan: SheetScan) -> int:
        texts = self.book.strings.texts
        shared = (cell.raw for cell in scan.cells.values() if cell.kind == "s")
        return sum(len(texts[int(raw)]) for raw in shared if raw.isdigit() and int(raw) < len(texts))

    def _readers_agree(self, sheets: list[SheetScan]) -> bool:
        for scan in sheets:
            if where := disagreement(self.book, scan, self.grids.get(scan.name, [])):
                self._tell("TN-27", ERROR, scan.name, address(*where))
                return False
        return True

    def _is_open_to_all(self) -> bool:
        """Refuse a file with a mark of secrecy; none of its words is kept."""
        for sheet, where, text in self._all_texts():
            if mark := secret_mark(text):
                self._tell("TN-59", ERROR, sheet, where, mark=mark)
                return False
        beside = [*self.book.texts, *self.book.properties.values(), *self.scans, self.name.rpartition(".")[0]]
        if mark := first_mark(beside):
            self._tell("TN-59", ERROR, mark=mark)
            return False
        return True

    def _all_texts(self) -> Iterator[tuple[str, str, str]]:
        for sheet, rows in self.grids.items():
            for row, values in enumerate(rows, 1):
                for column, value in enumerate(values, 1):
                    if isinstance(value, str) and value:
                        yield sheet, address(row, column), value
        for scan in self.book.sheets:
            for text in scan.printed:
                yield scan.name, "", without_print_codes(text)

    # -- finding the lines --

    def _candidates(self) -> dict[str, Rows]:
        return {name: rows for name, rows in self.grids.items() if not self._is_meta(name)}

    def _is_meta(self, name: str) -> bool:
        return fold(name) == form_layout.META and self.scans[name].state == "veryHidden"

    def _the_one(self, blocks: list[Block], usual: str) -> Block | None:
        """Return the one sheet of its kind; several of them cannot be told apart."""
        if not blocks:
            self._tell("TN-43" if usual == form_layout.FIGURES else "TN-47", ERROR, usual)
            return None
        if len(blocks) > 1:
            self._tell("TN-50", ERROR, usual, sheets=", ".join(f"«{block.sheet}»" for block in blocks))
            return None
        if blocks[0].sheet != usual:
            self._tell("TN-45", NOTE, blocks[0].sheet, usual=usual)
        return blocks[0]

    def _column(self, block: Block | None, heading: str) -> dict[str, RawCell]:
        if block is None or heading not in block.columns:
            return {}
        column = block.columns[heading]
        return {code: self._raw(block.sheet, row, column) for code, row in block.rows.items()
                if code not in block.doubled}  # fmt: skip

    def _raw(self, sheet: str, row: int, column: int) -> RawCell:
        scanned = self.scans[sheet].cells.get((row, column))
        where = address(row, column)
        if scanned is None:
            return RawCell(sheet, where)
        value: object = self.grids[sheet][row - 1][column - 1] if scanned.raw else None
        is_error = scanned.kind == "e"
        styles, strings = self.book.styles, self.book.strings
        number = int(scanned.raw) if scanned.kind == "s" and scanned.raw.isdigit() else -1
        return RawCell(
            sheet,
            where,
            None if is_error or value == "" else value,
            styles.number_format(scanned.style),
            styles.font(scanned.style).name,
            scanned.formula,
            scanned.raw or "#?" if is_error else "",
            is_calculated=scanned.formula is None or bool(scanned.raw) or scanned.kind == "str",
            pieces=tuple(strings.pieces.get(number, ())),
            look=styles.font(scanned.style).look,
            paper=styles.paper(scanned.style),
            runs=scanned.runs or strings.runs.get(number, ()),
        )

    # -- who it is from --

    def _identity(self) -> Identity:
        """Return the identity of the hidden sheet, checked against the document's properties."""
        inside = self._meta()
        beside = {key: clean(self.book.properties.get(key, "")).text for key in form_layout.META_KEYS}
        for key in form_layout.META_KEYS:
            if inside.get(key) and beside[key] and inside[key] != beside[key]:
                self._tell("TN-41", ERROR, key=key, inside=inside[key], beside=beside[key])
        both = {key: inside.get(key) or beside[key] for key in form_layout.META_KEYS}
        if not (both["unit_code"] and both["period"]):
            self._tell("TN-40", ERROR)
        elif not inside.get("unit_code"):
            self._tell("TN-42", NOTE)
        return Identity(**both)

    def _meta(self) -> dict[str, str]:
        rows = next((rows for name, rows in self.grids.items() if fold(name) == form_layout.META), [])
        return {str(row[0]).strip(): clean(_plain(row[1])).text for row in rows
                if len(row) > 1 and str(row[0]).strip() in form_layout.META_KEYS}  # fmt: skip

    def _cover(self) -> dict[str, RawCell]:
        """Return what the cover says of whose form it is: each label, folded, with the cell beside it."""
        rows = self.grids.get(form_layout.COVER, [])[:12]
        said = [(fold(str(row[1])), row[2] if len(row) > 2 else row[1], at)
                for at, row in enumerate(rows, 1) if len(row) > 1 and row[1]]  # fmt: skip
        return {label: RawCell(form_layout.COVER, f"C{at}", value) for label, value, at in said}

    def _tick(self, name: str) -> bool | None:
        """Return whether a box of the cover is ticked; a text that is neither is asked about."""
        sheet, where = self._place_of(name)
        rows = self.grids.get(sheet, [])
        found = area(where)
        if found is None:
            return False
        row, column = found[:2]
        value = rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else ""
        answer = parse_yes_no(value)
        if answer.code:
            self._tell("TN-62", QUESTION, sheet, where, found=answer.facts.get("found", ""))
            return None
        return {YES: True, NO: False}.get(answer.value or "", False)

    def _place_of(self, name: str) -> tuple[str, str]:
        """Return sheet and cell of a defined name; where it was lost, the place it is drawn at."""
        sheet, _, where = self.book.names.get(name, "").rpartition("!")
        sheet, where = sheet.strip("'").replace("''", "'"), where.replace("$", "")
        if sheet in self.scans and area(where):
            return sheet, where
        return form_layout.COVER, form_layout.COVER_CELLS[name]


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
