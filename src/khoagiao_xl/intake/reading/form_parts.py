"""Which sheets of a workbook are those of a form, whatever the unit called them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.forms.quick_layout import QUICK_SHEET
from khoagiao_xl.intake.reading.locating import CodedBlock, find_blocks, find_changed_heading
from khoagiao_xl.intake.safety.book_scan import BookScan
from khoagiao_xl.model.findings import Finding, Place, Severity, wrong
from khoagiao_xl.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.intake.safety.scanned_sheet import SheetScan

    Grids = Mapping[str, Sequence[Sequence[Any]]]

NO_FIGURES, NO_NARRATIVE, SEVERAL, OTHERWISE_CALLED = "TN-43", "TN-47", "TN-50", "TN-45"
# What is told where a sheet is there and only its heading was changed.
_HEADING_CHANGED: Final = {NO_FIGURES: "TN-133", NO_NARRATIVE: "TN-134"}
_ANSWERED_UNDER: Final = form_layout.ANSWERED_UNDER | {
    QUICK_SHEET: form_layout.ANSWERED_UNDER[form_layout.NARRATIVE],
}


@dataclass(frozen=True)
class FormParts:
    """A workbook with what was found in it: its values by sheet, and the blocks of coded lines."""

    file: str
    book: BookScan
    grids: Grids
    figures: CodedBlock | None
    narrative: CodedBlock | None
    details: CodedBlock | None = None

    @property
    def blocks(self) -> list[CodedBlock]:
        """Those that were found."""
        found = (self.figures, self.narrative, self.details)
        return [block for block in found if block]

    @property
    def used(self) -> set[str]:
        """The sheets that are read."""
        return {block.sheet for block in self.blocks}

    def scan(self, block: CodedBlock) -> SheetScan:
        """Return what the XML says of the sheet of a block."""
        return self.book.sheet(block.sheet)


class PartsFinder:
    """A workbook in which the sheets of a form are looked for. findings: what is to be said of that."""

    def __init__(self, file: str, book: BookScan, grids: Grids) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._book = book
        self._grids = grids
        self._candidates = {name: grids[name] for name in grids if not self._is_meta(name)}
        self._blocks = find_blocks(file, self._candidates)

    def _is_meta(self, name: str) -> bool:
        if fold(name) != form_layout.META:
            return False
        return self._book.sheet(name).state == "veryHidden"

    def of_period(self) -> FormParts:
        """Return the parts of the form of a period; not every one has «Việc cụ thể»."""
        return FormParts(
            self._file,
            self._book,
            self._grids,
            self._the_one(form_layout.FIGURES, form_layout.FIGURES, NO_FIGURES),
            self._the_one(form_layout.NARRATIVE, form_layout.NARRATIVE, NO_NARRATIVE),
            self._the_one(form_layout.DETAILS, form_layout.DETAILS),
        )

    def of_quick(self) -> FormParts:
        """Return the parts of a quick form, which has the one sheet, and no figures."""
        return FormParts(
            self._file,
            self._book,
            self._grids,
            None,
            self._the_one(form_layout.NARRATIVE, QUICK_SHEET, NO_NARRATIVE),
        )

    def _the_one(self, kind: str, usual: str, missing: str = "") -> CodedBlock | None:
        """Return the one sheet of its kind; several of them cannot be told apart.

        usual: what it is called as issued. missing: what is told where there is none, blank for nothing.
        """
        blocks = [block for block in self._blocks if block.usual == kind]
        if not blocks:
            if missing:
                self._tell_missing(usual, missing)
            return None
        first, *more = blocks
        if more:
            sheets = ", ".join(f"«{block.sheet}»" for block in blocks)
            self._tell(SEVERAL, Severity.ERROR, usual, sheets=sheets)
            return None
        if first.sheet != usual:
            self._tell(OTHERWISE_CALLED, Severity.NOTE, first.sheet, usual=usual)
        return first

    def _tell_missing(self, usual: str, missing: str) -> None:
        """Tell that a sheet is not there, or at which cell its heading was changed."""
        header, heading = _ANSWERED_UNDER[usual]
        changed = find_changed_heading(self._candidates, header, heading)
        if changed is None:
            self._tell(missing, Severity.ERROR, usual)
            return
        place = replace(changed, file=self._file)
        code = _HEADING_CHANGED[missing]
        self.findings.append(wrong(code, place, heading=heading))

    def _tell(self, code: str, severity: Severity, sheet: str, **facts: object) -> None:
        place = Place(self._file, sheet)
        self.findings.append(Finding(code, severity, place, facts))
