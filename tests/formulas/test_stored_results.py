"""Results beside formulas in a sheet's XML, however it was written; never one that is not known."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.computed_results import store_results
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.sheet_cells import SheetCells
from khoagiao_xl.books.package.stored_results import FormulaSheet
from khoagiao_xl.formulas.formula_scalars import Element, ExcelError
from tests.formulas.stored_cells import formula_cells, without_result

NOW = datetime(2024, 1, 22, 8)  # noqa: DTZ001  # the office's clock
DASHBOARD = "xl/worksheets/sheet1.xml"
RESULTS: dict[str, Element] = {
    't="n"><f>A1</f><v>2.5</v>': 2.5,
    't="n"><f>A1</f><v>7</v>': 7.0,
    't="b"><f>A1</f><v>1</v>': True,
    't="str"><f>A1</f><v>a &lt; b</v>': "a < b",
    't="str"><f>A1</f><v></v>': "",
    't="e"><f>A1</f><v>#N/A</v>': ExcelError("#N/A"),
    "><f>A1</f>": None,
}


@pytest.mark.parametrize(("xml", "result"), RESULTS.items())
def test_each_kind_of_result_is_stored_as_excel_stores_it(xml: str, result: Element) -> None:
    sheet = FormulaSheet('<c r="B2" s="3" t="str"><f>A1</f><v>old</v></c>')
    space = "" if result is None else " "
    assert sheet.with_results({(2, 1): result}).xml == f'<c r="B2" s="3"{space}{xml}</c>'


@pytest.mark.parametrize(
    "cell",
    [
        '<c s="3" r="B2" t="str"><f>A1</f><v>old</v></c>',
        '<c r="B2"><f aca="false">A1</f><v xml:space="preserve">old</v></c>',
        '<c r="B2" t="str"><f>A1</f><v>old</v><extLst/></c>',
    ],
)
def test_no_old_result_outlives_however_the_cell_is_written(cell: str) -> None:
    assert "old" not in FormulaSheet(f"<row>{cell}</row>").with_results({}).xml


def test_cells_that_share_a_formula_have_each_their_own() -> None:
    sheet = FormulaSheet(
        '<c r="B2"><f t="shared" ref="B2:B4" si="0">A2&amp;"x"</f></c><c r="B3"><f t="shared" si="0"/></c>'
        '<c r="D9"><f t="array" ref="D9:D10">A2:A3</f></c>'
    )
    assert sheet.formulas == {(2, 1): 'A2&"x"', (3, 1): 'A3&"x"', (9, 3): ""}


def test_a_formula_of_the_office_that_is_not_known_has_no_result(master: Path) -> None:
    package = Package.parse(master.read_bytes())
    package.replace_text(DASHBOARD, package.read_text(DASHBOARD).replace("SMALL(", "LARGE(", 1))
    cells = SheetCells(master.read_bytes(), package, "")
    store_results(package, cells.grid, NOW)
    master.write_bytes(package.to_bytes())
    assert without_result(master) == [
        "Bảng điều khiển!B15",
        "Bảng điều khiển!Z15",
        "Bảng điều khiển!AA15",
    ]


def test_where_days_are_counted_from_1904_nothing_is_stored_but_by_excel(master: Path) -> None:
    package = Package.parse(master.read_bytes())
    workbook = package.read_text("xl/workbook.xml")
    package.replace_text("xl/workbook.xml", workbook.replace("<workbookPr ", '<workbookPr date1904="1" '))
    master.write_bytes(package.to_bytes())
    book = FileBook(master)
    book.compute(NOW)
    book.save()
    assert len(without_result(master)) == len(formula_cells(master))


def test_a_table_that_is_written_is_computed_as_it_will_stand(book: FileBook) -> None:
    rows = book.read("tblDonVi")
    book.write("tblDonVi", rows[:5])
    book.compute(NOW)
    book.save()
    dashboard = Package.parse(book.path.read_bytes()).read_text(DASHBOARD)
    assert "<v>Tháng 1/2024: 5 đơn vị phải nộp, đơn vị còn nợ đứng trước</v>" in dashboard


def test_a_sheet_with_its_results_is_what_reading_it_anew_gives(master: Path) -> None:
    package = Package.parse(master.read_bytes())
    for part in parts.sheets(package).values():
        sheet = FormulaSheet.of(package.read(part))
        for results in ({}, dict.fromkeys(sheet.formulas, "x<&>"), dict.fromkeys(sheet.formulas, 12.5)):
            filled = sheet.with_results(results)
            anew = FormulaSheet(filled.xml)
            assert (filled.cells, filled.stored) == (anew.cells, anew.stored)
