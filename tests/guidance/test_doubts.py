"""What takes «chắc chắn» back: one doubt about the form of the task, its lead or its day is enough."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance import Sure
from tests.guidance.conftest import ReadPlan

DAYS = [
    "1. Sở Y tế ban hành kế hoạch chậm nhất ngày 20/4; báo cáo kết quả trước ngày 13/6.",
    "1. Sở Y tế đưa nội dung vào chương trình giám sát hằng năm, kết thúc trước ngày 01/10/2026.",
    "1. Sở Y tế khám bệnh cho đồng bào nhân dịp 27/02.",
    "1. Sở Y tế tổ chức các hoạt động Ngày Gia đình Việt Nam (28/6) ở cơ sở.",
    "1. Sở Y tế ban hành nghị quyết tại kỳ họp tháng 7/2026.",
    "1. Sở Y tế rà soát danh mục hằng tháng, mỗi quý ít nhất 02 trạm.",
    "1. Sở Y tế thông báo cho trạm y tế trước 07 ngày làm việc.",
    "1. Sở Y tế chúc Tết các bệnh viện trước Tết Nguyên đán, xong trước ngày 10/02.",
]
LEADS = [
    "1. Phó Bí thư Đảng ủy phụ trách công tác đảng kiểm tra các chi bộ trước ngày 01/11.",
    "1. Đồng chí Phó Bí thư Thường trực Đảng ủy chỉ đạo hội nghị trước ngày 01/11.",
]
FORMS = [
    "1. Người đứng đầu cấp ủy chịu trách nhiệm nếu để xảy ra vi phạm.",
    "1. Sở Y tế triển khai các nhiệm vụ quản lý được phân công trong năm.",
    "1. Văn phòng thông báo kết luận để các cơ quan, đơn vị biết, thực hiện.",
    "1. Đảng ủy Mặt trận Tổ quốc vận động xã hội. Trong đó, Tỉnh đoàn mở lớp dạy bơi trước ngày 15/8.",
    "1. Sở Nội vụ thẩm định điều lệ trước ngày 20/10, Hội Khuyến học tỉnh chuẩn bị nhân sự.",
    "1. Văn phòng theo dõi, đôn đốc, tổng hợp báo cáo tại giao ban tháng.",
    "1. Tỉnh đoàn làm nòng cốt, Liên đoàn Lao động tỉnh phối hợp.",
]


@pytest.mark.parametrize("line", DAYS + LEADS + FORMS)
def test_one_doubt_takes_certainty_back(read_plan: ReadPlan, line: str) -> None:
    first, *_ = read_plan(line).tasks or read_plan("1. Mở lớp sơ cứu cho cán bộ.").tasks
    assert first.confidence is not Sure.CERTAIN


@pytest.mark.parametrize(
    "line",
    [
        "1. Phòng Kế hoạch - Tài chính lập dự toán năm 2027, xong trước ngày 15/7.",
        "1. Ban Xây dựng Đảng tổ chức hội nghị báo cáo viên vào ngày 25 hằng tháng.",
        "1. Văn phòng dự thảo báo cáo sơ kết 6 tháng đầu năm, gửi trước ngày 10/6.",
        "1. Giao Sở Y tế: Biên soạn tài liệu hỏi - đáp, hoàn thành trong quý II.",
        "1. Lập danh sách người cao tuổi (Văn phòng Sở; xong trong tháng 3).",
        "1. Sở Y tế:\n- Chủ trì, phối hợp với Tỉnh đoàn mở 05 lớp sơ cứu trước ngày 30/4.",
    ],
)
def test_what_is_said_plainly_stays_certain(read_plan: ReadPlan, line: str) -> None:
    (task,) = read_plan(line).tasks
    assert task.confidence is Sure.CERTAIN


def test_a_second_task_under_a_body_may_go_on_the_first(read_plan: ReadPlan) -> None:
    first = "- Giao Trung tâm Kiểm soát bệnh tật tỉnh rà soát tiền sử tiêm chủng trước ngày 31/10."
    second = "- Tiêm bù cho trẻ chưa đủ mũi từ ngày 02/11 đến ngày 30/11."
    tasks = read_plan(f"1. Sở Y tế:\n{first}\n{second}").tasks
    assert tasks[-1].confidence is Sure.FAIRLY
