"""A form held against the template it was issued from: what is not ours is told, what programs do by themselves is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from khoagiao_xl.forms import form_layout
from khoagiao_xl.intake.own_notes import OWN_LIST, UNIT_NOTE
from khoagiao_xl.intake.reading.comparing.cell_words import formula_key
from khoagiao_xl.intake.reading.difference import Difference, DifferenceKind, Weight
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.intake.reading.scale_words import scale_in
from tests.intake.sample_forms import MONTHLY, YEARLY, blank_form, filled, issued_of_samples, print_at

if TYPE_CHECKING:
    from openpyxl import Workbook

    Change = Callable[[Workbook], None]

FIGURES, COVER, NARRATIVE = form_layout.FIGURES, form_layout.COVER, form_layout.NARRATIVE
K = DifferenceKind


def differences(data: bytes, indicators: Any = None) -> tuple[Difference, ...]:
    """Return how a form of SGDDT differs from what was issued to it."""
    return read_form(data, "a.xlsx", issued=issued_of_samples(indicators or MONTHLY)).differences


def after(change: Change) -> tuple[Difference, ...]:
    """Return the differences of a filled form to which the unit did `change`."""
    return differences(filled(change=change))


def typed(sheet: str, cell: str, value: object) -> Change:
    return lambda book: setattr(book[sheet][cell], "value", value)


# -- nothing is told of what nobody changed ---------------------------------------------------------------


@pytest.mark.parametrize("indicators", [MONTHLY, YEARLY])
def test_a_form_as_issued_and_a_filled_one_differ_in_nothing(indicators: Any) -> None:
    assert differences(blank_form(indicators), indicators) == ()
    assert differences(filled(indicators=indicators), indicators) == ()


def test_what_only_looks_otherwise_is_no_difference() -> None:
    def dress(book: Workbook) -> None:
        sheet = book[FIGURES]
        sheet["B23"].font = Font(name="Arial", size=9, bold=True, italic=True, color="1F4E79")
        sheet["D23"].fill = PatternFill("solid", fgColor="FFFFCC")
        sheet["D23"].alignment = Alignment(horizontal="center", wrap_text=True)
        sheet.column_dimensions["B"].width = 80
        sheet.row_dimensions[23].height = 60
        book[NARRATIVE].column_dimensions["A"].hidden = True

    assert after(dress) == ()


def test_capitals_and_blanks_are_no_other_words() -> None:
    def respell(book: Workbook) -> None:
        label = book[FIGURES]["B23"].value
        book[FIGURES]["B23"].value = f"  {label.upper()}\n"

    assert after(respell) == ()


def test_rows_and_columns_that_were_moved_or_put_in_are_no_difference() -> None:
    def shuffle(book: Workbook) -> None:
        sheet = book[FIGURES]
        sheet.insert_rows(8, 3)
        sheet.insert_cols(2)
        sheet.insert_rows(1, 2)

    # openpyxl leaves formulas as they were, which Excel does not: they are not looked at here.
    assert {one.kind for one in after(shuffle)} <= {K.FORMULA}


@pytest.mark.parametrize(
    ("one", "other"),
    [("IF(D8>0,FALSE,1)", "IF(D8>0,FALSE(),1)"), ("D8>0.000001", "D8>9.9999999999999995E-7"),
     ("_xlfn.IFERROR(D8,\"\")", "IFERROR( D8 ,\"\")"), ("SUM($D$8:D9)", "SUM(D8:D9)"), ("=d8+1", "D8+1")],
)  # fmt: skip
def test_programs_spell_one_formula_in_several_ways(one: str, other: str) -> None:
    assert formula_key(one) == formula_key(other)


def test_words_in_quotation_marks_of_a_formula_are_kept_as_they_are() -> None:
    assert formula_key('IF(D8>0,"Sai số","")') != formula_key('IF(D8>0,"saisố","")')


# -- words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "cell", "text", "kind", "weight"),
    [(FIGURES, "B23", "Số lượt quần chúng tham dự (lũy kế từ đầu năm)", K.REWORDED, Weight.ANOTHER_MEANING),
     (FIGURES, "B23", "Số lượt quần chúng (đơn vị: nghìn lượt)", K.REWORDED, Weight.SCALE),
     (FIGURES, "C23", "cuộc", K.REWORDED, Weight.QUESTION),
     (FIGURES, "B23", None, K.LOST, Weight.QUESTION),
     (FIGURES, "A1", "SỐ LIỆU CẢ NĂM", K.REWORDED, Weight.ANOTHER_MEANING),
     (FIGURES, "A2", "Sở Y tế - tháng 3 năm 2024", K.STAMPED, Weight.WHOSE),
     (FIGURES, "G23", 999, K.STAMPED, Weight.WHOSE),
     (FIGURES, "D3", "ĐVT: nghìn", K.ADDED, Weight.SCALE),
     (FIGURES, "A60", "Ghi chú: các số trên là lũy kế 3 tháng", K.ADDED, Weight.ANOTHER_MEANING),
     (FIGURES, "H23", "số này sai", K.ADDED, Weight.ANOTHER_MEANING),
     (FIGURES, "H23", "đã ký", K.ADDED, Weight.WORDS),
     (FIGURES, "H23", 15, K.ADDED, Weight.FIGURES),
     (FIGURES, "E5", "x", K.ADDED, Weight.WORDS),
     (FIGURES, "F23", "x1000 lượt", K.FORMULA, Weight.SCALE),
     (FIGURES, "F23", 12, K.FORMULA, Weight.MACHINERY),
     (FIGURES, "F23", None, K.FORMULA, Weight.MACHINERY),
     (FIGURES, "F23", "=D23*1000", K.FORMULA, Weight.SCALE),
     (COVER, "C7", "từ 01/01/2024 (lũy kế)", K.STAMPED, Weight.ANOTHER_MEANING),
     (COVER, "B25", "BẢN NHÁP", K.ADDED, Weight.ANOTHER_MEANING),
     (NARRATIVE, "B5", "Yêu cầu khác", K.REWORDED, Weight.QUESTION),
     (NARRATIVE, "D6", "KG205: 15", K.ADDED, Weight.WORDS)],
)  # fmt: skip
def test_words_that_are_not_ours_are_told_with_their_weight(
    sheet: str, cell: str, text: object, kind: DifferenceKind, weight: Weight
) -> None:
    (one,) = after(typed(sheet, cell, text))
    assert (one.kind, one.sheet, one.cell, one.weight) == (kind, sheet, cell, weight)


def test_a_line_and_its_column_are_known_of_what_was_reworded() -> None:
    (one,) = after(typed(FIGURES, "C23", "nghìn lượt"))
    assert (one.about, one.heading) == ("KG205", "Đơn vị tính")


def test_a_deleted_column_of_labels_is_told_once() -> None:
    (one,) = [item for item in after(lambda book: book[FIGURES].delete_cols(2)) if item.kind is K.LOST]
    assert one.expected == "Chỉ tiêu"
    assert len(one.cells) > len(MONTHLY) / 2


def test_formulas_that_were_typed_over_are_one_difference() -> None:
    def fill(book: Workbook) -> None:
        for row in range(20, 25):
            book[FIGURES][f"F{row}"].value = "đúng"

    (one,) = [item for item in after(fill) if item.kind is K.FORMULA]
    assert {"F21", "F22", "F23"} <= set(one.cells)


@pytest.mark.parametrize("text", ["12 triệu", "ĐVT: nghìn đồng", "DVT: nghin", "x1000"])
def test_words_of_scale(text: str) -> None:
    assert scale_in(text)


def test_names_are_no_words_of_scale() -> None:
    assert not scale_in("Đảng bộ huyện Triệu Sơn - tháng 3")


# -- beside the cells -------------------------------------------------------------------------------------


def test_a_comment_is_told_at_its_cell() -> None:
    def note(book: Workbook) -> None:
        book[FIGURES]["D23"].comment = Comment("Số lũy kế", "Đơn vị")

    (one,) = after(note)
    assert (one.kind, one.cell, one.found) == (K.COMMENT, "D23", "Số lũy kế")


def test_of_a_returned_copy_our_own_list_and_notes_are_no_difference() -> None:
    def mark(book: Workbook) -> None:
        book[FIGURES]["D23"].comment = Comment("PHẢI SỬA (mã SL-01)\nGhi số.", "Bộ phận tiếp nhận")
        book.create_sheet(OWN_LIST)["A1"] = "LỖI CẦN SỬA"

    assert after(mark) == ()


def test_what_the_unit_had_noted_itself_is_told_from_our_note() -> None:
    def mark(book: Workbook) -> None:
        text = f"PHẢI SỬA (mã SL-01)\nGhi số.{UNIT_NOTE}Số này là của quý I"
        book[FIGURES]["D23"].comment = Comment(text, "Bộ phận tiếp nhận")

    (one,) = after(mark)
    assert one.found == "Số này là của quý I"


def test_headers_and_footers_are_told_without_codes() -> None:
    def head(book: Workbook) -> None:
        print_at(book, "oddHeader", "DỰ THẢO lần 2 - &D")

    (one,) = after(head)
    assert (one.kind, one.sheet, one.weight) == (K.PRINT, FIGURES, Weight.ANOTHER_MEANING)
    assert one.found.startswith("DỰ THẢO lần 2")


def test_page_numbers_and_names_of_sheets_are_what_programs_print() -> None:
    def head(book: Workbook) -> None:
        print_at(book, "oddHeader", "&A")
        print_at(book, "oddFooter", "Page &P of &N")

    assert after(head) == ()


def test_a_prompt_that_says_something_else_is_told() -> None:
    def prompt(book: Workbook) -> None:
        book[FIGURES].data_validations.dataValidation[0].prompt = "Ghi theo nghìn lượt"

    (one,) = after(prompt)
    assert (one.kind, one.weight) == (K.OUTSIDE, Weight.SCALE)


def test_a_sheet_with_other_figures_is_told_with_them() -> None:
    def add(book: Workbook) -> None:
        sheet = book.create_sheet("Số liệu mới")
        sheet.append(["Mã", "Số sửa lại"])
        sheet.append(["KG205", 15])

    (one,) = after(add)
    assert (one.kind, one.weight) == (K.SHEET, Weight.ANOTHER_MEANING)
    assert "KG205: 15, trang chính 7" in one.found


def test_a_sheet_of_ones_own_is_told_with_its_first_words_and_an_empty_one_is_not() -> None:
    def add(book: Workbook) -> None:
        book.create_sheet("Sheet1")
        book.create_sheet("Nháp")["A1"] = "Cộng tay"

    (one,) = after(add)
    assert (one.sheet, one.found) == ("Nháp", "«Cộng tay»")


def test_the_name_of_a_sheet_that_says_something_is_told() -> None:
    (one,) = after(lambda book: setattr(book[FIGURES], "title", "Số liệu lũy kế quý I"))
    assert (one.found, one.expected) == ("Số liệu lũy kế quý I", FIGURES)
    assert after(lambda book: setattr(book[FIGURES], "title", "So lieu (2)")) == ()


# -- shown otherwise than it is ---------------------------------------------------------------------------


def test_a_cell_that_repeats_its_figure_is_told() -> None:
    (one,) = after(lambda book: setattr(book[FIGURES]["D23"], "alignment", Alignment(horizontal="fill")))
    assert (one.kind, one.cells, one.weight) == (K.LOOK, ("D23",), Weight.HIDDEN)


def test_crossed_and_struck_labels_are_told() -> None:
    def cross(book: Workbook) -> None:
        line = Side(style="thin")
        book[FIGURES]["D23"].border = Border(diagonal=line, diagonalUp=True, diagonalDown=True)
        book[FIGURES]["B24"].font = Font(strike=True)

    assert [one.cells for one in after(cross)] == [("D23",), ("B24",)]


def test_words_in_the_number_format_of_a_label_are_told() -> None:
    (one,) = after(lambda book: setattr(book[FIGURES]["B23"], "number_format", '@" (nghìn)"'))
    assert (one.kind, one.weight) == (K.LOOK, Weight.SCALE)


def test_a_hidden_column_of_labels_is_told() -> None:
    (one,) = after(lambda book: setattr(book[FIGURES].column_dimensions["B"], "hidden", True))
    assert (one.kind, one.cell) == (K.LOOK, "B4")
