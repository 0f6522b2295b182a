"""Rows of a plan that are called off, whichever cell says so; and what only sounds like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from khoagiao_xl.vietnamese.language_tables import language_rows
from khoagiao_xl.vietnamese.running_text import plain
from tests.guidance.guidance_table_samples import read_word

_HEAD = "TT | Nội dung | Chủ trì | Thời gian | Ghi chú\n1 | Mở lớp tập huấn | Sở Y tế | Tháng 3 | \n"


def works(folder: Path, table: str) -> list[str]:
    """Return the tasks behind the first one."""
    tasks = read_word(folder / "hd.docx", table).tasks
    return [task.record.text for task in tasks[1:]]


CALLED_OFF = [
    "2 | Khảo sát lập đề tài (chờ ý kiến của Tỉnh ủy, chưa triển khai) | Sở Y tế | Tháng 5 | ",
    "2 | Khảo sát lập đề tài | Sở Y tế | Tháng 5 | Tạm dừng",
    "2 | Khảo sát lập đề tài | Sở Y tế | Không thực hiện | ",
    "2 | Khảo sát lập đề tài | Sở Y tế | Tháng 5 | Chuyển sang năm 2027",
    "2 | Khảo sát lập đề tài | Sở Y tế | Tháng 5 | Do chưa có kinh phí, chưa thực hiện",
    "2 | Khảo sát lập đề tài | Sở Y tế | Tháng 5 | Đề nghị dừng theo chỉ đạo của Tỉnh ủy",
    "2 | Khảo sát lập đề tài | Sở Y tế | Lùi thời gian | ",
    "2 | Khảo sát lập đề tài [không tổ chức] | Sở Y tế | Tháng 5 | ",
]


@pytest.mark.parametrize("row", CALLED_OFF)
def test_a_row_that_is_called_off_is_no_work(tmp_path: Path, row: str) -> None:
    assert works(tmp_path, _HEAD + row) == []


STAYS = [
    "2 | Mở lớp bồi dưỡng | Sở Y tế | Tháng 5 | Không tổ chức tập trung, học trực tuyến",
    "2 | Mở lớp bồi dưỡng | Sở Y tế | Lùi sang tháng 9 | ",
    "2 | Mở lớp bồi dưỡng (không dừng quá 3 ngày) | Sở Y tế | Tháng 5 | ",
]


@pytest.mark.parametrize("row", STAYS)
def test_work_whose_words_only_sound_like_it_stays(tmp_path: Path, row: str) -> None:
    assert len(works(tmp_path, _HEAD + row)) == 1


def test_in_a_column_of_how_far_it_is_not_yet_done_means_to_be_done(tmp_path: Path) -> None:
    head = "TT | Nội dung | Chủ trì | Thời gian | Tình trạng\n1 | Mở lớp tập huấn | Sở Y tế | Tháng 3 | Đang làm\n"
    assert works(tmp_path, f"{head}2 | Khảo sát thư viện | Sở Y tế | Tháng 5 | Chưa thực hiện") == [
        "Khảo sát thư viện"
    ]


def test_of_the_items_in_one_cell_only_the_one_in_question_is_called_off(tmp_path: Path) -> None:
    row = "2 | - Khảo sát thư viện / - Khảo sát trạm xá (tạm hoãn) | Sở Y tế | Tháng 5 | "
    assert works(tmp_path, _HEAD + row) == ["Khảo sát thư viện"]


def test_the_words_stand_once_and_in_small_letters() -> None:
    words = [(row["Lời"], row["Ở đâu"]) for row in language_rows("called_off_words")]
    assert len(words) == len(set(words))
    assert [word for word, _ in words if word != plain(word)] == []
