"""What stands in each template, top to bottom: headings the office may reword, tags it may move.

BODIES has a row for each report. Its name is that of its template («bao-cao-quy.docx») and of its title in
wording/report.py («trich_yeu_quy»); model/periods.py says which kind of period gets it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from khoagiao_xl.report.chart_series import MONTHLY, PLANNED, TIMELY

TEXT, LARGE, SMALL, MINOR, PART = "KGLoiVan", "KGMucLon", "KGMucNho", "KGTieuMuc", "KGPhan"
TABLE = "bảng"  # of the running text, not a paragraph; its text is the tag of its rows
PICTURE, CAPTION = "KGHinh", "KGTenHinh"
Block = list[tuple[str, str]]


def _if_any(tag: str, heading: str, style: str = LARGE) -> Block:
    """Return a heading and its tag that vanish together where there is nothing to say."""
    return [
        (TEXT, f"{{%p if {tag} %}}"),
        (style, heading),
        (TEXT, f"{{{{ {tag} }}}}"),
        (TEXT, "{%p endif %}"),
    ]


def _alone(tag: str) -> Block:
    """Return a tag that vanishes where there is nothing to say."""
    return [(TEXT, f"{{%p if {tag} %}}"), (TEXT, f"{{{{ {tag} }}}}"), (TEXT, "{%p endif %}")]


OPENING: Block = [(TEXT, "{{ mo_dau }}"), *_alone("nhan_dinh"), (TEXT, "{{ tinh_hinh }}")]
SITUATION: Block = [*_alone("dac_diem"), *_alone("tu_tuong")]
YEAR_SITUATION: Block = [(TEXT, "{{ dac_diem_chung }}"), *_alone("tu_tuong")]


def _numbered(tag: str, heading: str, style: str = SMALL) -> Block:
    """Return a section under a heading whose number is counted (heading_numbers.py); both vanish together."""
    return _if_any(tag, f"{{{{ so_{tag} }}}}. {heading}", style)


def _chart(tag: str) -> Block:
    """Return the sentence that names a chart, the chart and its caption; all vanish where it is not there."""
    return [
        *_alone(f"loi_{tag}"),
        (TEXT, f"{{%p if {tag} %}}"),
        (PICTURE, f"{{{{ {tag} }}}}"),
        (CAPTION, f"{{{{ ten_{tag} }}}}"),
        (TEXT, "{%p endif %}"),
    ]


LEADING: Block = [
    *_numbered("muc_1", "Tổ chức thực hiện nghị quyết, chỉ thị, kết luận"),
    (TEXT, "{%p if so_muc_2 %}"),
    (SMALL, "{{ so_muc_2 }}. Tuyên truyền, đấu tranh phản bác"),
    (TEXT, "{%p endif %}"),
    *_alone("muc_2"),
]
FIELDS: Block = [
    *_numbered("muc_2_1", "Giáo dục và đào tạo, giáo dục nghề nghiệp", MINOR),
    *_numbered("muc_2_2", "Khoa học và công nghệ, môi trường", MINOR),
    *_numbered("muc_2_3", "Lĩnh vực xã hội", MINOR),
    *_numbered("muc_2_4", "Dư luận xã hội và đấu tranh phản bác", MINOR),
    *_numbered("muc_3", "Kiểm tra, giám sát"),
]
OTHER_WORK: Block = [
    *_numbered("muc_4", "Sơ kết, tổng kết các văn bản của Đảng"),
    (TABLE, "bang_so_ket"),
    *_numbered("muc_5", "Thực hiện chương trình phối hợp và chế độ thông tin"),
    *_numbered("viec_cua_ban", "Công tác tham mưu, theo dõi, đôn đốc"),
]
RESULTS: Block = [*LEADING, *FIELDS, *OTHER_WORK]
# Who reported in time is no strength while units are missing: it stands with the work that follows them.
RESULTS_WITH_CHARTS: Block = [
    *LEADING,
    *_chart(MONTHLY),
    *FIELDS,
    *_chart(PLANNED),
    *OTHER_WORK,
    *_chart(TIMELY),
]
GOOD: Block = [(SMALL, "1. Ưu điểm, kết quả nổi bật"), (TEXT, "{{ uu_diem }}")]
BAD: Block = [
    (SMALL, "2. Hạn chế, khó khăn"),
    (TEXT, "{{ han_che }}"),
    *_numbered("nguyen_nhan", "Nguyên nhân"),
]
LESSONS: Block = _numbered("bai_hoc", "Bài học kinh nghiệm")
PROPOSALS = "ĐỀ XUẤT, KIẾN NGHỊ"


def _periodic(next_heading: str) -> Block:
    return [
        *OPENING,
        *SITUATION,
        (LARGE, "I. KẾT QUẢ THỰC HIỆN"),
        *RESULTS,
        (LARGE, "II. ĐÁNH GIÁ CHUNG"),
        *GOOD,
        *BAD,
        (LARGE, f"III. {next_heading}"),
        (TEXT, "{{ nhiem_vu }}"),
        *_if_any("kien_nghi", f"IV. {PROPOSALS}"),
    ]


HALF: Block = [
    *OPENING,
    (LARGE, "I. ĐẶC ĐIỂM TÌNH HÌNH"),
    *YEAR_SITUATION,
    (LARGE, "II. KẾT QUẢ THỰC HIỆN"),
    *RESULTS_WITH_CHARTS,
    (LARGE, "III. ĐÁNH GIÁ CHUNG"),
    *GOOD,
    *BAD,
    *LESSONS,
    (LARGE, "IV. NHIỆM VỤ TRỌNG TÂM {{ ky_sau_hoa }}"),
    (TEXT, "{{ nhiem_vu }}"),
    *_if_any("kien_nghi", f"V. {PROPOSALS}"),
]
YEAR: Block = [
    *OPENING,
    (PART, "Phần thứ nhất"),
    (PART, "KẾT QUẢ CÔNG TÁC KHOA GIÁO {{ ky_nay_hoa }}"),
    (LARGE, "I. ĐẶC ĐIỂM TÌNH HÌNH"),
    *YEAR_SITUATION,
    (LARGE, "II. KẾT QUẢ THỰC HIỆN"),
    *RESULTS_WITH_CHARTS,
    (LARGE, "III. ĐÁNH GIÁ CHUNG"),
    *GOOD,
    *BAD,
    *_if_any("bai_hoc", "IV. BÀI HỌC KINH NGHIỆM"),
    (PART, "Phần thứ hai"),
    (PART, "PHƯƠNG HƯỚNG, NHIỆM VỤ {{ ky_sau_hoa }}"),
    (LARGE, "I. NHIỆM VỤ TRỌNG TÂM"),
    (TEXT, "{{ nhiem_vu }}"),
    *_if_any("kien_nghi", f"II. {PROPOSALS}"),
]
BODIES: Final[Mapping[str, Block]] = {
    "thang": _periodic("NHIỆM VỤ TRỌNG TÂM {{ ky_sau_hoa }}"),
    "quy": _periodic("NHIỆM VỤ TRỌNG TÂM {{ ky_sau_hoa }}"),
    "6-thang": HALF,
    "nam": YEAR,
}
