"""A provincial board's guidance of 2025 as Word leaves it: own numbers, cut runs, a table with merged cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx

from tests.guidance.guidance_word_samples import add_lists, numbered

BELOW = "ban tuyên giáo và dân vận các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy"
# ruff: noqa: ISC004  # long sentences, each of them one item of a list
# Level of the automatic list (0: I., 1: 1., 3: -), or None; «|» is where Word cut the paragraph into runs.
BODY: list[tuple[int | None, str]] = [
    (None, "Thực hiện Chương trình công tác năm 2025 của Tỉnh ủy, Ban Tuyên giáo và Dân vận Tỉnh ủy đề nghị "
     f"{BELOW} thực hiện công tác khoa giáo năm 2025 với các nội dung sau:"),
    (0, "MỤC ĐÍCH, YÊU CẦU"),
    (3, "Giúp cấp ủy các cấp nắm vững trọng tâm công tác khoa giáo trong năm diễn ra đại hội đảng bộ các cấp."),
    (3, "Bảo đảm kịp thời, đúng trọng tâm, phù hợp với mô hình tổ chức mới."),
    (0, "NHIỆM VỤ TRỌNG TÂM"),
    (1, "Khoa học, công nghệ, đổi mới sáng tạo"),
    (3, "Tiếp tục tuyên truyền, quán triệt |Ngh|ị quyết số 5|7-NQ/|TW|, ngày 22/12/2024 của Bộ Chính trị về đột "
     "phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, trong đó tập trung: vai "
     "trò của nhân lực chất lượng cao; việc ứng dụng công nghệ số trong đời sống; các điển hình sáng tạo."),
    (3, "Tham mưu sơ kết 02 năm thực hiện Nghị quyết số 36-NQ/TW, ngày 30/01/2023 của Bộ Chính trị |về phát "
     "triển và ứng dụng công nghệ sinh học| phục vụ phát triển bền vững đất nước trong tình hình mới."),
    (1, "Giáo dục và đào tạo"),
    (3, "Tham mưu cấp ủy ban hành kế hoạch thực hiện Kết luận số 91-KL/TW, ngày 12/8/2024 của Bộ Chính trị về "
     "tiếp tục thực hiện Nghị quyết số 29-NQ/TW, ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng khóa XI "
     "“Về đổi mới căn bản, toàn diện giáo dục và đào tạo”, hoàn thành trong quý I/2025."),
    (3, "Sở Giáo dục và Đào tạo chủ trì, phối hợp với các hội, đoàn thể cấp tỉnh đánh giá mô hình trường học "
     "hạnh phúc hằng năm."),
    (1, "Y tế, dân số, gia đình, trẻ em"),
    (3, "Tổng kết 20 năm thực hiện Nghị quyết số 46-NQ/TW, ngày 23/02/2005 và Nghị quyết số 47-NQ/TW, ngày "
     "22/3/2005 của |Bộ Ch|ính trị khóa IX."),
    (3, "Triển khai Chỉ thị số 28-CT/TW, ngày 25/12/2023 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng "
     "đối với công tác chăm sóc, giáo dục và bảo vệ trẻ em đáp ứng yêu cầu phát triển đất nước phồn vinh, hạnh "
     "phúc."),
    (1, "Đội ngũ trí thức"),
    (3, "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh chủ trì, phối hợp với Sở Khoa học và Công nghệ tổ chức diễn "
     "đàn trí thức với sự phát triển của tỉnh theo Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Ban Chấp hành "
     "Trung ương khóa XIII, hoàn thành trước ngày 15/8."),
    (0, "PHÂN CÔNG THỰC HIỆN MỘT SỐ VIỆC CỤ THỂ"),
]  # fmt: skip
TABLE = [
    ("TT", "Nội dung", "Đơn vị chủ trì", "Phối hợp", "Thời gian", "Sản phẩm"),
    ("A", "LĨNH VỰC KHOA HỌC VÀ CÔNG NGHỆ"),
    ("1", "Tổ chức hội thảo về chuyển đổi số trong cơ quan đảng", "Ban Tuyên giáo và Dân vận Tỉnh ủy",
     "Sở Khoa học và Công nghệ", "Tháng 5/2025", "Kỷ yếu hội thảo"),
    ("2", "Biên soạn tài liệu tuyên truyền về an toàn thông tin mạng", "",
     "Công an tỉnh; Sở Khoa học và Công nghệ", "Trước ngày 30/6", "Tài liệu"),
    ("B", "LĨNH VỰC GIÁO DỤC"),
    ("3", "Khảo sát việc thực hiện Chỉ thị số 21-CT/TW, ngày 04/5/2023 của Ban Bí thư về giáo dục nghề nghiệp",
     "Sở Giáo dục và Đào tạo", "Các trường cao đẳng, trung cấp", "Quý III", "Báo cáo khảo sát"),
    ("C", "NẮM BẮT DƯ LUẬN XÃ HỘI"),
    ("4", "Nắm tình hình dư luận xã hội về sắp xếp đơn vị hành chính", "Ban Tuyên giáo và Dân vận Tỉnh ủy",
     "Các huyện ủy, thị ủy, thành ủy", "Thường xuyên", "Báo cáo nhanh"),
]  # fmt: skip
CLOSING: list[tuple[int | None, str]] = [
    (0, "TỔ CHỨC THỰC HIỆN"),
    (1, "Ban tuyên giáo và dân vận các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy"),
    (3, "Tham mưu cấp ủy cụ thể hóa nội dung Hướng dẫn cho phù hợp."),
    (3, "Thực hiện chế độ báo cáo: báo cáo quý trước ngày 10 của tháng cuối quý; báo cáo 6 tháng trước ngày "
     "05/6/2025; báo cáo năm trước ngày 05/11/2025."),
    (1, "Phòng Khoa giáo, Ban Tuyên giáo và Dân vận Tỉnh ủy phân công chuyên viên theo dõi từng địa bàn, lĩnh vực."),
    (None, "Trên đây là Hướng dẫn công tác khoa giáo năm 2025, đề nghị các đồng chí quan tâm triển khai thực hiện."),
]  # fmt: skip


def make_board_guidance(path: Path) -> Path:
    """Write the guidance with a header, a footer, Word's own numbers and the table of work."""
    document = docx.Document()
    add_lists(document)
    document.sections[0].header.paragraphs[0].text = "Lưu hành nội bộ, Chỉ thị số 99-CT/TW"
    document.sections[0].footer.paragraphs[0].text = "Tham mưu: Phòng Khoa giáo"
    head = document.add_table(rows=1, cols=2)
    head.rows[0].cells[0].text = "TỈNH ỦY\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nSố 09-HD/BTGDVTU"
    head.rows[0].cells[1].text = "ĐẢNG CỘNG SẢN VIỆT NAM\nNgày 14 tháng 3 năm 2025"
    for line in ("HƯỚNG DẪN", "công tác khoa giáo năm 2025", "-----"):
        document.add_paragraph(line)
    _add_all(document, BODY)
    _add_work(document)
    _add_all(document, CLOSING)
    for line in ("Nơi nhận:", "- Các huyện ủy, thị ủy, thành ủy,", "- Lưu."):
        document.add_paragraph(line)
    document.save(str(path))
    return path


def _add_all(document: Any, body: list[tuple[int | None, str]]) -> None:
    for level, text in body:
        first, *others = text.split("|")
        paragraph = numbered(document, level, first)
        for place, piece in enumerate(others):
            run = paragraph.add_run(piece)
            run.bold, run.italic = place % 2 == 0, place % 3 == 1


def _add_work(document: Any) -> None:
    table = document.add_table(rows=0, cols=len(TABLE[0]))
    for row in TABLE:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
        if len(row) == 2:  # a heading of the table lies over all the columns that follow
            cells[1].merge(cells[-1])
    lead = table.columns[2].cells
    lead[2].merge(lead[3])
