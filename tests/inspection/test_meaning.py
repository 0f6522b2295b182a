"""What the office means: deadlines, leads, settings. A test shows the sheet and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.inspection.conftest import at

if TYPE_CHECKING:
    from tests.inspection.conftest import Look


def settings(**values: object) -> str:
    """Return the whole of tblCauHinh with some values of one's own; None takes the line out."""
    from khoagiao_xl.office.profiles import load_profile

    kept = {str(row["key"]): row["value"] for row in load_profile().settings} | values
    lines = [f"| {key} | {value} |" for key, value in kept.items() if value is not None]
    return "\n".join(["| Khóa | Giá trị |", *lines])


def value_of(key: str) -> str:
    """Return the cell in which the value of a key stands in a fresh master."""
    from khoagiao_xl.model.schema import HEADER_ROW
    from khoagiao_xl.office.profiles import load_profile

    keys = [str(row["key"]) for row in load_profile().settings]
    return f"B{HEADER_ROW + 1 + keys.index(key)}"


def below_the_last_key(more: int = 0) -> str:
    """Return the cell of a key added below those that every master has; more: lines added or taken out."""
    from khoagiao_xl.model.schema import HEADER_ROW
    from khoagiao_xl.office.profiles import load_profile

    return f"A{HEADER_ROW + len(load_profile().settings) + 1 + more}"


@pytest.mark.parametrize(
    ("column", "day", "cell", "other"),
    [
        ("Đến ngày", "2023-11-30", "C5", "«Từ ngày» 15/12/2023"),
        ("Hạn báo cáo", "2024-01-17", "E5", "«Hạn đơn vị» 18/01/2024"),
        ("Hạn khóa", "2024-01-24", "F5", "«Hạn báo cáo» 25/01/2024"),
    ],
)
def test_the_days_of_a_period_follow_each_other(
    look: Look, column: str, day: str, cell: str, other: str
) -> None:
    (found,) = look("tblThoiHan", f"| {column} |\n| {day} |")
    assert found.startswith(f"{cell} KT-60: «{column}»")
    assert found.endswith(f"lại trước {other}. Kiểm tra lại hai ngày.")


def test_a_deadline_on_a_sunday_is_asked_with_the_next_workday(look: Look) -> None:
    (found,) = look("tblKeHoach", """
        | Mã   | Hạn        |
        | NV01 | 2024-03-31 |
    """)  # fmt: skip
    assert found.startswith("H5 KT-61: Hạn 31/03/2024 là Chủ nhật.")
    assert "Theo quy tắc «lùi về sau» thì là Thứ Hai 01/04/2024" in found
    assert "(ngày làm việc liền trước: Thứ Sáu 29/03/2024)" in found


def test_a_deadline_on_a_holiday_names_it(look: Look) -> None:
    (found,) = look("tblKeHoach", "| Mã | Hạn |\n| NV01 | 2024-02-08 |")
    assert "là ngày nghỉ (Tết Giáp Thìn). Theo quy tắc «lùi về sau» thì là Thứ Năm 15/02/2024" in found


def test_a_saturday_worked_in_exchange_is_a_workday(look: Look) -> None:
    assert look("tblKeHoach", "| Mã | Hạn |\n| NV01 | 2024-05-04 |") == []


@pytest.mark.parametrize("status", ["xong", "bỏ"])
def test_a_task_that_is_settled_is_asked_nothing(look: Look, status: str) -> None:
    task = f"| Mã | Hạn | Chủ trì | Trạng thái |\n| NV01 | 2024-03-31 | Ai đó | {status} |"
    assert look("tblKeHoach", task) == []


@pytest.mark.parametrize(("column", "cell"), [("Hạn đơn vị", "D5"), ("Hạn báo cáo", "E5")])
def test_the_deadlines_of_a_period_are_workdays(look: Look, column: str, cell: str) -> None:
    report = "" if column == "Hạn báo cáo" else "| Hạn báo cáo "
    row = f"{report}| {column} |\n{report and '| 2024-01-25 '}| 2024-01-20 |"
    assert [line.split(":")[0] for line in look("tblThoiHan", row)] == [f"{cell} KT-61"]


def test_the_office_chooses_where_a_deadline_goes(look: Look) -> None:
    look("tblCauHinh", settings(quy_tac_ngay_nghi="đưa lên trước"))
    (found,) = look("tblKeHoach", "| Mã | Hạn |\n| NV01 | 2024-03-31 |")
    assert "Theo quy tắc «đưa lên trước» thì là Thứ Sáu 29/03/2024" in found


def test_an_office_that_keeps_its_deadlines_is_not_asked(look: Look) -> None:
    look("tblCauHinh", settings(quy_tac_ngay_nghi="giữ nguyên"))
    assert look("tblKeHoach", "| Mã | Hạn |\n| NV01 | 2024-03-31 |") == []


def test_a_deadline_in_another_year_is_asked_about(look: Look) -> None:
    found = look("tblKeHoach", "| Mã | Hạn |\n| NV01 | 2042-03-31 |")
    assert found == ["H5 KT-62: Hạn 31/03/2042 cách xa năm kế hoạch 2024. Kiểm tra lại năm."]


LEADS = (
    "Sở Y tế", "SYT", "Sở GD&ĐT", "Đảng bộ Sở Y tế", "Sở Y tế, Sở Giáo dục và Đào tạo", "sở y tế và Sở Tư pháp",
    "Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh; Sở Tài chính", "Ban Tuyên giáo Đảng ủy Khối",
    "Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh", "Ủy ban Kiểm tra Đảng ủy Khối", "Các chi, đảng bộ cơ sở",
    "Cấp ủy các đơn vị", "Các cấp ủy trực thuộc", "Sở Y tế phối hợp với Sở Tài chính", "Cấp ủy",
)  # fmt: skip


