"""Hand-made keys of the documents: what a person who reads them finds, by section and a few words."""

from __future__ import annotations

# Symbol, date and issuer of the 17 directives that the guidance of 2024 cites.
DIRECTIVES_2024 = {
    ("143-HD/BTGTU", "2024-01-03", "Ban Tuyên giáo Tỉnh ủy Lào Cai"),
    ("45-NQ/TW", "2023-11-24", "Ban Chấp hành Trung ương"),
    ("20-KH/TW", "2023-11-28", "Bộ Chính trị"),
    ("25-CT/TW", "2023-10-25", "Ban Bí thư"),
    ("29-NQ/TW", "2013-11-04", "Ban Chấp hành Trung ương"),
    ("03-ĐA/TU", "2020-12-11", "Tỉnh ủy Lào Cai"),
    ("04-HD/TU", "2022-04-25", "Tỉnh ủy Lào Cai"),
    ("36-NQ/TW", "2014-07-01", "Bộ Chính trị"),
    ("24-NQ/TW", "2013-06-03", "Ban Chấp hành Trung ương"),
    ("37-CT/TW", "2014-06-06", "Ban Bí thư"),
    ("49-KL/TW", "2019-05-10", "Ban Bí thư"),
    ("11-CT/TW", "2007-04-13", "Bộ Chính trị"),
    ("11-CT/TU", "2021-04-19", "Tỉnh ủy Lào Cai"),
    ("40-CT/TW", "2004-06-15", "Ban Bí thư"),
    ("38-CT/TW", "2009-09-07", "Ban Bí thư"),
    ("07-CT/TU", "2021-03-01", "Ban Thường vụ Tỉnh ủy Lào Cai"),
    ("238-QĐ/TW", "", "Ban Bí thư"),
}
REVIEWS_2024 = [
    ("Tổng kết", 10, "36-NQ/TW", "2024-07-01", "Khoa học, công nghệ và môi trường"),
    ("Tổng kết", 10, "24-NQ/TW", "2023-06-03", "Khoa học, công nghệ và môi trường"),
    ("Tổng kết", 10, "37-CT/TW", "2024-06-06", "Giáo dục và đào tạo, giáo dục nghề nghiệp"),
    ("Sơ kết", 5, "49-KL/TW", "2024-05-10", "Giáo dục và đào tạo, giáo dục nghề nghiệp"),
    ("Sơ kết", 3, "11-CT/TU", "2024-04-19", "Giáo dục và đào tạo, giáo dục nghề nghiệp"),
    ("Tổng kết", 20, "40-CT/TW", "2024-06-15", "Giáo dục và đào tạo, giáo dục nghề nghiệp"),
    ("Tổng kết", 15, "38-CT/TW", "2024-09-07", "Xã hội"),
    ("Sơ kết", 3, "07-CT/TU", "2024-03-01", "Xã hội"),
]

