"""What comes out of the printer: A4 across, with the headings and a page number on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xlsxwriter.utility import quote_sheetname, xl_range_abs

from khoagiao_xl.building.defined_names import FIRST
from khoagiao_xl.building.sheet_styles import FOOTER, PAPER_A4
from khoagiao_xl.building.tabs import Paper, paper_of
from khoagiao_xl.model import schema
from khoagiao_xl.model.cell_addresses import LAST_ROW
from khoagiao_xl.model.schema import HEADER_ROW

if TYPE_CHECKING:
    from khoagiao_xl.building.table_sheets import Drawing

MARGIN: Final = 0.3  # inches at the left and the right
FITS_ONE_PAGE: Final = 20  # columns; a wider table is printed over several pages


def set_page(drawing: Drawing) -> None:
    """Set the page of a sheet, and what of it goes on paper."""
    sheet, columns = drawing.sheet, len(drawing.table.columns)
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.set_margins(
        left=MARGIN,
        right=MARGIN,
        top=0.4,
        bottom=0.5,
    )
    sheet.repeat_rows(HEADER_ROW - 1)
    sheet.set_footer(FOOTER)
    _set_print_area(drawing)
    if len(drawing.table.printed) <= FITS_ONE_PAGE:
        sheet.fit_to_pages(1, 0)
    elif columns > FITS_ONE_PAGE:
        sheet.repeat_columns(0, 1)


def _set_print_area(drawing: Drawing) -> None:
    table = drawing.table
    last = len(table.printed) - 1
    paper = paper_of(table)
    if paper is Paper.NOTHING:
        # One blank cell, right of everything: nothing to print.
        beyond = len(table.columns) + 1
        drawing.sheet.print_area(0, beyond, 0, beyond)
    elif paper is Paper.NEWEST:
        rows = _rows_of_a_period(drawing)
        bottom = FIRST + rows - 1
        drawing.sheet.print_area(0, 0, bottom, last)
    else:
        _print_columns(drawing, last)


def _rows_of_a_period(drawing: Drawing) -> int:
    """Return how many rows a period has at most."""
    by_table = {
        schema.DUTIES.name: drawing.units,
        schema.TOTALS.name: drawing.indicators,
    }
    name = drawing.table.name
    rows = by_table[name]
    return max(1, rows)


def _print_columns(drawing: Drawing, last: int) -> None:
    """Print the first columns alone, and all their rows."""
    # Whole columns: what a table grows by is printed too, and pages without a row are not. Written with
    # its rows, where XlsxWriter's own print area would say «$A:$K»: openpyxl cannot read that.
    area = xl_range_abs(0, 0, LAST_ROW - 1, last)
    name = quote_sheetname(drawing.table.sheet)
    drawing.workbook.define_name(f"{name}!_xlnm.Print_Area", f"={name}!{area}")
