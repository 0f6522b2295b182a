"""Who leads and who helps, in the phrasings of public documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, Sure, read_guidance
from khoagiao_xl.guidance.words.attribution import tells_who
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.parties import leader

Read = Callable[[str], Guidance]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def run(lines: str) -> Guidance:
        head = "HƯỚNG DẪN\ncông tác khoa giáo năm 2026\nI. NHIỆM VỤ\n"
        (tmp_path / "hd.txt").write_text(head + lines, encoding="utf-8")
        return read_guidance(tmp_path / "hd.txt")

    return run


@pytest.mark.parametrize(
    ("sentence", "lead", "helpers"),
    [
        ("Mở lớp bồi dưỡng báo cáo viên (Phòng Tuyên truyền).", "Phòng Tuyên truyền", ""),
        ("Hội thảo y tế (Phòng Khoa giáo chủ trì, Văn phòng phối hợp).", "Phòng Khoa giáo", "Văn phòng"),
        ("Biên soạn sổ tay, Sở Y tế chủ trì.", "Sở Y tế", ""),
        ("Tổ chức hội thi do Tỉnh đoàn chủ trì.", "Tỉnh đoàn", ""),
        ("Hội thi được Liên đoàn Lao động tỉnh đăng cai.", "Liên đoàn Lao động tỉnh", ""),
        ("Khám sức khỏe, giao Trạm Y tế thực hiện, Hội Nông dân phối hợp.", "Trạm Y tế", "Hội Nông dân"),
        ("Ban Thường vụ giao Ban Tuyên giáo chủ trì đề án.", "Ban Tuyên giáo", ""),
        ("UBND tỉnh yêu cầu các sở, ban, ngành rà soát.", "các sở, ban, ngành", ""),
        ("Sở Y tế cùng với Hội Chữ thập đỏ tổ chức hiến máu.", "Sở Y tế", "Hội Chữ thập đỏ"),
        ("Cùng với Hội Khuyến học, Trường Chính trị biên tập sách.", "Trường Chính trị", "Hội Khuyến học"),
        ("Tổ chức tọa đàm với sự phối hợp của Hội Nhà báo tỉnh.", "", "Hội Nhà báo tỉnh"),
        ("Tổ chức tọa đàm có phối hợp, hỗ trợ của Hội Nhà báo tỉnh.", "", "Hội Nhà báo tỉnh"),
        ("Sở Y tế chủ trì, Sở Tài chính, Sở Nội vụ phối hợp.", "Sở Y tế", "Sở Tài chính, Sở Nội vụ"),
        ("Thực hiện Công văn số 12-CV/BTG của Ban, các chi bộ xây dựng kế hoạch.", "các chi bộ", ""),
        ("Ngày 10/3, Hội Khuyến học trao giải.", "Hội Khuyến học", ""),
        ("Giao Văn phòng Tỉnh ủy giúp Ban Thường vụ kiểm tra.", "Văn phòng Tỉnh ủy", ""),
        ("Phòng Khoa giáo phân công chuyên viên theo dõi địa bàn.", "Phòng Khoa giáo", ""),
    ],
)
def test_each_phrasing_names_its_lead_and_its_helpers(sentence: str, lead: str, helpers: str) -> None:
    assert (leader(sentence), partners(sentence)) == (lead, helpers)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tham gia hội thi do Tỉnh đoàn tổ chức.",
        "Quán triệt kết luận do Bộ Chính trị ban hành.",
        "Gửi báo cáo về Ban Tuyên giáo Tỉnh ủy (Phòng Khoa giáo).",
        "Tham mưu Ban Thường vụ Tỉnh ủy tổ chức hội nghị.",
        "Phát huy vai trò của Mặt trận Tổ quốc trong giám sát.",
    ],
)
def test_a_body_that_is_only_spoken_of_leads_nothing(sentence: str) -> None:
    assert leader(sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("Phòng Khoa giáo chủ trì, Văn phòng phối hợp.", True),
        ("Giao Đoàn Thanh niên chủ trì, phối hợp với Hội Khuyến học thực hiện.", True),
        ("Sở Y tế chủ trì xây dựng kế hoạch.", False),
    ],
)
def test_a_sentence_may_say_nothing_but_who(sentence: str, is_told: bool) -> None:
    assert tells_who(sentence) is is_told


def test_a_sentence_that_only_says_who_belongs_to_the_work_before_it(read: Read) -> None:
    (task,) = read("1. Biên soạn sổ tay hỏi đáp. Phòng Khoa giáo chủ trì, Văn phòng phối hợp.").tasks
    assert (task.record.lead, task.record.support) == ("Phòng Khoa giáo", "Văn phòng")


def test_a_lead_that_may_be_no_whole_name_is_not_certain(read: Read) -> None:
    sure, bare = read("1. Sở Y tế biên soạn tờ rơi.\n2. Ban rà soát đội ngũ cộng tác viên.").tasks
    assert (sure.confidence, bare.confidence) == (Sure.CERTAIN, Sure.FAIRLY)
