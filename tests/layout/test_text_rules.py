"""Each rule of text: what it finds, and what stands close to it and is right."""

from __future__ import annotations

import pytest

from khoagiao_xl.layout.text_checks import check_text
from khoagiao_xl.layout.text_rules import TEXT_RULES
from tests.layout.typed_documents import found, typed

SLIPS = [
    ("LV01", "Công tác khoa gia\u0301o"),
    ("LV02", "Công tác\u200b khoa giáo"),
    ("LV03", "Công tác\u2003khoa giáo"),
    ("LV04", "Tháng ３ năm 2024"),
    ("LV05", "Nghị quyết số 45\u2011NQ/TW"),
    ("LV06", "Ban Tuy\ufffdn giáo"),
    ("LV06", "Tr??ng học th?c hiện"),
    ("LV07", "Ðảng bộ"),
    ("LV08", "Cаm kết"),  # the second letter is Cyrillic
    ("LV10", "C«ng t¸c t­ t­ëng, v¨n hãa cña §¶ng bé"),
    ("LV11", "Tuyên truyềnn về y tế"),
    ("LV12", "Đảng ủy, chi ủy, cấp uỷ"),
    ("LV13", "Báo cáo qúy I"),
    ("LV14", "Xử lí, xử lý, xử lý vụ việc"),
    ("LV21", "Công tác  khoa giáo"),
    ("LV22", "Giáo dục , y tế"),
    ("LV23", "Các đơn vị ( 92 đơn vị)"),
    ("LV24", "Giáo dục,y tế"),
    ("LV24", "Đã thực hiện.Các đơn vị báo cáo"),
    ("LV25", "Đảng ủy(gọi tắt)"),
    ("LV26", "Công tác khoa giáo "),
    ("LV31", "Tư tưởng- văn hóa"),
    ("LV31", "Giai đoạn 2020 -2025"),
    ("LV32", "Văn hóa - xã hội, văn hóa - xã hội, kinh tế – xã hội"),
    ("LV34", "Nghị quyết số 45 - NQ/TW"),
    ("LV35", "Nghị quyết số 45/NQ-TW"),
    ("LV35", "Chỉ thị số 5-CT/TW"),
    ("LV36", "Nghị quyết số 45–NQ/TW"),
    ("LV37", "ĐẢNG ỦY KHỐI CƠ QUAN -\nDOANH NGHIỆP TỈNH"),
    ("LV41", "Tỷ lệ đạt 98.4%"),
    ("LV42", "Có 3,010 lượt người"),
    ("LV43", "Có 12500 lượt người"),
    ("LV44", "Đạt 98, 4% kế hoạch"),
    ("LV45", "Giảm -5% so với tháng trước"),
    ("LV46", "Đạt 98%, tăng 5 %"),
    ("LV47", "Có 03/08 đơn vị báo cáo"),
    ("LV48", "Có 02 cuộc, 03 cuộc và 4 cuộc kiểm tra"),
    ("LV51", "Ngày 31/02/2024"),
    ("LV51", "ngày 31 tháng 4 năm 2024"),
    ("LV52", "ngày 5 tháng 3 năm 2024"),
    ("LV52", "ngày 15 tháng 03 năm 2024"),
    ("LV53", "Trước 5/3/2024"),
    ("LV54", "Kết quả tháng 03 năm 2024"),
    ("LV55", "Thứ Hai, ngày 20/3/2024"),
    ("LV56", "Từ ngày 14/3/2024 đến ngày 15/02/2024"),
    ("LV57", "Ngày 20/3/2024, 21/3/2024, 22-3-2024"),
    ("LV58", "năm 20244"),
    ("TT37", "Thực hiện Nghị quyết số 45-NQ/TW về đội ngũ trí thức"),
    ("LV64", "Chỉ thị số 45-NQ/TW"),
    ("LV65", "Các đơn vị thực hiện 45-NQ/TW"),
    ("LV66", "Triển khai NQ 45 của Trung ương"),
    ("TT38", "Các cơ sở GDNN đã báo cáo"),
    ("LV71", "Ban thường vụ Đảng ủy"),
    ("LV71", "Ủy ban Nhân dân tỉnh"),
    ("LV72", "Kết quả của của các đơn vị"),
    ("TT35", "a) Một ý;\vb) Hai ý;"),
    ("LV86", "Giáo dục,, y tế"),
    ("LV87", "Đã thực hiện. các đơn vị báo cáo"),
    ("LV89", '“Một” “hai” "ba"'),
    ("LV90", "Các đơn vị (92 đơn vị"),
    ("LV91", "Kỳ {{ ky }} năm nay"),
    ("LV92", "Tổng số #REF! cuộc"),
    ("LV92", "Đồng chí XXX chủ trì"),
    ("LV93", "Số lượng: …………"),
    ("LV99", "Tên đơn vị (ghi rõ)"),
    ("LV101", "Nơi nhận:      Thủ trưởng"),
]
ARCHIVES = [
    ("- Lưu: VT.", True, []),
    ("- Lưu: VT, KGVX.", True, []),
    ("Lưu : VT, HSTĐ, QLCL (03b).", True, []),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT, NVY.", True, []),
    ("- Lưu: VT.", False, ["VT"]),
    ("- UBND tỉnh;\n- Lưu: VT.", True, ["UBND"]),
    ("Các cơ sở GDNN lưu: hồ sơ, sổ sách", True, ["GDNN"]),
    ("Các cơ sở VT đã báo cáo", True, ["VT"]),
]
SLIPS = [slip for slip in SLIPS if slip[0] != "TT35"]  # of several paragraphs: in test_text_order.py