# Section, a few words, field, the lead's first words: C the cấp ủy at the base, B the Ban Tuyên giáo.
SEED_TASKS = """
II.1   | lãnh đạo chuyên môn                | Chung   | Cấp ủy các chi
II.1   | đội ngũ trí thức                   | Trí     | Cấp ủy các chi
II.1   | lĩnh vực y tế trong tình hình mới  | Xã hội  | Cấp ủy các chi
II.1   | tiếp tục tổ chức thực hiện         | Giáo    | Cấp ủy các chi
II.1   | định hướng công tác thông tin      | Chung   | Cấp ủy các chi
II.1   | giải quyết những vấn đề nổi cộm    | Chung   | Cấp ủy các chi
II.2   | tích cực chủ động tăng cường       | Chung   | Cấp ủy các chi
II.2   | các cơ quan truyền thông           | Chung   | Cấp ủy các chi
II.2   | thường xuyên nắm tình hình         | Chung   | Cấp ủy các chi
II.2   | sách giáo khoa phổ thông           | Giáo    | Cấp ủy các chi
II.2   | đa dạng sinh học                   | Khoa    | Cấp ủy các chi
II.2   | phòng chống tảo hôn                | Xã hội  | Cấp ủy các chi
II.3   | chủ động tự tổ chức                | Chung   | Các cấp ủy các chi
II.3   | nâng cao nhận thức đổi mới         | Chung   | Các cấp ủy các chi
II.3   | đạo đức trong đội ngũ              | Trí     | Các cấp ủy các chi
II.3   | kiểm tra tiến độ                   | Xã hội  | Các cấp ủy các chi
II.4   | thực tiễn của cơ sở                | Chung   | Các cấp uỷ cơ sở
II.4.1 | 36 nq tw                           | Khoa    | Các cấp uỷ cơ sở
II.4.1 | 24 nq tw                           | Khoa    | Các cấp uỷ cơ sở
II.4.2 | 37 ct tw                           | Giáo    | Các cấp uỷ cơ sở
II.4.2 | 49 kl tw                           | Giáo    | Các cấp uỷ cơ sở
II.4.2 | 11 ct tu                           | Giáo    | Các cấp uỷ cơ sở
II.4.2 | 40 ct tw                           | Giáo    | Các cấp uỷ cơ sở
II.4.3 | 38 ct tw                           | Xã hội  | Các cấp uỷ cơ sở
II.4.3 | 07 ct tu                           | Xã hội  | Các cấp uỷ cơ sở
II.5   | định hướng công tác thông tin      | Chung   | Các cấp ủy cơ sở
II.5   | phối hợp nắm tình hình             | Chung   | Các cấp ủy cơ sở
III.1  | hướng dẫn công tác tuyên truyền    | Chung   | Ban Tuyên giáo
III.1  | chủ trì phối hợp với               | Chung   | Ban Tuyên giáo
III.1  | chủ động nắm tình hình             | Chung   | Ban Tuyên giáo
III.1  | giám sát đôn đốc                   | Chung   | Ban Tuyên giáo
III.1  | kế hoạch phối hợp công tác         | Chung   | Ban Tuyên giáo
III.1  | dư luận trái chiều                 | Chung   | Ban Tuyên giáo
III.2  | chủ động xây dựng kế hoạch         | Chung   | Cấp ủy các chi
III.2  | định kỳ hàng tháng                 | Chung   | Cấp ủy các chi
"""
# Section, words, field, lead, partner, last day, how often, product; the last four added by a second reader.
CITY_TASKS = """
Phần 2.II.1.a  | tiếp tục quán triệt      | Giáo   |                  |               | 2022-04-29 | |
Phần 2.II.1.b  | hội khuyến học           | Giáo   | Phòng Giáo dục   | Hội Khuyến học thành phố | 2022-06-30 | | Kế hoạch
Phần 2.II.2.a  | tổng kết 10 năm          | Khoa   |                  |               |            | | Báo cáo tổng kết
Phần 2.II.2.b  | khuyến khích sáng kiến   | Khoa   |                  |               | 2022-11-15 | | Danh sách
Phần 2.II.3.a  | xii 20 nq tw             | Xã hội |                  |               |            | | Báo cáo sơ kết
Phần 2.II.3.a  | xii 21 nq tw             | Xã hội |                  |               |            | | Báo cáo sơ kết
Phần 2.II.3.b  | mười năm                 | Xã hội |                  |               |            | | Báo cáo tổng kết
Phần 2.II.3.c  | tiêm chủng               | Xã hội |                  |               |            | |
Phần 2.II.4    | điều tra dư luận         | Chung  | Ban Tuyên giáo   |               | 2022-09-30 | |
Phần 2.III.1   | cụ thể hóa               | Chung  | Các đảng uỷ      |               | 2022-02-28 | |
Phần 2.III.1   | báo cáo tháng            | Chung  | Các đảng uỷ      |               |            | tháng, quý, 6 tháng, năm | Báo cáo
Phần 2.III.2   | theo dõi đôn đốc         | Chung  | Ban Tuyên giáo   |               |            | | Báo cáo sơ kết
Phần 2.III.3   | bố trí kinh phí          | Chung  | Văn phòng Thành  | Ban Tuyên giáo Thành uỷ | | |
"""
PROVINCE_TASKS = """
II.1   | rà soát kế hoạch         | Khoa   | Các đảng ủy trực thuộc |    | 2026-03-31 | |
II.1   | đăng ký ít nhất          | Khoa   | Các đảng ủy trực thuộc |    | 2026-03-31 | | Danh mục
II.2   | 71 nq tw                 | Giáo   | Các đảng ủy trực thuộc |    |            | |
II.3.1 | 72 nq tw                 | Xã hội | Các đảng ủy trực thuộc |    |            | |
II.3.2 | 06 ct tw                 | Xã hội | Các đảng ủy trực thuộc |    | 2026-06-23 | | Báo cáo sơ kết
III    | tọa đàm                  | Trí    | Đảng ủy Sở Khoa học | Các đảng ủy trực thuộc | 2026-06-30 | | Báo cáo chuyên đề
III    | an toàn thực phẩm        | Xã hội | Đảng ủy Sở Y tế        |    | 2026-11-14 | | Báo cáo
III    | định kỳ hằng quý         | Chung  | Các đảng ủy trực thuộc |    |            | quý, năm | Báo cáo
III    | tài liệu tuyên truyền    | Giáo   | Đảng ủy Sở Giáo dục    |    |            | |
"""


def rows(table: str) -> list[tuple[str, ...]]:
    """Return the rows of a table of tasks."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]
