"""What comes out of the printer: readable on A4, under its headings, without what only the work needs."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from khoagiao_xl.model import schema
from khoagiao_xl.model.schema import HEADER_ROW, TABLES, Table

ALL_TABLES = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
FONT, SMALLEST = 10, 9  # points
A4_ACROSS = 297 / 25.4  # inches
PIXELS = 96  # of an inch; a column as wide as n digits takes 7n + 5 of them


@ALL_TABLES
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
    kept_off = [table for table in TABLES if table.last_printed]
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
    assert cell.number_format == "#,##0_)"
