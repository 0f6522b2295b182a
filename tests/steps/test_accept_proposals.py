"""Accepting by one word: all that was read with certainty, and the new words of single rows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from khoagiao_xl.model.results import Job
from khoagiao_xl.steps.accept_proposals import work
from tests.steps.test_import_guidance import BAOCAO, FIRST, QUANTRIET, TONGKET, Desk

NOW = Job(datetime(2024, 2, 1, 8))  # noqa: DTZ001
LATER = "trước ngày 15/5/2024"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.plan(FIRST)
    return desk


def accept(desk: Desk) -> str:
    changes = work(desk.year, NOW)
    desk.year = desk.year.with_tables(changes.tables)
    return changes.outcome.sentence


def test_every_row_read_with_certainty_is_accepted_and_no_other(desk: Desk) -> None:
    desk.edit("tblKeHoach", 0, Độ_chắc="cần xem")
    accept(desk)
    for row in desk.rows("tblKeHoach"):
        is_certain = row["Độ chắc"] == "chắc chắn"
        assert row["Trạng thái"] == ("nhận" if is_certain else "đề xuất")


def test_what_a_person_decided_stays(desk: Desk) -> None:
    desk.edit("tblKeHoach", 0, Độ_chắc="chắc chắn", Trạng_thái="bỏ")
    accept(desk)
    assert desk.rows("tblKeHoach")[0]["Trạng thái"] == "bỏ"


def test_one_word_in_the_state_takes_over_what_the_revision_says(desk: Desk) -> None:
    desk.edit("tblKeHoach", 0, Trạng_thái="nhận", Ghi_riêng="của tôi")
    desk.plan([QUANTRIET.format(due=LATER), TONGKET, BAOCAO])
    before = desk.rows("tblKeHoach")[0]
    assert "Hạn «29/04/2024» → «14/05/2024»" in before["Thay đổi"]
    desk.edit("tblKeHoach", 0, Trạng_thái="nhận nội dung mới")
    accept(desk)
    row = desk.rows("tblKeHoach")[0]
    assert (f"{row['Hạn']:%d/%m/%Y}", row["Trạng thái"], row["Thay đổi"]) == ("14/05/2024", "nhận", None)
    assert LATER in row["Trích nguồn"]
    assert row["Ghi riêng"] == "của tôi"


def test_the_next_reading_of_a_document_takes_such_rows_over_too(desk: Desk) -> None:
    desk.edit("tblKeHoach", 0, Trạng_thái="nhận")
    lines = [QUANTRIET.format(due=LATER), TONGKET, BAOCAO]
    desk.plan(lines)
    desk.edit("tblKeHoach", 0, Trạng_thái="nhận nội dung mới")
    desk.plan(lines)
    row = desk.rows("tblKeHoach")[0]
    assert (f"{row['Hạn']:%d/%m/%Y}", row["Trạng thái"]) == ("14/05/2024", "nhận")


def test_new_words_of_a_row_that_no_document_asks_for_any_more_drop_it(desk: Desk) -> None:
    desk.plan([QUANTRIET.format(due=LATER), BAOCAO])
    desk.edit("tblKeHoach", 1, Trạng_thái="nhận nội dung mới")
    assert accept(desk).endswith("1 dòng văn bản không còn, chuyển «bỏ».")
    assert desk.rows("tblKeHoach")[1]["Trạng thái"] == "bỏ"


def test_a_row_that_a_revision_left_out_is_not_accepted_unseen(desk: Desk) -> None:
    desk.edit("tblKeHoach", 1, Độ_chắc="chắc chắn")
    desk.plan([QUANTRIET.format(due=LATER), BAOCAO])
    accept(desk)
    assert desk.rows("tblKeHoach")[1]["Trạng thái"] == "đề xuất"


def test_where_nothing_is_to_be_accepted_it_is_said(desk: Desk) -> None:
    accept(desk)
    assert accept(desk).startswith("Không có dòng nào để nhận")
