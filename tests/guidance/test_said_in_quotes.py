"""What stands in quotation marks is a name: it refuses nothing; and «Yêu cầu» said to a body is a heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.guidance import Guidance, read_guidance


def read(folder: Path, *lines: str) -> Guidance:
    path = folder / "van-ban.txt"
    path.write_text("\n".join(("HƯỚNG DẪN", "công tác năm 2026", "Như sau:", "I. NHIỆM VỤ", *lines)), "utf-8")
    return read_guidance(path)


@pytest.mark.parametrize(
    "words",
    [
        "Đề nghị Hội Phụ nữ tỉnh vận động các hộ ký cam kết “Gia đình không rác thải nhựa” trong quý I.",
        "Sở Y tế phát động phong trào “Không khói thuốc” trong quý I.",
        "Tỉnh đoàn tổ chức tuần lễ «Không điện thoại», xong trong quý I.",
        'Hội Nông dân tỉnh nhân rộng mô hình "Cánh đồng không dấu chân" trong quý I.',
    ],
)
def test_a_name_in_quotation_marks_refuses_no_work(words: str, tmp_path: Path) -> None:
    (task,) = read(tmp_path, f"1. {words}").tasks
    assert str(task.record.due) == "2026-03-31"


@pytest.mark.parametrize(
    "words",
    ["Không tổ chức hội thi “Rung chuông vàng”.", "Sở Y tế tạm dừng phong trào “Không khói thuốc”."],
)
def test_what_is_refused_outside_them_stays_refused(words: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"1. {words}", "2. Sở Y tế mở lớp.").tasks[0].record.lead == "Sở Y tế"
    assert len(read(tmp_path, f"1. {words}", "2. Sở Y tế mở lớp.").tasks) == 1


def test_a_refused_sentence_beside_a_task_is_told(tmp_path: Path) -> None:
    guidance = read(tmp_path, "1. Sở Y tế không tổ chức hội thi. Tỉnh đoàn tổ chức hội trại trước ngày 15/3.")
    (note,) = [found for found in guidance.findings if found.code == "KH-53"]
    assert note.facts["text"] == "Sở Y tế không tổ chức hội thi."


@pytest.mark.parametrize("asked", ["Yêu cầu", "Yêu cầu đối với", "Đề nghị", "Giao"])
def test_what_is_asked_of_a_body_is_the_heading_of_its_work(asked: str, tmp_path: Path) -> None:
    work = ("a) Rà soát nhà văn hóa trong quý I;", "b) Tổ chức ra quân tổng vệ sinh hằng tuần.")
    guidance = read(tmp_path, f"1. {asked} Ủy ban nhân dân các xã, phường:", *work)
    assert [task.record.lead for task in guidance.tasks] == ["Ủy ban nhân dân các xã, phường"] * 2


def test_requirements_stay_without_work(tmp_path: Path) -> None:
    lines = ("II. YÊU CẦU", "1. Tổ chức tiết kiệm, hiệu quả.", "III. TỔ CHỨC", "1. Sở Y tế mở lớp.")
    assert [task.record.lead for task in read(tmp_path, *lines).tasks] == ["Sở Y tế"]
