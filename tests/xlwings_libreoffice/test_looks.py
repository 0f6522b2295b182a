"""How cells look, set and read back."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = [pytest.mark.office, pytest.mark.slow]
CODES = (
    "0.00%",
    "@",
    "dd/mm/yyyy hh:mm",
    "#,##0",
    "[Red]0.0;(0.0)",
    '#,##0 "đồng"',
    "[h]:mm",
    "h:mm AM/PM",
    "General",
)


def test_number_formats_are_excels(sheet: Any) -> None:
    for code in CODES:
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


def test_sizes_and_places_are_set_and_read(sheet: Any) -> None:
    sheet["A1"].column_width, sheet["A1"].row_height = 20, 40
    assert (sheet["A1"].column_width, sheet["A1"].row_height) == pytest.approx((20, 40), abs=0.1)
    assert (sheet["B2"].left, sheet["B2"].top) == pytest.approx((sheet["A1"].width, 40), abs=0.1)
    sheet["A1"].value = "dài " * 20
    sheet.autofit("c")
    assert sheet["A1"].column_width > 40


def test_colours_are_set_and_taken_off(sheet: Any) -> None:
    sheet["A1:B2"].color = (255, 156, 156)
    assert (sheet["B2"].color, sheet["C1"].color) == ((255, 156, 156), None)
    sheet["A1:B2"].color = "#00ff00"
    assert sheet["A1"].color == (0, 255, 0)
    sheet["A1:B2"].color = None
    assert sheet["A1"].color is None


def test_letters_are_set_and_read(sheet: Any) -> None:
    font = sheet["A1:B2"].font
    font.bold, font.italic, font.size, font.color, font.name = True, True, 14, "#ff0000", "Times New Roman"
    found = sheet["B2"].font
    assert (found.bold, found.italic, found.size) == (True, True, 14.0)
    assert (found.color, found.name) == ((255, 0, 0), "Times New Roman")
    assert sheet["B2:C2"].font.bold is None


def test_texts_are_aligned(sheet: Any) -> None:
    sheet["A1"].horizontal_alignment, sheet["A1"].vertical_alignment = "center", "top"
    assert (sheet["A1"].horizontal_alignment, sheet["A1"].vertical_alignment) == ("center", "top")
    assert (sheet["B1"].horizontal_alignment, sheet["B1"].vertical_alignment) == ("general", "bottom")


def test_cells_are_merged_and_parted(sheet: Any) -> None:
    sheet["A1:B2"].merge()
    assert (sheet["A1"].merge_cells, sheet["A1"].merge_area.address) == (True, "$A$1:$B$2")
    sheet["A1:B2"].unmerge()
    sheet["A1:B2"].merge(across=True)
    assert [sheet[cell].merge_area.address for cell in ("A1", "A2")] == ["$A$1:$B$1", "$A$2:$B$2"]
