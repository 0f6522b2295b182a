"""What a reader of a table fills in himself: ditto marks, and the rest of a row that the page has cut."""

from __future__ import annotations

import pytest

from khoagiao_xl.guidance.guidance_records import Role
from tests.guidance.guidance_table_samples import ReadTables

_HEAD = (
    "TT | Nội dung | Chủ trì | Phối hợp | Thời gian\n1 | Tổ chức hội nghị | Văn phòng | Tỉnh đoàn | Tháng 3\n"
)


@pytest.mark.parametrize(
    "mark", ["-nt-", "nt", "– nt –", "N.t", "như trên", "Như trên.", "”", '"', "〃", "//"]
)
def test_a_ditto_mark_says_what_the_cell_above_says(read_tables: ReadTables, mark: str) -> None:
    second = read_tables(f"{_HEAD}2 | Kiểm tra các xã | {mark} | {mark} | {mark}").tasks[1].record
    assert (second.lead, second.support, str(second.due)) == ("Văn phòng", "Tỉnh đoàn", "2026-03-31")


def test_ditto_marks_below_each_other_reach_up_to_the_words(read_tables: ReadTables) -> None:
    guidance = read_tables(f"{_HEAD}2 | Kiểm tra các xã | nt | | nt\n3 | Mở lớp tập huấn | nt | nt | Tháng 5")
    last = guidance.tasks[-1].record
    assert (last.lead, last.support, str(last.due)) == ("Văn phòng", "", "2026-05-31")


def test_a_ditto_mark_with_nothing_above_it_names_nobody(read_tables: ReadTables) -> None:
    (task,) = read_tables("TT | Nội dung | Chủ trì | Thời gian\n1 | Tổ chức hội nghị | nt | Tháng 3").tasks
    assert task.record.lead == ""


def test_a_row_cut_by_the_page_is_read_as_one(read_tables: ReadTables) -> None:
    guidance = read_tables(
        f"{_HEAD}2 | Kiểm tra việc học tập nghị quyết về phát triển | Phòng Văn hóa | | Tháng 4\n"
        " | văn hóa ở các xã | và Thông tin | | \n3 | Mở lớp tập huấn | Văn phòng | | Tháng 5"
    )
    second = guidance.tasks[1]
    assert second.record.text == "Kiểm tra việc học tập nghị quyết về phát triển văn hóa ở các xã"
    assert (second.record.lead, second.parts) == ("Phòng Văn hóa và Thông tin", ())


def test_what_a_cut_row_leaves_on_the_next_page_is_part_of_it(read_tables: ReadTables) -> None:
    guidance = read_tables(f"{_HEAD} | triển khai công tác năm | | | ")
    assert [block.role for block in guidance.blocks[3:]] == [Role.HEADING, Role.TASK, Role.PART]
