"""Figures and words of the units that are not what the unit's file says, rows of nobody, originals lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.office.figure_breaks import BreakKind, FigureBreak
from khoagiao_xl.office.figure_sources import FigureSources
from khoagiao_xl.office.told_breaks import unknown_by_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from khoagiao_xl.inspection.check_context import CheckContext
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.pages import SheetLine

    Key = tuple[str, str]
    Lines = Mapping[Key, SheetLine]

_WEIGHTS: Final = {
    BreakKind.NO_ROW: Severity.ERROR,
    BreakKind.NOBODYS_ROW: Severity.QUESTION,
    BreakKind.EDITED: Severity.ERROR,
    BreakKind.ALLOWED: Severity.NOTE,
    BreakKind.EDITED_WORDS: Severity.NOTE,
    BreakKind.LOST: Severity.QUESTION,
    BreakKind.CHANGED: Severity.QUESTION,
    BreakKind.UNKNOWN: Severity.NOTE,
}

_NEEDED: Final = (
    schema.DUTIES,
    schema.FIGURES,
    schema.NARRATIVES,
    schema.INDICATORS,
    schema.UNITS,
    schema.WAIVERS,
)


def sources(context: CheckContext) -> Iterator[Finding]:
    """What does not fit between the sheets of figures and the files, of every period of the year."""
    pages = context.of_year.pages
    if not all(table.name in pages for table in _NEEDED):
        return
    found = FigureSources(context.of_year)
    try:
        breaks = found.breaks
    except WrongRequest:
        return  # a table or a column is missing, or doubled: what is said of that comes first
    at = _Places(context, found)
    for broken in breaks:
        if broken.kind is not BreakKind.UNKNOWN:
            yield at.finding(broken)
    for facts in unknown_by_period(breaks):
        kind = BreakKind.UNKNOWN
        place = at.of_table(schema.DUTIES)
        yield Finding(kind, _WEIGHTS[kind], place, facts)


class _Places:
    """Where in the master each thing that does not fit is shown."""

    def __init__(self, context: CheckContext, found: FigureSources) -> None:
        self._context = context
        self._rows = found.rows
        self._duties = _by_unit(context, schema.DUTIES)
        self._words = _by_unit(context, schema.NARRATIVES)

    def finding(self, broken: FigureBreak) -> Finding:
        """Return what does not fit as a finding at the cell that a person goes to."""
        place = self._place(broken)
        return Finding(
            broken.kind,
            _WEIGHTS[broken.kind],
            place,
            broken.facts,
        )

    def _place(self, broken: FigureBreak) -> Place:
        key = (broken.period, broken.unit)
        if broken.kind in {BreakKind.LOST, BreakKind.CHANGED, BreakKind.NO_ROW}:
            return _at(self._duties[key], "file")
        if broken.kind is not BreakKind.EDITED_WORDS:
            return _at(self._rows[key], broken.code or "unit")
        if key in self._words:
            return _at(self._words[key], "text")
        return self.of_table(schema.NARRATIVES)

    def of_table(self, table: Table) -> Place:
        """Return the place that stands for a table as a whole."""
        page = self._context.of_year.page(table)
        return Place(sheet=table.sheet, cell=page.first_heading)


def _by_unit(context: CheckContext, table: Table) -> Lines:
    return {(line.text("period"), line.text("unit")): line for line in context.lines(table)}


def _at(line: SheetLine, field: str) -> Place:
    return Place(sheet=line.page.table.sheet, cell=line.cell(field))
