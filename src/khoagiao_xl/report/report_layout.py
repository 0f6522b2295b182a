"""What stands in each template, top to bottom: headings the office may reword, tags it may move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind
from khoagiao_xl.report.word_drawing import cell, paragraph, plain, row, run, table

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT, LARGE, SMALL, MINOR, PART = "KGLoiVan", "KGMucLon", "KGMucNho", "KGTieuMuc", "KGPhan"
Block = list[tuple[str, str]]


def _if_any(tag: str, heading: str) -> Block:
    """Return a heading and its tag that vanish together where there is nothing to say."""
    return [
        (TEXT, f"{{%p if {tag} %}}"),
        (LARGE, heading),
        (TEXT, f"{{{{ {tag} }}}}"),
        (TEXT, "{%p endif %}"),
    ]


OPENING: Block = [(TEXT, "{{ mo_dau }}"), (TEXT, "{{ tinh_hinh }}")]
SITUATION: Block = [(TEXT, "{%p if dac_diem %}"), (TEXT, "{{ dac_diem }}"), (TEXT, "{%p endif %}")]
RESULTS: Block = [
    (SMALL, "1. Tổ chức thực hiện nghị quyết, chỉ thị, kết luận"),
    (TEXT, "{{ muc_1 }}"),
    (SMALL, "2. Tuyên truyền, đấu tranh phản bác"),
    (TEXT, "{{ muc_2 }}"),
    (MINOR, "2.1. Giáo dục và đào tạo, giáo dục nghề nghiệp"),
    (TEXT, "{{ muc_2_1 }}"),
    (MINOR, "2.2. Khoa học và công nghệ, môi trường"),
    (TEXT, "{{ muc_2_2 }}"),
    (MINOR, "2.3. Lĩnh vực xã hội"),
    (TEXT, "{{ muc_2_3 }}"),
    (MINOR, "2.4. Dư luận xã hội và đấu tranh phản bác"),
    (TEXT, "{{ muc_2_4 }}"),
    (SMALL, "3. Kiểm tra, giám sát"),
    (TEXT, "{{ muc_3 }}"),
    (SMALL, "4. Sơ kết, tổng kết các văn bản của Đảng"),
    (TEXT, "{{ muc_4 }}"),
    (SMALL, "5. Thực hiện chương trình phối hợp và chế độ thông tin"),
    (TEXT, "{{ muc_5 }}"),
]
GOOD: Block = [(SMALL, "1. Ưu điểm, kết quả nổi bật"), (TEXT, "{{ uu_diem }}")]
BAD: Block = [(SMALL, "2. Hạn chế, khó khăn và nguyên nhân"), (TEXT, "{{ han_che }}")]
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
    (TEXT, "{{ dac_diem_chung }}"),
    (LARGE, "II. KẾT QUẢ THỰC HIỆN"),
    *RESULTS,
    (LARGE, "III. ĐÁNH GIÁ CHUNG"),
    *GOOD,
    *BAD,
    (LARGE, "IV. NHIỆM VỤ TRỌNG TÂM {{ ky_sau_hoa }}"),
    (TEXT, "{{ nhiem_vu }}"),
    *_if_any("kien_nghi", f"V. {PROPOSALS}"),
]
YEAR: Block = [
    *OPENING,
    (PART, "Phần thứ nhất"),
    (PART, "KẾT QUẢ CÔNG TÁC KHOA GIÁO {{ ky_nay_hoa }}"),
    (LARGE, "I. ĐẶC ĐIỂM TÌNH HÌNH"),
    (TEXT, "{{ dac_diem_chung }}"),
    (LARGE, "II. KẾT QUẢ THỰC HIỆN"),
    *RESULTS,
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
BODIES: dict[Kind, Block] = {
    Kind.MONTH: _periodic("NHIỆM VỤ TRỌNG TÂM {{ ky_sau_hoa }}"),
    Kind.QUARTER: _periodic("NHIỆM VỤ TRỌNG TÂM {{ ky_sau_hoa }}"),
    Kind.HALF: HALF,
    Kind.YEAR: YEAR,
}

Column = tuple[float, str, str, str]

# A table of an appendix: width in mm, heading, tag, style of the cells.
LEFT, MIDDLE, FIGURE, HEAD = "KGBang", "KGBangGiua", "KGBangSo", "KGBangDau"
FIGURE_COLUMNS = [
    (15, "Mã", "ma", MIDDLE),
    (46.5, "Chỉ tiêu", "ten", LEFT),
    (18.5, "Đơn vị tính", "don_vi_tinh", MIDDLE),
    (18.6, "Kỳ này", "ky_nay", FIGURE),
    (18.6, "Lũy kế", "luy_ke", FIGURE),
    (16.7, "Kỳ trước", "ky_truoc", FIGURE),
    (16.7, "Cùng kỳ", "cung_ky", FIGURE),
    (14.4, "Số đơn vị", "so_don_vi", MIDDLE),
]
MISSING_COLUMNS = [
    (15, "TT", "stt", MIDDLE),
    (105, "Đơn vị", "don_vi", LEFT),
    (45, "Trạng thái", "trang_thai", MIDDLE),
]
# Text and its units one under the other: a text that sixty units share must not make a column of names.
OPINION_COLUMNS = [(12, "TT", "stt", MIDDLE), (153, "Ý kiến và đơn vị nêu", "noi_dung don_vi", LEFT)]


def _rows(columns: Sequence[Column], rows_tag: str, group: str = "") -> list[str]:
    """Return the rows of a table: its heading, the loop's beginning, one row of tags, the loop's end."""
    widths = [width for width, *_ in columns]
    span, whole = len(columns), sum(widths)

    def alone(text: str) -> str:
        return row([cell(whole, plain(LEFT, text), span=span)])

    heads = row([cell(width, plain(HEAD, head)) for width, head, *_ in columns], is_header=True)
    body = row([cell(width, _tags(style, *tags.split())) for width, _, tags, style in columns])
    if group:
        title = paragraph(LEFT, run(f"{{{{ dong.{group} }}}}", bold=True), properties="<w:keepNext/>")
        body = "".join([alone(f"{{%tr if dong.{group} %}}"), row([cell(whole, title, span=span)]),
                        alone("{%tr else %}"), body, alone("{%tr endif %}")])  # fmt: skip
    return [heads, alone(f"{{%tr for dong in {rows_tag} %}}"), body, alone("{%tr endfor %}")]


def _tags(style: str, first: str, *further: str) -> str:
    """Return a paragraph for each tag of a cell, those after the first in italics."""
    below = (paragraph(style, run(f"{{{{ dong.{tag} }}}}", italic=True)) for tag in further)
    return plain(style, f"{{{{ dong.{first} }}}}") + "".join(below)


def _appendix(tag: str, index: int, title: str, columns: Sequence[Column], group: str = "",
              after: str = "") -> list[str]:  # fmt: skip
    """Return an appendix that begins on a page of its own and vanishes where `tag` is empty."""
    widths = [width for width, *_ in columns]
    return [
        plain("KGNgatPhan", f"{{%p if {tag} %}}"),
        paragraph("KGNgatPhan", properties="{section}"),
        paragraph("KGGiua", run(f"{{{{ ten_phu_luc_{index} }}}}", size=14, bold=True)),
        paragraph("KGGiua", run(title, size=14, bold=True)),
        paragraph("KGGiua", run("{{ kem_theo }}", size=14, italic=True)),
        paragraph("KGGiua", run("-----", size=14), properties='<w:spacing w:before="0" w:after="120"/>'),
        table(widths, _rows(columns, tag, group), bordered=True, name=title),
        *([plain("KGChuThich", after)] if after else []),
        plain("KGNgatPhan", "{%p endif %}"),
    ]


APPENDIX_FIGURES = _appendix(
    "bang_so_lieu",
    1,
    "Biểu số liệu công tác khoa giáo {{ ky_nay }}",
    FIGURE_COLUMNS,
    "nhom",
    "{{ chu_thich }}",
)
APPENDIX_MISSING = _appendix(
    "chua_bao_cao", 2, "Danh sách đơn vị chưa có báo cáo {{ ky_nay }}", MISSING_COLUMNS
)
APPENDIX_OPINIONS = _appendix(
    "y_kien", 3, "Ý kiến của các đơn vị trong báo cáo {{ ky_nay }}", OPINION_COLUMNS, "nhom"
)
