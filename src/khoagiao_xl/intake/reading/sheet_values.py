"""The values of a workbook's sheets, as far as they may be believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from khoagiao_xl.intake.reading.two_readers import Unreadable, disagreement, read_rows
from khoagiao_xl.intake.safety.scanned_sheet import SHARED, address
from khoagiao_xl.model.findings import Finding, Place, Severity, noted, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.intake.reading.two_readers import Rows
    from khoagiao_xl.intake.safety.book_scan import BookScan
    from khoagiao_xl.intake.safety.limits import Limits
    from khoagiao_xl.intake.safety.scanned_sheet import SheetScan


class SheetValues(NamedTuple):
    """What was read. grids: sheet -> its rows from A1 on. findings: with an error none of it counts."""

    grids: dict[str, Rows]
    findings: tuple[Finding, ...]

    @property
    def may_be_believed(self) -> bool:
        """Whether the values are what the file holds."""
        return not any(finding.is_error for finding in self.findings)


def read_values(data: bytes, name: str, book: BookScan, limits: Limits) -> SheetValues:
    """Return the values of every sheet that may be one of a form."""
    # A sheet of more cells is none of a form: it is told among those that were added.
    sheets = [scan for scan in book.sheets if scan.values <= limits.form_cells]
    too_long = next(_unbounded(name, book, sheets, limits), None)
    if too_long:
        return SheetValues({}, (too_long,))
    try:
        grids, reader = read_rows(data, sheets)
    except Unreadable as error:
        unreadable = wrong("TN-26", Place(name), reason=str(error))
        return SheetValues({}, (unreadable,))
    findings = []
    if reader == "openpyxl":
        findings.append(noted("TN-61", Place(name)))
    findings += _disagreements(name, book, sheets, grids)
    return SheetValues(grids, tuple(findings))


def _unbounded(name: str, book: BookScan, sheets: Sequence[SheetScan], limits: Limits) -> Iterator[Finding]:
    """Yield what is said of sheets with more text than a form has.

    One long text that a thousand cells share is written out for each of them.
    """
    most = limits.form_text
    for scan in sheets:
        if book.strings.longest * len(scan.cells) <= most:
            continue
        size = _text_of(book, scan)
        if size > most:
            facts = {"what": "chữ", "found": size, "most": most}
            yield Finding("TN-20", Severity.ERROR, Place(name, scan.name), facts)


def _text_of(book: BookScan, scan: SheetScan) -> int:
    """Return how many characters the shared texts of a sheet come to."""
    length = 0
    for cell in scan.cells.values():
        if cell.kind == SHARED:
            length += book.strings.length(cell.raw)
    return length


def _disagreements(
    name: str, book: BookScan, sheets: Sequence[SheetScan], grids: dict[str, Rows]
) -> list[Finding]:
    """Return where the values are not those of the XML; the first such cell says enough."""
    for scan in sheets:
        where = disagreement(book, scan, grids.get(scan.name, []))
        if where:
            place = Place(name, scan.name, address(*where))
            return [wrong("TN-27", place)]
    return []
