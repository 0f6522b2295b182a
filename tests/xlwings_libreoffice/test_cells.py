"""Where cells are, and what moves them: addresses, expanding, copying, inserting."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = [pytest.mark.office, pytest.mark.slow]


def test_a_range_expands_to_what_is_filled(sheet: Any) -> None:
    sheet["B2"].value = [[1, 2, 3], [4, 5, 6]]
    assert sheet["B2"].expand().address == "$B$2:$D$3"
    assert sheet["B2"].expand("down").address == "$B$2:$B$3"
    assert sheet["B2"].expand("right").address == "$B$2:$D$2"
    assert sheet["C3"].current_region.address == "$B$2:$D$3"
    assert sheet["B2"].end("down").address == "$B$3"
    assert sheet["B3"].end("down").row == 1_048_576
    assert sheet.used_range.address == "$B$2:$D$3"


def test_a_formula_that_shows_nothing_fills_its_cell(sheet: Any) -> None:
    sheet["A1"].value = [["a"], ['=""'], ["c"]]
    assert sheet["A1"].end("down").address == "$A$3"


def test_addresses_are_excels(sheet: Any) -> None:
    cells = sheet.range((2, 3), (4, 5))
    assert (cells.address, cells.shape, cells.row, cells.column) == ("$C$2:$E$4", (3, 3), 2, 3)
    assert cells.get_address(False, False) == "C2:E4"
    assert (cells[1, 2].address, cells(1, 1).address, cells.last_cell.address) == ("$E$3", "$C$2", "$E$4")
    assert (cells.offset(1, 1).address, cells.resize(1, 2).address) == ("$D$3:$F$5", "$C$2:$D$2")


@pytest.mark.parametrize(
    ("asked", "address"),
    [("b2:a1", "$A$1:$B$2"), ("$B$2", "$B$2"), ("A:B", "$A$1:$B$1048576"), ("2:3", "$A$2:$XFD$3")],
)
def test_cells_are_found_by_every_kind_of_address(sheet: Any, asked: str, address: str) -> None:
    assert sheet[asked].address == address


def test_cells_of_another_sheet_are_found_by_its_name(book: Any, sheet: Any) -> None:
    book.sheets.add("Của 'ta' 2", after=sheet)
    found = sheet.range("'Của ''ta'' 2'!B2")
    assert (found.sheet.name, found.address) == ("Của 'ta' 2", "$B$2")


def test_rows_are_inserted_repeated_and_cleared(sheet: Any) -> None:
    sheet["A1"].value = [["a", 1], ["b", 2]]
    sheet["A2:B2"].insert("down")
    sheet["A1:B1"].autofill(sheet["A1:B2"], "fill_copy")
    assert sheet["A1:A3"].value == ["a", "a", "b"]
    sheet["A2:B2"].delete("up")
    sheet["A1:B1"].clear_contents()
    assert sheet["A1:B2"].value == [[None, None], ["b", 2.0]]
    sheet["A:A"].insert("right")
    assert sheet["B2"].value == "b"


def test_clearing_takes_what_is_asked_for_and_no_more(sheet: Any) -> None:
    sheet["A1"].value = "x"
    sheet["A1"].color, sheet["A1"].number_format, sheet["A1"].font.bold = (1, 2, 3), "0.00", True
    sheet["A1"].clear_formats()
    left = sheet["A1"]
    assert (left.value, left.color, left.number_format, left.font.bold) == ("x", None, "General", False)
    sheet["A1"].clear_contents()
    assert left.value is None
    sheet["A1"].value = "y"
    sheet.clear()
    assert left.value is None


def test_all_of_a_range_is_copied_and_its_formulas_move_along(sheet: Any) -> None:
    sheet["A1"].value = [[1], ["=A1+1"]]
    sheet["A1"].color = (1, 2, 3)
    sheet["A1:A2"].copy(sheet["C1"])
    assert sheet["C1:C2"].formula == (("1",), ("=C1+1",))
    assert sheet["C1"].color == (1, 2, 3)


def test_values_alone_are_copied(sheet: Any) -> None:
    sheet["A1"].value = [[1, "=A1+1"]]
    sheet["A1:B1"].color = (1, 2, 3)
    sheet["A1:B1"].copy()
    sheet["A3"].paste(paste="values")
    assert (sheet["A3:B3"].formula, sheet["A3"].color) == ((("1", "2"),), None)


def test_the_cursor_is_put_and_found(book: Any, sheet: Any) -> None:
    sheet["B2:C3"].select()
    assert book.selection.address == "$B$2:$C$3"
