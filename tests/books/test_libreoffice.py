"""An ordinary xlwings script, run on the engine for LibreOffice."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.office, pytest.mark.slow]
MOMENT = datetime(2024, 1, 18, 16, 59, 58)  # noqa: DTZ001


@pytest.fixture
def book(office: Any) -> Iterator[Any]:
    """A new workbook."""
    made = office.books.add()
    yield made
    made.close()


@pytest.fixture
def sheet(book: Any) -> Any:
    return book.sheets[0]


def test_values_go_in_and_come_out(sheet: Any) -> None:
    sheet["B2"].value = [["Mã", "Số"], ["KG1", 2], [None, True], [MOMENT, "ễ"]]
    assert sheet["B2:C5"].value == [["Mã", "Số"], ["KG1", 2.0], [None, True], [MOMENT, "ễ"]]
    assert sheet["B3"].value == "KG1"
    assert sheet["B2:C2"].options(ndim=2).value == [["Mã", "Số"]]
    assert sheet["C3"].options(numbers=int).value == 2


def test_one_value_fills_a_range(sheet: Any) -> None:
    sheet["A1:B2"].value = 7
    assert sheet["A1:B2"].value == [[7.0, 7.0], [7.0, 7.0]]


def test_a_data_frame_goes_in_and_comes_out(sheet: Any) -> None:
    import pandas as pd

    days = pd.to_datetime(["2024-01-02"] * 2)
    sheet["A1"].options(index=False).value = pd.DataFrame(
        {"ngày": days, "tên": ["a", None], "số": [1.5, None]}
    )
    back = sheet["A1"].options(pd.DataFrame, index=False, expand="table").value
    assert back.columns.tolist() == ["ngày", "tên", "số"]
    assert back.loc[0].tolist() == [pd.Timestamp("2024-01-02"), "a", 1.5]
    assert back["số"].isna().tolist() == [False, True]


def test_a_range_expands_to_what_is_filled(sheet: Any) -> None:
    sheet["B2"].value = [[1, 2, 3], [4, 5, 6]]
    assert sheet["B2"].expand().address == "$B$2:$D$3"
    assert sheet["B2"].expand("down").address == "$B$2:$B$3"
    assert sheet["B2"].expand("right").address == "$B$2:$D$2"
    assert sheet["C3"].current_region.address == "$B$2:$D$3"
    assert sheet["B2"].end("down").address == "$B$3"
    assert sheet["B3"].end("down").row == 1_048_576
    assert sheet.used_range.address == "$B$2:$D$3"


def test_addresses_are_excels(sheet: Any) -> None:
    cells = sheet.range((2, 3), (4, 5))
    assert (cells.address, cells.shape, cells.row, cells.column) == ("$C$2:$E$4", (3, 3), 2, 3)
    assert cells.get_address(False, False) == "C2:E4"
    assert (cells[1, 2].address, cells(1, 1).address) == ("$E$3", "$C$2")
    assert cells.offset(1, 1).address == "$D$3:$F$5"


def test_formulas_are_excels(sheet: Any) -> None:
    sheet["A1"].value = [[1], [2], [3]]
    sheet["B1:B3"].formula = '=IF(A1>1,SUM($A$1:A1),"một, hai")'
    assert sheet["B1:B3"].value == ["một, hai", 3.0, 6.0]
    assert sheet["B3"].formula == '=IF(A3>1,SUM($A$1:A3),"một, hai")'
    sheet["C1"].value = "=A1+1"
    assert (sheet["C1"].formula, sheet["C1"].value) == ("=A1+1", 2.0)


def test_a_literal_text_is_no_formula(sheet: Any) -> None:
    sheet["A1"].options(literal=True).value = [["=1+1", "0912", "'x"]]
    assert sheet["A1:C1"].value == ["=1+1", "0912", "'x"]


def test_errors_are_told_as_excel_tells_them(sheet: Any) -> None:
    sheet["A1"].formula = "=1/0"
    sheet["A2"].formula = "=NA()"
    assert sheet["A1:A2"].value == [None, None]
    assert sheet["A1:A2"].options(err_to_str=True).value == ["#DIV/0!", "#N/A"]


def test_number_formats_are_excels(sheet: Any) -> None:
    for code in ("0.00%", "@", "dd/mm/yyyy hh:mm", "#,##0", "General"):
        sheet["A1:B2"].number_format = code
        assert sheet["A1"].number_format == code
    sheet["A1"].number_format = "0.0"
    assert sheet["A1:B2"].number_format is None


def test_texts_wrap_and_rows_grow_with_them(sheet: Any) -> None:
    sheet["A1"].value = "dài " * 40
    before = sheet["A1"].row_height
    sheet["A1"].wrap_text = True
    sheet["A1"].rows.autofit()
    assert sheet["A1"].row_height > before
    assert (sheet["A1"].wrap_text, sheet["B1"].wrap_text, sheet["A1:B1"].wrap_text) == (True, False, None)
    sheet["A1"].column_width = 20
    assert sheet["A1"].column_width == pytest.approx(20, abs=0.1)


def test_colours_are_set_and_taken_off(sheet: Any) -> None:
    sheet["A1:B2"].color = (255, 156, 156)
    assert (sheet["B2"].color, sheet["C1"].color) == ((255, 156, 156), None)
    sheet["A1:B2"].color = "#00ff00"
    assert sheet["A1"].color == (0, 255, 0)
    sheet["A1:B2"].color = None
    assert sheet["A1"].color is None


def test_notes_are_set_changed_listed_and_taken_off(sheet: Any) -> None:
    sheet["B2"].add_note("Sửa lại ô này")
    sheet["B2"].note.text = "Đã sửa"
    assert [(note.location.address, note.text) for note in sheet.notes] == [("$B$2", "Đã sửa")]
    sheet["B2"].note.delete()
    assert sheet["B2"].note is None


def test_names_stand_for_cells(book: Any, sheet: Any) -> None:
    sheet["A1:B2"].name = "kgVung"
    assert book.names["kgVung"].refers_to == "='Sheet1'!$A$1:$B$2"
    assert sheet.range("kgVung").address == "$A$1:$B$2"
    assert [name.name for name in book.names] == ["kgVung"]
    del book.names["kgVung"]
    assert "kgVung" not in book.names


def test_a_table_is_made_filled_and_resized(sheet: Any) -> None:
    import pandas as pd

    sheet["A1"].value = [["Mã", "Số"], ["a", 1]]
    table = sheet.tables.add(source=sheet["A1"].expand(), name="tblThu")
    assert ("tblThu" in sheet.tables, table.header_row_range.value) == (True, ["Mã", "Số"])
    table.update(pd.DataFrame({"Mã": ["a", "b", "c"], "Số": [1, 2, 3]}), index=False)
    assert table.data_body_range.value == [["a", 1.0], ["b", 2.0], ["c", 3.0]]
    table.resize(sheet["A1:B2"])
    assert table.range.address == "$A$1:$B$2"
    assert sheet["B2"].table.name == "tblThu"


def test_rows_are_inserted_repeated_and_cleared(sheet: Any) -> None:
    sheet["A1"].value = [["a", 1], ["b", 2]]
    sheet["A2:B2"].insert("down")
    sheet["A1:B1"].autofill(sheet["A1:B2"], "fill_copy")
    assert sheet["A1:A3"].value == ["a", "a", "b"]
    sheet["A2:B2"].delete("up")
    sheet["A1:B1"].clear_contents()
    assert sheet["A1:B2"].value == [[None, None], ["b", 2.0]]


def test_sheets_are_added_found_and_deleted(book: Any) -> None:
    book.sheets.add("Trang 2", after=book.sheets[0])
    assert [sheet.name for sheet in book.sheets] == ["Sheet1", "Trang 2"]
    assert ("Trang 2" in book.sheets, book.sheets["Trang 2"].index) == (True, 2)
    with pytest.raises(KeyError):
        _ = book.sheets["Trang 3"]
    book.sheets["Trang 2"].delete()
    assert len(book.sheets) == 1


def test_a_book_is_saved_under_another_name_and_opened_again(office: Any, book: Any, tmp_path: Path) -> None:
    path = tmp_path / "Sổ & 'ta' 100%.xlsx"
    book.sheets[0]["A1"].value = [["=1+1"], [MOMENT], [True]]
    book.save(str(path))
    assert (book.name, book.fullname) == (path.name, str(path))
    assert office.books[path.name].sheets[0]["A1:A3"].value == [2.0, MOMENT, True]
    book.to_pdf(str(tmp_path / "a.pdf"))
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_macro_of_the_workbook_runs(office: Any, master: Path, open_in_libreoffice: Any) -> None:
    book = open_in_libreoffice(master)
    libraries = book.api.BasicLibraries
    code = "Function KG_Add(a, b)\nKG_Add = a + b\nEnd Function\n"
    libraries.getByName(libraries.ElementNames[0]).insertByName("Thu", code)
    assert book.macro("Thu.KG_Add")(1, 2) == 3
    assert book.macro("KG_Add")(2, 2) == 4
    with pytest.raises(KeyError):
        book.macro("KG_Khong")()


def test_the_buttons_of_the_master_are_its_shapes(master: Path, open_in_libreoffice: Any) -> None:
    shapes = open_in_libreoffice(master).sheets["Bảng điều khiển"].shapes
    labels = [shape.text for shape in shapes if shape.type == "form_control"]
    assert any("Tiếp nhận" in label for label in labels)


def test_what_is_missing_is_named(sheet: Any) -> None:
    with pytest.raises(NotImplementedError, match=r"the engine for LibreOffice has no Range\.merge"):
        sheet["A1:B2"].merge()
    with pytest.raises(NotImplementedError, match=r"no Sheet\.charts"):
        _ = sheet.charts


def test_an_office_started_by_a_script_leaves_nothing_behind() -> None:
    from pathlib import Path

    import xlwings

    from khoagiao_xl.books.libreoffice import register

    register()
    with xlwings.App(visible=False) as app:
        office = app.impl.office
        assert (len(app.books), app.version.major) == (1, int(str(app.version).split(".")[0]))
    assert not office.is_there
    assert not office.profile.exists()
    assert not Path(f"/proc/{office.pid}").exists()
