"""Rows among each other and tables among each other. A test shows the sheet and what is said of it."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.model import schema
from khoagiao_xl.office.profiles import load_profile

if TYPE_CHECKING:
    from tests.inspection.conftest import Look


def test_a_code_that_stands_twice_names_its_first_row(look: Look) -> None:
    found = look("tblKeHoach", """
        | Mã   | Nhiệm vụ |
        | NV01 | Một      |
        | NV02 | Hai      |
        | nv01 | Ba       |
    """)  # fmt: skip
    assert found == ["A7 KT-40: Dòng này trùng với dòng 5 (ô A5). Sửa lại hoặc xóa một dòng."]


@pytest.mark.parametrize(
    ("table", "twice", "cell"),
    [
        ("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |\n| 36-NQ/TW |", "A6"),
        ("tblNgayNghi", "| Ngày |\n| 2024-01-01 |\n| 2024-01-01 |", "A6"),
        ("tblMienTru", "| Kỳ |\n| 2024-M01 |\n| 2024-M01 |", "B6"),
        ("tblQuyTac", "| Mã |\n| R90 |\n| R90 |", "A6"),
    ],
)
def test_rows_that_say_the_same_twice_are_asked_about(look: Look, table: str, twice: str, cell: str) -> None:
    assert [line.split(":")[0] for line in look(table, twice)] == [f"{cell} KT-40"]


def test_one_code_may_stand_for_several_rules(look: Look) -> None:
    assert look("tblQuyTac", "| Mã | Vế phải |\n| R90 | KG107 |\n| R90 | KG106 |") == []


def test_two_units_of_one_name_are_asked_about(look: Look) -> None:
    (found,) = look("tblDonVi", """
        | Mã  | Tên     | Tên khác |
        | SYT | Sở Y tế |          |
        | YT  | Y tế    | sở y tế  |
    """)  # fmt: skip
    said = "D6 KT-41: Tên «sở y tế» cũng là tên của đơn vị SYT (dòng 5)."
    assert found == f"{said} Sửa tên, hoặc xóa dòng nếu là một đơn vị."


def test_a_task_serves_a_directive_that_is_listed(look: Look) -> None:
    look("tblVanBan", "| Số, ký hiệu | Loại |\n| 36-NQ/TW | |\n| 25-CT/TW | |")
    (found,) = look("tblKeHoach", """
        | Mã   | Văn bản            |
        | NV01 | 36-NQ/TW; 25-CT/TU |
    """)  # fmt: skip
    said = "G5 KT-50: Văn bản «25-CT/TU» không có ở trang «Văn bản». Có phải «25-CT/TW»?"
    assert found == f"{said} Sửa ký hiệu hoặc thêm văn bản."


def test_a_list_is_separated_by_semicolons(look: Look) -> None:
    look("tblVanBan", "| Số, ký hiệu | Loại |\n| 36-NQ/TW | |\n| 25-CT/TW | |")
    (found,) = look("tblKeHoach", """
        | Mã   | Văn bản            |
        | NV01 | 36-NQ/TW, 25-CT/TW |
    """)  # fmt: skip
    assert found.startswith("G5 KT-51")
    assert found.endswith("phải cách nhau bằng dấu chấm phẩy. Gõ lại: 36-NQ/TW; 25-CT/TW.")


@pytest.mark.parametrize("between", [" và ", " & ", " ", " / ", " cùng "])
def test_a_list_with_another_word_or_sign_between_is_told_how_to_write_it(look: Look, between: str) -> None:
    look("tblVanBan", "| Số, ký hiệu | Loại |\n| 36-NQ/TW | |\n| 25-CT/TW | |")
    (found,) = look("tblKeHoach", f"| Mã | Văn bản |\n| NV01 | 36-NQ/TW{between}25-CT/TW |")
    assert found.endswith("Gõ lại: 36-NQ/TW; 25-CT/TW.")
    _, found = look("tblDonVi", f"| Mã | Gồm chỉ tiêu |\n| SYT | KG001{between}KG002 |")
    assert found.endswith("Gõ lại: KG001; KG002.")


def test_a_review_without_a_directive_reviews_nothing(look: Look) -> None:
    found = look("tblSoTongKet", """
        | Loại   | Số, ký hiệu | Ngày tròn |
        | Sơ kết |             |           |
    """)  # fmt: skip
    said = "C5 KT-52: Cuộc sơ kết, tổng kết chưa ghi văn bản nào. Điền số, ký hiệu văn bản."
    assert found == [said]


def test_a_review_of_a_directive_that_is_not_listed_is_asked_about(look: Look) -> None:
    look("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |")
    (found,) = look("tblSoTongKet", "| Số, ký hiệu |\n| 36-NQ/TU |")
    assert found.startswith(
        "C5 KT-53: Văn bản «36-NQ/TU» của cuộc sơ kết, tổng kết không có ở trang «Văn bản»."
    )


def test_an_anniversary_is_the_day_of_issue_so_many_years_later(look: Look) -> None:
    look("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |")
    (found,) = look("tblSoTongKet", """
        | Số năm | Số, ký hiệu | Ngày tròn  |
        | 10     | 36-NQ/TW    | 2024-07-10 |
    """)  # fmt: skip
    said = "D5 KT-54: Ngày tròn 10/07/2024 không phải là ngày ban hành 01/07/2014 cộng 10 năm (01/07/2024)."
    assert found == f"{said} Sửa lại ngày tròn, số năm hoặc ngày ban hành."


@pytest.mark.parametrize("day", ["2023-02-28", "2023-03-01"])
def test_the_29_february_has_two_anniversaries_in_a_common_year(look: Look, day: str) -> None:
    look("tblVanBan", "| Số, ký hiệu | Ngày ban hành |\n| 36-NQ/TW | 2020-02-29 |")
    assert look("tblSoTongKet", f"| Số năm | Ngày tròn |\n| 3 | {day} |") == []


def test_a_unit_covers_indicators_that_there_are(look: Look) -> None:
    (found,) = look("tblDonVi", "| Mã | Gồm chỉ tiêu |\n| SYT | KG101; KG999 |")
    assert found.startswith("F5 KT-55: Chỉ tiêu KG999 không có ở trang «Chỉ tiêu».")


def test_a_waiver_of_a_rule_there_is_not_has_no_effect(look: Look) -> None:
    (found,) = look("tblMienTru", "| Quy tắc |\n| GIAHAN |")
    said = "C5 KT-56: Không có quy tắc «GIAHAN» nên dòng miễn trừ này không có tác dụng."
    assert found == f"{said} Có phải «GIA-HAN»? Sửa mã quy tắc."


@pytest.mark.parametrize("code", ["GIA-HAN", "MIEN-NOP", "R28", "R14", "SL-BL"])
def test_what_can_be_waived_is_known(look: Look, code: str) -> None:
    assert look("tblMienTru", f"| Quy tắc |\n| {code} |") == []


@pytest.mark.parametrize(
    ("typed", "meant"), [("Quý I/2024", "2024-Q1"), ("2024-m01", "2024-M01"), ("tháng 3", "2024-M03")]
)
def test_a_period_is_written_as_the_program_writes_it(look: Look, typed: str, meant: str) -> None:
    (found,) = look("tblThoiHan", f"| Kỳ |\n| {typed} |")
    assert found.startswith(f"A5 KT-57: «{typed}» không phải là mã kỳ. Có phải «{meant}»?")


@pytest.mark.parametrize(
    ("column", "typed", "cell", "code"),
    [
        ("Vế trái", "KG101 + hai", "B5", "QT-01"),
        ("Vế phải", "KG101 +", "D5", "QT-01"),
        ("Vế trái", "KG777", "B5", "KT-55"),
        ("Vế trái", "trouc(KG101)", "B5", "QT-01"),
        ("Vế trái", "ton(KG101)", "B5", "QT-07"),
        ("Vế trái", "KG601", "B5", "QT-09"),
        ("Vế trái", "1.250", "B5", "QT-14"),
        ("Vế phải", "KG778", "D5", "KT-55"),
        ("So sánh", "bằng", "C5", "KT-30"),
        ("Kỳ", "M; T", "H5", "QT-05"),
        ("Trạng thái", "mở", "G5", "KT-30"),
        ("Ô trống", "bỏ", "E5", "KT-30"),
    ],
)
def test_a_rule_that_cannot_be_read_is_named_at_its_cell(
    look: Look, column: str, typed: str, cell: str, code: str
) -> None:
    found = look("tblQuyTac", f"| {column} |\n| {typed} |")
    assert [line.split(":")[0] for line in found] == [f"{cell} {code}"]


@pytest.mark.parametrize(
    ("comparison", "right", "code"), [("trong khoảng", "từ 2 đến 5", "QT-04"), ("kéo theo", "KG1", "QT-03")]
)
def test_the_right_side_of_a_rule_suits_its_comparison(
    look: Look, comparison: str, right: str, code: str
) -> None:
    found = look("tblQuyTac", f"| So sánh | Vế phải |\n| {comparison} | {right} |")
    assert [line.split(":")[0] for line in found] == [f"D5 {code}"]


@pytest.mark.parametrize(
    ("how", "formula", "code"),
    [("tính lại", "", "KT-58"), ("tính lại", "KG108/KG999*100", "KT-55"), ("tính lại", "KG108/", "QT-01")],
)
def test_an_indicator_that_is_worked_out_has_a_formula_that_can_be_read(
    look: Look, how: str, formula: str, code: str
) -> None:
    found = look("tblChiTieu", f"| Theo đơn vị | Công thức |\n| {how} | {formula} |", more=True)
    column = schema.INDICATORS.headings.index("Công thức")
    cell = f"{ascii_uppercase[column]}{schema.HEADER_ROW + len(load_profile('2024').indicators) + 1}"
    assert [line.split(":")[0] for line in found] == [f"{cell} {code}"]