@pytest.mark.parametrize("lead", LEADS)
def test_who_can_be_written_to_is_known(look: Look, lead: str) -> None:
    assert look("tblKeHoach", f"| Mã | Chủ trì |\n| NV01 | {lead} |") == []


@pytest.mark.parametrize(
    ("lead", "stranger", "near"),
    [
        ("Sở Y tê tỉnh", "Sở Y tê tỉnh", " Có phải «Sở Y tế»?"),
        ("Sở Giáo dục, Sở Y tế", "Sở Giáo dục", " Có phải «Sở Giáo dục và Đào tạo»?"),
        ("Sở Y tế; Bệnh viện đa khoa", "Bệnh viện đa khoa", " Có phải «Bệnh viện Đa khoa tỉnh»?"),
        ("Sở Lao động TBXH", "Sở Lao động TBXH", " Có phải «Sở Lao động - Thương binh và Xã hội»?"),
        ("Đồng chí phụ trách", "Đồng chí phụ trách", ""),
        ("Công an tỉnh", "Công an tỉnh", ""),
    ],
)
def test_a_lead_that_is_no_unit_is_asked_with_the_nearest_names(
    look: Look, lead: str, stranger: str, near: str
) -> None:
    (found,) = look("tblKeHoach", f"| Mã | Chủ trì |\n| NV01 | {lead} |")
    said = f"E5 KT-70: «{stranger}» không phải là đơn vị nào ở trang «Đơn vị».{near}"
    assert found == f"{said} Chọn đúng tên, hoặc thêm vào cột «Tên khác»."


def test_the_lead_of_a_review_is_looked_at_too(look: Look) -> None:
    look("tblVanBan", "| Số, ký hiệu |\n| 36-NQ/TW |")
    (found,) = look("tblSoTongKet", "| Chủ trì |\n| Ban Tuyên huấn |")
    assert found.startswith("G5 KT-70")


def test_keys_that_are_gone_are_told_together(look: Look) -> None:
    found = look("tblCauHinh", settings(nam=None, co_quan=None, du_thao=None))
    assert at(found) == [("A4", "KT-90")]
    assert "Thiếu khóa «nam», «co_quan». Thêm lại dòng cho từng khóa, ghi giá trị." in found[0]


def test_a_key_without_its_value_is_told_unless_it_may_be_blank(look: Look) -> None:
    found = look("tblCauHinh", settings(ma_so="", nguoi_ky="", dau_ket=""))
    assert at(found) == [(value_of("ma_so"), "KT-91")]
    assert "Khóa «ma_so» chưa có giá trị. Điền vào cột «Giá trị»." in found[0]


@pytest.mark.parametrize(
    ("key", "value", "code", "says"),
    [
        ("nam", "24", "KT-92", "Giá trị «24» của khóa «nam» không phải là số từ 1930 đến 2100."),
        ("ngay_khoa", "năm ngày", "KT-92", "của khóa «ngay_khoa» không phải là số từ 0 đến 60."),
        ("nguong_tam_tinh", "120", "KT-92", "không phải là số từ 0 đến 100."),
        ("quy_tac_ngay_nghi", "lùi", "KT-93", "Chọn một trong: «lùi về sau», «đưa lên trước»,"),
        ("dau_ket", "!", "KT-93", "Chọn một trong: «.», «./.»."),
        ("ho_so", "2025", "BC-01", "Không có mẫu đầu văn bản «2025»"),
        ("email", "bantuyengiao", "KT-80", "«bantuyengiao» không có dấu @ nên không phải địa chỉ thư."),
        ("outlook_hop_thu", "Ban Tuyen giao", "KT-80", "«Ban Tuyen giao»"),
    ],
)
def test_a_setting_is_of_the_kind_its_key_asks_for(
    look: Look, key: str, value: str, code: str, says: str
) -> None:
    found = look("tblCauHinh", settings(**{key: value}))
    assert at(found) == [(value_of(key), code)]
    assert says in found[0]


def test_an_address_of_a_domain_that_is_not_allowed_is_asked_about(look: Look) -> None:
    look("tblCauHinh", settings(ten_mien_thu="laocai.example"))
    found = look("tblDonVi", """
        | Mã  | Email            |
        | SYT | syt@khac.example |
        | SGD | a@laocai.example |
    """)  # fmt: skip
    (foreign,) = [line for line in found if "THU-219" in line]
    assert foreign.startswith("E5 THU-219: «syt@khac.example» không thuộc các tên miền được gửi")


def test_a_key_that_nothing_reads_is_a_slip(look: Look) -> None:
    (found,) = look("tblCauHinh", settings(nguong_tam=90))
    said = f"{below_the_last_key()} KT-94: Không có khóa «nguong_tam»; giá trị này không có tác dụng. Có phải «nguong_tam_tinh»?"
    assert found == f"{said} Sửa tên khóa hoặc xóa dòng."


def test_a_key_that_is_mistyped_is_not_told_as_missing_too(look: Look) -> None:
    found = look("tblCauHinh", settings(ngay_khoa=None, ngay_khoaa=5))
    assert at(found) == [(below_the_last_key(-1), "KT-95")]
    assert "Khóa «ngay_khoaa» viết sai nên không có tác dụng. Sửa lại thành «ngay_khoa»." in found[0]
