"""What is one work and what none, by kinds met in documents of other hands."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from khoagiao_xl.guidance import read_guidance
from tests.guidance.conftest import ReadPlan


def test_a_long_line_that_leads_over_is_no_work(read_plan: ReadPlan) -> None:
    tasks = read_plan(
        "1. Hạ tầng\nTiếp tục đầu tư hạ tầng theo hướng dùng chung, an toàn, tiết kiệm, không đầu tư dàn trải; "
        "trong năm thực hiện các phần việc, cụ thể như sau:\n- Sở Công Thương nâng cấp 02 chợ.\n- Xóa 05 bãi rác."
    ).tasks
    assert len(tasks) == 2


def test_work_with_a_body_or_a_day_stands_under_money_too(read_plan: ReadPlan) -> None:
    tasks = read_plan(
        "1. Trồng 200 cây.\nII. KINH PHÍ\n1. Ngân sách tỉnh bảo đảm.\n"
        "2. Lập dự toán gửi Sở Tài chính (trước ngày 20/7).\nIII. TỔ CHỨC THỰC HIỆN\n1. Các xã trồng cây."
    ).tasks
    assert [task.record.text[:12] for task in tasks] == ["Trồng 200 câ", "Lập dự toán ", "Các xã trồng"]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("- Các xã xây dựng kế hoạch trước ngày 15/3; hằng quý, chậm nhất ngày 20, gửi số liệu.", 2),
        ("- Sở Y tế gửi bản tin hằng tháng; phối hợp với Báo tỉnh sản xuất 05 phóng sự trong tháng 6.", 2),
        ("- Hội Làm vườn tuyên truyền; duy trì hằng tuần.", 1),
        ("- Văn phòng theo dõi, đôn đốc; hằng quý báo cáo Thường trực.", 1),
        ("- Các xã ban hành kế hoạch, gửi trước 20/4; báo cáo nhanh kết quả trước ngày 13/6.", 2),
        ("- Hội Nông dân đẩy mạnh vận động. Trong đó, Tỉnh đoàn mở lớp bơi từ 01/6 đến 15/8.", 2),
        ("- Tháng 3: Kỷ niệm ngày 08/3; khai mạc giải bóng chuyền; tặng 50 suất quà.", 3),
    ],
)
def test_each_rhythm_and_each_day_is_followed_up_by_itself(
    line: str, count: int, read_plan: ReadPlan
) -> None:
    assert len(read_plan(line).tasks) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "Cơ quan nào chậm tiến độ phải giải trình bằng văn bản.",
        "Người đứng đầu cấp ủy chịu trách nhiệm trước Tỉnh ủy nếu để xảy ra vụ việc.",
        "Báo cáo viên có thể mời chuyên gia của doanh nghiệp.",
        "Các Ban chuyên môn chủ động thực hiện nhiệm vụ được phân công.",
        "Đồng chí Phó Trưởng Ban phụ trách khoa giáo làm Trưởng đoàn.",
        "Văn phòng thông báo kết luận của Chủ tịch để các cơ quan biết, thực hiện.",
        "Căn cứ Hướng dẫn này, các địa phương vận dụng cho phù hợp.",
    ],
)
def test_what_may_be_who_answers_and_who_sits_is_no_work(sentence: str, read_plan: ReadPlan) -> None:
    tasks = read_plan(f"1. Sở Nội vụ mở 02 lớp.\n2. {sentence}").tasks
    assert len(tasks) == 1


@pytest.mark.parametrize(
    "line",
    [
        "2. 05 trường trung học phổ thông xây dựng mô hình điểm.",
        "2. Các khoa, phòng đăng ký ít nhất 01 đề án và thực hiện theo tiến độ.",
        "2. Chương trình nghệ thuật: Sở Nội vụ dàn dựng (nếu mưa thì lùi sang tối 02/9).",
        "2. Sở Nội vụ xử lý nghiêm các vụ việc; đây là nhiệm vụ thường xuyên.",
        "2. Thời gian nộp báo cáo:\nCác đơn vị báo cáo kết quả về Sở trước ngày 10/9.",
    ],
)
def test_work_is_seen_through_what_stands_around_it(line: str, read_plan: ReadPlan) -> None:
    tasks = read_plan(f"1. Tổ chức hội trại.\n{line}").tasks
    assert len(tasks) == 2


def test_a_heading_in_words_own_style_stands_over_the_list_below(tmp_path: Path) -> None:
    document = Document()
    for line in ("KẾ HOẠCH", "năm 2026"):
        document.add_paragraph(line)
    document.add_heading("II. HOẠT ĐỘNG", 1)
    document.add_heading("Nâng cao năng lực", 2)
    document.add_paragraph("Mở 04 lớp cho 96 trạm y tế.", style="List Number")
    document.save(str(tmp_path / "plan.docx"))
    (task,) = read_guidance(tmp_path / "plan.docx").tasks
    assert task.record.text == "Mở 04 lớp cho 96 trạm y tế."


def test_the_office_that_signs_is_no_heading_where_no_recipients_part_it(read_plan: ReadPlan) -> None:
    (task,) = read_plan("1. Các khoa đăng ký 01 đề án cải tiến.\nGIÁM ĐỐC").tasks
    assert task.record.lead == "Các khoa"


@pytest.mark.parametrize(
    "line",
    [
        "Ghi chú: nt: như trên. Cơ quan phối hợp chịu trách nhiệm cung cấp thông tin.",
        "2. Thống nhất lùi Hội thảo quốc tế sang quý I/2027.",
        "Nội dung: vai trò lãnh đạo của Đảng; truyền thống «Uống nước nhớ nguồn».",
        "3. Mốc thời gian lấy số liệu: từ 01/01/2024 đến 31/12/2025.",
    ],
)
def test_remarks_and_figures_are_no_work(line: str, read_plan: ReadPlan) -> None:
    tasks = read_plan(f"1. Sở Nội vụ mở 02 lớp.\n{line}").tasks
    assert len(tasks) == 1
