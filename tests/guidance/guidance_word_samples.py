"""Word files made for the tests: automatic numbering, a table of work, a text box."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import lxml.etree as etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NUMBERING = f"""
<w:abstractNum xmlns:w="{W}" w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum>"""
BULLETS = f"""
<w:abstractNum xmlns:w="{W}" w:abstractNumId="91">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum>"""
BOX = f"""
<w:r xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:AlternateContent><mc:Choice Requires="wps">
<w:drawing><w:txbxContent><w:p><w:r><w:t>{{0}}</w:t></w:r></w:p>
</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>{{0}}</w:t></w:r></w:p>
</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""

# Level of the automatic list (0: I., 1: 1., 2: 1.1., 3: -), or None for a plain paragraph.
# ruff: noqa: ISC004  # long sentences, each of them one item of a list
BODY: list[tuple[int | None, str]] = [
    (None, "Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển "
           "khoa học, công nghệ, "
     "đổi mới sáng tạo và chuyển đổi số quốc gia, Đảng ủy Ủy ban nhân dân tỉnh hướng dẫn công tác khoa "
     "giáo năm 2026:"),
    (0, "MỤC TIÊU"),
    (3, "Tạo chuyển biến rõ rệt trong từng lĩnh vực khoa giáo."),
    (0, "NHIỆM VỤ TRỌNG TÂM"),
    (1, "Khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số"),
    (3, ("Các đảng ủy trực thuộc rà soát kế hoạch thực hiện Nghị quyết số 57-NQ/TW ở đơn vị mình trong "
        "tháng 3.")),
    (3, "Đăng ký ít nhất một việc cụ thể về chuyển đổi số, gửi danh mục chậm nhất ngày 31/3/2026."),
    (1, "Giáo dục và đào tạo"),
    (3, ("Triển khai Nghị quyết số 71-NQ/TW, ngày 22/8/2025 của Bộ Chính trị về đột phá phát triển giáo "
        "dục và đào tạo theo")),
    (None, "điều kiện của từng cơ quan, đơn vị."),
    (1, "Y tế, gia đình, an toàn thực phẩm"),
    (2, "Công tác y tế"),
    (3, "Quán triệt Nghị quyết số 72-NQ/TW, ngày 09/9/2025 của Bộ Chính trị về một số giải pháp đột "
        "phá, tăng cường bảo vệ, "
     "chăm sóc và nâng cao sức khỏe Nhân dân."),
    (2, "Công tác gia đình"),
    (3, "Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TW, ngày 24/6/2021 của Ban Bí thư khóa XIII về tăng "
        "cường sự lãnh đạo của "
     "Đảng đối với công tác xây dựng gia đình trong tình hình mới, xong trước ngày 24/6/2026."),
    (0, "TỔ CHỨC THỰC HIỆN"),
    (None, "Phân công thực hiện một số việc như sau:"),
]  # fmt: skip
TABLE = [
    ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"),
    ("1", "Tọa đàm về đội ngũ trí thức khoa học và công nghệ", "Đảng ủy Sở Khoa học và Công nghệ",
     "Các đảng ủy trực thuộc", "Quý II",
     "Báo cáo chuyên đề"),
    ("2", ("Kiểm tra việc thực hiện Chỉ thị số 17-CT/TW, ngày 21/10/2022 của Ban Bí thư về an toàn "
          "thực phẩm"), "Đảng ủy Sở Y tế", "",
     "Trước ngày 15/11", "Báo cáo"),
]  # fmt: skip
CLOSING = [
    "Các đảng ủy trực thuộc báo cáo kết quả định kỳ hằng quý và hằng năm về Đảng ủy Ủy ban nhân dân "
    "tỉnh; báo cáo quý trước "
    "ngày 18 của tháng cuối quý, báo cáo năm chậm nhất ngày 05/12.",
    "Trên đây là Hướng dẫn công tác khoa giáo năm 2026 của Đảng ủy Ủy ban nhân dân tỉnh.",
]


def make_numbered_guidance(path: Path) -> Path:
    """Write a guidance of 2026 in Word's own numbering, with a table of work and a text box."""
    document = docx.Document()
    add_lists(document)
    document.sections[0].header.paragraphs[0].text = "Tài liệu lưu hành nội bộ - Chỉ thị số 99-CT/TW"
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "ĐẢNG BỘ TỈNH\nĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH\n*\nSố 07-HD/ĐU"
    table.rows[0].cells[1].text = "ĐẢNG CỘNG SẢN VIỆT NAM\nNgày 20 tháng 01 năm 2026"
    for text in ("HƯỚNG DẪN", "công tác khoa giáo năm 2026", "-----"):
        document.add_paragraph(text)
    for level, text in BODY:
        numbered(document, level, text)
    _add_table(document)
    for text in CLOSING:
        document.add_paragraph(text)
    _add_box(document, "Đảng ủy Sở Giáo dục và Đào tạo cung cấp tài liệu tuyên truyền cho các đơn vị.")
    document.add_paragraph("Nơi nhận:")
    document.save(str(path))
    return path


def add_lists(document: Any) -> None:
    """Give the document the two lists that `numbered` counts in."""
    numbering = document.part.numbering_part.element
    for xml, family, number in ((NUMBERING, "90", "90"), (BULLETS, "91", "91")):
        numbering.insert(0, etree.fromstring(xml.strip()))
        numbering.append(
            etree.fromstring(
                f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="{family}"/></w:num>'
            )
        )


def numbered(document: Any, level: int | None, text: str) -> Any:
    """Add a paragraph at `level` of Word's own numbering, plain where it is None."""
    paragraph = document.add_paragraph(text)
    if level is None:
        return paragraph
    shown, number = (0, 91) if level == 3 else (level, 90)
    paragraph._p.get_or_add_pPr().append(
        etree.fromstring(
            f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="{shown}"/><w:numId w:val="{number}"/></w:numPr>'
        )
    )
    return paragraph


def _add_table(document: Any) -> None:
    table = document.add_table(rows=0, cols=len(TABLE[0]))
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _add_box(document: Any, text: str) -> None:
    document.paragraphs[-2]._p.append(etree.fromstring(BOX.format(text).strip()))
