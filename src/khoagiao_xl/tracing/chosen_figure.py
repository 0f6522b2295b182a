"""Which figure a person means: named in the terminal, or by the cell that is chosen in the open workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.cell_addresses import column_name, row_and_column
from khoagiao_xl.model.periods import Period

if TYPE_CHECKING:
    from khoagiao_xl.model.findings import Place
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.pages import Page, SheetLine
    from khoagiao_xl.office.year import Year

_BY_ROW: Final = (schema.TOTALS, schema.TRACE)  # a row of theirs is of one indicator
_TO_DATE, _PREVIOUS, _LAST_YEAR = "to_date", "previous", "last_year"  # columns of tblTongHop


@dataclass(frozen=True)
class ChosenFigure:
    """An indicator of a period, of the period itself or of the year to date."""

    period: Period
    code: str
    is_to_date: bool = False


def chosen_figure(year: Year, job: Job) -> ChosenFigure | None:
    """Return the figure that is asked about, None where nothing names one."""
    if job.indicator:
        return ChosenFigure(job.asked_period, job.indicator.upper(), job.to_date)
    if job.selected is None:
        return None
    return _at(year, job.selected)


def _at(year: Year, place: Place) -> ChosenFigure | None:
    row, column = row_and_column(place.cell)
    heading = column_name(column)
    for table in _BY_ROW:
        if place.sheet == table.sheet:
            page = year.page(table)
            line = _line(page, row)
            return _of_row(line, _field(page, heading)) if line else None
    if place.sheet == schema.FIGURES.sheet:
        page = year.page(schema.FIGURES)
        line = _line(page, row)
        return _of_unit(year, line, _heading(page, heading)) if line else None
    return None


def _line(page: Page, row: int) -> SheetLine | None:
    for line in page.lines:
        if line.row == row and line.text("period"):
            return line
    return None


def _of_row(line: SheetLine, field: str) -> ChosenFigure:
    period = Period.parse(line.text("period"))
    code = line.text("code")
    if field == _PREVIOUS:
        return ChosenFigure(period.previous, code)
    if field == _LAST_YEAR:
        return ChosenFigure(period.same_last_year, code)
    return ChosenFigure(period, code, is_to_date=field == _TO_DATE)


def _of_unit(year: Year, line: SheetLine, code: str) -> ChosenFigure | None:
    """Return the figure that a unit's cell of tblSoLieu is part of."""
    if all(item.code != code for item in year.indicators):
        return None
    period = Period.parse(line.text("period"))
    return ChosenFigure(period, code)


def _heading(page: Page, letters: str) -> str:
    """Return the heading of a column, blank beside the table."""
    for name, own in page.layout.letters.items():
        if own == letters:
            return name
    return ""


def _field(page: Page, letters: str) -> str:
    heading = _heading(page, letters)
    for column in page.table.columns:
        if column.name == heading:
            return column.field
    return ""
