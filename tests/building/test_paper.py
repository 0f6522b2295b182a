"""What comes out of the printer: readable on A4, under its headings, without what only the work needs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.utils import get_column_letter, range_boundaries

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building.tabs import Paper, paper_of
from khoagiao_xl.model import schema
from khoagiao_xl.model.records import State
from khoagiao_xl.model.schema import HEADER_ROW, TABLES, Table
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.rows import to_rows
from khoagiao_xl.office.year import Year

if TYPE_CHECKING:
    from collections.abc import Callable

ALL_TABLES = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
PRINTED = [table for table in TABLES if paper_of(table) is not Paper.NOTHING]
FONT, SMALLEST = 10, 9  # points
SHOWN_COLUMNS = {schema.FIGURES.name: schema.figures_table(load_profile().indicators).columns}
A4_ACROSS = 297 / 25.4  # inches
PIXELS = 96  # of an inch; a column as wide as n digits takes 7n + 5 of them


@pytest.mark.parametrize("table", PRINTED, ids=lambda table: table.name)
def test_what_is_printed_can_be_read(workbook: Any, table: Table) -> None:
    margins = workbook[table.sheet].page_margins
    room = (A4_ACROSS - margins.left - margins.right) * PIXELS
    width = sum(7 * column.width + 5 for column in table.printed)
    assert FONT * min(1, room / width) >= SMALLEST


@ALL_TABLES
def test_a_page_is_a4_across_with_the_headings_and_its_number(workbook: Any, table: Table) -> None:
    sheet = workbook[table.sheet]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert "&P/&N" in sheet.oddFooter.right.text or "&P/&N" in str(sheet.oddFooter)


def test_the_columns_of_the_work_stay_off_the_paper_however_long_a_table_grows(workbook: Any) -> None:
    kept_off = [table for table in TABLES if table.last_printed and paper_of(table) is Paper.WHOLE]
    assert {"Kế hoạch", "Văn bản", "Sơ kết, tổng kết"} <= {table.sheet for table in kept_off}
    for table in kept_off:
        last = get_column_letter(len(table.printed))
        assert workbook[table.sheet].print_area == f"'{table.sheet}'!$A$1:${last}$1048576"


def test_a_superior_reads_whose_task_it_is_and_until_when_but_no_quotation() -> None:
    printed = {column.name for column in schema.TASKS.printed}
    assert printed >= {"Mã", "Mục", "Lĩnh vực", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Văn bản", "Hạn"}
    assert printed >= {"Định kỳ", "Sản phẩm", "Trạng thái"}
    assert not printed & {"Trích nguồn", "Độ chắc", "Thay đổi"}


def test_a_number_keeps_clear_of_the_text_beside_it(workbook: Any) -> None:
    at = schema.REVIEWS.columns.index(schema.REVIEWS.column_of("years"))
    cell = workbook[schema.REVIEWS.sheet][HEADER_ROW + 1][at]
    assert cell.number_format == "[$-42A]#,##0_)"


@pytest.mark.parametrize(("sheet", "rows"), {"Tiếp nhận": 92, "Tổng hợp": 76}.items())
def test_of_a_table_of_periods_only_as_many_rows_as_a_period_has_are_printed(
    workbook: Any, sheet: str, rows: int
) -> None:
    assert workbook[sheet].print_area.endswith(f"${HEADER_ROW + rows}")


def test_data_to_look_into_stays_off_the_paper(workbook: Any) -> None:
    for table in TABLES:
        if paper_of(table) is Paper.NOTHING:
            left, top, *_ = range_boundaries(workbook[table.sheet].print_area.split("!")[1])
            assert (top, int(left or 0) > len(SHOWN_COLUMNS.get(table.name, table.columns))) == (1, True)


@pytest.mark.office
def test_a_whole_workbook_in_use_comes_out_on_fewer_than_twenty_pages(
    built_master: Path, tmp_path: Path, convert: Callable[[Path, str], Path]
) -> None:
    master = Path(shutil.copy(built_master, tmp_path / "So.xlsm"))
    year = Year.read(FileBook(master))
    book = FileBook(master)
    periods, units = ("2024-Q1", "2024-M03", "2024-M02", "2024-M01"), year.units
    duties = [{"period": period, "unit": unit.code, "state": State.ACCEPTED, "reason": "Chưa nêu " * 5}
              for period in periods for unit in units]  # fmt: skip
    totals = [{"period": period, "code": item.code, "label": item.label} for period in periods
              for item in year.indicators]  # fmt: skip
    book.write(schema.DUTIES.name, to_rows(duties, schema.DUTIES))
    book.write(schema.TOTALS.name, to_rows(totals, schema.TOTALS))
    book.save()
    printed = convert(master, "pdf").read_bytes()
    assert 5 < len(re.findall(rb"/Type\s*/Page\b", printed)) < 20
