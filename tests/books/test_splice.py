"""Splicing a table's body: any values come back as they went in, and cells beside the table stay."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from khoagiao_xl.books.package import cell_xml, parts, splice
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.model.cell_addresses import Area
from khoagiao_xl.vietnamese.text import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Value

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=30)
VALUES = st.one_of(
    st.none(),
    TEXT,
    st.integers(-(10**9), 10**9),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 3)),
    st.dates(date(1901, 1, 1), date(2100, 1, 1)),
)
COLUMNS = 3


def workbook() -> bytes:
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Bảng")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_string("A5", "ngoài bảng, trái")
        sheet.write_string("H6", "ngoài bảng, phải")
        sheet.write_string("A20", "ở dưới, ngoài cột của bảng")
        sheet.add_table(
            "C4:E6", {"name": "tbl", "columns": [{"header": h} for h in "XYZ"], "data": [[1, 2, 3]] * 2}
        )
        sheet.write_datetime("E5", datetime(2024, 1, 1), day)  # noqa: DTZ001
    return stream.getvalue()


def spliced(rows: list[list[Value]]) -> tuple[Package, Area]:
    package = Package.parse(workbook())
    place = parts.tables(package)["tbl"]
    xml, area, _ = splice.rewrite_body(package.read(place.sheet_part).decode(), place, rows)
    package.replace(place.sheet_part, xml.encode())
    return package, area


def grid_of(package: Package) -> Sequence[Sequence[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(package.to_bytes()))
    return book.get_sheet_by_name("Bảng").to_python(skip_empty_area=False)


def as_read(value: Value) -> object:
    """The same value as calamine gives it: no blanks at the ends, no control characters, floats."""
    if isinstance(value, str):
        return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", value).strip()
    return "" if value is None else value


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(VALUES, min_size=COLUMNS, max_size=COLUMNS), min_size=1, max_size=30))
def test_whatever_is_written_is_read_back(rows: list[list[Value]]) -> None:
    package, area = spliced(rows)
    grid = grid_of(package)
    for row, values in enumerate(rows, 4):
        read = [*grid[row], "", "", "", "", ""][2:5] if row < len(grid) else ["", "", ""]
        for got, want in zip(read[:2], values[:2], strict=True):
            if isinstance(want, date):
                assert got in (cell_xml.day_number(want), float(cell_xml.day_number(want)))
            else:
                assert (got.strip() if isinstance(got, str) else got) == as_read(want)
    assert str(area) == f"C4:E{4 + len(rows)}"


@given(st.integers(0, 30))
def test_cells_beside_and_below_the_table_stay(count: int) -> None:
    package, _ = spliced([["a", "b", "c"]] * count)
    grid = grid_of(package)
    assert (grid[4][0], grid[5][7], grid[19][0]) == (
        "ngoài bảng, trái", "ngoài bảng, phải", "ở dưới, ngoài cột của bảng")  # fmt: skip


def test_a_date_under_a_date_format_is_a_date_again() -> None:
    package, _ = spliced([[None, None, date(2024, 2, 29)]])
    assert grid_of(package)[4][4] == date(2024, 2, 29)


def test_the_used_range_covers_old_and_new_cells() -> None:
    package, _ = spliced([["a", "b", "c"]] * 30)
    xml = package.read(parts.sheets(package)["Bảng"]).decode()
    assert '<dimension ref="A4:H34"/>' in xml


def test_a_text_longer_than_a_cell_holds_is_cut_where_excel_cuts_it() -> None:
    package, _ = spliced([["x" * 40_000, None, None]])
    assert len(str(grid_of(package)[4][2])) == LONGEST_TEXT


def with_formula(first: str, count: int) -> list[str]:
    """Write rows under a first one whose last cell holds `first`, and return the formulas of the column."""
    package = Package.parse(workbook())
    place = parts.tables(package)["tbl"]
    xml = re.sub(r'(<c r="E5"[^>]*)>.*?</c>', rf"\1>{first}</c>", package.read(place.sheet_part).decode())
    rows: list[list[Value]] = [["a", "b", "đưa vào"]] * count
    xml, _, moved = splice.rewrite_body(xml, place, rows, formulas={"Z": '=IF("a"<>"b",1,2)'})
    assert moved
    return re.findall(r'<c r="E\d+"[^>]*><f>(.*?)</f></c>', xml)


def test_every_row_gets_the_formula_of_its_column() -> None:
    assert with_formula("<v>1</v>", 3) == ['IF("a"&lt;&gt;"b",1,2)'] * 3


def test_the_first_row_s_own_text_of_the_formula_is_kept() -> None:
    assert (
        with_formula('<f aca="false">IF("b"&lt;&gt;"c",3,4)</f><v>3</v>', 2) == ['IF("b"&lt;&gt;"c",3,4)'] * 2
    )


def test_an_empty_table_keeps_the_formula_for_its_next_row() -> None:
    assert len(with_formula("<v>1</v>", 0)) == 1
