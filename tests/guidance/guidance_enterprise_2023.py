"""An official letter of an enterprise bloc in Word: lists a), +, • and an appendix table of reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """\
ĐẢNG BỘ TỈNH
ĐẢNG ỦY KHỐI DOANH NGHIỆP
*
Số 256-CV/ĐUK
về việc triển khai công tác khoa giáo năm 2023
ĐẢNG CỘNG SẢN VIỆT NAM
Ngày 14 tháng 02 năm 2023
Kính gửi:
- Đảng ủy, chi bộ các doanh nghiệp trực thuộc,
- Các ban, Văn phòng Đảng ủy Khối.
Nhân dịp đầu xuân Quý Mão, Đảng ủy Khối Doanh nghiệp trân trọng gửi tới các tổ chức đảng và người lao động trong \
Khối lời chúc sức khỏe, thành công.
Thực hiện Công văn số 812-CV/BTGTU ngày 03/02/2023 của Ban Tuyên giáo Tỉnh ủy về việc triển khai công tác khoa \
giáo năm 2023, Ban Thường vụ Đảng ủy Khối đề nghị đảng ủy, chi bộ các doanh nghiệp trực thuộc thực hiện tốt một \
số nội dung sau:
1. Về giáo dục, đào tạo nghề
a) Tiếp tục quán triệt Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số \
29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng khóa XI; xây dựng kế hoạch đào tạo lại lao động.
b) Nâng cao tay nghề cho công nhân:
+ Đảng ủy Công ty Than mở 03 lớp bồi dưỡng nâng bậc thợ, hoàn thành trong quý II/2023.
+ Đảng ủy Công ty Điện lực chủ trì, phối hợp với Trường Cao đẳng Nghề tổ chức hội thi thợ giỏi chậm nhất ngày \
15/10/2023.
2. Về chăm sóc sức khỏe người lao động
• Tổ chức khám sức khỏe cho người lao động, định kỳ 6 tháng một lần.
• Công đoàn các khu công nghiệp tuyên truyền Chỉ thị số 17-CT/TW ngày 21/10/2022 của Ban Bí thư về tăng cường \
bảo đảm an ninh, an toàn thực phẩm trong tình hình mới, từ ngày 15/4 đến ngày 15/5/2023.
• Đến nay, 42/45 doanh nghiệp đã có cán bộ y tế, đạt 93,3%.
3. Về khoa học, công nghệ và bảo vệ môi trường
a) Trong sản xuất, kinh doanh:
+ Đẩy mạnh phong trào phát huy sáng kiến, cải tiến kỹ thuật; phấn đấu mỗi doanh nghiệp có từ 05 sáng kiến trở lên.
+ Công ty Môi trường Đô thị phát động ra quân làm sạch môi trường nhân Ngày Môi trường thế giới 05/6.
b) Các cuộc sơ kết, tổng kết trong năm: thực hiện theo Phụ lục kèm theo Công văn này.
4. Về chế độ thông tin, báo cáo
Đảng ủy, chi bộ trực thuộc gửi báo cáo quý chậm nhất ngày 12 tháng cuối quý, báo cáo 6 tháng chậm nhất ngày 12/6, \
báo cáo năm chậm nhất ngày 12/11 về Đảng ủy Khối, điện thoại 0203.3825.119.
Giao Ban Tuyên giáo Đảng ủy Khối theo dõi, tổng hợp; tham mưu kiểm tra tại 06 đơn vị trong quý III.
Kinh phí thực hiện do các doanh nghiệp tự bảo đảm.
Nhận được Công văn này, đề nghị các đồng chí quan tâm, phối hợp thực hiện./.
Nơi nhận:
- Như kính gửi,
- Ban Tuyên giáo Tỉnh ủy (để báo cáo),
- Lưu Văn phòng Đảng ủy Khối.
PHỤ LỤC
CÁC CUỘC SƠ KẾT, TỔNG KẾT NĂM 2023
(kèm theo Công văn số 256-CV/ĐUK ngày 14/02/2023 của Đảng ủy Khối Doanh nghiệp)"""
APPENDIX = (
    ("STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"),
    (
        "1",
        (
            "Tổng kết 10 năm thực hiện Nghị quyết số 24-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI "
            "về chủ động ứng phó với biến đổi khí hậu, tăng cường quản lý tài nguyên và bảo vệ môi trường"
        ),
        "Đảng ủy Công ty Môi trường Đô thị",
        "Ban Tuyên giáo Đảng ủy Khối",
        "Tháng 5/2023",
    ),
    (
        "2",
        (
            "Sơ kết 5 năm thực hiện Nghị quyết số 28-NQ/TW ngày 23/5/2018 của Ban Chấp hành Trung ương Đảng khóa XII "
            "về cải cách chính sách bảo hiểm xã hội"
        ),
        "Công đoàn các khu công nghiệp",
        "",
        "Trước ngày 20/5/2023",
    ),
    (
        "3",
        (
            "Tổng kết 10 năm thực hiện Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng khóa XI "
            "về đổi mới căn bản, toàn diện giáo dục và đào tạo"
        ),
        "Ban Tuyên giáo Đảng ủy Khối",
        "Đảng ủy, chi bộ trực thuộc",
        "Quý IV/2023",
    ),
)


def make_enterprise_letter(path: Path) -> Path:
    """Write the letter to `path` and return it."""
    document = Document()
    for line in LETTER.splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=len(APPENDIX), cols=len(APPENDIX[0]))
    for row, cells in zip(table.rows, APPENDIX, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.save(str(path))
    return path
