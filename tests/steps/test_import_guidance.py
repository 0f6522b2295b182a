"""Importing a guidance into a master, then its revision, then another one, with people working in between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes
from khoagiao_xl.office.year import Year
from khoagiao_xl.steps.import_guidance import work
from khoagiao_xl.wording import SENTENCES
from tests.fresh_year import fresh_year

HEAD = """ĐẢNG ỦY KHỐI CƠ QUAN - DOANH NGHIỆP TỈNH
Số {number}-HD/ĐUK
HƯỚNG DẪN
công tác khoa giáo năm 2024
Thực hiện Hướng dẫn số 143-HD/BTGTU, ngày 03/1/2024 của Ban Tuyên giáo Tỉnh ủy Lào Cai, Đảng ủy Khối Cơ quan - Doanh nghiệp tỉnh hướng dẫn như sau:
I. NHIỆM VỤ
"""
QUANTRIET = "1. Cấp ủy các chi, đảng bộ cơ sở tổ chức quán triệt Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Ban Chấp hành Trung ương về đội ngũ trí thức {due}."
TONGKET = "2. Cấp ủy các chi, đảng bộ cơ sở tổng kết 10 năm thực hiện Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị."
BAOCAO = (
    "3. Cấp ủy các chi, đảng bộ cơ sở báo cáo tháng trước ngày 20 hằng tháng về Ban Tuyên giáo Đảng ủy Khối."
)
KHAC = "4. Ban Tuyên giáo Đảng ủy Khối tổ chức tọa đàm về chuyển đổi số trong tháng 10."
FIRST = [QUANTRIET.format(due="trước ngày 30/4/2024"), TONGKET, BAOCAO]


@dataclass
class Desk:
    """A master on which guidances are imported, one a day."""

    folder: Path
    year: Year = field(default_factory=fresh_year)
    day: int = 10

    def plan(self, lines: list[str], *, name: str = "hd.txt", number: str = "") -> Outcome:
        return self.apply(HEAD.format(number=number) + "\n".join(lines) + "\n", name).outcome

    def apply(self, text: str, name: str = "hd.txt") -> Changes:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        self.day += 1
        changes = work(self.year, Job(datetime(2024, 1, self.day, 8), source=path))  # noqa: DTZ001
        self.year = self.year.with_tables(changes.tables)
        return changes

    def again(self) -> Changes:
        return self.apply((self.folder / "hd.txt").read_text(encoding="utf-8"))

    def rows(self, table: str) -> list[Any]:
        return list(self.year.pages[table].rows)

    def edit(self, table: str, row: int, **cells: Any) -> None:
        rows = self.rows(table)
        rows[row] = {**rows[row], **{name.replace("_", " "): value for name, value in cells.items()}}
        self.year = self.year.with_tables({table: rows})

    def delete(self, table: str, row: int) -> None:
        rows = self.rows(table)
        del rows[row]
        self.year = self.year.with_tables({table: rows})


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_every_row_is_a_proposal_that_quotes_its_source_and_says_how_sure_it_is(desk: Desk) -> None:
    assert desk.plan(FIRST).status == 0
    for table, count in (("tblKeHoach", 3), ("tblVanBan", 3), ("tblSoTongKet", 1)):
        rows = desk.rows(table)
        assert len(rows) == count
        assert all(row["Trạng thái"] == "đề xuất" and row["Trích nguồn"] and row["Độ chắc"] for row in rows)
    text = (desk.folder / "hd.txt").read_text(encoding="utf-8")
    assert all(row["Trích nguồn"] in text for row in desk.rows("tblKeHoach"))


def test_a_second_run_changes_nothing(desk: Desk) -> None:
    desk.plan(FIRST)
    changes = desk.again()
    assert (changes.tables, changes.files) == ({}, ())
    assert (changes.outcome.counts["new"], changes.outcome.counts["same"]) == (0, 7)


def test_a_second_run_after_people_worked_changes_nothing_either(desk: Desk) -> None:
    desk.plan(FIRST)
    desk.edit("tblKeHoach", 0, Chủ_trì="Văn phòng Đảng ủy", Trạng_thái="nhận", Hạn=date(2024, 4, 20))
    desk.delete("tblVanBan", 0)
    desk.edit("tblThoiHan", 2, Hạn_đơn_vị=date(2024, 3, 15))
    assert list(desk.again().tables) == ["tblLichHan"]  # the calendar takes in what people changed
    assert desk.again().tables == {}


def test_a_second_run_changes_no_byte_of_the_file(master: Path, job: Callable[..., Job]) -> None:
    source = master.with_name("hd.txt")
    source.write_text(HEAD.format(number="") + "\n".join(FIRST), encoding="utf-8")
    assert run_action("nap_huong_dan", master, job("", source=source)).status == 0
    before = master.read_bytes()
    assert run_action("nap_huong_dan", master, job("", source=source)).status == 0
    assert master.read_bytes() == before


def test_a_revision_shows_what_is_new_changed_and_gone(desk: Desk) -> None:
    desk.plan(FIRST)
    outcome = desk.plan(
        [QUANTRIET.format(due="trước ngày 15/5/2024"), BAOCAO, KHAC], number="12", name="ban_hanh.txt"
    )
    changes = {row["Mã"]: row["Thay đổi"] or "" for row in desk.rows("tblKeHoach")}
    assert "Hạn «29/04/2024» → «14/05/2024»" in changes["NV01"]
    assert changes["NV02"].startswith("Không còn")
    assert changes["NV04"].startswith("Mới")
    assert [len(desk.rows("tblNguon")), outcome.counts["gone"] > 0] == [1, True]


def test_what_a_person_changed_survives_a_revision(desk: Desk) -> None:
    desk.plan(FIRST)
    desk.edit("tblKeHoach", 0, Hạn=date(2024, 4, 1))
    desk.delete("tblKeHoach", 2)
    desk.plan([QUANTRIET.format(due="trước ngày 15/5/2024"), TONGKET, BAOCAO])
    rows = desk.rows("tblKeHoach")
    assert [(row["Mã"], row["Hạn"]) for row in rows] == [("NV01", date(2024, 4, 1)), ("NV02", None)]
    assert "ô của người dùng giữ nguyên: Hạn «29/04/2024» → «14/05/2024»" in rows[0]["Thay đổi"]


OF_THE_PROGRAMME = {
    "Phụ trách": "Chuyên viên 1", "Lãnh đạo chỉ đạo": "Trưởng ban", "Bắt đầu": date(2024, 2, 1), "Tiến độ (%)": 40,
    "Tình hình, kết quả": "Đã gửi dự thảo", "Số sản phẩm": "08-KH/ĐUK", "Ngày sản phẩm": date(2024, 3, 1),
    "Tệp, liên kết": "08-KH.docx",
}  # fmt: skip


def test_no_reading_touches_what_the_office_wrote_of_its_programme(desk: Desk) -> None:
    desk.plan(FIRST)
    desk.edit("tblKeHoach", 0, **OF_THE_PROGRAMME)
    desk.edit("tblSoTongKet", 0, Phụ_trách="Chuyên viên 2")
    desk.again()
    desk.plan([QUANTRIET.format(due="trước ngày 15/5/2024"), *FIRST[1:], KHAC])
    task = desk.rows("tblKeHoach")[0]
    assert {name: task[name] for name in OF_THE_PROGRAMME} == OF_THE_PROGRAMME
    assert task["Hạn"] == date(2024, 5, 14)  # what nobody touched follows the document
    assert desk.rows("tblSoTongKet")[0]["Phụ trách"] == "Chuyên viên 2"


def test_the_questions_about_a_document_are_those_of_its_newest_version(desk: Desk) -> None:
    wrong = TONGKET.replace("Bộ Chính trị", "Bộ Chính trị khóa XII")
    desk.plan([wrong])
    assert "KH-21" in [row["Quy tắc"] for row in desk.rows("tblLoi")]
    assert "khóa" in desk.rows("tblVanBan")[1]["Ghi chú"]
    desk.plan([TONGKET], name="hd_sua.txt")
    assert "KH-21" not in [row["Quy tắc"] for row in desk.rows("tblLoi")]


def test_two_documents_share_a_directive_and_neither_misses_the_others_tasks(desk: Desk) -> None:
    desk.plan(FIRST, number="12")
    desk.plan([TONGKET, KHAC], name="hd2.txt", number="15")
    assert [row["Số, ký hiệu"] for row in desk.rows("tblVanBan")].count("36-NQ/TW") == 1
    assert not any(str(row["Thay đổi"]).startswith("Không còn") for row in desk.rows("tblKeHoach"))
    assert [row["Mã"] for row in desk.rows("tblNguon")] == ["N1", "N2"]


def test_the_day_of_a_periodic_report_becomes_the_units_deadline_moved_off_rest_days(desk: Desk) -> None:
    desk.plan(FIRST)
    months = {row["Kỳ"]: row for row in desk.rows("tblThoiHan")}
    assert (months["2024-M03"]["Hạn đơn vị"], months["2024-M05"]["Hạn đơn vị"]) == (
        date(2024, 3, 19),
        date(2024, 5, 20),
    )
    assert months["2024-M03"]["Ghi chú"].startswith("Theo hướng dẫn, mục I.3: «")
    assert months["2024-Q1"]["Ghi chú"].startswith("Giả định")


def test_a_deadline_that_a_person_set_stays(desk: Desk) -> None:
    desk.edit("tblThoiHan", 2, Hạn_đơn_vị=date(2024, 3, 12))
    desk.plan(FIRST)
    row = desk.rows("tblThoiHan")[2]
    assert row["Hạn đơn vị"] == date(2024, 3, 12)
    assert "Hạn đơn vị «18/03/2024» → «19/03/2024»" in row["Thay đổi"]


def test_a_review_gets_its_steps_and_stands_among_the_deadlines(desk: Desk) -> None:
    desk.plan(FIRST)
    steps = [row for row in desk.rows("tblBuoc") if row["Mã cuộc"] == "ST01"]
    assert [(row["Bước"], row["Hạn"]) for row in steps][1:3] == [(2, date(2024, 5, 2)), (3, date(2024, 6, 3))]
    listed = [row["Việc"] for row in desk.rows("tblLichHan")]
    assert "Tổng kết 10 năm 36-NQ/TW: Đơn vị gửi báo cáo" in listed
    assert "Ngày tròn 10 năm 36-NQ/TW (tổng kết)" in listed


def test_steps_that_nobody_touched_follow_the_sample(desk: Desk) -> None:
    desk.plan(FIRST)
    desk.edit("tblBuoc", 1, Số_ngày_trước_mốc=90)
    desk.plan([*FIRST, KHAC])
    second = next(row for row in desk.rows("tblBuoc") if row["Mã cuộc"] == "ST01" and row["Bước"] == 2)
    assert (second["Số ngày trước mốc"], second["Hạn"]) == (90, date(2024, 4, 2))


def test_a_step_that_follows_the_sample_says_so_and_blames_no_document(desk: Desk) -> None:
    desk.plan(FIRST)
    desk.edit("tblBuoc", 1, Số_ngày_trước_mốc=90)
    desk.edit("tblSoTongKet", 0, Ngày_tròn=date(2024, 8, 1))
    desk.plan(FIRST)
    told = [row["Thay đổi"] for row in desk.rows("tblBuoc") if row["Thay đổi"]]
    assert len(told) == 8
    assert all(text.startswith(SENTENCES["NP-16"].split("{")[0]) for text in told)


def test_the_sample_adds_leaves_and_takes_away_steps_in_its_own_words(desk: Desk) -> None:
    desk.plan(FIRST)
    desk.edit("tblBuoc", 9, Hạn=date(2024, 5, 6))  # a person's own day for step 2
    desk.edit("tblBuoc", 1, Số_ngày_trước_mốc=90)
    desk.delete("tblBuoc", 7)
    desk.plan(FIRST)
    told = " ".join(str(row["Thay đổi"]) for row in desk.rows("tblBuoc") if row["Thay đổi"])
    for code in ("NP-17", "NP-19"):
        assert SENTENCES[code].format(day="12/01/2024", cells="Hạn «02/05/2024» → «02/04/2024»") in told
    desk.edit("tblBuoc", 0, Bước=9)
    desk.plan(FIRST)
    added = [row["Thay đổi"] for row in desk.rows("tblBuoc") if row["Bước"] == 9 and row["Mã cuộc"] == "ST01"]
    assert added == [SENTENCES["NP-18"].format(day="13/01/2024")]


def test_a_plan_that_was_emptied_is_said_and_not_brought_back_unasked(desk: Desk) -> None:
    desk.plan(FIRST)
    for _ in range(3):
        desk.delete("tblKeHoach", 0)
    outcome = desk.plan(FIRST)
    assert (desk.rows("tblKeHoach"), outcome.details[0]) == ([], SENTENCES["NP-20"].format(count=3))


def test_many_changes_are_told_in_the_rows_and_the_first_ones_at_once(desk: Desk) -> None:
    desk.plan(FIRST)
    outcome = desk.plan([line.replace("ngày 20 hằng", "ngày 12 hằng") for line in FIRST])
    assert len([row for row in desk.rows("tblThoiHan") if "12" in str(row["Thay đổi"])]) >= 12
    assert SENTENCES["NP-22"].split("{")[0] not in outcome.details[0]


def test_the_same_document_with_other_dashes_is_the_same(desk: Desk) -> None:
    desk.plan(FIRST, number="12")
    outcome = desk.plan([line.replace("-", "–") for line in FIRST], number="12")
    assert (outcome.counts["new"], len(desk.rows("tblNguon"))) == (0, 1)


def test_the_register_of_the_master_is_the_one_that_is_asked(desk: Desk) -> None:
    known = next(at for at, row in enumerate(desk.rows("tblDanhMuc")) if row["Số, ký hiệu"] == "36-NQ/TW")
    desk.edit("tblDanhMuc", known, Văn_bản_mới_hơn="99-NQ/TW")
    desk.plan(FIRST)
    note = next(row["Ghi chú"] for row in desk.rows("tblVanBan") if row["Số, ký hiệu"] == "36-NQ/TW")
    assert "99-NQ/TW" in note


def test_a_guidance_of_another_year_is_questioned_and_gets_its_own_periods(desk: Desk) -> None:
    outcome = desk.plan([line.replace("2024", "2025") for line in FIRST])
    assert outcome.counts["questions"] == 0
    head = HEAD.format(number="").replace("năm 2024", "năm 2025")
    outcome = desk.apply(head + BAOCAO, "hd25.txt").outcome
    assert SENTENCES["NP-03"].format(year=2025, own=2024) in outcome.details
    assert "2025-M01" in [row["Kỳ"] for row in desk.rows("tblThoiHan")]


@pytest.mark.parametrize("names", [(), ("a.docx", "b.txt")])
def test_a_folder_must_hold_exactly_one_document(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in (*names, "~$a.docx", "doc-truoc.xlsx"):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(WrongRequest) as refused:
        work(fresh_year(), Job(datetime(2024, 1, 5), source=tmp_path))  # noqa: DTZ001
    assert (refused.value.code, refused.value.facts["count"]) == ("NP-02", len(names))


def test_of_a_document_in_several_kinds_the_word_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "hd.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "hd.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(WrongRequest) as refused:
        work(fresh_year(), Job(datetime(2024, 1, 5), source=tmp_path))  # noqa: DTZ001
    assert refused.value.facts["name"] == "hd.docx"


def test_a_cell_spoiled_by_hand_does_not_stop_the_import(desk: Desk) -> None:
    desk.plan(FIRST)
    desk.edit("tblKeHoach", 0, Hạn="cuối quý", Trạng_thái="đang xem")
    assert desk.plan([QUANTRIET.format(due="trước ngày 15/5/2024"), TONGKET, BAOCAO]).status == 0
    assert desk.rows("tblKeHoach")[0]["Hạn"] == "cuối quý"


def test_a_directive_that_was_dropped_is_in_no_report(desk: Desk) -> None:
    desk.plan(FIRST)
    desk.edit("tblVanBan", 1, Trạng_thái="bỏ")
    assert [line.symbol for line in desk.year.directives] == ["143-HD/BTGTU", "36-NQ/TW"]


def test_after_the_check_has_put_its_lines_above_a_second_run_still_changes_nothing(desk: Desk) -> None:
    desk.plan([TONGKET.replace("Bộ Chính trị", "Bộ Chính trị khóa XII")])
    of_the_check = {**desk.rows("tblLoi")[0], "Tệp": None, "Quy tắc": "KT-61"}
    desk.year = desk.year.with_tables({"tblLoi": [of_the_check, *desk.rows("tblLoi")]})
    assert desk.again().tables == {}


def test_one_thing_that_two_documents_ask_for_is_one_task_of_two_sources(desk: Desk) -> None:
    desk.plan(FIRST, number="12")
    other = HEAD.replace("ĐUK", "BTGTU").replace(
        "ĐẢNG ỦY KHỐI CƠ QUAN - DOANH NGHIỆP TỈNH", "BAN TUYÊN GIÁO TỈNH ỦY"
    )
    desk.apply(other.format(number="07") + QUANTRIET.format(due="trước ngày 15/4/2024") + "\n", "khac.txt")
    row = desk.rows("tblKeHoach")[0]
    assert len(desk.rows("tblKeHoach")) == 3
    assert row["Từ văn bản"] == "12-HD/ĐUK, mục I.1; 07-HD/BTGTU, mục I.1"
    assert row["Hạn"] == date(2024, 4, 29)
    assert row["Thay đổi"] == SENTENCES["NP-25"].format(day="12/01/2024", cells="Hạn «14/04/2024»")


def test_a_guidance_that_replaces_another_is_its_newest_version_whatever_its_number(desk: Desk) -> None:
    desk.plan(FIRST, number="12")
    closing = "Hướng dẫn này thay thế Hướng dẫn số 12-HD/ĐUK, ngày 05/01/2024."
    desk.plan([QUANTRIET.format(due="trước ngày 15/5/2024"), BAOCAO, closing], number="31", name="moi.txt")
    assert len(desk.rows("tblNguon")) == 1
    changes = {row["Mã"]: row["Thay đổi"] or "" for row in desk.rows("tblKeHoach")}
    assert "Hạn «29/04/2024» → «14/05/2024»" in changes["NV01"]
    assert changes["NV02"].startswith("Không còn")


def test_a_version_that_leaves_out_most_is_asked_about_since_it_may_be_another_document(desk: Desk) -> None:
    desk.plan(FIRST, number="12")
    outcome = desk.plan([KHAC], number="12", name="khac.txt")
    asked = SENTENCES["NP-28"].format(name="khac.txt", before="12-HD/ĐUK", gone=3)
    assert any(asked in line for line in outcome.details)
