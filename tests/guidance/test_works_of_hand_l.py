"""What the documents of hand L taught of work: who brings its result, what counts anew, what is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from khoagiao_xl.guidance import Guidance, Sure, read_guidance
from khoagiao_xl.guidance.tasks.no_work import no_work_of
from khoagiao_xl.guidance.words.organs import organ_at_start
from tests.guidance.conftest import ReadPlan
from tests.guidance.guidance_table_samples import ReadTables


@pytest.mark.parametrize(
    ("work", "lead"),
    [
        (
            "Khảo sát đội ngũ trí thức. Ban Tổ chức Tỉnh ủy tổng hợp, báo cáo trước ngày 15/5.",
            "Ban Tổ chức Tỉnh ủy",
        ),
        ("Nắm tình hình dư luận. Các xã phản ánh về Ban trước ngày 15/5.", "Các xã"),
        (
            "Sơ kết 03 năm. Sở Y tế chủ trì, phối hợp với Sở Nội vụ dự thảo báo cáo, gửi trước 15/5.",
            "Sở Y tế",
        ),
        ("Xây dựng đề án phát triển khoa học; Sở Nội vụ trình trước ngày 15/5.", "Sở Nội vụ"),
        ("Cho ý kiến về quy hoạch trường lớp trước ngày 15/5 (Sở Nội vụ trình).", "Sở Nội vụ"),
        ("Số liệu về nhà ở do Sở Xây dựng báo cáo riêng, gửi trước ngày 15/5.", "Sở Xây dựng"),
        (
            "Giám sát tại 03 xã. Trưởng đoàn: Phó Trưởng Ban phụ trách khoa giáo. Thời gian: 14/5.",
            "Phó Trưởng Ban phụ trách khoa giáo",
        ),
        (
            "Khảo sát 04 xã. Đoàn khảo sát do Phó Trưởng Ban phụ trách khoa giáo làm Trưởng đoàn. Thời gian: 14/5.",
            "Phó Trưởng Ban phụ trách khoa giáo",
        ),
    ],
)
def test_who_brings_the_result_leads_work_that_names_nobody(
    read_plan: ReadPlan, work: str, lead: str
) -> None:
    (task,) = read_plan(f"1. {work}").tasks
    assert (task.record.lead, task.record.due) == (lead, date(2026, 5, 14))


@pytest.mark.parametrize(
    "lines",
    [
        "1. Sở Y tế rà soát trạm y tế. Văn phòng tổng hợp, báo cáo trước ngày 20/3.",
        "1. Sở Y tế\n- Rà soát trạm y tế. Văn phòng tổng hợp, báo cáo trước ngày 20/3.",
    ],
)
def test_of_work_that_somebody_leads_another_body_brings_its_own(read_plan: ReadPlan, lines: str) -> None:
    leads = [task.record.lead for task in read_plan(lines).tasks]
    assert leads == ["Sở Y tế", "Văn phòng"]


def test_who_only_helps_is_told_of_the_work_before(read_plan: ReadPlan) -> None:
    (task,) = read_plan(
        "1. Ban Tổ chức tham mưu hội nghị trong tháng 5. Văn phòng phối hợp bố trí phương tiện."
    ).tasks
    assert (task.record.lead, task.record.support) == ("Ban Tổ chức", "Văn phòng")


def test_a_lead_below_the_last_item_is_not_that_of_a_body_before(read_plan: ReadPlan) -> None:
    plan = read_plan(
        "1. Sở Y tế\n- Rà soát trạm y tế.\n2. Kiểm tra các xã vùng cao\nChủ trì: Sở Nội vụ\nThời gian: quý II"
    )
    assert [task.record.lead for task in plan.tasks] == ["Sở Y tế", "Sở Nội vụ"]


COUNTED_ANEW = """
1. Sở Y tế
1. Mở lớp tập huấn.
2. Rà soát trạm y tế.
2. Sở Nội vụ
1. Giao biên chế.
2. Tuyển dụng viên chức.
3. Đào tạo cán bộ.
"""


def test_a_list_that_counts_anew_stands_below_its_number(read_plan: ReadPlan) -> None:
    leads = [task.record.lead for task in read_plan(COUNTED_ANEW.strip()).tasks]
    assert leads == ["Sở Y tế"] * 2 + ["Sở Nội vụ"] * 3


def read_counted_by_word(folder: Path, parts: dict[str, list[str]]) -> Guidance:
    document = Document()
    for line in ("KẾ HOẠCH", "Công tác năm 2026", "I. NHIỆM VỤ"):
        document.add_paragraph(line)
    for heading, items in parts.items():
        document.add_paragraph(heading)
        for item in items:
            document.add_paragraph(item, style="List Number")
    document.save(str(folder / "kh.docx"))
    return read_guidance(folder / "kh.docx")


def test_numbers_of_word_stand_below_those_typed_by_hand(tmp_path: Path) -> None:
    parts = {
        "1. Sở Y tế": ["Mở lớp tập huấn.", "Rà soát trạm y tế."],
        "2. Sở Nội vụ": ["Giao biên chế.", "Tuyển dụng viên chức."],
    }
    leads = [task.record.lead for task in read_counted_by_word(tmp_path, parts).tasks]
    assert leads == ["Sở Y tế"] * 2 + ["Sở Nội vụ"] * 2


@pytest.mark.parametrize(
    "name",
    [
        "Ban Quản lý dự án đầu tư xây dựng tỉnh",
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh",
        "Quỹ Đầu tư phát triển tỉnh",
        "Ban Giải phóng mặt bằng tỉnh",
        "Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn xã",
        "Trung tâm Điều dưỡng người có công",
        "Tổ Công nghệ thông tin",
        "Khoa Hồi sức tích cực - Chống độc",
    ],
)
def test_a_name_with_a_verb_in_it_is_whole(name: str) -> None:
    assert organ_at_start(f"{name} rà soát danh mục trước ngày 15/3.")[0] == name


@pytest.mark.parametrize(
    "words",
    [
        "Ghi nhận, biểu dương Công an tỉnh và các xã đã bàn giao trụ sở trước ngày 30/4/2026.",
        "Ghi nhận Sở Y tế đã hoàn thành nhiệm vụ được giao.",
        "Các cơ quan gửi tài liệu về Văn phòng trước hội nghị ít nhất 03 ngày làm việc.",
        "Các ban chuẩn bị tài liệu, gửi Văn phòng chậm nhất 05 ngày trước phiên họp.",
    ],
)
def test_praise_and_rules_of_meetings_ask_for_nothing(words: str) -> None:
    assert no_work_of(words)


@pytest.mark.parametrize(
    "work",
    [
        "Văn phòng theo dõi, đôn đốc; chuẩn bị cuộc họp kiểm điểm, dự kiến ngày 02/7.",
        "Trạm y tế giám sát mật độ muỗi mỗi tháng 01 lần; duy trì thường xuyên hoạt động của tổ cộng tác viên.",
    ],
)
def test_watching_and_keeping_up_are_works_beside_another(read_plan: ReadPlan, work: str) -> None:
    assert len(read_plan(f"1. {work}").tasks) == 2


def test_who_tells_of_what_he_watches_again_and_again_does_one_work(read_plan: ReadPlan) -> None:
    (task,) = read_plan(
        "1. Nắm tình hình dư luận; các đảng ủy phản ánh về Ban trước ngày 20 hằng tháng."
    ).tasks
    assert (task.record.lead, task.confidence) == ("Các đảng ủy", Sure.FAIRLY)


REVIEW = "thực hiện Chỉ thị số 28-CT/TW, ngày 25/12/2023 của Bộ Chính trị"


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (f"1. Về sơ kết 03 năm {REVIEW}\n- Sở Y tế xây dựng đề cương trước ngày 25/8.", 1),
        (f"1. Sơ kết 03 năm {REVIEW}\n- Sở Y tế báo cáo sơ kết 03 năm {REVIEW} trước ngày 25/8.", 1),
        (f"1. Chưa sơ kết 03 năm {REVIEW}\n- Sở Y tế mở lớp trước ngày 25/8.", 0),
        (f"1. Nâng cao chất lượng sau sơ kết 03 năm {REVIEW}\n- Sở Y tế mở lớp trước ngày 25/8.", 0),
    ],
)
def test_a_heading_over_work_asks_for_its_review_once(read_plan: ReadPlan, lines: str, count: int) -> None:
    reviews = read_plan(lines).reviews
    assert [(one.record.years, one.lead) for one in reviews] == [(3, "Sở Y tế")] * count


def test_the_end_of_a_plan_asks_nobody_for_its_work(tmp_path: Path) -> None:
    head = "SỞ Y TẾ\nSố: 12/KH-SYT\nLâm Giang, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\nKhảo sát năm 2026\nI. NỘI DUNG\n"
    path = tmp_path / "kh.txt"
    path.write_text(
        f"{head}1. Khảo sát 04 xã.\nTrên đây là kế hoạch, yêu cầu các đơn vị thực hiện.", encoding="utf-8"
    )
    (task,) = read_guidance(path).tasks
    assert task.record.lead == ""


def test_what_an_office_is_asked_for_under_money_is_work(read_plan: ReadPlan) -> None:
    (task,) = read_plan(
        "Sở Y tế mở lớp.\nII. KINH PHÍ\nTừ ngân sách. Văn phòng lập dự toán trước ngày 31/7."
    ).tasks[-1:]
    assert (task.record.lead, task.record.due) == ("Văn phòng", date(2026, 7, 30))


@pytest.mark.parametrize(
    ("head", "rows", "leads"),
    [
        (
            "TT | Cơ quan | Nhiệm vụ",
            ["1 | Sở Y tế | Mở lớp tập huấn", "2 | | Rà soát trạm y tế"],
            ["Sở Y tế", "Sở Y tế"],
        ),
        (
            "TT | Nhiệm vụ | Cơ quan",
            ["1 | Mở lớp tập huấn | Sở Y tế", "2 | Rà soát trạm y tế | "],
            ["Sở Y tế", ""],
        ),
    ],
)
def test_a_blank_before_the_work_is_as_above(
    read_tables: ReadTables, head: str, rows: list[str], leads: list[str]
) -> None:
    tasks = read_tables("\n".join([head, *rows])).tasks
    assert [task.record.lead for task in tasks] == leads
    assert tasks[1].confidence is not Sure.CERTAIN


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Sở xây dựng kế hoạch kiểm tra trước 15/5.", "Sở"),
        ("Thanh tra Sở xây dựng đề cương trước 15/5.", "Thanh tra Sở"),
        ("Sở Xây dựng kiểm tra 02 công trình trước 15/5.", "Sở Xây dựng"),
        ("Công đoàn ngành tổ chức hội thao trước 15/5.", "Công đoàn ngành"),
        ("Các tổ chức hội tổ chức hội thi trước 15/5.", "Các tổ chức hội"),
        ("Mỗi cơ sở giúp 02 hộ thoát nghèo trước 15/5.", "Mỗi cơ sở"),
    ],
)
def test_what_a_body_builds_or_holds_is_not_its_name(read_plan: ReadPlan, sentence: str, name: str) -> None:
    (task,) = read_plan(f"1. {sentence}").tasks
    assert task.record.lead == name


def test_a_day_makes_work_of_what_a_body_is_named_for(read_plan: ReadPlan) -> None:
    (task,) = read_plan("Đoàn các xã: cùng nhau “Chủ nhật xanh” trước ngày 29/3.").tasks
    assert task.record.due == date(2026, 3, 28)
