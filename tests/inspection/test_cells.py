"""Each cell by itself: blanks, kinds, lists. A test shows the sheet and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.inspection.conftest import at

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.inspection.conftest import Look

    Retouch = Callable[[str, str, str], list[str]]


def test_a_blank_that_must_be_filled_in_is_named_with_its_column(look: Look) -> None:
    found = look("tblKeHoach", """
        | Mã   | Nhiệm vụ       |
        | NV01 | Tập huấn       |
        | NV02 |                |
    """)  # fmt: skip
    assert found == ["D6 KT-10: Cột «Nhiệm vụ» để trống. Điền vào, hoặc xóa cả dòng nếu không dùng."]


def test_a_cell_of_spaces_is_no_value_and_no_blank(look: Look) -> None:
    found = look("tblKeHoach", """
        | Mã   | Sản phẩm |
        | NV01 | "   "    |
    """)  # fmt: skip
    assert at(found) == [("J5", "KT-11")]
    assert "Ô chỉ có dấu cách hoặc ký tự ẩn, Excel coi là đã điền. Chọn ô rồi bấm Delete." in found[0]


@pytest.mark.parametrize("unseen", ["\u200b", "\u3164", "\ufeff", "\u00ad\u2060"])
def test_a_cell_of_signs_that_nobody_sees_is_no_value(look: Look, unseen: str) -> None:
    found = look("tblKeHoach", f"| Mã | Nhiệm vụ | Sản phẩm |\n| NV01 | {unseen} | {unseen} |")
    assert at(found) == [("J5", "KT-11"), ("D5", "KT-10")]


def test_spaces_in_a_cell_that_must_be_filled_in_are_said_once(look: Look) -> None:
    (found,) = look("tblKeHoach", """
        | Mã    | Nhiệm vụ |
        | "\u00a0" | Tập huấn |
    """)  # fmt: skip
    assert found.startswith("A5 KT-10")


def test_a_space_behind_a_code_is_seen(look: Look) -> None:
    (found,) = look("tblDonVi", """
        | Mã     |
        | "SYT " |
    """)  # fmt: skip
    assert found.startswith("A5 KT-12: «SYT» có dấu cách ở đầu, ở cuối hoặc ký tự ẩn")


def test_an_unseen_sign_within_a_code_is_seen(look: Look) -> None:
    (found,) = look("tblDonVi", """
        | Mã          |
        | "S\u200bYT" |
    """)  # fmt: skip
    assert found.startswith("A5 KT-12")


@pytest.mark.parametrize(("code", "letters"), [("СYT", "С"), ("СТС", "С, Т"), ("ÐLLC", "Ð")])
def test_a_letter_that_only_looks_vietnamese_is_seen(look: Look, code: str, letters: str) -> None:
    (found,) = look("tblDonVi", f"""
        | Mã     |
        | {code} |
    """)  # fmt: skip
    assert found.startswith(f"A5 KT-13: «{code}» có chữ cái lạ trông giống chữ Việt ({letters})")


def test_an_error_value_is_no_blank(retouch: Retouch) -> None:
    lost = '<c r="B23" t="e"><f>VLOOKUP("x",A5:B9,2,0)</f><v>#N/A</v></c>'
    found = retouch("tblDonVi", r'<c r="B23".*?</c>', lost)
    assert at(found) == [("B23", "KT-14")]
    assert "Ô báo lỗi #N/A. Xóa công thức và ghi giá trị." in found[0]


@pytest.mark.parametrize(
    ("typed", "proposal"),
    [("31/3/2024", "31/03/2024"), ("20-3-2024", "20/03/2024"), ("ngày 5 tháng 2 năm 2024", "05/02/2024"),
     ("45382", "31/03/2024")],
)  # fmt: skip
def test_a_day_typed_as_text_or_number_is_read_aloud(look: Look, typed: str, proposal: str) -> None:
    (found,) = look("tblKeHoach", f"""
        | Mã   | Hạn     |
        | NV01 | {typed} |
    """)  # fmt: skip
    said = f"H5 KT-20: «{typed}» ở cột «Hạn» không phải là ngày của Excel."
    assert found == f"{said} Nếu là ngày {proposal} thì gõ lại {proposal}."


@pytest.mark.parametrize("typed", ["31/02/2024", "quý I", '"0"'])
def test_what_is_no_day_of_the_calendar_is_no_deadline(look: Look, typed: str) -> None:
    (found,) = look("tblKeHoach", f"""
        | Mã   | Hạn     |
        | NV01 | {typed} |
    """)  # fmt: skip
    assert found.startswith("H5 KT-21")
    assert found.endswith("không phải là ngày có thật. Gõ lại theo dạng ngày/tháng/năm.")


def test_a_day_of_another_age_is_a_slip(look: Look) -> None:
    found = look("tblVanBan", """
        | Số, ký hiệu | Ngày ban hành |
        | 36-NQ/TW    | 2914-07-01    |
    """)  # fmt: skip
    assert found == ["C5 KT-22: Ngày 01/07/2914 ở cột «Ngày ban hành» quá xa. Kiểm tra lại năm."]


@pytest.mark.parametrize(("typed", "proposal"), [('"10"', "10"), ('"05 "', "5"), ("1.250", "1.250")])
def test_a_number_typed_as_text_is_read_aloud(look: Look, typed: str, proposal: str) -> None:
    look("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |")
    (found,) = look("tblSoTongKet", f"""
        | Số, ký hiệu | Số năm  | Ngày tròn |
        | 36-NQ/TW    | {typed} |           |
    """)  # fmt: skip
    assert found.startswith("B5 KT-23")
    assert found.endswith(f"Nếu là {proposal} thì gõ lại {proposal}.")


@pytest.mark.parametrize("typed", ["mười mấy", "2024-03-05"])
def test_what_is_no_number_is_no_number(look: Look, typed: str) -> None:
    look("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |")
    (found,) = look("tblSoTongKet", f"""
        | Số, ký hiệu | Số năm  | Ngày tròn |
        | 36-NQ/TW    | {typed} |           |
    """)  # fmt: skip
    assert found.startswith("B5 KT-24")


def test_a_number_below_zero_counts_nothing(look: Look) -> None:
    look("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |")
    found = look("tblSoTongKet", """
        | Số, ký hiệu | Số năm | Ngày tròn |
        | 36-NQ/TW    | -5     |           |
    """)  # fmt: skip
    assert found == ["B5 KT-25: Số -5 ở cột «Số năm» nhỏ hơn 0. Kiểm tra lại."]


def test_a_text_that_excel_has_made_a_day_is_asked_about(look: Look) -> None:
    found = look("tblKeHoach", """
        | Mã   | Sản phẩm   |
        | NV01 | 2024-02-01 |
    """)  # fmt: skip
    said = "J5 KT-26: Ô ở cột «Sản phẩm» đã bị Excel đổi thành 01/02/2024."
    assert found == [f"{said} Nếu là chữ thì gõ dấu ' trước rồi gõ lại."]


@pytest.mark.parametrize(
    ("typed", "meant"), [("Đang làm", "đang làm"), ("dang lam", "đang làm"), ("xongg", "xong")]
)
def test_a_value_that_the_list_does_not_offer_is_answered_with_the_nearest(
    look: Look, typed: str, meant: str
) -> None:
    (found,) = look("tblKeHoach", f"""
        | Mã   | Trạng thái |
        | NV01 | {typed}    |
    """)  # fmt: skip
    said = f"K5 KT-30: «{typed}» không có trong danh sách của cột «Trạng thái»."
    assert found == f"{said} Có phải «{meant}»? Chọn lại trong danh sách."


def test_a_unit_that_is_chosen_from_the_list_must_be_in_it(look: Look) -> None:
    (found,) = look("tblMienTru", """
        | Mã đơn vị |
        | syt       |
    """)  # fmt: skip
    assert found == "B5 KT-31: «syt» không có ở trang «Đơn vị». Có phải «SYT»? Chọn lại trong danh sách."


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("syt@khoi", "thiếu phần tên miền sau dấu @ (ví dụ coquan.vn). Ghi đủ địa chỉ."),
        ("syt khoi.example", "không có dấu @ nên không phải địa chỉ thư. Ghi địa chỉ dạng ten@coquan.vn."),
        ("sởyt@khoi.example", "có chữ có dấu hoặc chữ cái lạ. Gõ lại địa chỉ bằng chữ không dấu."),
        ("a..b@c.vn", "có dấu chấm đặt sai chỗ. Sửa lại địa chỉ."),
        ("a@b.vnc@d.vn", "là hai địa chỉ chưa cách nhau. Đặt dấu ; giữa hai địa chỉ."),
    ],
)
def test_what_is_wrong_with_an_address_is_said_as_what_it_is(look: Look, address: str, fault: str) -> None:
    (found,) = look("tblDonVi", f"""
        | Mã  | Email     |
        | SYT | {address} |
    """)  # fmt: skip
    assert found == f"E5 KT-80: «{address}» {fault}"
