"""One file read: safety check, values, what secret marks it bears, lines by code, what is odd about it."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.reading.cell_reading import CellReader
from khoagiao_xl.intake.reading.comparing.held_against_issue import HeldAgainstIssue
from khoagiao_xl.intake.reading.form_identity import IdentityReader
from khoagiao_xl.intake.reading.form_parts import NO_FIGURES, NO_NARRATIVE, PartsFinder
from khoagiao_xl.intake.reading.form_reading import FileReading, RawCell
from khoagiao_xl.intake.reading.locating import ANSWER, FIGURE
from khoagiao_xl.intake.reading.oddities import EXPLANATION, find_oddities
from khoagiao_xl.intake.reading.other_documents import is_marked
from khoagiao_xl.intake.reading.owner_signs import reported_last, titles_above
from khoagiao_xl.intake.reading.secret_workbook import secret_cell
from khoagiao_xl.intake.reading.sheet_values import SheetValues, read_values
from khoagiao_xl.intake.safety.book_scan import BookScan
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.intake.safety.preflight import preflight
from khoagiao_xl.intake.safety.secrecy import IN_THE_FILE
from khoagiao_xl.model.findings import Finding, Place, wrong
from khoagiao_xl.office.issued_forms import IssuedForms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.intake.reading.form_parts import FormParts
    from khoagiao_xl.intake.reading.form_reading import Identity
    from khoagiao_xl.intake.reading.two_readers import Rows

LABEL: Final = form_layout.FIGURES_HEADER[form_layout.LABEL]
MEASURE: Final = form_layout.FIGURES_HEADER[form_layout.MEASURE]
HEAD_SHEETS, HEAD_ROWS, HEAD_LENGTH = 3, 12, 200  # of a workbook that is no form; the last in characters
NO_FORM: Final = (NO_FIGURES, NO_NARRATIVE)  # of a workbook of something else one sentence says it all


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

    def read(self) -> FileReading:
        """Return the reading, as far as it could be made; of a secret none of its words is kept."""
        values = read_values(self.data, self.name, self.book, self.limits)
        secret = self._secret(values)
        if secret:
            return FileReading(self.name, findings=(secret,))
        if not values.may_be_believed:
            return FileReading(self.name, findings=values.findings)
        return self._of_values(values)

    def _secret(self, values: SheetValues) -> Finding | None:
        """Return what refuses a file with a mark of secrecy."""
        marked = secret_cell(self.book, values.grids)
        if marked is None and not values.may_be_believed and is_marked(self.data, self.limits):
            marked = ("", "")
        if marked is None:
            return None
        sheet, cell = marked
        return wrong(IN_THE_FILE, Place(self.name, sheet, cell))

    def _of_values(self, values: SheetValues) -> FileReading:
        grids = values.grids
        identity = IdentityReader(self.name, self.book, grids)
        said = identity.identity()
        finder = PartsFinder(self.name, self.book, grids)
        parts = finder.of_quick() if said.is_quick else finder.of_period()
        cells = CellReader(self.book, grids)
        held = HeldAgainstIssue(self.issued, said)
        ticks = {tick: identity.tick(tick) for tick in form_layout.COVER_CELLS}
        labels = cells.column(parts.figures, LABEL)
        findings = (
            *values.findings,
            *_of_parts(finder, parts, said),
            *identity.of_identity,
            *find_oddities(parts),
            *identity.of_ticks,
        )
        return FileReading(
            self.name,
            identity=said,
            ticks=ticks,
            cells=cells.column(parts.figures, FIGURE),
            explanations=cells.column(parts.figures, EXPLANATION),
            answers=cells.column(parts.narrative, ANSWER),
            details=cells.details(parts.details) | identity.contacts(),
            labels=identity.cover() | labels,
            measures=cells.column(parts.figures, MEASURE),
            differences=held.differences(parts),
            is_of_kept_template=held.is_of_kept_template,
            issued_lines=held.lines,
            heads=() if said.unit_code else tuple(_heads(grids)),
            last_report=_last_report(parts),
            titles=tuple(_titles(parts)),
            findings=findings,
        )


def _of_parts(finder: PartsFinder, parts: FormParts, said: Identity) -> list[Finding]:
    """Return what is said of the parts; of what is no form at all not that it lacks them."""
    if parts.used or said.unit_code:
        return finder.findings
    return [finding for finding in finder.findings if finding.code not in NO_FORM]


def _heads(grids: Mapping[str, Rows]) -> Iterator[str]:
    """Yield the first short texts of the first sheets."""
    for rows in islice(grids.values(), HEAD_SHEETS):
        for value in chain.from_iterable(rows[:HEAD_ROWS]):
            if isinstance(value, str) and 0 < len(value) <= HEAD_LENGTH:
                yield value


def _last_report(parts: FormParts) -> dict[str, RawCell]:
    if parts.figures is None:
        return {}
    grid = parts.grids[parts.figures.sheet]
    return reported_last(parts.figures, grid)


def _titles(parts: FormParts) -> Iterator[RawCell]:
    for block in (parts.figures, parts.narrative):
        if block:
            grid = parts.grids[block.sheet]
            yield from titles_above(block, grid)
