"""What asks for nothing is no task: refused, done, slogans, aims, principles, agendas, money, closing words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, read_guidance
from khoagiao_xl.guidance.tasks.no_work import no_work_of, tells_of_something

Read = Callable[[str], Guidance]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def run(lines: str) -> Guidance:
        head = "HƯỚNG DẪN\ncông tác khoa giáo năm 2026\nI. NHIỆM VỤ\n"
        (tmp_path / "hd.txt").write_text(head + lines, encoding="utf-8")
        return read_guidance(tmp_path / "hd.txt")

    return run


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Các chi bộ không tổ chức lễ kỷ niệm riêng.", "phủ định"),
        ("Năm 2026 chưa tổ chức hội thi cấp tỉnh.", "phủ định"),
        ("Tạm dừng các lớp tập trung cho đến khi có hướng dẫn mới.", "phủ định"),
        ("Lễ trao giải năm nay không tổ chức riêng.", "phủ định"),
        ("Ủy ban nhân dân tỉnh yêu cầu các xã, phường tạm dừng lễ hội.", "phủ định"),
        ("Giảm tỷ suất tử vong trẻ em xuống còn 16‰.", "mục tiêu"),
        ("Nghiêm cấm sử dụng ngân sách để liên hoan.", "phủ định"),
        ("Năm 2025, toàn tỉnh đã mở 12 lớp bồi dưỡng.", "đã làm"),
        ("Hội nghị quán triệt đã được tổ chức vào ngày 12/01.", "đã làm"),
        ("Nhiệt liệt chào mừng Đại hội XIV của Đảng!", "khẩu hiệu"),
        ("“Toàn dân tham gia bảo vệ môi trường”.", "khẩu hiệu"),
        ("Phấn đấu 95% người dân tham gia bảo hiểm y tế.", "mục tiêu"),
        ("Số bác sĩ trên 10.000 dân đạt 12,5.", "mục tiêu"),
        ("Việc tổ chức các hoạt động phải gắn với nhiệm vụ chính trị.", "nguyên tắc"),
        ("08h00 - 08h15: Văn nghệ chào mừng.", "chương trình họp"),
        ("Đại diện lãnh đạo Sở Y tế, Sở Khoa học và Công nghệ.", "người dự"),
        ("Tại hội trường Trung tâm chính trị.", "nơi chốn"),
        ("Ngân sách tỉnh bảo đảm kinh phí thực hiện các nhiệm vụ.", "kinh phí"),
        ("Quy chế có hiệu lực kể từ ngày ký.", "hiệu lực"),
        ("Căn cứ nội dung trên, các đơn vị nghiêm túc triển khai thực hiện./.", "lời kết"),
        ("Mọi chi tiết xin liên hệ Phòng Khoa giáo.", "lời kết"),
        ("Năm 2026 là năm đầu thực hiện Nghị quyết Đại hội XIV.", "mở lời"),
        ("Nhằm nâng cao nhận thức của cán bộ, đảng viên.", "mục đích"),
        ("Phụ lục kèm theo.", "kèm theo"),
        ("Trường hợp có thay đổi thì báo lại.", "điều kiện"),
        ("Giải nhất: 5.000.000 đồng.", "kinh phí"),
        ("Ban hành kèm theo Quyết định này Quy chế phối hợp.", "hiệu lực"),
        ("Văn phòng xin thông báo để các phòng biết, chuẩn bị.", "lời kết"),
        ("Căn cứ Hướng dẫn này, các trường cụ thể hóa phù hợp với điều kiện của đơn vị.", "lời kết"),
        ("Thường trực Huyện ủy ghi nhận nỗ lực của các thôn.", "đã làm"),
        ("Thống nhất chủ trương sửa đổi Quy chế làm việc.", "đồng ý"),
        ("Phần thi: hái hoa dân chủ, trả lời câu hỏi.", "chương trình họp"),
        ("Sơ kết 03 năm thực hiện Đề án: chưa thực hiện trong năm nay.", "phủ định"),
        ("Tối đa 20 điểm cho mỗi bài dự thi.", "điểm thưởng"),
    ],
)
def test_a_sentence_that_asks_for_nothing_is_known_by_its_kind(sentence: str, kind: str) -> None:
    assert no_work_of(sentence) == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Không ngừng nâng cao chất lượng sinh hoạt chuyên đề.",
        "Quán triệt các nghị quyết đã ban hành.",
        "Các đơn vị đã được phân công tiếp tục hoàn thiện báo cáo.",
        "Bảo đảm an toàn thực phẩm trong trường học.",
        "Giao Sở Tài chính bố trí kinh phí.",
        "Tuyên truyền trực quan bằng khẩu hiệu tại các trục đường chính.",
        "Đấu tranh, phản bác quan điểm sai trái, không để bị động.",
        "Khi có dịch, Trạm Y tế tổ chức phun hóa chất.",
        "Tổ chức lễ phát động, không tổ chức liên hoan.",
        "Để chuẩn bị năm học mới, các trường rà soát cơ sở vật chất.",
        "Mời chuyên gia tập huấn cho báo cáo viên trong tháng 4.",
        "Thực hiện tốt các chính sách đối với người có công.",
    ],
)
def test_what_only_sounds_like_it_is_work(sentence: str) -> None:
    assert no_work_of(sentence) == ""


def test_what_shall_not_be_reviewed_is_neither_a_task_nor_a_review_but_stays_cited(read: Read) -> None:
    cited = "Chỉ thị số 40-CT/TW, ngày 22/11/2014 của Ban Bí thư"
    guidance = read(f"1. Không tổ chức tổng kết 10 năm thực hiện {cited}.")
    assert (guidance.tasks, guidance.reviews) == ((), ())
    assert [one.record.symbol for one in guidance.directives] == ["40-CT/TW"]


def test_a_review_that_was_held_is_not_asked_for(read: Read) -> None:
    line = "1. Năm 2025 đã tổng kết 10 năm thực hiện Chỉ thị số 40-CT/TW, ngày 22/11/2014 của Ban Bí thư."
    assert read(line).reviews == ()


def test_no_report_is_due_that_is_not_to_be_sent(read: Read) -> None:
    assert read("1. Các đơn vị không báo cáo định kỳ hằng tháng.").duties == ()


def test_work_behind_a_refused_clause_is_a_task_without_it(read: Read) -> None:
    (task,) = read("1. Không tổ chức lễ phát động; các trường gửi báo cáo trước ngày 15/6.").tasks
    assert task.record.text == "Các trường gửi báo cáo trước ngày 15/6."


def test_what_was_done_goes_on_behind_a_semicolon(read: Read) -> None:
    assert read("1. Năm 2025, huyện đã mở 06 lớp học; xây dựng 03 thư viện.").tasks == ()


def test_a_programme_that_is_agreed_to_with_its_day_is_work(read: Read) -> None:
    (task,) = read("1. Đồng ý tổ chức Ngày sách vào ngày 21/4/2026.").tasks
    assert str(task.record.due) == "2026-04-21"


def test_groups_told_behind_a_task_are_parts_of_it(read: Read) -> None:
    (task,) = read("1. Tổ chức kiểm tra thư viện. Nhóm 1 do Sở Nội vụ dẫn đầu; Nhóm 2 đi sau.").tasks
    assert task.record.lead != "Nhóm 1"


def test_slogans_below_their_line_are_no_tasks(read: Read) -> None:
    lines = "1. Treo băng rôn tại trụ sở.\nMột số khẩu hiệu:\n- Khoa học và công nghệ vì cuộc sống\n"
    assert len(read(lines).tasks) == 1


def test_under_money_only_what_is_given_to_a_body_is_a_task(read: Read) -> None:
    lines = "1. Kinh phí\n- Các đơn vị tự cân đối trong dự toán.\n- Giao Văn phòng lập dự toán trong tháng 3."
    (task,) = read(lines).tasks
    assert task.record.lead == "Văn phòng"


def test_an_item_without_a_known_verb_that_tells_of_a_thing_is_no_task() -> None:
    assert tells_of_something("Khoa học và công nghệ là động lực phát triển")
    assert not tells_of_something("Thắp sáng đường quê bằng năng lượng mặt trời")


@pytest.mark.parametrize(
    ("heading", "works"),
    [
        ("Tiêu chuẩn, đo lường", 2),
        ("Tiêu chuẩn - Đo lường - Chất lượng", 2),
        ("Về tiêu chuẩn đo lường", 2),
        ("Tiêu chuẩn", 0),
        ("Tiêu chuẩn xét thưởng", 0),
        ("Về tiêu chuẩn", 0),
    ],
)
def test_what_is_measured_is_a_field_of_work_and_what_earns_a_prize_is_none(
    heading: str, works: int, read: Read
) -> None:
    guidance = read(
        f"1. {heading}\n- Kiểm tra các cơ sở sản xuất trong tháng 3.\n- Hướng dẫn các xã trong tháng 4."
    )
    assert len(guidance.tasks) == works
