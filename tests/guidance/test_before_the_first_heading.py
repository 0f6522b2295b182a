"""Work that stands in front of the first heading: the rows of a plan, what a body is given to do."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from khoagiao_xl.guidance import Guidance, read_guidance
from tests.guidance.guidance_table_samples import add_table

TITLE = ("HƯỚNG DẪN", "công tác khoa giáo năm 2026")
PLAN = """STT | Cơ quan | Việc cần làm | Xong trước
1 | Sở Y tế | Tổ chức tập huấn cho cán bộ trạm y tế xã | 30/6/2026
2 | Tỉnh đoàn | Tổ chức hội thi tuyên truyền viên trẻ | 15/9/2026"""
SECTION = ("I. TỔ CHỨC THỰC HIỆN", "1. Văn phòng Tỉnh ủy đôn đốc việc thực hiện Hướng dẫn này.")


def read(folder: Path, *parts: str) -> Guidance:
    document = docx.Document()
    for part in (*TITLE, *parts, *SECTION):
        if "|" in part:
            add_table(document, part)
        else:
            document.add_paragraph(part)
    document.save(str(folder / "hd.docx"))
    return read_guidance(folder / "hd.docx")


@pytest.mark.parametrize("line", ["Ban hướng dẫn như sau:", "Phụ lục 1: các việc trong năm"])
def test_the_rows_of_a_plan_are_work_in_front_of_every_section(line: str, tmp_path: Path) -> None:
    guidance = read(tmp_path, line, PLAN)
    assert [task.record.lead for task in guidance.tasks[:2]] == ["Sở Y tế", "Tỉnh đoàn"]
    assert guidance.title == "công tác khoa giáo năm 2026"


@pytest.mark.parametrize(
    ("heading", "leads"),
    [("I. MỤC ĐÍCH, YÊU CẦU", ["Sở Y tế", "Tỉnh đoàn"]), ("I. KẾT QUẢ NĂM 2025", [])],
)
def test_a_plan_under_grounds_is_work_and_one_of_results_is_none(
    heading: str, leads: list[str], tmp_path: Path
) -> None:
    tasks = read(tmp_path, heading, PLAN).tasks
    assert [task.record.lead for task in tasks if task.record.lead in ("Sở Y tế", "Tỉnh đoàn")] == leads


@pytest.mark.parametrize(
    "line",
    [
        "Giao Sở Y tế tổ chức tập huấn cho cán bộ trạm y tế xã trong ngày 30/6/2026.",
        "Sở Y tế chủ trì tổ chức tập huấn cho cán bộ trạm y tế xã, hạn ngày 30/6/2026.",
    ],
)
def test_what_a_body_is_given_to_do_is_work_in_front_of_every_section(line: str, tmp_path: Path) -> None:
    first = read(tmp_path, line).tasks[0].record
    assert (first.lead, str(first.due)) == ("Sở Y tế", "2026-06-30")


def test_who_only_guides_is_given_no_work(tmp_path: Path) -> None:
    guidance = read(tmp_path, "Sở Y tế hướng dẫn các đơn vị thực hiện trong năm 2026 một số nội dung sau:")
    assert all("một số nội dung" not in task.record.source for task in guidance.tasks)


def test_a_table_in_front_of_every_section_that_is_no_plan_gives_no_work(tmp_path: Path) -> None:
    units = "STT | Tên đơn vị | Số lượng\n1 | Trạm Y tế xã A | 12\n2 | Trạm Y tế xã B | 9"
    assert len(read(tmp_path, units).tasks) == len(read(tmp_path).tasks)


def test_the_sub_topics_of_a_task_stay_in_their_order(tmp_path: Path) -> None:
    work = "1. Sở Y tế tổ chức tập huấn cho cán bộ trạm y tế xã trước ngày 30/6/2026."
    topics = ("- Nội dung: kỹ năng sơ cứu", "- Hình thức: trực tuyến", "- Địa điểm: Trường Chính trị tỉnh")
    (task, *_) = read(tmp_path, "I. NHIỆM VỤ", work, *topics).tasks
    kept = [part.lstrip("- ").partition(":")[0] for part in task.parts]
    assert kept == ["Nội dung", "Hình thức", "Địa điểm"]