@pytest.mark.parametrize(("rule", "text"), SLIPS)
def test_a_slip_is_found(rule: str, text: str) -> None:
    assert rule in found(text)


RIGHT = [
    "Ban Thường vụ Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh báo cáo kết quả tháng 3 năm 2024 như sau:",
    "Tổ chức 72 cuộc tuyên truyền với 3.010 lượt người tham dự; đăng, phát 151 tin, bài (đạt 17,4% kế hoạch).",
    "Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Ban Chấp hành Trung ương về xây dựng đội ngũ trí thức.",
    "Số        -BC/ĐUK",
    "Quyết định số 2071/QĐ-BGDĐT ngày 16/6/2017 của Bộ trưởng Bộ Giáo dục và Đào tạo về khung kế hoạch.",
    "Giai đoạn 2020 - 2025, tầm nhìn 2030 - 2045; khung giờ 7.30 - 9.00; xem tại https://tuyengiao.vn/tin,bai?a=1.",
    "So với tháng trước: số cuộc từ 52 lên 53 cuộc, tăng 1,9%; lượt người giảm 1.250 lượt.",
    "Từ 15/12 đến 14/01/2025 có 3/8 đơn vị báo cáo; thứ Tư, ngày 20/3/2024 họp giao ban.",
    "Tiết kiệm 1,5 tỷ đồng; diện tích 1,234 ha; khóa XIII, thế kỷ XX; kỳ họp thứ 7 (nếu có).",
    "Gồm: a) quán triệt; b) tuyên truyền (xem Phụ lục 2); c) kiểm tra, v.v.",
    "Công ty TNHH một thành viên; giáo dục nghề nghiệp (GDNN) và GDNN công lập; ngày 02 tháng 9 năm 1945.",
    "Quý I, quý II; quỹ khuyến học; kỳ quỳ; thủy lợi, hòa bình, khỏe, ủy ban, tòa nhà.",
    "Đắk Lắk, Krông Nô; gìn giữ, giếng nước, khuếch trương, nghiêng, quýt, thuở, khuỷu, ngoằn ngoèo.",
    "Năm năm qua, ngày ngày, luôn luôn, xanh xanh; ba năm (2021 - 2023).",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_no_rule_has_the_id_of_another() -> None:
    ids = [rule.id for rule in TEXT_RULES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("text", "is_state", "unexplained"), ARCHIVES)
def test_letters_of_the_archive_are_no_abbreviation_in_a_document_of_the_state(
    text: str, is_state: bool, unexplained: list[str]
) -> None:
    told = [one.found for one in check_text(typed(text), is_state=is_state) if one.rule == "TT38"]
    assert [words.split("»")[0].lstrip("«") for words in told] == unexplained
