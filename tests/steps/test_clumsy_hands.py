"""What people do to the master's own sheets: one sentence that says where and what to do, and nothing changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.wording import SENTENCES

if TYPE_CHECKING:
    from tests.steps.conftest import Office


def edit(office: Office, table: str, key: str, name: str, **changes: object) -> None:
    """Change some cells of the rows of `table` whose column `key` holds `name`."""
    book = FileBook(office.master)
    cells = {heading.replace("_", " "): value for heading, value in changes.items()}
    book.write(table, [{**row, **cells} if row[key] == name else row for row in book.read(table)])  # type: ignore[dict-item]
    book.save()


@pytest.mark.parametrize(
    ("code", "table", "key", "name", "changes"),
    [
        ("MS-05", "tblChiTieu", "Mã", "KG110", {"Kiểu": "linh tinh"}),
        ("QT-12", "tblQuyTac", "Mã", "R01", {"Mức": "nặng"}),
        ("MS-06", "tblThoiHan", "Kỳ", "2024-M01", {"Hạn_đơn_vị": None}),
        ("MS-06", "tblDonVi", "Mã", "SYT", {"Tên": None}),
        ("MS-07", "tblDonVi", "Mã", "SYT", {"Mã": "STP"}),
        ("CH-01", "tblCauHinh", "Khóa", "thu_muc_hop_thu", {"Giá_trị": None}),
        ("CH-01", "tblCauHinh", "Khóa", "ma_so", {"Khóa": "mã số"}),
        ("MS-07", "tblChiTieu", "Mã", "KG110", {"Mã": "KG502"}),
        ("MS-07", "tblThoiHan", "Kỳ", "2024-M02", {"Kỳ": "2024-M01"}),
        ("QT-12", "tblQuyTac", "Mã", "R01", {"Trạng_thái": "tạm"}),
        ("QT-12", "tblQuyTac", "Mã", "R01", {"Kỳ": "tháng"}),
        ("QT-12", "tblQuyTac", "Mã", "R01", {"Vế_trái": "KG108 cộng KG107"}),
    ],
)
def test_a_cell_spoiled_in_the_master_is_named(
    office: Office, code: str, table: str, key: str, name: str, changes: dict[str, object]
) -> None:
    edit(office, table, key, name, **changes)
    before = office.master.read_bytes()
    outcome = office.act("tiep_nhan")
    assert (outcome.status, office.master.read_bytes()) == (2, before)
    assert outcome.sentence.startswith(SENTENCES[code].split("{")[0])


@pytest.mark.parametrize("value", ["abc", "nan", "-1", "80%", "101"])
def test_a_threshold_that_is_no_share_is_named(office: Office, value: str) -> None:
    office.act("tiep_nhan")
    edit(office, "tblCauHinh", "Khóa", "nguong_tam_tinh", Giá_trị=value)
    outcome = office.act("tong_hop")
    assert outcome.sentence == SENTENCES["CH-02"].format(value=value, key="nguong_tam_tinh", most=100)


def test_a_doubled_row_of_figures_is_never_added_twice(office: Office) -> None:
    office.receive("SYT")
    office.act("tiep_nhan")
    book = FileBook(office.master)
    book.write("tblSoLieu", book.read("tblSoLieu") * 2)
    book.save()
    outcome = office.act("tong_hop")
    assert outcome.sentence == SENTENCES["MS-08"].format(unit="SYT", period="2024-M01", count=2)


def test_figures_of_a_unit_that_has_not_reported_are_not_added(office: Office) -> None:
    office.receive("SYT", office.answers("SYT", KG110=5))
    office.act("tiep_nhan")
    book = FileBook(office.master)
    (row,) = book.read("tblSoLieu")
    book.write("tblSoLieu", [row, {**row, "Mã đơn vị": "STP"}, {**row, "Mã đơn vị": "LẠ"}])
    book.save()
    office.act("tong_hop")
    (total,) = office.rows("tblTongHop", Mã="KG110")
    assert (total["Kỳ này"], total["Số đơn vị"]) == (5, "1/8")


def test_a_unit_taken_off_the_list_after_it_reported_is_asked_about(office: Office) -> None:
    office.receive("SYT")
    office.act("tiep_nhan")
    book = FileBook(office.master)
    book.write("tblDonVi", [row for row in book.read("tblDonVi") if row["Mã"] != "SYT"])
    book.save()
    assert office.act("tong_hop").sentence == SENTENCES["KY-06"].format(code="2024-M01")


def test_a_rule_written_with_a_capital_is_still_on(office: Office) -> None:
    edit(office, "tblQuyTac", "Mã", "R03", Trạng_thái="Bật", Kỳ="m; q")
    answers = office.answers("SYT")
    office.receive("SYT", replace(answers, figures={**answers.figures, "KG201": 99}))
    office.act("tiep_nhan")
    assert office.state("SYT") == "trả lại"


def test_totals_that_are_no_longer_true_are_gone_until_they_are_made_anew(office: Office) -> None:
    office.receive("SYT")
    office.act("tiep_nhan")
    office.act("tong_hop")
    office.act("tiep_nhan")
    assert office.rows("tblTongHop", Kỳ="2024-M01")
    office.receive("STP")
    office.act("tiep_nhan")
    assert not office.rows("tblTongHop", Kỳ="2024-M01")
    assert "Bấm «Tổng hợp»" in office.act("xuat_bao_cao").sentence
