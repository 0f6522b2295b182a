"""A save works out only what may be another result; what it stores is what working out everything gives."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.books.package.computed_results import store_results
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.stored_results import FormulaSheet
from khoagiao_xl.formulas.formula_shapes import shaped
from khoagiao_xl.formulas.looked_at import CellBlock, looked_at, spanned
from khoagiao_xl.model import schema
from tests.formulas.test_every_result_is_stored import masters_after_each_action

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Value

NOW = datetime(2024, 2, 22, 8)  # noqa: DTZ001  # the office's clock
DASHBOARD = "xl/worksheets/sheet1.xml"
TABLES = ("tblDonVi", "tblThoiHan", "tblTiepNhan", "tblKeHoach", "tblTongHop", "tblCauHinh", "tblNhatKy")
VALUES = (None, "", "đã nhận", "2024-M01", 0, 7.5, True, datetime(2024, 1, 31), "*")  # noqa: DTZ001


def worked_out_anew(data: bytes, book: FileBook, now: datetime) -> bytes:
    """Return a file with all of its results worked out, whatever is stored."""
    package = Package.parse(data)
    store_results(package, book._rows, now)
    return package.to_bytes()


def contents(data: bytes) -> dict[str, bytes]:
    package = Package.parse(data)
    return {name: package.read(name) for name in package.names}


def planted(master: Path, writer: str = "") -> None:
    """Store a wrong result beside the title of the dashboard, as if `writer` had saved it."""
    package = Package.parse(master.read_bytes())
    xml = package.read_text(DASHBOARD).replace("<v>SỔ KHOA GIÁO NĂM 2024</v>", "<v>planted</v>")
    package.replace_text(DASHBOARD, xml)
    if writer:
        properties = package.read_text("docProps/app.xml").replace("khoagiao_xl/", f"{writer}/")
        package.replace_text("docProps/app.xml", properties)
    master.write_bytes(package.to_bytes())


def saved(master: Path, table: str, key: str = "", value: Value = None) -> str:
    """Write a table, with another value of a setting, and return what the dashboard stores then."""
    book = FileBook(master)
    rows = book.read(table)
    changed = [{**row, "Giá trị": value} if row.get("Khóa") == key else row for row in rows]
    book.write(table, changed)
    book.compute(NOW)
    book.save()
    return Package.parse(master.read_bytes()).read_text(DASHBOARD)


def test_a_result_that_looks_at_nothing_new_is_not_worked_out(master: Path) -> None:
    planted(master)
    assert "planted" in saved(master, "tblNhatKy")


def test_one_that_does_is(master: Path) -> None:
    planted(master)
    assert "<v>SỔ KHOA GIÁO NĂM 2025</v>" in saved(master, "tblCauHinh", "nam", 2025)


def test_no_result_that_another_program_stored_is_relied_on(master: Path) -> None:
    planted(master, "LibreOffice")
    assert "<v>SỔ KHOA GIÁO NĂM 2024</v>" in saved(master, "tblNhatKy")


def test_a_save_that_works_out_nothing_keeps_what_is_still_true(master: Path) -> None:
    book = FileBook(master)
    before = contents(master.read_bytes())
    book.write("tblDeXuat", [{}, {}])
    book.save()
    after = contents(master.read_bytes())
    changed = {name for name in before if before[name] != after[name]}
    assert {name.rsplit("/", 1)[0] for name in changed} == {"xl/worksheets", "xl/tables"}
    assert len(changed) == 2


def test_and_forgets_what_may_not_be(master: Path) -> None:
    book = FileBook(master)
    book.write("tblCauHinh", [])
    book.save()
    dashboard = FormulaSheet(Package.parse(master.read_bytes()).read_text(DASHBOARD))
    assert dashboard.stored[(1, 1)] is None


def test_what_was_forgotten_is_worked_out_at_the_next_save(master: Path) -> None:
    book = FileBook(master)
    settings = book.read("tblCauHinh")
    book.write("tblCauHinh", [])
    book.save()
    book.write("tblCauHinh", settings)
    book.save()
    assert "<v>SỔ KHOA GIÁO NĂM 2024</v>" in saved(master, "tblNhatKy")


def test_every_save_of_a_day_stores_what_working_out_everything_gives(small_day: Path) -> None:
    masters = masters_after_each_action(small_day)
    for before, after in pairwise(masters):
        book, then = FileBook(before), FileBook(after)
        for table in (each.name for each in schema.TABLES):
            if book.read(table) != then.read(table):
                book.write(table, then.read(table))
        moment = cast("datetime", then.read(schema.JOURNAL.name)[0]["Lúc"])
        book.compute(moment)
        data = book.to_bytes()
        assert contents(data) == contents(worked_out_anew(data, book, moment)), before.name


@pytest.fixture(scope="module")
def lived(small_day: Path) -> Path:
    return masters_after_each_action(small_day)[-1]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_so_does_any_change_of_any_table(lived: Path, data: st.DataObject) -> None:
    book = FileBook(lived)
    table = data.draw(st.sampled_from(TABLES))
    rows = book.read(table)[: data.draw(st.integers(0, 60))]
    for _ in range(data.draw(st.integers(0, 3)) if rows else 0):
        heading = data.draw(st.sampled_from(book.headings(table)))
        data.draw(st.sampled_from(rows))[heading] = data.draw(st.sampled_from(VALUES))
    book.write(table, rows)
    moment = NOW + timedelta(days=data.draw(st.integers(0, 40)))
    book.compute(moment)
    stored = book.to_bytes()
    assert contents(stored) == contents(worked_out_anew(stored, book, moment))


@pytest.mark.parametrize(
    ("formula", "blocks"),
    [
        ("A1+'Đơn vị'!$B$2:C9", [CellBlock("S", 1, 0, 1, 0), CellBlock("Đơn vị", 2, 1, 9, 2)]),
        ("SUM($B:$D)", [CellBlock("S", 1, 1, 1_048_576, 3)]),
        ('IF(TRUE,"A1",5)', []),
    ],
)
def test_a_formula_looks_at_the_cells_it_names(formula: str, blocks: list[CellBlock]) -> None:
    shape, parameters, _ = shaped(formula)
    assert looked_at(shape).blocks("S", parameters) == blocks


def test_an_area_between_two_that_are_worked_out_holds_all_between_them() -> None:
    shape, parameters, _ = shaped("A5:INDEX(C1:C9,MAX(1,COUNTA(B1:B9)))")
    seen = looked_at(shape)
    assert seen.spans
    assert list(spanned(seen.blocks("S", parameters))) == [CellBlock("S", 1, 0, 9, 2)]


@pytest.mark.parametrize(("formula", "asks"), [("TODAY()-A1", True), ("1*now()", True), ('"TODAY()"', False)])
def test_a_formula_that_asks_for_the_day_is_known(formula: str, asks: bool) -> None:
    assert looked_at(shaped(formula).shape).asks_for_the_day == asks
