"""What stands in the templates of the other kinds of documents, top to bottom, and their tables."""

from __future__ import annotations

from typing import Final

from khoagiao_xl.report.appendix_layout import LEFT, MIDDLE, OPINION_COLUMNS, Appendix, TableColumn
from khoagiao_xl.report.report_layout import LARGE, TEXT, Block

REVIEW_BODY: Final[Block] = [
    (TEXT, "{{ mo_dau }}"),
    (LARGE, "I. CĂN CỨ, CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"),
    (TEXT, "{{ can_cu }}"),
    (LARGE, "II. CÔNG TÁC QUÁN TRIỆT"),
    (TEXT, "{{ quan_triet }}"),
    (LARGE, "III. TỔ CHỨC THỰC HIỆN"),
    (TEXT, "{{ to_chuc }}"),
    (LARGE, "IV. KẾT QUẢ"),
    (TEXT, "{{ ket_qua }}"),
    (LARGE, "V. HẠN CHẾ, NGUYÊN NHÂN"),
    (TEXT, "{{ han_che }}"),
    (TEXT, "{{ nguyen_nhan }}"),
    (LARGE, "VI. BÀI HỌC KINH NGHIỆM"),
    (TEXT, "{{ bai_hoc }}"),
    (LARGE, "VII. PHƯƠNG HƯỚNG, NHIỆM VỤ"),
    (TEXT, "{{ nhiem_vu }}"),
    (LARGE, "VIII. ĐỀ XUẤT, KIẾN NGHỊ"),
    (TEXT, "{{ kien_nghi }}"),
]
ISSUE_BODY: Final[Block] = [
    (TEXT, "{{ mo_dau }}"),
    (LARGE, "1. Sự việc"),
    (TEXT, "{{ su_viec }}"),
    (LARGE, "2. Mức độ"),
    (TEXT, "{{ muc_do }}"),
    (LARGE, "3. Tình hình xử lý"),
    (TEXT, "{{ xu_ly }}"),
    (LARGE, "4. Việc tiếp theo"),
    (TEXT, "{{ tiep_theo }}"),
]
NOTICE_BODY: Final[Block] = [
    (TEXT, "{{ mo_dau }}"),
    (LARGE, "1. Tình hình chung"),
    (TEXT, "{{ tinh_hinh }}"),
    (LARGE, "2. Đơn vị thực hiện tốt"),
    (TEXT, "{{ lam_tot }}"),
    (LARGE, "3. Đơn vị gửi chậm, chưa gửi hoặc phải sửa"),
    (TEXT, "{{ con_cham }}"),
    (LARGE, "4. Yêu cầu"),
    (TEXT, "{{ yeu_cau }}"),
]
LETTER_BODY: Final[Block] = [(TEXT, "{{ noi_dung }}")]
PROGRAMME_BODY: Final[Block] = [
    (TEXT, "{{ mo_dau }}"),
    (LARGE, "I. MỤC ĐÍCH, YÊU CẦU"),
    (TEXT, "{{ muc_dich }}"),
    (LARGE, "II. NHIỆM VỤ TRỌNG TÂM"),
    (TEXT, "{{ nhiem_vu }}"),
    (LARGE, "III. SƠ KẾT, TỔNG KẾT CÁC VĂN BẢN CỦA ĐẢNG"),
    (TEXT, "{{ so_ket }}"),
    (LARGE, "IV. TỔ CHỨC THỰC HIỆN"),
    (TEXT, "{{ to_chuc }}"),
]

_NUMBER: Final = TableColumn(12, "TT", ("stt",), MIDDLE)
REVIEW_UNITS: Final = Appendix(
    tag="bang_don_vi",
    number=1,
    title="{{ ten_bang }}",
    columns=(
        _NUMBER,
        TableColumn(58, "Đơn vị", ("don_vi",), LEFT),
        TableColumn(18, "Số hội nghị", ("hoi_nghi",), MIDDLE),
        TableColumn(20, "Lượt đảng viên được triệu tập", ("trieu_tap",), MIDDLE),
        TableColumn(18, "Lượt đảng viên có mặt", ("co_mat",), MIDDLE),
        TableColumn(39, "Việc sơ kết, tổng kết", ("buoc",), LEFT),
    ),
)


def named_units(number: int, document: str) -> Appendix:
    """Return the annex of the units that are too many for the sentence about them."""
    return Appendix(
        tag="bang_ten",
        number=number,
        title=f"Danh sách đơn vị kèm theo {document}",
        columns=OPINION_COLUMNS,
        group="nhom",
    )


GOOD_UNITS: Final = Appendix(
    tag="bang_lam_tot",
    number=1,
    title="Đơn vị gửi báo cáo đúng hạn, đạt yêu cầu, không phải sửa, gửi lại hoặc giải trình, {{ ky_nay }}",
    columns=(
        _NUMBER,
        TableColumn(93, "Đơn vị", ("don_vi",), LEFT),
        TableColumn(30, "Hạn của đơn vị", ("han",), MIDDLE),
        TableColumn(30, "Ngày gửi", ("ngay",), MIDDLE),
    ),
)
SLOW_UNITS: Final = Appendix(
    tag="bang_con_cham",
    number=2,
    title="Đơn vị gửi chậm, chưa gửi hoặc phải sửa báo cáo, {{ ky_nay }}",
    columns=(
        _NUMBER,
        TableColumn(57, "Đơn vị", ("don_vi",), LEFT),
        TableColumn(24, "Hạn của đơn vị", ("han",), MIDDLE),
        TableColumn(52, "Tình trạng", ("tinh_trang",), LEFT),
        TableColumn(20, "Số ngày chậm", ("so_ngay",), MIDDLE),
    ),
)
OWING_UNITS: Final = Appendix(
    tag="bang_con_no",
    number=1,
    title="Danh sách đơn vị còn việc phải hoàn thành",
    columns=(
        _NUMBER,
        TableColumn(55, "Đơn vị", ("don_vi",), LEFT),
        TableColumn(24, "Hạn đã giao", ("han",), MIDDLE),
        TableColumn(74, "Việc còn phải làm", ("viec",), LEFT),
    ),
)
PLANNED_TASKS: Final = Appendix(
    tag="bang_nhiem_vu",
    number=1,
    title="Nhiệm vụ công tác khoa giáo {{ ky_nay }}",
    columns=(
        TableColumn(10, "TT", ("stt",), MIDDLE),
        TableColumn(42, "Nhiệm vụ", ("nhiem_vu",), LEFT),
        TableColumn(22, "Chủ trì", ("chu_tri",), LEFT),
        TableColumn(18, "Phối hợp", ("phoi_hop",), LEFT),
        TableColumn(25, "Phụ trách, chỉ đạo", ("phu_trach",), LEFT),
        TableColumn(24, "Thời gian", ("thoi_han",), MIDDLE),
        TableColumn(24, "Sản phẩm", ("san_pham",), LEFT),
    ),
    group="nhom",
)
PLANNED_REVIEWS: Final = Appendix(
    tag="bang_so_ket",
    number=2,
    title="Các cuộc sơ kết, tổng kết {{ ky_nay }}",
    columns=(
        _NUMBER,
        TableColumn(68, "Nội dung, các bước", ("noi_dung",), LEFT),
        TableColumn(30, "Chủ trì", ("chu_tri",), LEFT),
        TableColumn(30, "Phụ trách, chỉ đạo", ("phu_trach",), LEFT),
        TableColumn(25, "Thời điểm, thời hạn", ("ngay",), MIDDLE),
    ),
)
